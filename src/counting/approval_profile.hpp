// The approval ballots of a whole count with their weights as whole numbers, for methods that go through the ballots again and again.
// Made from ballot piles when a count begins, and read only from then on.
#pragma once

#include "ballot_pile.hpp"

namespace sawt {

using whole_number = boost::multiprecision::cpp_int;

struct approval_profile {
    // Every tally must be a ballot_pile. Groups of factor 0 and ballots of weight 0 are left out: they have no effect.
    approval_profile(std::span<const weighted_tally> parts, std::size_t options);

    std::size_t ballots() const { return weights.size(); }
    std::span<const std::uint32_t> approved_by(std::size_t ballot) const { return std::span(approved).subspan(first[ballot], first[ballot + 1] - first[ballot]); }
    rational votes_of(std::size_t option) const { return rational(votes[option], scale); }

    std::vector<std::uint32_t> approved;  // the options of all ballots, one ballot after another
    std::vector<std::size_t> first;       // where the options of each ballot begin, and the end
    std::vector<whole_number> weights;    // of each ballot, times `scale`
    std::vector<whole_number> votes;      // of each option, times `scale`
    whole_number all = 0;                 // the weight of all ballots, times `scale`
    whole_number scale = 1;
    bool any_counted = false;             // also by ballots of weight 0
    rational weight;                      // of the counted ballots, as the outcome tells it
};

}  // namespace sawt
