// Projects funded from a budget: greedily by votes, and by equal shares.
#include "telling.hpp"

#include <algorithm>

namespace sawt {

namespace {

bool is_funded(const facts& f, std::uint32_t option) {
    const auto& funded = f.total().winners;
    return std::find(funded.begin(), funded.end(), option) != funded.end();
}

// Of the projects with a vote that are not funded, the one with most votes; equal ones in ballot-paper order.
std::optional<std::uint32_t> next_unfunded(const facts& f) {
    std::optional<std::uint32_t> next;
    for (std::uint32_t option = 0; option < f.options(); ++option) {
        const auto votes = f.score(option);
        if (!votes || *votes <= 0 || is_funded(f, option)) continue;
        if (!next || *votes > *f.score(*next)) next = option;
    }
    return next;
}

void tell_funding(const facts& f, telling& t) {
    const auto budget = f.number("budget"), spent = exact_number(f.told({"spent"}));
    if (!budget || !spent) return;
    const rational left = *budget - *spent;
    const auto& funded = f.total().winners;
    if (funded.empty()) {
        t.decided.push_back({say::funded_none, {{"budget", *budget}}});
    } else {
        t.decided.push_back({left == 0 ? say::funded_whole : say::funded, {{"n", rational(funded.size())}, {"all", rational(f.options())}, {"spent", *spent}, {"budget", *budget}, {"left", left}}});
    }
    const auto next = next_unfunded(f);
    if (!next) {
        if (!funded.empty()) t.decided.push_back({say::funded_all});
        return;
    }
    const auto* costs = f.rule("costs");
    const auto cost = costs ? exact_number(find(*costs, {f.id(*next)})) : std::nullopt;
    if (!cost) return;
    const argument a{"a", f.name(*next)}, x{"x", *f.score(*next)};
    // Without a completion shares alone decide, and money that nobody may use can be left.
    const bool by_shares_alone = f.what().method == "pb_mes" && !f.word("completion", "none").ends_with("greedy");
    if (by_shares_alone) t.margin.push_back({say::not_payable, {a, x, {"cost", *cost}}, "vote"});
    else if (*cost > left) t.margin.push_back({say::not_funded, {a, x, {"cost", *cost}, {"over", rational(*cost - left)}}, "vote"});
}

void tell_budget_rule(const facts& f, telling& t) {
    if (const auto budget = f.number("budget")) t.how.push_back({say::approve_projects, {{"budget", *budget}}});
}

}  // namespace

void tell_pb_greedy(const facts& f, telling& t) {
    tell_budget_rule(f, t);
    t.how.push_back({f.word("by", "votes") == "votes_per_cost" ? say::greedy_per_cost : say::greedy_votes});
    if (!f.flag("skip", true)) t.how.push_back({say::greedy_ends});
    t.tie.push_back({say::ties_by_order});
    tell_funding(f, t);
}

void tell_pb_mes(const facts& f, telling& t) {
    tell_budget_rule(f, t);
    t.how.push_back({say::shares_of_budget});
    t.how.push_back({f.word("utility", "cost") == "cardinality" ? say::shares_by_count : say::shares_by_cost});
    const auto completion = f.word("completion", "none");
    if (completion.starts_with("add1")) t.how.push_back({say::shares_raised});
    if (completion.ends_with("greedy")) t.how.push_back({say::rest_by_votes});
    t.tie.push_back({say::ties_by_cost});
    tell_funding(f, t);
}

}  // namespace sawt
