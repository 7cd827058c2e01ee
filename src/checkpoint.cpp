#include <sawt/checkpoint.hpp>

#include <algorithm>
#include <charconv>

namespace sawt {

namespace {

// The lines of a text that ends in a line feed.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool read_size(std::string_view digits, std::uint64_t& size) {
    if (digits.size() > 1 && digits.front() == '0') return false;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
    return failed == std::errc{} && end == digits.data() + digits.size();
}

}  // namespace

std::string log_origin(std::string_view workshop_code) { return "sawt/" + std::string(workshop_code); }

std::string to_text(const checkpoint& point) { return point.origin + "\n" + std::to_string(point.size) + "\n" + to_base64(point.root) + "\n"; }

std::variant<checkpoint, note_problem> read_checkpoint(std::string_view text) {
    if (!text.ends_with('\n')) return note_problem{"does not end in a line feed"};
    const auto lines = lines_of(text);
    if (std::find(lines.begin(), lines.end(), std::string_view{}) != lines.end()) return note_problem{"has an empty line"};
    if (lines.size() < 3) return note_problem{"has fewer than three lines"};
    checkpoint read;
    read.origin = lines[0];
    if (!read_size(lines[1], read.size)) return note_problem{"has a size that is not a whole number without leading zeros"};
    const auto root = from_base64(lines[2]);
    if (!root || root->size() != read.root.size()) return note_problem{"has a root that is not 32 bytes in base 64"};
    std::copy(root->begin(), root->end(), read.root.begin());
    return read;
}

std::variant<checkpoint, note_problem> open_checkpoint(std::string_view note, const note_key& by) {
    const auto text = open_note(note, {&by, 1});
    if (const auto* why = std::get_if<note_problem>(&text)) return *why;
    auto read = read_checkpoint(std::get<std::string>(text));
    if (const auto* point = std::get_if<checkpoint>(&read); point != nullptr && point->origin != by.name)
        return note_problem{"is of the log " + point->origin + ", and not of " + by.name};
    return read;
}

}  // namespace sawt
