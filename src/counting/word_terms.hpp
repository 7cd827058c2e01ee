// Words as voters write them, and the terms they are counted under: "Trust", " trust" and "TRUST!" are one term. Pure functions over the
// tables of Unicode, by utf8proc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sawt {

// Normalises a text: NFKC; Arabic marks, tatweel, zero-width and direction marks dropped; forms of alef, ya and kaf, digits and apostrophes made
// one; full case folding and NFC; runs of white space to one space; punctuation and spaces stripped at both ends. Ta marbuta and Latin accents
// stay, since they tell words apart. Empty when nothing is left, so the text is no word; nothing when it is not UTF-8.
std::optional<std::string> term_of(std::string_view text);

// The text as it may be shown: NFC, white space and both ends tidied as in its term, and without characters that are invisible or would
// turn the direction of what stands around them. Joiners stay: they shape letters and emoji.
std::string spelling_of(std::string_view text);

}  // namespace sawt
