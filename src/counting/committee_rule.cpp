#include "committee_rule.hpp"

#include "approval_ballot.hpp"

#include <algorithm>
#include <numeric>

namespace sawt {

reading committee_rule::read(const nlohmann::json& ballot) const { return read_approvals(paper_, ballot); }

std::unique_ptr<tally> committee_rule::open_tally() const { return std::make_unique<ballot_pile>(); }

// The ranking is the order of election; options without a score, elected or not, are its last tier.
outcome committee_rule::count(std::span<const weighted_tally> parts) const {
    const approval_profile ballots(parts, paper_.size());
    outcome result;
    result.base = ballots.weight;
    result.scores.resize(paper_.size());
    if (ballots.any_counted) {
        for (seat& taken : elect(ballots, std::min<std::size_t>(wanted_.seats, paper_.size()))) {
            result.winners.push_back(taken.option);
            if (!taken.score) continue;
            result.scores[taken.option] = std::move(taken.score);
            result.ranking.push_back({taken.option});
        }
    }
    std::vector<std::uint32_t> rest;
    for (std::uint32_t option = 0; option < paper_.size(); ++option)
        if (!result.scores[option]) rest.push_back(option);
    if (!rest.empty()) result.ranking.push_back(std::move(rest));
    return result;
}

}  // namespace sawt
