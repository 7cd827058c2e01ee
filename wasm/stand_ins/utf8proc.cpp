#include <utf8proc.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>

// The text in the page's normal form, in memory of malloc; nothing and -1 where it is not UTF-8.
extern "C" __attribute__((import_module("page"), import_name("normalize"))) std::ptrdiff_t page_normalize(const void* text, std::size_t size, int compatible, std::uint8_t** made);

namespace {

struct category_run {
    utf8proc_int32_t first;
    int category;
};

struct folding {
    utf8proc_int32_t from;
    const char* to;
};

#include "unicode_tables.inc"

// A code point of well-formed UTF-8 and its length; 0 where it is not well-formed.
int decode(const utf8proc_uint8_t* text, utf8proc_ssize_t size, utf8proc_int32_t& c) {
    const int length = text[0] < 0x80 ? 1 : text[0] < 0xC2 ? 0 : text[0] < 0xE0 ? 2 : text[0] < 0xF0 ? 3 : text[0] < 0xF5 ? 4 : 0;
    if (length == 0 || length > size) return 0;
    c = length == 1 ? text[0] : text[0] & (0x7F >> length);
    for (int i = 1; i < length; ++i) {
        if ((text[i] & 0xC0) != 0x80) return 0;
        c = c << 6 | (text[i] & 0x3F);
    }
    const bool shortest = length < 3 || c >= (length == 3 ? 0x800 : 0x10000);
    return shortest && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF) ? length : 0;
}

bool folded(const utf8proc_uint8_t* text, utf8proc_ssize_t size, std::string& into) {
    while (size > 0) {
        utf8proc_int32_t c = 0;
        const int length = decode(text, size, c);
        if (length == 0) return false;
        const auto* found = std::lower_bound(std::begin(foldings), std::end(foldings), c, [](const folding& one, utf8proc_int32_t of) { return one.from < of; });
        if (c < 0x80) into.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
        else if (found != std::end(foldings) && found->from == c) into.append(found->to);
        else into.append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
        text += length;
        size -= length;
    }
    return true;
}

}  // namespace

utf8proc_ssize_t utf8proc_map(const utf8proc_uint8_t* text, utf8proc_ssize_t size, utf8proc_uint8_t** made, utf8proc_option_t options) {
    std::string changed;
    if ((options & UTF8PROC_CASEFOLD) != 0) {
        if (!folded(text, size, changed)) return -1;
    } else {
        changed.assign(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
    }
    return page_normalize(changed.data(), changed.size(), (options & UTF8PROC_COMPAT) != 0, made);
}

utf8proc_ssize_t utf8proc_iterate(const utf8proc_uint8_t* text, utf8proc_ssize_t size, utf8proc_int32_t* c) {
    *c = -1;
    if (size <= 0) return 0;
    const int length = decode(text, size, *c);
    return length > 0 ? length : -1;
}

utf8proc_ssize_t utf8proc_encode_char(utf8proc_int32_t c, utf8proc_uint8_t* into) {
    const int length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    if (length == 1) {
        into[0] = static_cast<utf8proc_uint8_t>(c);
        return 1;
    }
    for (int i = length - 1; i > 0; --i, c >>= 6) into[i] = static_cast<utf8proc_uint8_t>(0x80 | (c & 0x3F));
    into[0] = static_cast<utf8proc_uint8_t>((0xF00 >> length & 0xFF) | c);
    return length;
}

utf8proc_category_t utf8proc_category(utf8proc_int32_t c) {
    const auto* after = std::upper_bound(std::begin(category_runs), std::end(category_runs), c, [](utf8proc_int32_t of, const category_run& run) { return of < run.first; });
    return static_cast<utf8proc_category_t>(std::prev(after)->category);
}

// Names are cut with it and nothing is counted: a mark stays with its letter, and what a joiner joins, a flag or a skin tone is kept whole.
bool utf8proc_grapheme_break_stateful(utf8proc_int32_t before, utf8proc_int32_t c, utf8proc_int32_t* state) {
    const auto category = utf8proc_category(c);
    const bool marks = category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME;
    const bool joins = c == 0x200D || before == 0x200D || (c >= 0x1F3FB && c <= 0x1F3FF);
    const auto is_flag = [](utf8proc_int32_t one) { return one >= 0x1F1E6 && one <= 0x1F1FF; };
    const bool second_of_flag = is_flag(before) && is_flag(c) && *state == 0;
    *state = second_of_flag ? 1 : 0;
    return !(marks || joins || second_of_flag);
}
