#include "server/core/shown_result.hpp"

#include <sawt/explain.hpp>

#include <nlohmann/json.hpp>

namespace sawt::core {

namespace {

using nlohmann::json;

constexpr std::size_t matrix_options_max = 30;

// What grows with the square of the options is too much for a message ten times a second.
json without_matrices(json result) {
    for (const char* matrix : {"pairwise", "paths"}) result.erase(matrix);
    return result;
}

// Ballots of voters who chose no group stand as "none".
json group_view(const workshop& of, const item_state& it, const group_outcome& group) {
    std::uint64_t voters = 0;
    for (const std::string& id : group.groups) voters += of.voters_of(id);
    // A small group with nobody to stand with is not named either.
    const bool merged = group.groups.size() > 1 || (group.cast.ballots > 0 && group.cast.ballots < of.plan().rules.group_limit);
    const std::string name = merged ? "others" : group.groups.front().empty() ? "none" : group.groups.front();
    json view{{"id", name}, {"ballots", group.cast.ballots}, {"voters", voters},
              {"result", without_matrices(to_json(group.result, group.cast, {}, it.plan.option_ids))}};  // quorum and eligible voters are the whole room's
    if (merged) view["merged"] = group.groups;
    return view;
}

}  // namespace

shown_result show(const workshop& of, const item_state& it, const round_result& counted) {
    shown_result shown;
    shown.ballots = counted.cast.ballots;
    json result = to_json(counted.total, counted.cast, it.plan.entitled, it.plan.option_ids);
    if (it.plan.option_ids.size() > matrix_options_max) result = without_matrices(std::move(result));
    shown.result = result.dump();
    if (const json why = to_json(explain(of.plan(), it.plan, counted)); !why.empty()) shown.explained = why.dump();
    if (counted.groups.empty()) return shown;
    json groups = json::array();
    for (const group_outcome& group : counted.groups) groups.push_back(group_view(of, it, group));
    shown.groups = groups.dump();
    return shown;
}

result_finder counting_at_once(const workshop& of) {
    return [&of](const item_state& it, const vote_round& round, bool frozen) {
        return std::make_shared<const shown_result>(show(of, it, frozen ? count(*of.frozen()) : of.count(it, round)));
    };
}

}  // namespace sawt::core
