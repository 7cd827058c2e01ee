// One stakeholder group's ballots inside a ballot box: their tally, and how many were cast, blank and invalid.
#pragma once

#include "counting/exact_sum.hpp"

#include <sawt/ballot_box.hpp>

namespace sawt {

struct ballot_box::part {
    std::unique_ptr<tally> votes;
    exact_sum weight;  // of the counted ballots, without the weight of the group
    std::uint64_t ballots = 0;
    std::uint64_t empty = 0;
    std::uint64_t invalid = 0;

    part clone() const { return {votes->clone(), weight, ballots, empty, invalid}; }

    weighted_tally times(std::string_view group, rational factor) const { return {group, votes.get(), weight.total(), std::move(factor)}; }

    void enter(turnout& cast, const rational& factor) const {
        cast.ballots += ballots;
        cast.empty += empty;
        cast.invalid += invalid;
        cast.weight += weight.total() * factor;
    }
};

}  // namespace sawt
