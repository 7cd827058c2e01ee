#include "rating_grid.hpp"

#include <algorithm>

namespace sawt {

scale read_scale(const params& from) {
    constexpr std::int64_t far = 1'000'000'000;
    const auto min = from.integer("min", -far, far);
    const auto max = from.integer("max", -far, far);
    if (!min) params::refuse("min", "is missing: the lowest value of the scale, a whole number");
    if (!max) params::refuse("max", "is missing: the highest value of the scale, a whole number");
    if (*max <= *min) params::refuse("max", "must be more than min");
    return {*min, *max};
}

rating_grid::rating_grid(std::size_t options, std::vector<scale> axes) : options_(options), axes_(std::move(axes)) {
    for (const scale& axis : axes_) {
        starts_.push_back(width_);
        width_ += axis.categories();
    }
}

mark rating_grid::rating(std::uint64_t cell) const {
    const std::uint64_t within = cell % width_;
    const auto axis = static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), within) - starts_.begin()) - 1;
    return {static_cast<std::uint32_t>(cell / width_), static_cast<std::uint32_t>(axis), axes_[axis].min + static_cast<std::int64_t>(within - starts_[axis])};
}

}  // namespace sawt
