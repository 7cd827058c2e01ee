#include "utf8.hpp"

#include <algorithm>
#include <cstdint>

namespace sawt {

bool is_utf8(std::string_view text) {
    auto at = text.begin();
    const auto end = text.end();
    // The first continuation byte has a narrower range after some lead bytes; that alone rules out surrogates, long forms and what is too big.
    const auto continues = [&](std::uint8_t least, std::uint8_t most) {
        if (at == end) return false;
        const auto byte = static_cast<std::uint8_t>(*at++);
        return byte >= least && byte <= most;
    };
    while (at != end) {
        const auto lead = static_cast<std::uint8_t>(*at++);
        if (lead < 0x80) continue;
        bool good = false;
        if (lead >= 0xC2 && lead <= 0xDF)
            good = continues(0x80, 0xBF);
        else if (lead >= 0xE0 && lead <= 0xEF)
            good = continues(lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) && continues(0x80, 0xBF);
        else if (lead >= 0xF0 && lead <= 0xF4)
            good = continues(lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) && continues(0x80, 0xBF) && continues(0x80, 0xBF);
        if (!good) return false;
    }
    return true;
}

// The order of UTF-8 bytes is the order of code points. UTF-16 differs from it in one place: characters beyond U+FFFF (lead bytes F0 and
// up) are written with surrogates, D800-DFFF, and so come before U+E000-U+FFFF (lead bytes EE and EF).
bool utf16_less(std::string_view left, std::string_view right) {
    const auto [l, r] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    if (r == right.end()) return false;
    if (l == left.end()) return true;
    const auto a = static_cast<std::uint8_t>(*l);
    const auto b = static_cast<std::uint8_t>(*r);
    if (a >= 0xEE && b >= 0xEE && (a >= 0xF0) != (b >= 0xF0)) return a >= 0xF0;
    return a < b;
}

}  // namespace sawt
