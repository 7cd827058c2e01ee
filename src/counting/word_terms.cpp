#include "word_terms.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace sawt {

namespace {

using code_point = utf8proc_int32_t;

bool within(code_point c, code_point first, code_point last) { return c >= first && c <= last; }

std::optional<std::string> mapped(std::string_view text, int options) {
    utf8proc_uint8_t* made = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &made,
                                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(made, &std::free);
    if (size < 0) return std::nullopt;
    return std::string(reinterpret_cast<const char*>(made), static_cast<std::size_t>(size));
}

// Calls visit(code point) for each one of a well-formed text.
template <class Visit>
void for_each_code_point(std::string_view text, Visit visit) {
    auto at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (auto left = static_cast<utf8proc_ssize_t>(text.size()); left > 0;) {
        code_point c = 0;
        const auto size = utf8proc_iterate(at, left, &c);
        if (size <= 0) return;
        visit(c);
        at += size;
        left -= size;
    }
}

void append(std::string& to, code_point c) {
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(c, bytes);
    to.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool is_joiner(code_point c) { return c == 0x200C || c == 0x200D; }

// Zero-width and direction marks, the byte-order mark, the soft hyphen.
bool is_invisible(code_point c) {
    return within(c, 0x200B, 0x200F) || within(c, 0x202A, 0x202E) || within(c, 0x2066, 0x2069) || c == 0xFEFF || c == 0x00AD;
}

// Harakat and the other marks over and under Arabic letters, and tatweel, which only stretches a word.
bool is_arabic_mark(code_point c) { return within(c, 0x064B, 0x065F) || c == 0x0670 || c == 0x0640; }

// Letters and signs that are written for one another.
code_point alike(code_point c) {
    switch (c) {
        case 0x0622:  // alef with madda
        case 0x0623:  // alef with hamza above
        case 0x0625:  // alef with hamza below
        case 0x0671:  // alef wasla
            return 0x0627;
        case 0x0649:  // alef maksura
        case 0x06CC:  // Persian ya
            return 0x064A;
        case 0x06A9:  // keheh
            return 0x0643;
        case 0x2018:
        case 0x2019:
        case 0x02BC: return '\'';
        default: break;
    }
    if (within(c, 0x0660, 0x0669)) return '0' + (c - 0x0660);
    if (within(c, 0x06F0, 0x06F9)) return '0' + (c - 0x06F0);
    return c;
}

// White space of Unicode: the separators, and the controls from tab to carriage return and U+0085.
bool is_white_space(code_point c) {
    if (within(c, 0x09, 0x0D) || c == 0x85) return true;
    const auto category = utf8proc_category(c);
    return category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP;
}

bool is_punctuation(code_point c) {
    const auto category = utf8proc_category(c);
    return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
}

// Runs of white space become one space; white space and punctuation go from both ends.
std::string tidied(std::string_view text) {
    std::string tidy;
    std::size_t end = 0;  // after the last character that is neither
    bool space = false;
    for_each_code_point(text, [&](code_point c) {
        if (is_white_space(c)) {
            space = true;
            return;
        }
        const bool outer = is_punctuation(c);
        if (tidy.empty() && outer) {
            space = false;
            return;
        }
        if (space && !tidy.empty()) tidy.push_back(' ');
        space = false;
        append(tidy, c);
        if (!outer) end = tidy.size();
    });
    tidy.resize(end);
    return tidy;
}

}  // namespace

std::optional<std::string> term_of(std::string_view text) {
    const auto compatible = mapped(text, UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    if (!compatible) return std::nullopt;
    std::string letters;
    letters.reserve(compatible->size());
    for_each_code_point(*compatible, [&](code_point c) {
        if (!is_invisible(c) && !is_arabic_mark(c)) append(letters, alike(c));
    });
    const auto folded = mapped(letters, UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE);
    if (!folded) return std::nullopt;
    return tidied(*folded);
}

std::string spelling_of(std::string_view text) {
    std::string visible;
    for_each_code_point(mapped(text, UTF8PROC_COMPOSE).value_or(""), [&](code_point c) {
        const bool is_control = utf8proc_category(c) == UTF8PROC_CATEGORY_CC && !is_white_space(c);
        if (!is_control && (!is_invisible(c) || is_joiner(c))) append(visible, c);
    });
    return tidied(visible);
}

}  // namespace sawt
