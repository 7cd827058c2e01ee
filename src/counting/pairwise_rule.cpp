#include "pairwise_rule.hpp"

namespace sawt {

strength read_strength(const params& rules) {
    return rules.one_of("strength", {"winning", "margins"}) == "winning" ? strength::winning : strength::margins;
}

pairwise_rule::pairwise_rule(const rule_spec& spec, strength by)
    : paper_(spec.options),
      wanted_(read_places(params(spec.params))),
      ballot_(params(spec.params)),
      how_(params(spec.params).one_of("unranked", {"last", "ignore"}) == "last" ? unranked::last : unranked::ignore),
      by_(by) {
    refuse_too_many_options(paper_.size());
}

outcome pairwise_rule::count(std::span<const weighted_tally> parts) const {
    outcome result;
    bool any_counted = false;
    for (const weighted_tally& part : parts) {
        any_counted = any_counted || !pairwise_tally::of(part).empty();
        result.base += part.weight * part.factor;
    }
    decide(result, pairwise_counts(parts, paper_.size(), how_, by_ == strength::margins), any_counted);
    return result;
}

}  // namespace sawt
