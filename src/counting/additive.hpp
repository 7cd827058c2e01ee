// The methods whose score is a sum: each mark adds its value times the ballot's weight to its option. A method derives from
// additive_rule, reads its ballots, and completes the outcome with what is its own.
#pragma once

#include "ballot_paper.hpp"
#include "ranking.hpp"

namespace sawt {

class additive_rule : public counting_rule {
public:
    std::unique_ptr<tally> open_tally() const final;
    outcome count(std::span<const weighted_tally> parts) const final;

protected:
    explicit additive_rule(const rule_spec& spec);

    const ballot_paper& paper() const { return paper_; }

private:
    // Called when scores, places and the counted weight (as `base`) are there.
    virtual void complete(outcome&) const {}

    ballot_paper paper_;
    places wanted_;
};

}  // namespace sawt
