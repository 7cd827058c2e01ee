// One election by the Method of Equal Shares in whole numbers: money in the smallest unit in which shares and costs are whole, weights
// scaled as in the approval profile. Read only while shares are tried.
#pragma once

#include "approval_profile.hpp"
#include "project_budget.hpp"

namespace sawt {

struct shares_problem {
    // `shares` are amounts of money that must be whole in the unit too, such as the first share and its increment.
    shares_problem(const approval_profile& ballots, const project_budget& budget, bool by_cost, std::span<const rational> shares);

    std::span<const std::uint32_t> supporters(std::size_t project) const {
        return std::span(supporter).subspan(first[project], first[project + 1] - first[project]);
    }
    whole_number in_units(const rational& money) const { return numerator(rational(money * unit)); }

    const std::vector<whole_number>& weights;  // of each ballot
    const std::vector<whole_number>& votes;    // of each project
    rational unit;                             // how many units one of money is
    std::vector<whole_number> costs;           // what sum of weight x units the supporters of a project must pay
    std::vector<whole_number> utilities;       // of a project to each supporter: its cost, or 1
    std::vector<std::uint32_t> supporter;      // the ballots of all projects, one project after another
    std::vector<std::size_t> first;

    // Projects that somebody supports, in the order in which equal ones are bought: lower cost, more votes, ballot paper.
    std::vector<std::uint32_t> free;    // cost nothing
    std::vector<std::uint32_t> priced;
    std::vector<std::uint32_t> place;   // of each project in this order

    // The place of each project by what it costs for its utility while all its supporters can pay alike; equal ones share a place. It bounds
    // from below what it costs once some cannot.
    std::vector<std::uint32_t> even_place;
};

}  // namespace sawt
