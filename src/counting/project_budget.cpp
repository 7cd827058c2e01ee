#include "project_budget.hpp"

#include "exact_json.hpp"

#include <algorithm>

namespace sawt {

using nlohmann::json;

namespace {

rational read_amount(const json* value, const std::string& name, std::string_view what) {
    if (!value) params::refuse(name, "is missing: " + std::string(what));
    const auto amount = read_rational(*value);
    if (!amount || *amount < 0) params::refuse(name, "must be 0 or more: a whole number, or a text such as \"3/2\" or \"1.5\"");
    return *amount;
}

}  // namespace

project_budget::project_budget(const params& rules, const ballot_paper& paper) : limit(read_amount(rules.find("budget"), "budget", "what there is to spend")) {
    const json* by_id = rules.find("costs");
    if (!by_id) params::refuse("costs", "is missing: what each project costs, such as {\"A\": 1200}");
    if (!by_id->is_object()) params::refuse("costs", "must be an object of projects and costs, such as {\"A\": 1200}");
    costs.reserve(paper.size());
    for (std::uint32_t option = 0; option < paper.size(); ++option) {
        const auto found = by_id->find(paper.id(option));
        costs.push_back(read_amount(found == by_id->end() ? nullptr : &*found, "costs." + paper.id(option), "every project needs its cost"));
    }
}

void fund_in_order(funding& so_far, std::span<const std::uint32_t> order, const project_budget& budget, bool skip) {
    for (const std::uint32_t project : order) {
        const rational spent = so_far.spent + budget.costs[project];
        if (spent <= budget.limit) {
            so_far.spent = spent;
            so_far.bought.push_back(project);
        } else if (!skip) {
            return;
        }
    }
}

std::vector<std::uint32_t> supported(std::span<const rational> votes) {
    std::vector<std::uint32_t> projects;
    for (std::uint32_t project = 0; project < votes.size(); ++project)
        if (votes[project] > 0) projects.push_back(project);
    return projects;
}

std::vector<std::uint32_t> by_votes(std::span<const rational> votes) {
    auto order = supported(votes);
    std::stable_sort(order.begin(), order.end(), [&](auto left, auto right) { return votes[left] > votes[right]; });
    return order;
}

void complete_with(outcome& result, const funding& funded, const ballot_paper& paper) {
    result.winners = funded.bought;
    result.as_set = true;
    result.tied.reset();
    auto bought = json::array();
    for (const std::uint32_t project : funded.bought) bought.push_back(paper.id(project));
    result.more = json{{"spent", exact_json(funded.spent)}, {"bought", std::move(bought)}}.dump();
}

}  // namespace sawt
