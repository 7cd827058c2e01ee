#include "approval_profile.hpp"

namespace sawt {

namespace {

// The least number that makes every weight of the part whole, its factor included (or a multiple of it).
whole_number scale_of(const weighted_tally& part) {
    whole_number scale = 1;
    ballot_pile::of(part).for_each([&](auto, const pile_weight& weight) {
        if (weight.rest) scale = lcm(scale, denominator(*weight.rest));
    });
    return scale * denominator(part.factor);
}

}  // namespace

approval_profile::approval_profile(std::span<const weighted_tally> parts, std::size_t options) : first{0}, votes(options) {
    for (const weighted_tally& part : parts)
        if (part.factor != 0) scale = lcm(scale, scale_of(part));

    whole_number common = 0;
    for (const weighted_tally& part : parts) {
        const ballot_pile& pile = ballot_pile::of(part);
        any_counted = any_counted || !pile.empty();
        weight += part.weight * part.factor;
        if (part.factor == 0) continue;
        const whole_number times = numerator(rational(part.factor * scale));
        pile.for_each([&](std::span<const mark> says, const pile_weight& of_pile) {
            whole_number scaled = of_pile.rest ? numerator(rational(of_pile.total() * times)) : whole_number(times * of_pile.whole);
            if (scaled == 0) return;
            if (common != 1) common = gcd(common, scaled);
            for (const mark& m : says) approved.push_back(m.option);
            first.push_back(approved.size());
            weights.push_back(std::move(scaled));
        });
    }

    // In lowest terms: weights of shares have large denominators in common, and small numbers are faster.
    if (common > 1) common = gcd(common, scale);
    if (common > 1) {
        scale /= common;
        for (whole_number& each : weights) each /= common;
    }
    for (std::size_t ballot = 0; ballot < weights.size(); ++ballot) {
        all += weights[ballot];
        for (const std::uint32_t option : approved_by(ballot)) votes[option] += weights[ballot];
    }
}

}  // namespace sawt
