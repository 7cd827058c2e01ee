// Exact numbers as JSON, the same in every key of every result.
#pragma once

#include <sawt/rational.hpp>

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace sawt {

// A whole number that every JSON reader holds exactly is a number; all else is an exact text, "p/q" or the digits.
nlohmann::json exact_json(const rational& value);

// Null where there is no value.
nlohmann::json exact_or_null(const std::optional<rational>& value);

}  // namespace sawt
