#include <sawt/log_seal.hpp>

#include <sawt/canonical.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace sawt {

namespace {

using nlohmann::json;

// As canonical JSON begins, which has members in alphabetical order: an entry's `at` would come before them.
constexpr std::string_view leaves_start = R"({"first":)";
constexpr std::string_view checkpoint_start = R"({"key":)";

std::string leaves_line(std::uint64_t first, std::span<const hash> leaves) {
    std::vector<std::uint8_t> bytes;
    bytes.reserve(leaves.size() * sizeof(hash));
    for (const hash& leaf : leaves) bytes.insert(bytes.end(), leaf.begin(), leaf.end());
    return canonical({{"first", first}, {"leaves", to_base64(bytes)}, {"type", "leaves"}}).value();
}

std::optional<listed_leaves> leaves_of(const json& from) {
    const auto first = from.find("first"), leaves = from.find("leaves");
    if (leaves == from.end() || !first->is_number_unsigned() || !leaves->is_string()) return std::nullopt;
    const auto bytes = from_base64(leaves->get_ref<const std::string&>());
    if (!bytes || bytes->empty() || bytes->size() % sizeof(hash) != 0 || bytes->size() > leaves_in_line_max * sizeof(hash)) return std::nullopt;
    listed_leaves read{first->get<std::uint64_t>(), std::vector<hash>(bytes->size() / sizeof(hash))};
    for (std::size_t i = 0; i < read.leaves.size(); ++i) std::copy_n(bytes->begin() + static_cast<std::ptrdiff_t>(i * sizeof(hash)), sizeof(hash), read.leaves[i].begin());
    return read;
}

}  // namespace

void log_seal::add(const hash& leaf) {
    tree_.add(leaf);
    leaves_.push_back(leaf);
}

std::string log_seal::lines(const note_signer& by) const {
    std::string text;
    for (std::size_t at = 0; at < leaves_.size(); at += leaves_in_line_max)
        text.append(leaves_line(at + 1, std::span(leaves_).subspan(at, std::min(leaves_in_line_max, leaves_.size() - at)))).append(1, '\n');
    const std::string note = by.sign(to_text(checkpoint{by.key().name, tree_.size(), tree_.root()}));
    return text.append(canonical({{"key", to_text(by.key())}, {"note", note}, {"type", "checkpoint"}}).value()).append(1, '\n');
}

bool is_seal_line(std::string_view line) { return line.starts_with(leaves_start) || line.starts_with(checkpoint_start); }

std::optional<std::variant<listed_leaves, closing_checkpoint>> read_seal_line(std::string_view line) {
    const auto from = parse_json(line);
    if (!from || !from->is_object() || from->size() != 3 || canonical(*from) != line) return std::nullopt;
    if (line.starts_with(leaves_start) && from->value("type", json()) == "leaves") {
        if (auto read = leaves_of(*from)) return *std::move(read);
        return std::nullopt;
    }
    const auto note = from->find("note");
    if (!line.starts_with(checkpoint_start) || from->value("type", json()) != "checkpoint" || note == from->end() || !note->is_string() || !from->at("key").is_string())
        return std::nullopt;
    return closing_checkpoint{from->at("key").get<std::string>(), note->get<std::string>()};
}

}  // namespace sawt
