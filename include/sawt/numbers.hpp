// Numbers as people read them: rounded half up to two decimals at most, separators and digits of the language, and the plural category that
// CLDR gives to the number as it is shown. The pages write numbers by the same rules (web/shared/numbers.js).
#pragma once

#include <sawt/rational.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sawt {

// The categories of CLDR, in its order.
enum class plural : std::uint8_t { zero, one, two, few, many, other };

// A decimal number before it has separators: ASCII digits, no sign. A value that is not 0 never comes out as 0: below a hundredth it keeps
// two significant digits.
struct decimal {
    std::string whole;
    std::string part;  // after the point, without zeros at the end
    bool negative = false;
};

decimal to_decimal(const rational& value);

// A share of 1 in per cent, without decimals where that does not mislead: what is not exactly nothing, half or all never looks as if it were.
decimal to_percent(const rational& share);

// Shares of one base that stand side by side, in per cent, all with as many decimals: none, or one where whole numbers would mislead, that is where
// the scores make up the whole base and the rounded ones do not add up to 100, or where something would show as 0 or 100 that is not.
// What has no score, and every score of an empty base, is 0.
std::vector<decimal> to_percents(std::span<const std::optional<rational>> scores, const rational& base);

plural arabic_plural(const decimal& shown);
plural english_plural(const decimal& shown);
plural french_plural(const decimal& shown);

// How a language writes numbers.
struct number_style {
    std::string_view thousands;
    std::string_view point;
    std::string_view percent;  // after the number, with its space
    bool arabic_indic = false;
};

// Of ar, en and fr; any other language writes as English does. Arabic-Indic digits belong to Arabic text: the others keep ASCII digits.
number_style style_of(std::string_view language, bool arabic_indic_digits);

std::string written(const decimal& number, const number_style& style);

// ASCII digits of a text in the digits of the style.
std::string in_digits(std::string_view text, const number_style& style);

}  // namespace sawt
