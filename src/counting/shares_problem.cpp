#include "shares_problem.hpp"

#include <algorithm>

namespace sawt {

shares_problem::shares_problem(const approval_profile& ballots, const project_budget& budget, bool by_cost, std::span<const rational> shares)
    : weights(ballots.weights), votes(ballots.votes) {
    const std::size_t projects = budget.costs.size();
    whole_number smallest = 1;
    for (const rational& share : shares) smallest = lcm(smallest, denominator(share));
    for (const rational& cost : budget.costs) smallest = lcm(smallest, denominator(rational(cost * ballots.scale)));
    unit = smallest;
    for (const rational& cost : budget.costs) {
        costs.push_back(in_units(cost * ballots.scale));
        utilities.push_back(by_cost ? costs.back() : whole_number(1));
    }

    first.assign(projects + 1, 0);
    for (const std::uint32_t project : ballots.approved) ++first[project + 1];
    for (std::size_t project = 0; project < projects; ++project) first[project + 1] += first[project];
    supporter.resize(ballots.approved.size());
    std::vector<std::size_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t ballot = 0; ballot < ballots.ballots(); ++ballot)
        for (const std::uint32_t project : ballots.approved_by(ballot)) supporter[next[project]++] = ballot;

    std::vector<std::uint32_t> order;
    for (std::uint32_t project = 0; project < projects; ++project)
        if (votes[project] > 0) order.push_back(project);
    std::stable_sort(order.begin(), order.end(), [&](auto left, auto right) {
        return costs[left] != costs[right] ? costs[left] < costs[right] : votes[left] > votes[right];
    });
    place.assign(projects, 0);
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        (costs[order[i]] == 0 ? free : priced).push_back(order[i]);
    }

    // cost / votes / utility, compared without division.
    const auto dearer = [&](auto left, auto right) { return costs[left] * votes[right] * utilities[right] > costs[right] * votes[left] * utilities[left]; };
    auto by_rate = priced;
    std::sort(by_rate.begin(), by_rate.end(), [&](auto left, auto right) { return dearer(right, left); });
    even_place.assign(projects, 0);
    for (std::size_t i = 1; i < by_rate.size(); ++i) even_place[by_rate[i]] = even_place[by_rate[i - 1]] + (dearer(by_rate[i], by_rate[i - 1]) ? 1U : 0U);
}

}  // namespace sawt
