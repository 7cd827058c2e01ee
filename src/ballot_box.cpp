#include <sawt/ballot_box.hpp>

#include "ballot_box_part.hpp"
#include "counting/ballot_paper.hpp"

#include <algorithm>
#include <cassert>

namespace sawt {

namespace {

rational factor_of(const std::string& group, const rational& cast_weight, const group_weighting& weighting) {
    const auto found = weighting.weights.find(group);
    if (weighting.how == group_weighting::mode::multiplier) return found == weighting.weights.end() ? rational(1) : found->second;
    // A group without counted weight adds nothing, and its share goes to nobody.
    if (found == weighting.weights.end() || cast_weight == 0) return 0;
    return found->second / cast_weight;
}

}  // namespace

ballot_box::ballot_box(std::shared_ptr<const counting_rule> rule, group_weighting weighting, electorate entitled)
    : rule_(std::move(rule)), weighting_(std::move(weighting)), entitled_(std::move(entitled)) {}

ballot_box ballot_box::clone() const {
    ballot_box copy(rule_, weighting_, entitled_);
    for (const auto& [group, of_group] : parts_) copy.parts_.emplace(group, std::make_shared<part>(of_group->clone()));
    copy.superseded_ = superseded_;
    return copy;
}

std::string_view ballot_box::objection_to(const reading& ballot, std::string_view group, const rational& weight) const {
    if (ballot.is == standing::invalid) return ballot.reason;
    if (weight < 0) return reasons::negative_weight;
    if (weighting_.how == group_weighting::mode::share && !weighting_.weights.contains(group)) return reasons::no_group_weight;
    return {};
}

standing ballot_box::stands(const reading& ballot, std::string_view group, const rational& weight) const {
    return objection_to(ballot, group, weight).empty() ? ballot.is : standing::invalid;
}

standing ballot_box::add(const reading& ballot, std::string_view group, std::uint64_t n, const rational& weight) {
    const standing is = stands(ballot, group, weight);
    if (n == 0) return is;
    auto found = parts_.find(group);
    if (found == parts_.end()) {
        found = parts_.emplace(std::string(group), std::make_shared<part>()).first;
        found->second->votes = rule_->open_tally();
    }
    part& of_group = *found->second;
    of_group.ballots += n;
    if (is == standing::blank) of_group.empty += n;
    if (is == standing::invalid) of_group.invalid += n;
    if (is == standing::counted) {
        const rational all = n == 1 ? weight : rational(weight * n);
        of_group.votes->add(ballot.says, all);
        of_group.weight.add(exact_weight(all), 1);
    }
    return is;
}

void ballot_box::take_back(const reading& ballot, std::string_view group, std::uint64_t n, const rational& weight, bool superseded) {
    if (superseded) superseded_ += n;
    if (n == 0) return;
    const auto found = parts_.find(group);
    assert(found != parts_.end() && found->second->ballots >= n && "only what was added can be taken back");
    const standing is = stands(ballot, group, weight);
    part& of_group = *found->second;
    of_group.ballots -= n;
    if (is == standing::blank) of_group.empty -= n;
    if (is == standing::invalid) of_group.invalid -= n;
    if (is == standing::counted) {
        const rational all = n == 1 ? weight : rational(weight * n);
        of_group.votes->take_back(ballot.says, all);
        of_group.weight.add(exact_weight(all), -1);
    }
}

turnout ballot_box::cast() const {
    turnout all;
    for (const auto& [group, of_group] : parts_) of_group->enter(all, factor_of(group, of_group->weight.total(), weighting_));
    all.superseded = superseded_;
    return all;
}

std::vector<weighted_tally> ballot_box::weighted(std::span<const std::string> without) const {
    std::vector<weighted_tally> parts;
    parts.reserve(parts_.size());
    for (const auto& [group, of_group] : parts_) {
        if (std::find(without.begin(), without.end(), group) != without.end()) continue;
        parts.push_back(of_group->times(group, factor_of(group, of_group->weight.total(), weighting_)));
    }
    return parts;
}

outcome ballot_box::count_without(std::span<const std::string> groups) const { return rule_->count(weighted(groups)); }

std::string ballot_box::shift_since(const ballot_box& before, const tally& shifts) const { return rule_->tell_shift(shifts, before.weighted(), weighted()); }

}  // namespace sawt
