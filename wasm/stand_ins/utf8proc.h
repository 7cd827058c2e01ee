// What the library asks of utf8proc, for a build that has none. Categories and folded letters come from tables that utf8proc itself fills at
// build time (unicode_tables.cpp), so both programs count words alike; normal forms are the browser's.
#pragma once

#include <cstddef>
#include <cstdint>

using utf8proc_uint8_t = std::uint8_t;
using utf8proc_int32_t = std::int32_t;
using utf8proc_ssize_t = std::ptrdiff_t;

// The values that the tables hold are those of utf8proc 2.
enum utf8proc_category_t {
    UTF8PROC_CATEGORY_MN = 6,
    UTF8PROC_CATEGORY_MC = 7,
    UTF8PROC_CATEGORY_ME = 8,
    UTF8PROC_CATEGORY_PC = 12,
    UTF8PROC_CATEGORY_PO = 18,
    UTF8PROC_CATEGORY_ZS = 23,
    UTF8PROC_CATEGORY_ZL = 24,
    UTF8PROC_CATEGORY_ZP = 25,
    UTF8PROC_CATEGORY_CC = 26,
};

enum utf8proc_option_t { UTF8PROC_STABLE = 1 << 1, UTF8PROC_COMPAT = 1 << 2, UTF8PROC_COMPOSE = 1 << 3, UTF8PROC_CASEFOLD = 1 << 10 };

utf8proc_ssize_t utf8proc_map(const utf8proc_uint8_t* text, utf8proc_ssize_t size, utf8proc_uint8_t** made, utf8proc_option_t options);
utf8proc_ssize_t utf8proc_iterate(const utf8proc_uint8_t* text, utf8proc_ssize_t size, utf8proc_int32_t* c);
utf8proc_ssize_t utf8proc_encode_char(utf8proc_int32_t c, utf8proc_uint8_t* into);
utf8proc_category_t utf8proc_category(utf8proc_int32_t c);
bool utf8proc_grapheme_break_stateful(utf8proc_int32_t before, utf8proc_int32_t c, utf8proc_int32_t* state);
