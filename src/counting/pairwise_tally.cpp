#include "pairwise_tally.hpp"

#include <cassert>

namespace sawt {

const pairwise_tally& pairwise_tally::of(const weighted_tally& part) {
    assert(dynamic_cast<const pairwise_tally*>(part.votes));
    return static_cast<const pairwise_tally&>(*part.votes);
}

void pairwise_tally::change(const marks& ballot, const rational& weight, int sign) {
    order_.assign(ballot.options);
    entries_ += sign;
    sums_.change(weight, sign, 1, [this](auto add) {
        const auto all = order_.options();
        for (std::size_t tier = 0; tier < order_.tiers(); ++tier) {
            const std::size_t begin = order_.tier_begin(tier);
            const std::size_t end = begin + order_.tier_size(tier);
            // Down to the tier itself, an option meets those above it and beside it, and itself; or it meets those below.
            const auto meets = how_ == unranked::last ? all.first(end) : all.subspan(end);
            for (const std::uint32_t option : all.subspan(begin, end - begin)) {
                const std::size_t row = option * options_;
                for (const std::uint32_t other : meets) add(row + other, 1);
            }
        }
    });
}

}  // namespace sawt
