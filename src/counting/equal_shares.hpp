// The Method of Equal Shares (Peters, Pierczynski and Skowron 2021) on a profile of approvals: every unit of weight gets the same share of the
// budget, and projects are bought by those who approve them. Exact, although most decisions are made with floats that know their errors.
#pragma once

#include "approval_profile.hpp"
#include "project_budget.hpp"

namespace sawt {

struct equal_shares_rules {
    bool by_cost = true;      // the utility of a project to its supporters is its cost, else 1
    bool add1 = false;        // raise the shares step by step while the result stays within the budget
    rational increment = 1;   // of a share at each step; more than 0
    bool integral = true;     // the first share is rounded down to a whole number
    bool exhaustive = true;   // stop once no further supported project fits
};

// The projects in the order in which they are bought with the last share that is tried and kept. No completion by votes.
funding equal_shares(const approval_profile& ballots, const project_budget& budget, const equal_shares_rules& rules);

}  // namespace sawt
