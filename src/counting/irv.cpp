// The alternative vote, also called instant runoff.
//
// In each round a ballot counts for its highest option still in. The count stops as soon as one option has more than half of the votes of the ballots
// that still count (or is the only one left); otherwise the option with fewest votes goes out and its ballots move on. One at a time, no batches;
// options without a first preference are not removed beforehand. `equal_ranks`: a tier counts in equal parts for its options still in (`split`),
// or the ballot ends before its first tier with several options (`exhaust`, as in US ordinances). One place is filled, so `seats` has no part.
//
// Ties for the fewest votes: `tie_break: order` (default) keeps the option earlier on the ballot paper; `backward` looks at the latest earlier
// round in which the tied ones differ, then at the rounds before it, then at the order. `none` follows every order of elimination (parallel
// universes): all options that can win are winners, `tie` names them if there are several, and there is no ranking. Should there be more sets of
// options to follow than some seconds allow (at least 4,096), the winners found so far are named and `universes` is "incomplete".
//
// Ranking: options still in by their last votes, then the eliminated, last out first. `more`: `rounds`, each with `votes`, `exhausted` (the weight
// of ballots that ended) and `eliminated` (not in the last); with `none` only the rounds before orders part, the last with `tied` in place of
// `eliminated`. At most 1,000 options.
#include "instant_runoff.hpp"
#include "methods.hpp"
#include "transfer_rounds.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>

namespace sawt {

namespace {

enum class irv_ties : std::uint8_t { order, backward, none };

class irv final : public counting_rule {
public:
    explicit irv(const rule_spec& spec) : paper_(spec.options), ballot_(params(spec.params)), text_(paper_) {
        const params rules(spec.params);
        const auto word = rules.one_of("tie_break", {"order", "backward", "none"});
        ties_ = word == "order" ? irv_ties::order : word == "backward" ? irv_ties::backward : irv_ties::none;
        rules.whole("seats", 1, std::numeric_limits<std::int32_t>::max());
        equal_ranks_ = read_equal_ranks(rules);
        refuse_too_many_options(paper_.size());
    }

    reading read(const nlohmann::json& ballot) const override { return ballot_.read(paper_, ballot); }
    std::unique_ptr<tally> open_tally() const override { return std::make_unique<ballot_pile>(); }

    outcome count(std::span<const weighted_tally> parts) const override {
        outcome result;
        bool any_counted = false;
        for (const weighted_tally& part : parts) {
            any_counted = any_counted || !ballot_pile::of(part).empty();
            result.base += part.weight * part.factor;
        }
        if (any_counted) {
            with_profile(parts, equal_ranks_, [&](const auto& profile) { run(result, profile); });
        } else {
            if (paper_.size() > 0) result.ranking.push_back(all_options());
            result.more = R"({"rounds":[]})";
        }
        return result;
    }

private:
    option_list all_options() const {
        option_list all(paper_.size());
        std::iota(all.begin(), all.end(), 0U);
        return all;
    }

    template <class Whole>
    void run(outcome& result, const preference_profile<Whole>& profile) const {
        instant_runoff<Whole> runoff(profile, paper_.size());
        transfer_rounds past(ties_ == irv_ties::backward ? transfer_ties::backward : transfer_ties::order, 0);
        option_list in = all_options();
        option_list out;
        std::string rounds;
        for (;;) {
            past.record(runoff.votes());
            rounds.append(rounds.empty() ? "" : ",").append(text_.open(runoff.votes(), in, runoff.exhausted()));
            if (in.size() <= 1 || has_majority(runoff.votes(), in)) break;
            const option_list lowest = past.fewest(runoff.votes(), in);
            if (ties_ == irv_ties::none && lowest.size() > 1) {
                rounds += R"(,"tied":)" + text_.ids(lowest);
                break;
            }
            const std::uint32_t loser = past.loser(lowest);
            rounds.append(R"(,"eliminated":)").append(text_.id(loser)).append("}");
            out.push_back(loser);
            in.erase(std::find(in.begin(), in.end(), loser));
            runoff.eliminate(loser);
        }
        result.more = R"({"rounds":[)" + rounds + "}]";
        if (ties_ == irv_ties::none) {
            name_possible_winners(result, profile);
        } else {
            result.ranking = transfer_rounds::tiers(runoff.votes(), in);
            for (auto option = out.rbegin(); option != out.rend(); ++option) result.ranking.push_back({*option});
            result.winners = result.ranking.front();
        }
        result.more += "}";
    }

    static bool has_majority(const std::vector<rational>& votes, const option_list& in) {
        rational all = 0;
        const rational* most = &votes[in.front()];
        for (const std::uint32_t option : in) {
            all += votes[option];
            if (votes[option] > *most) most = &votes[option];
        }
        return 2 * *most > all;
    }

    template <class Whole>
    void name_possible_winners(outcome& result, const preference_profile<Whole>& profile) const {
        auto possible = follow_every_order(profile, paper_.size());
        if (possible.options.size() > 1) result.tied = tie{possible.options, 1};
        if (!possible.complete) result.more += R"(,"universes":"incomplete")";
        result.winners = std::move(possible.options);
    }

    ballot_paper paper_;
    ranking_ballot ballot_;
    round_text text_;
    irv_ties ties_ = irv_ties::order;
    equal_ranks equal_ranks_ = equal_ranks::split;
};

}  // namespace

std::shared_ptr<const counting_rule> make_irv(const rule_spec& spec) { return std::make_shared<irv>(spec); }

}  // namespace sawt
