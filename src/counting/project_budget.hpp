// Participatory budgeting: what the projects on a ballot paper cost, and what there is to spend on them. Exact, and never changed
// once read.
#pragma once

#include "ballot_paper.hpp"
#include "params.hpp"

namespace sawt {

// Reads `budget` and `costs` (option id to cost), both rationals of 0 or more. Every option needs a cost; costs of what is no option are
// passed over.
struct project_budget {
    project_budget(const params& rules, const ballot_paper& paper);

    rational limit;
    std::vector<rational> costs;  // by option
};

// What has been funded so far, in the order of funding.
struct funding {
    std::vector<std::uint32_t> bought;
    rational spent;
};

// Goes through the projects in the order given and funds each one that still fits; with `skip` false the first that does not fit ends it.
void fund_in_order(funding& so_far, std::span<const std::uint32_t> order, const project_budget& budget, bool skip);

// Projects with a vote, in ballot-paper order; and by votes, most first, equal ones in ballot-paper order. A vote of weight 0 is none.
std::vector<std::uint32_t> supported(std::span<const rational> votes);
std::vector<std::uint32_t> by_votes(std::span<const rational> votes);

// Puts the funded projects in place of the winners: ties were settled on the way, so none is told. `more` says what was spent and bought.
void complete_with(outcome& result, const funding& funded, const ballot_paper& paper);

}  // namespace sawt
