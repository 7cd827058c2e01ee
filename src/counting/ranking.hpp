// From scores to places: tiers, winners, and the tie for the last place. Shared by all methods that rank by a score.
#pragma once

#include "params.hpp"

namespace sawt {

struct places {
    std::uint32_t seats = 1;
    bool by_order = false;  // ties for the last place go to the option earlier on the ballot paper; else all that tie are winners
};

places read_places(const params& from);

// Fills winners, ranking and tie from the scores. Options without a score come last and never win; nobody wins when nothing was counted.
void rank_by_score(outcome& result, const places& wanted, bool any_counted);

// The same from a ranking that is there already, for methods that compare by more than the score, or have no scores.
void fill_places(outcome& result, const places& wanted, bool any_counted);

}  // namespace sawt
