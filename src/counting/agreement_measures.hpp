// How far the ratings of one option agree, after three authors. Weights are frequencies; every measure is null where nobody rated.
#pragma once

#include "rating_grid.hpp"
#include "weighted_distribution.hpp"

namespace sawt {

// Agreement A of van der Eijk ("Measuring agreement in ordered rating scales", Quality & Quantity 35, 2001): 1 where all chose one value, 0 where
// all values were chosen alike, -1 where half chose each end. Exact. Null for a scale of fewer than three values.
std::optional<rational> van_der_eijk(const weighted_distribution& ratings, const scale& on);

// Consensus of Tastle and Wierman (2007): 1 where all agree, 0 where half sit at each end of the scale. Irrational, so a float.
std::optional<double> tastle_wierman(const weighted_distribution& ratings, const scale& on);

// Within-group agreement r_wg of James, Demaree and Wolf (1984): 1 less the ratio of the variance (divisor: weight less 1) to that of chance over
// the whole scale; never below 0. Exact. Null for a weight of 1 or less.
std::optional<rational> within_group(const weighted_distribution& ratings, const scale& on);

}  // namespace sawt
