// UTF-8 as the log needs it: whether bytes are well-formed, and the order of texts by their UTF-16 code units. Pure functions.
#pragma once

#include <string_view>

namespace sawt {

// Well-formed as Unicode defines it (table 3-7): no surrogates, nothing beyond U+10FFFF, no longer form than needed.
bool is_utf8(std::string_view text);

// Whether `left` comes before `right` by UTF-16 code units; both must be well-formed UTF-8.
bool utf16_less(std::string_view left, std::string_view right);

}  // namespace sawt
