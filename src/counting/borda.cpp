// Borda (1784): places carry points. With m options:
//
// `average` (default): the places of a full ranking carry m-1+start, ..., start; tied options share the average of the places they fill, and so do
// the unranked ones, which fill the remaining places (the tournament count of Black 1958). `zero`: unranked options get nothing. `modified`
// (Emerson 2013): a ballot that lists k options gives k, ..., 1 to them. `dowdall` (Nauru): 1, 1/2, 1/3, ..., unranked nothing. Tied options
// average in all four.
//
// `start` (0) is a whole number or an exact text; `modified` and `dowdall` have their own points and do not know it. All exact: points
// are kept doubled, so that averages are whole, and Dowdall's are kept by place. Dowdall's count takes at most 1,000 options.
#include "dowdall_tally.hpp"
#include "methods.hpp"
#include "ranking.hpp"

#include <cassert>

namespace sawt {

namespace {

enum class variant : std::uint8_t { average, zero, modified, dowdall };

// Doubled points without `start`. What unranked options get too is added once, for all; ranked ones add only the difference. So a ballot costs
// what it ranks, not the number of options.
class borda_tally final : public tally {
public:
    borda_tally(std::size_t options, variant how) : options_(options), how_(how), sums_(2 * options + 1) {}

    void add(const marks& ballot, const rational& weight) override { change(ballot, weight, 1); }
    void take_back(const marks& ballot, const rational& weight) override { change(ballot, weight, -1); }
    std::unique_ptr<tally> clone() const override { return std::make_unique<borda_tally>(*this); }

    bool empty() const { return entries_ == 0; }
    rational points(std::size_t option) const { return (sums_.total(option) + sums_.total(for_all())) / 2; }
    rational ranked(std::size_t option) const { return sums_.total(for_all() + 1 + option); }  // the weight of ballots that rank it

private:
    std::size_t for_all() const { return options_; }

    void change(const marks& ballot, const rational& weight, int sign) {
        order_.assign(ballot.options);
        entries_ += sign;
        const auto first_carries = static_cast<std::int64_t>(how_ == variant::modified ? order_.ranked() : options_ - 1);
        const auto unranked_get = how_ == variant::average ? static_cast<std::int64_t>(options_ - order_.ranked()) - 1 : 0;  // doubled, as the points below
        sums_.change(weight, sign, static_cast<std::int64_t>(2 * options_), [&](auto add) {
            if (unranked_get > 0) add(for_all(), unranked_get);
            for (std::size_t tier = 0; tier < order_.tiers(); ++tier) {
                const auto best = static_cast<std::int64_t>(order_.tier_begin(tier));
                const auto worst = best + static_cast<std::int64_t>(order_.tier_size(tier)) - 1;
                const std::int64_t points = 2 * first_carries - best - worst;
                for (const std::uint32_t option : order_.tier(tier)) {
                    add(option, points - std::max<std::int64_t>(unranked_get, 0));
                    if (how_ == variant::zero) add(for_all() + 1 + option, 1);
                }
            }
        });
    }

    std::size_t options_;
    variant how_;
    exact_sums sums_;
    std::int64_t entries_ = 0;
    ranking_order order_;  // of the ballot at hand
};

template <class Tally>
const Tally& own(const weighted_tally& part) {
    assert(dynamic_cast<const Tally*>(part.votes));
    return static_cast<const Tally&>(*part.votes);
}

class borda final : public counting_rule {
public:
    explicit borda(const rule_spec& spec) : paper_(spec.options), wanted_(read_places(params(spec.params))), ballot_(params(spec.params)) {
        const params rules(spec.params);
        const auto word = rules.one_of("variant", {"average", "zero", "modified", "dowdall"});
        how_ = word == "average" ? variant::average : word == "zero" ? variant::zero : word == "modified" ? variant::modified : variant::dowdall;
        if (const auto* start = rules.find("start")) {
            const auto number = read_rational(*start);
            if (!number) params::refuse("start", "must be the points of the last place: a whole number, or a text such as \"1/2\" or \"0.5\"");
            start_ = *number;
        }
        if (how_ == variant::dowdall) refuse_too_many_options(paper_.size());
    }

    reading read(const nlohmann::json& ballot) const override { return ballot_.read(paper_, ballot); }

    std::unique_ptr<tally> open_tally() const override {
        if (how_ == variant::dowdall) return std::make_unique<dowdall_tally>(paper_.size());
        return std::make_unique<borda_tally>(paper_.size(), how_);
    }

    outcome count(std::span<const weighted_tally> parts) const override {
        outcome result;
        result.scores.assign(paper_.size(), rational(0));
        bool any_counted = false;
        for (const weighted_tally& part : parts) {
            result.base += part.weight * part.factor;
            any_counted = (how_ == variant::dowdall ? enter_dowdall(result, part) : enter(result, part)) || any_counted;
        }
        rank_by_score(result, wanted_, any_counted);
        return result;
    }

private:
    bool enter(outcome& result, const weighted_tally& part) const {
        const auto& votes = own<borda_tally>(part);
        for (std::size_t option = 0; option < paper_.size(); ++option) {
            rational points = votes.points(option);
            if (how_ == variant::average) points += start_ * part.weight;
            if (how_ == variant::zero) points += start_ * votes.ranked(option);
            *result.scores[option] += points * part.factor;
        }
        return !votes.empty();
    }

    bool enter_dowdall(outcome& result, const weighted_tally& part) const {
        const auto& votes = own<dowdall_tally>(part);
        const auto points = votes.points();
        for (std::size_t option = 0; option < paper_.size(); ++option) *result.scores[option] += points[option] * part.factor;
        return !votes.empty();
    }

    ballot_paper paper_;
    places wanted_;
    ranking_ballot ballot_;
    variant how_ = variant::average;
    rational start_ = 0;
};

}  // namespace

std::shared_ptr<const counting_rule> make_borda(const rule_spec& spec) { return std::make_shared<borda>(spec); }

}  // namespace sawt
