#include "additive.hpp"

#include "exact_sum.hpp"

#include <cassert>

namespace sawt {

namespace {

class additive_tally final : public tally {
public:
    explicit additive_tally(std::size_t options) : sums_(options) {}

    void add(const marks& ballot, const rational& weight) override { change(ballot, weight, 1); }
    void take_back(const marks& ballot, const rational& weight) override { change(ballot, weight, -1); }
    std::unique_ptr<tally> clone() const override { return std::make_unique<additive_tally>(*this); }

    // Ballots of weight 0 count although they add nothing, so their number is kept apart from the sums.
    bool empty() const { return entries_ == 0; }
    rational sum(std::size_t option) const { return sums_[option].total(); }

private:
    void change(const marks& ballot, const rational& weight, std::int64_t sign) {
        const exact_weight each(weight);
        for (const mark& m : ballot.options) sums_[m.option].add(each, sign * m.value);
        entries_ += sign;
    }

    std::vector<exact_sum> sums_;
    std::int64_t entries_ = 0;
};

const additive_tally& own(const tally* votes) {
    assert(dynamic_cast<const additive_tally*>(votes));
    return static_cast<const additive_tally&>(*votes);
}

}  // namespace

additive_rule::additive_rule(const rule_spec& spec) : paper_(spec.options), wanted_(read_places(params(spec.params))) {}

std::unique_ptr<tally> additive_rule::open_tally() const { return std::make_unique<additive_tally>(paper_.size()); }

outcome additive_rule::count(std::span<const weighted_tally> parts) const {
    outcome result;
    result.scores.assign(paper_.size(), rational(0));
    bool any_counted = false;
    for (const weighted_tally& part : parts) {
        const additive_tally& votes = own(part.votes);
        any_counted = any_counted || !votes.empty();
        result.base += part.weight * part.factor;
        for (std::size_t option = 0; option < paper_.size(); ++option) *result.scores[option] += votes.sum(option) * part.factor;
    }
    rank_by_score(result, wanted_, any_counted);
    complete(result);
    return result;
}

}  // namespace sawt
