// Delphi: the same options rated round after round, the group's answer shown in between (Dalkey and Helmer 1963). Each round is counted and ranked
// as `score`; the spread is the distance of the quartiles, of type 2, and `consensus` is reached when it is at most `consensus_iqr` (1).
//
// Between two rounds, by option: `both`, the voters with a counted rating in both; `changed`, those of them whose rating changed; `mean_abs_change`,
// by how much on average, every voter alike whatever a ballot weighs; `median_shift` and `iqr_shift`, new less old over all ratings of each
// round. Rules for when to stop differ between authors, so Sawt reports and leaves that to the facilitator.
#include "exact_json.hpp"
#include "methods.hpp"
#include "rating_rule.hpp"

#include <cassert>

namespace sawt {

namespace {

using nlohmann::json;

// Differences between the two ratings of a voter, in a mark for each option rated twice.
class shift_tally final : public tally {
public:
    struct movement {
        std::int64_t both = 0;
        std::int64_t changed = 0;
        std::int64_t distance = 0;  // at most 2^31 for each voter, so 2^32 voters fit
    };

    explicit shift_tally(std::size_t options) : of_option_(options) {}

    void add(const marks& shift, const rational&) override { change(shift, 1); }
    void take_back(const marks& shift, const rational&) override { change(shift, -1); }
    std::unique_ptr<tally> clone() const override { return std::make_unique<shift_tally>(*this); }

    const movement& operator[](std::size_t option) const { return of_option_[option]; }

private:
    void change(const marks& shift, std::int64_t sign) {
        for (const mark& moved : shift.options) {
            movement& on = of_option_[moved.option];
            on.both += sign;
            on.changed += moved.value == 0 ? 0 : sign;
            on.distance += sign * std::abs(moved.value);
        }
    }

    std::vector<movement> of_option_;
};

struct spread {
    std::optional<rational> median, q1, q3, iqr;

    explicit spread(const weighted_distribution& ratings) : median(ratings.quantile(1, 2)), q1(ratings.quantile(1, 4)), q3(ratings.quantile(3, 4)) {
        if (q1) iqr = *q3 - *q1;
    }
};

json difference(const std::optional<rational>& now, const std::optional<rational>& before) { return now && before ? exact_json(rational(*now - *before)) : json(); }

class delphi final : public rating_rule {
public:
    explicit delphi(const rule_spec& spec) : rating_rule(spec, read_scale(params(spec.params))), ranking_(params(spec.params)) {
        const json* most = params(spec.params).find("consensus_iqr");
        if (!most) return;
        const auto width = read_rational(*most);
        if (!width || *width < 0) params::refuse("consensus_iqr", "must be 0 or more: a whole number, or a text such as \"3/2\"");
        consensus_iqr_ = *width;
    }

    std::unique_ptr<tally> open_shift() const override { return std::make_unique<shift_tally>(paper().size()); }

    marks shift_between(const marks& before, const marks& now) const override {
        marks shift;
        auto old = before.options.begin();
        for (const mark& rating : now.options) {
            while (old != before.options.end() && old->option < rating.option) ++old;
            if (old == before.options.end()) break;
            if (old->option == rating.option) shift.options.push_back({.option = rating.option, .value = rating.value - old->value});
        }
        return shift;
    }

    std::string tell_shift(const tally& shifts, std::span<const weighted_tally> before, std::span<const weighted_tally> now) const override {
        assert(dynamic_cast<const shift_tally*>(&shifts));
        const auto& moved = static_cast<const shift_tally&>(shifts);
        const counted_ratings old_ratings = collect_ratings(grid(), before);
        const counted_ratings new_ratings = collect_ratings(grid(), now);
        auto told = json::object();
        for (std::uint32_t option = 0; option < paper().size(); ++option) {
            const auto& [both, changed, distance] = moved[option];
            const spread old(old_ratings.on[option]);
            const spread fresh(new_ratings.on[option]);
            told[paper().id(option)] = {{"both", both},
                                        {"changed", changed},
                                        {"median_shift", difference(fresh.median, old.median)},
                                        {"iqr_shift", difference(fresh.iqr, old.iqr)},
                                        {"mean_abs_change", both > 0 ? exact_json(rational(distance, both)) : json()}};
        }
        return told.dump();
    }

private:
    void complete(outcome& result, const counted_ratings& ratings) const override {
        ranking_.rank(result, ratings);
        auto stats = by_option(ratings, [this](const weighted_distribution& of_option) {
            const spread found(of_option);
            json told{{"n", exact_json(of_option.weight())}, {"mean", exact_or_null(of_option.mean())}, {"median", exact_or_null(found.median)},
                      {"q1", exact_or_null(found.q1)},       {"q3", exact_or_null(found.q3)},           {"iqr", exact_or_null(found.iqr)}};
            if (found.iqr) told["consensus"] = *found.iqr <= consensus_iqr_;
            return told;
        });
        result.more = json{{"stats", std::move(stats)}, {"agreement", agreement_json(ratings)}}.dump();
    }

    rating_ranking ranking_;
    rational consensus_iqr_ = 1;
};

}  // namespace

std::shared_ptr<const counting_rule> make_delphi(const rule_spec& spec) { return std::make_shared<delphi>(spec); }

}  // namespace sawt
