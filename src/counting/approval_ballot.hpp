// The ballot of every method that asks for approvals: `{"approve":["A","B"]}`, each option at most once.
#pragma once

#include "ballot_paper.hpp"

namespace sawt {

// Reads one mark of value 1 for each approved option. Blank when there is none. Invalid for `wrong-shape`, `unknown-option` and
// `repeated-option`; limits on their number are the method's own.
reading read_approvals(const ballot_paper& paper, const nlohmann::json& ballot);

}  // namespace sawt
