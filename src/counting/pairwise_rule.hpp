// What condorcet, schulze and ranked_pairs share: the ballot, the tally of pairs, and the reading of `unranked` and `strength`. A method derives
// from pairwise_rule and decides from the finished pairs.
#pragma once

#include "pairwise_counts.hpp"
#include "ranking.hpp"

namespace sawt {

// How strong a majority is: by the weight of its winners, or by the difference. Reads `strength`.
enum class strength : std::uint8_t { winning, margins };
strength read_strength(const params& rules);

class pairwise_rule : public counting_rule {
public:
    reading read(const nlohmann::json& ballot) const final { return ballot_.read(paper_, ballot); }
    std::unique_ptr<tally> open_tally() const final { return std::make_unique<pairwise_tally>(paper_.size(), how_); }
    outcome count(std::span<const weighted_tally> parts) const final;

protected:
    pairwise_rule(const rule_spec& spec, strength by);

    const ballot_paper& paper() const { return paper_; }
    const places& wanted() const { return wanted_; }

    // The strengths of majorities; their ranks decide.
    const ordered_square& strengths(const pairwise_counts& pairs) const { return by_ == strength::winning ? pairs.wins() : pairs.margins(); }
    strength by() const { return by_; }

private:
    // Fills ranking, winners and `more`; the base is there.
    virtual void decide(outcome& result, const pairwise_counts& pairs, bool any_counted) const = 0;

    ballot_paper paper_;
    places wanted_;
    ranking_ballot ballot_;
    unranked how_;
    strength by_;
};

}  // namespace sawt
