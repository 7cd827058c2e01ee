#include "exact_json.hpp"

#include <nlohmann/json.hpp>

namespace sawt {

nlohmann::json exact_json(const rational& value) {
    constexpr std::int64_t whole_max = (std::int64_t{1} << 53) - 1;
    if (denominator(value) != 1 || value > whole_max || value < -whole_max) return to_text(value);
    return static_cast<std::int64_t>(numerator(value));
}

nlohmann::json exact_or_null(const std::optional<rational>& value) { return value ? exact_json(*value) : nlohmann::json(); }

}  // namespace sawt
