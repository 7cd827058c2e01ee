// The axes of a priority matrix: `axes`, a list with `id`, `min`, `max`, and as wanted `threshold` (default: the middle of the scale) and
// `weight` (default 1; less than 0 where more is worse). `name`, `low` and `high` are words for the pages, which counting passes over.
#pragma once

#include "rating_grid.hpp"

namespace sawt {

struct priority_axis {
    std::string id;
    scale values;
    rational threshold;  // a mean from here on is high
    rational weight = 1;
};

std::vector<priority_axis> read_axes(const params& from);

}  // namespace sawt
