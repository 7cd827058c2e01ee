// Writes what utf8proc knows of each character as C++ tables for a build without it. Runs on the machine that builds.
#include <utf8proc.h>

#include <cstdio>
#include <cstdlib>

int main() {
    std::puts("// Made by unicode_tables.cpp.\n// Where a run of characters of one category begins.\nconstexpr category_run category_runs[] = {");
    int before = -1;
    for (utf8proc_int32_t c = 0; c <= 0x10FFFF; ++c)
        if (const int category = utf8proc_category(c); category != before) std::printf("{0x%X,%d},", static_cast<unsigned>(c), before = category);
    std::puts("};\n\n// What becomes of a character when case is folded, in UTF-8.\nconstexpr folding foldings[] = {");
    for (utf8proc_int32_t c = 0x80; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        utf8proc_uint8_t text[5]{}, *folded = nullptr, *kept = nullptr;
        text[utf8proc_encode_char(c, text)] = 0;
        const auto nul = [](int options) { return static_cast<utf8proc_option_t>(UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE | options); };
        if (utf8proc_map(text, 0, &folded, nul(UTF8PROC_CASEFOLD)) < 0 || utf8proc_map(text, 0, &kept, nul(0)) < 0) return 1;
        bool same = true;
        for (int i = 0; same && (folded[i] != 0 || kept[i] != 0); ++i) same = folded[i] == kept[i];
        if (!same) {
            std::printf("{0x%X,\"", static_cast<unsigned>(c));
            for (int i = 0; folded[i] != 0; ++i) std::printf("\\%03o", static_cast<unsigned>(folded[i]));
            std::printf("\"},\n");
        }
        std::free(folded);
        std::free(kept);
    }
    std::puts("};");
}
