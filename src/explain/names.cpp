#include "names.hpp"

#include <utf8proc.h>

#include <vector>

namespace sawt {

namespace {

bool is_direction_control(utf8proc_int32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_blank(utf8proc_int32_t c) {
    const auto category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP || category == UTF8PROC_CATEGORY_CC;
}

// A word of a name may be cut rather than lose more than this many characters before it.
constexpr std::size_t lost_characters_max = 20;

}  // namespace

std::string short_name(std::string_view written) {
    std::string name;
    std::vector<std::size_t> starts;  // of each character in `name`
    std::size_t after_word = 0;       // characters up to the end of the last word that leaves room for the mark
    utf8proc_int32_t before = 0, state = 0;
    bool blank_before = true;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(written.data());
    for (std::size_t at = 0; at < written.size();) {
        utf8proc_int32_t c = 0;
        const auto length = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(written.size() - at), &c);
        if (length <= 0) {  // not UTF-8: agendas have none, but a name must never spoil a sentence
            ++at;
            continue;
        }
        const auto text = written.substr(at, static_cast<std::size_t>(length));
        at += static_cast<std::size_t>(length);
        if (is_direction_control(c)) continue;
        if (is_blank(c)) {
            if (!blank_before && starts.size() < name_characters_max) after_word = starts.size();
            blank_before = true;
            continue;
        }
        if (blank_before && !name.empty()) {
            starts.push_back(name.size());
            name += ' ';
            before = ' ';
            state = 0;
        }
        blank_before = false;
        if (name.empty() || before == ' ' || utf8proc_grapheme_break_stateful(before, c, &state)) starts.push_back(name.size());
        name += text;
        before = c;
    }
    if (starts.size() <= name_characters_max) return name;
    const std::size_t kept = after_word + lost_characters_max >= name_characters_max ? after_word : name_characters_max - 1;
    return name.substr(0, starts[kept]) + "…";
}

std::string isolated(std::string_view text) { return "\u2068" + std::string(text) + "\u2069"; }

}  // namespace sawt
