// Greedy participatory budgeting, as most cities count: projects by votes, or by votes per cost, highest first, each funded if it still fits.
// Parameters: `budget` and `costs`; `by`: `votes` (default) or `votes_per_cost`; `skip`: pass over what does not fit (default), or end there.
// Ties go to the project earlier on the ballot paper, whatever `tie_break` says, so no tie is reported; the ranking is by votes and shows them.
// Projects without a vote are never funded. A project that costs nothing always fits, and comes first when votes are divided by costs.
#include "additive.hpp"
#include "approval_ballot.hpp"
#include "methods.hpp"
#include "project_budget.hpp"

#include <algorithm>

namespace sawt {

namespace {

class pb_greedy final : public additive_rule {
public:
    explicit pb_greedy(const rule_spec& spec) : additive_rule(spec), budget_(params(spec.params), paper()) {
        const params rules(spec.params);
        per_cost_ = rules.one_of("by", {"votes", "votes_per_cost"}) == "votes_per_cost";
        skip_ = rules.yes_or_no("skip", true);
    }

    reading read(const nlohmann::json& ballot) const override { return read_approvals(paper(), ballot); }

private:
    void complete(outcome& result) const override {
        std::vector<rational> votes;
        for (const auto& score : result.scores) votes.push_back(*score);
        const auto order = per_cost_ ? by_votes_per_cost(votes) : by_votes(votes);
        funding funded;
        fund_in_order(funded, order, budget_, skip_);
        complete_with(result, funded, paper());
    }

    // Compared without division: a cost of 0 is then more than any ratio and equal to itself.
    std::vector<std::uint32_t> by_votes_per_cost(std::span<const rational> votes) const {
        auto order = supported(votes);
        std::stable_sort(order.begin(), order.end(), [&](auto left, auto right) {
            const rational& cost_left = budget_.costs[left];
            const rational& cost_right = budget_.costs[right];
            if (cost_left == 0 || cost_right == 0) return cost_left == 0 && cost_right != 0;
            return votes[left] * cost_right > votes[right] * cost_left;
        });
        return order;
    }

    project_budget budget_;
    bool per_cost_ = false;
    bool skip_ = true;
};

}  // namespace

std::shared_ptr<const counting_rule> make_pb_greedy(const rule_spec& spec) { return std::make_shared<pb_greedy>(spec); }

}  // namespace sawt
