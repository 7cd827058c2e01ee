#include "server/core/shown_result.hpp"

#include <sawt/explain.hpp>

#include <nlohmann/json.hpp>

#include <set>
#include <vector>

namespace sawt::core {

namespace {

using nlohmann::json;

constexpr std::size_t matrix_options_max = 30;
constexpr std::size_t terms_max = 300;  // of words: the wall has room for fewer

// What grows with the square of the options is too much for a message ten times a second.
json without_matrices(json result) {
    for (const char* matrix : {"pairwise", "paths", "locked"}) result.erase(matrix);
    return result;
}

// The best terms alone, in all that is told of terms.
json with_best_terms(json result) {
    auto& scores = result["scores"];
    if (scores.size() <= terms_max) return result;
    std::set<std::string> best;
    json ranking = json::array();
    for (const json& tier : result["ranking"]) {
        const std::size_t more = tier.is_array() ? tier.size() : 1;
        if (best.size() + more > terms_max && !best.empty()) break;  // a tier is told whole or not at all
        for (const json& term : tier.is_array() ? tier : json::array({tier})) best.insert(term.get<std::string>());
        ranking.push_back(tier);
    }
    const auto keep = [&](json& object) {
        json kept = json::object();
        for (const std::string& term : best)
            if (object.contains(term)) kept[term] = std::move(object[term]);
        object = std::move(kept);
    };
    keep(scores);
    if (result.contains("spellings")) keep(result["spellings"]);
    result["ranking"] = std::move(ranking);
    return result;
}

// How groups agree with each other names them, so groups that are shown with others for their smallness have no part in it.
void tell_only(json& result, const std::set<std::string>& named) {
    const auto measures = result.find("measures");
    if (measures == result.end() || !measures->contains("kendall_tau_b")) return;
    json told = json::object();
    for (const auto& [pair, tau] : (*measures)["kendall_tau_b"].items()) {
        const auto bar = pair.find('|');
        if (named.contains(pair.substr(0, bar)) && named.contains(pair.substr(bar + 1))) told[pair] = tau;
    }
    (*measures)["kendall_tau_b"] = std::move(told);
}

bool stands_for_small(const workshop& of, const group_outcome& group) {
    return group.groups.size() > 1 || (group.cast.ballots > 0 && group.cast.ballots < of.plan().rules.group_limit);
}

// Ballots of voters who chose no group stand as "none".
json group_view(const workshop& of, const item_state& it, const group_outcome& group) {
    std::uint64_t voters = 0;
    for (const std::string& id : group.groups) voters += of.voters_of(id);
    // A small group with nobody to stand with is not named either.
    const bool merged = stands_for_small(of, group);
    const std::string name = merged ? "others" : group.groups.front().empty() ? "none" : group.groups.front();
    json result = with_best_terms(without_matrices(to_json(group.result, group.cast, {}, it.plan.option_ids)));  // quorum and eligible voters are the whole room's
    tell_only(result, {});
    json view{{"id", name}, {"ballots", group.cast.ballots}, {"voters", voters}, {"result", std::move(result)}};
    if (merged) view["merged"] = group.groups;
    return view;
}

}  // namespace

shown_result show(const workshop& of, const item_state& it, const round_result& counted) {
    shown_result shown;
    shown.ballots = counted.cast.ballots;
    json result = to_json(counted.total, counted.cast, it.plan.entitled, it.plan.option_ids);
    if (it.plan.option_ids.size() > matrix_options_max) result = without_matrices(std::move(result));
    if (!counted.total.terms.empty()) result = with_best_terms(std::move(result));
    std::set<std::string> named;
    for (const group_outcome& group : counted.groups)
        if (!stands_for_small(of, group)) named.insert(group.groups.front());
    tell_only(result, named);
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
