// Exact numbers. Every sum, share and threshold of a count is a rational of unbounded size, so that ten times 0.1 is 1 and
// three times 1/3 ties with 1; floats appear only where a quantity is irrational and never decide anything.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace sawt {

// Divide by a rational or a machine word, never by a cpp_int: Boost 1.81 takes rational(1) / cpp_int(3) for 1 (other numerators are right).
using rational = boost::multiprecision::cpp_rational;

// Reads "3", "-3", "p/q" with q > 0, or an exact decimal ("0.1" is one tenth). Nothing else: no blanks, no exponent, no sign but a leading '-'.
// At most 4,096 characters, so that a hostile file cannot make a number that takes minutes to reduce.
std::optional<rational> parse_rational(std::string_view text);

// "3" when whole, else "p/q" in lowest terms.
std::string to_text(const rational& value);

}  // namespace sawt
