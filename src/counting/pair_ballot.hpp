// The ballot of comparisons: one pair, `{"winner":"A","loser":"B"}`, `{"tie":["A","B"]}` or `{"skip":["A","B"]}`, or several pairs of a
// sitting as `{"pairs":[…]}`.
#pragma once

#include "ballot_paper.hpp"

namespace sawt {

// One mark for each pair that was judged, in the order of its options: the better one as `option`, the other as `axis`, and the value
// `pair_won`; of a tie the one that is earlier on the paper as `option`, and `pair_tied`.
inline constexpr std::int64_t pair_won = 1;
inline constexpr std::int64_t pair_tied = 0;

// Blank when there is no pair, or all are skipped. Invalid for `wrong-shape`, `unknown-option`, and `repeated-option`: an option against
// itself, or a pair that is named twice on the ballot, in either order.
reading read_pairs(const ballot_paper& paper, const nlohmann::json& ballot);

}  // namespace sawt
