// The Method of Equal Shares (Peters, Pierczynski and Skowron 2021; equalshares.net). Each unit of counted weight gets budget / weight to
// spend. A project is affordable when its supporters hold its cost; they pay alike, or all they have, and the project bought next is the one with the
// least payment for its utility. Ties: lower cost, more votes, ballot-paper order; so none is reported. What costs nothing and has a vote is bought first.
// Parameters: `budget` and `costs`; `utility` of a project: its `cost` (default) or 1 (`cardinality`); `completion`: `none` (default), `greedy` (then
// add by votes what fits), `add1` (shares start at a whole number, unless `integral` is false, and are raised by `increment`, 1 by default, while
// what is bought costs no more than the budget; with `exhaustive`, the default, until nothing more fits), `add1_greedy` (both).
// Scores are the votes, and the ranking is by votes. Exact throughout.
#include "approval_ballot.hpp"
#include "equal_shares.hpp"
#include "methods.hpp"
#include "ranking.hpp"

namespace sawt {

namespace {

class pb_mes final : public counting_rule {
public:
    explicit pb_mes(const rule_spec& spec) : paper_(spec.options), wanted_(read_places(params(spec.params))), budget_(params(spec.params), paper_) {
        const params from(spec.params);
        rules_.by_cost = from.one_of("utility", {"cost", "cardinality"}) == "cost";
        const auto completion = from.one_of("completion", {"none", "greedy", "add1", "add1_greedy"});
        rules_.add1 = completion.starts_with("add1");
        greedy_ = completion.ends_with("greedy");
        rules_.integral = from.yes_or_no("integral", true);
        rules_.exhaustive = from.yes_or_no("exhaustive", true);
        if (const auto* increment = from.find("increment")) {
            const auto number = read_rational(*increment);
            if (!number || *number <= 0) params::refuse("increment", "must be more than 0: a whole number, or a text such as \"1/2\" or \"0.5\"");
            rules_.increment = *number;
        }
    }

    reading read(const nlohmann::json& ballot) const override { return read_approvals(paper_, ballot); }

    std::unique_ptr<tally> open_tally() const override { return std::make_unique<ballot_pile>(); }

    outcome count(std::span<const weighted_tally> parts) const override {
        const approval_profile ballots(parts, paper_.size());
        std::vector<rational> votes;
        for (std::size_t project = 0; project < paper_.size(); ++project) votes.push_back(ballots.votes_of(project));

        outcome result;
        result.base = ballots.weight;
        result.scores.assign(votes.begin(), votes.end());
        rank_by_score(result, wanted_, ballots.any_counted);
        funding funded = equal_shares(ballots, budget_, rules_);
        if (greedy_) {
            for (const std::uint32_t project : funded.bought) votes[project] = 0;  // bought already
            const auto rest = by_votes(votes);
            fund_in_order(funded, rest, budget_, true);
        }
        complete_with(result, funded, paper_);
        return result;
    }

private:
    ballot_paper paper_;
    places wanted_;
    project_budget budget_;
    equal_shares_rules rules_;
    bool greedy_ = false;
};

}  // namespace

std::shared_ptr<const counting_rule> make_pb_mes(const rule_spec& spec) { return std::make_shared<pb_mes>(spec); }

}  // namespace sawt
