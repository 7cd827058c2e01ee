// Scales and the cells of a tally of ratings: for each option, and on each axis where a method asks on several, one cell for each value
// of the scale. Plain values, fixed when a rule is made.
#pragma once

#include "params.hpp"

namespace sawt {

// Whole values from min to max, both included.
struct scale {
    std::int64_t min = 0;
    std::int64_t max = 0;

    std::uint64_t categories() const { return static_cast<std::uint64_t>(max - min) + 1; }
    bool has(std::int64_t value) const { return value >= min && value <= max; }
};

// Reads `min` and `max`, which every method that takes them needs. Values lie within a thousand million of zero, so that the difference of
// two and the squares of all of them are safe in a machine word.
scale read_scale(const params& from);

class rating_grid {
public:
    rating_grid(std::size_t options, std::vector<scale> axes);

    std::size_t options() const { return options_; }
    std::size_t axes() const { return axes_.size(); }
    const scale& on(std::size_t axis) const { return axes_[axis]; }
    std::uint64_t cells() const { return options_ * width_; }

    std::uint64_t cell(const mark& rating) const { return rating.option * width_ + starts_[rating.axis] + static_cast<std::uint64_t>(rating.value - axes_[rating.axis].min); }
    mark rating(std::uint64_t cell) const;  // the other way

private:
    std::size_t options_;
    std::vector<scale> axes_;
    std::vector<std::uint64_t> starts_;  // of each axis, within the cells of an option
    std::uint64_t width_ = 0;            // cells of one option
};

}  // namespace sawt
