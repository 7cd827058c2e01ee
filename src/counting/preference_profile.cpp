#include "preference_profile.hpp"

namespace sawt {

equal_ranks read_equal_ranks(const params& rules) { return rules.one_of("equal_ranks", {"split", "exhaust"}) == "split" ? equal_ranks::split : equal_ranks::exhaust; }

void preferences::add(const ranking_order& order, equal_ranks how) {
    for (std::size_t tier = 0; tier < order.tiers(); ++tier) {
        const auto options = order.tier(tier);
        if (options.size() > 1 && how == equal_ranks::exhaust) break;
        for (const std::uint32_t option : options) entries_.push_back(option << 1 | 1U);
        entries_.back() &= ~1U;
    }
    begins_.push_back(entries_.size());
}

profile_scale scale_of(std::span<const weighted_tally> parts) {
    constexpr std::int64_t word_max = std::int64_t{1} << 60;  // sums of some of the weights are never more than all of them
    profile_scale found;
    rational total = 0;
    for (const weighted_tally& part : parts) {
        cpp_int parts_of_rests = 1;
        rational of_part = 0;
        std::int64_t words = 0;
        ballot_pile::of(part).for_each_weight([&](const pile_weight& weight) {
            if (weight.rest) {
                parts_of_rests = lcm(parts_of_rests, denominator(*weight.rest));
                of_part += *weight.rest;
            }
            if (words > word_max || words < -word_max) {
                of_part += words;
                words = 0;
            }
            words += weight.whole;  // each is at most twice word_max, and some
        });
        found.scale = lcm(found.scale, cpp_int(parts_of_rests * denominator(part.factor)));
        total += (of_part + words) * part.factor;
    }
    found.fits_words = found.scale <= word_max && total * found.scale <= word_max;
    return found;
}

template <class Whole>
preference_profile<Whole>::preference_profile(std::span<const weighted_tally> parts, equal_ranks how, const cpp_int& scale) : scale_(scale) {
    std::size_t ballots = 0;
    for (const weighted_tally& part : parts) ballots += ballot_pile::of(part).size();
    weights_.reserve(ballots);
    ranking_order order;
    for (const weighted_tally& part : parts) {
        const auto units = static_cast<Whole>(numerator(rational(part.factor * scale)));  // whole, and so is their product with each weight
        ballot_pile::of(part).for_each([&](std::span<const mark> ballot, const pile_weight& weight) {
            order.assign(ballot);
            add(order, how);
            if (!weight.rest) weights_.push_back(weight.whole * units);
            else weights_.push_back(static_cast<Whole>(numerator(rational(weight.total() * units))));
            total_ += weights_.back();
        });
    }
}

template class preference_profile<std::int64_t>;
template class preference_profile<cpp_int>;

}  // namespace sawt
