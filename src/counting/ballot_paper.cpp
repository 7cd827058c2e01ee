#include "ballot_paper.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace sawt {

ballot_paper::ballot_paper(std::span<const std::string> options) : ids_(options.begin(), options.end()), by_id_(options.size()) {
    const auto by_id = [this](std::uint32_t left, std::uint32_t right) { return ids_[left] < ids_[right]; };
    std::iota(by_id_.begin(), by_id_.end(), 0U);
    std::sort(by_id_.begin(), by_id_.end(), by_id);
    const auto twice = std::adjacent_find(by_id_.begin(), by_id_.end(), [&](auto left, auto right) { return !by_id(left, right); });
    if (twice != by_id_.end()) throw rule_problem{"options", "must all be different; \"" + ids_[*twice] + "\" comes twice"};
}

std::optional<std::uint32_t> ballot_paper::find(std::string_view id) const {
    const auto found = std::lower_bound(by_id_.begin(), by_id_.end(), id, [this](std::uint32_t option, std::string_view wanted) { return ids_[option] < wanted; });
    if (found == by_id_.end() || ids_[*found] != id) return std::nullopt;
    return *found;
}

reading invalid_ballot(std::string_view reason) { return {standing::invalid, {}, reason}; }

reading blank_ballot() { return {standing::blank, {}, {}}; }

reading counted_ballot(std::vector<mark> options) {
    std::sort(options.begin(), options.end(), [](const mark& left, const mark& right) { return left.option < right.option; });
    return {standing::counted, {std::move(options), {}}, {}};
}

std::optional<std::int64_t> whole_value(const nlohmann::json& value) {
    using limits = std::numeric_limits<std::int64_t>;
    if (value.is_number_unsigned()) return static_cast<std::int64_t>(std::min<std::uint64_t>(value.get<std::uint64_t>(), limits::max()));
    if (value.is_number_integer()) return value.get<std::int64_t>();
    if (!value.is_number_float()) return std::nullopt;
    const double number = value.get<double>();
    if (std::trunc(number) != number) return std::nullopt;
    if (std::abs(number) >= 0x1p63) return number > 0 ? limits::max() : limits::min();
    return static_cast<std::int64_t>(number);
}

}  // namespace sawt
