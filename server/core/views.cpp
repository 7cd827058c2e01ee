#include "server/core/views.hpp"

#include <nlohmann/json.hpp>

namespace sawt::core {

namespace {

using nlohmann::json;

json lines_view(const std::vector<swot_line>& lines) {
    json all = json::array();
    for (const swot_line& line : lines) all.push_back({{"id", line.id}, {"text", to_json(line.text)}});
    return all;
}

std::string_view kind_name(item_kind kind) { return kind == item_kind::vote ? "vote" : kind == item_kind::swot ? "swot" : "slide"; }

json round_view(const vote_round& round) {
    json view{{"round", round.number}, {"status", to_text(round.status)}, {"ballots", round.ballots.size()}};
    if (!round.check.empty()) view["check"] = round.check;
    return view;
}

// Ballots of voters who chose no group stand as "none".
json group_view(const workshop& of, const item_state& it, const group_outcome& group) {
    std::uint64_t voters = 0;
    for (const std::string& id : group.groups) voters += of.voters_of(id);
    // A small group with nobody to stand with is not named either.
    const bool merged = group.groups.size() > 1 || (group.cast.ballots > 0 && group.cast.ballots < of.plan().rules.group_limit);
    const std::string name = merged ? "others" : group.groups.front().empty() ? "none" : group.groups.front();
    json view{{"id", name}, {"ballots", group.cast.ballots}, {"voters", voters},
              {"result", to_json(group.result, group.cast, {}, it.plan.option_ids)}};  // quorum and eligible voters are the whole room's
    if (merged) view["merged"] = group.groups;
    return view;
}

void put_result(json& into, const workshop& of, const item_state& it, const round_result& result, bool with_groups) {
    into["ballots"] = result.cast.ballots;
    into["result"] = to_json(result.total, result.cast, it.plan.entitled, it.plan.option_ids);
    if (!with_groups || result.groups.empty()) return;
    json groups = json::array();
    for (const group_outcome& group : result.groups) groups.push_back(group_view(of, it, group));
    into["groups"] = std::move(groups);
}

}  // namespace

bool sees_all(role who) { return who == role::facilitator || who == role::organiser; }
bool sees_item(role who, const item_state& it) { return sees_all(who) || it.shown; }
bool sees_results(role who, const vote_round& round) { return sees_all(who) || round.revealed; }

json item_view(const item_state& it) {
    const item& plan = it.plan;
    json view{{"id", plan.id}, {"kind", kind_name(plan.kind)}, {"title", to_json(plan.title)}};
    if (!plan.note.empty()) view["note"] = to_json(plan.note);
    if (plan.kind == item_kind::swot)
        view["lines"] = {{"strengths", lines_view(plan.lines.strengths)}, {"weaknesses", lines_view(plan.lines.weaknesses)},
                         {"opportunities", lines_view(plan.lines.opportunities)}, {"threats", lines_view(plan.lines.threats)}};
    if (it.rounds.empty()) return view;
    json options = json::array();
    for (const option& one : plan.options) {
        json o{{"id", one.id}, {"text", to_json(one.text)}};
        if (!one.detail.empty()) o["detail"] = to_json(one.detail);
        if (!one.answers.empty()) o["answers"] = one.answers;
        options.push_back(std::move(o));
    }
    view["options"] = std::move(options);
    view["method"] = plan.method;
    view["params"] = json::parse(plan.params);
    view["shuffle"] = plan.shuffle;
    view["results"] = plan.live_results ? "live" : "hidden";
    if (plan.seconds) view["seconds"] = *plan.seconds;
    view["status"] = to_text(it.now().status);
    view["round"] = it.now().number;
    view["revealed"] = it.now().revealed;
    if (it.ends) {
        view["ends"] = *it.ends * 1000;
        view["then"] = it.close_at_zero ? "close" : "warn";
    } else if (plan.seconds) {
        view["then"] = plan.close_at_zero ? "close" : "warn";
    }
    if (!it.now().check.empty()) view["check"] = it.now().check;
    json rounds = json::array();
    for (const vote_round& round : it.rounds) rounds.push_back(round_view(round));
    view["rounds"] = std::move(rounds);
    return view;
}

json stage_view_of(const workshop& of, role) {
    const stage_state& stage = of.stage();
    return {{"view", to_text(stage.view)},
            {"item", stage.item.empty() ? json(nullptr) : json(stage.item)},
            {"round", stage.round == 0 ? json(nullptr) : json(stage.round)},
            {"qr", stage.qr},
            {"frozen", stage.frozen}};
}

json order_view(const workshop& of, role who) {
    json order = json::array();
    for (const auto& it : of.items())
        if (sees_item(who, *it)) order.push_back(it->plan.id);
    return order;
}

json workshop_view(const workshop& of, role who) {
    const agenda& plan = of.plan();
    json groups = json::array();
    for (const stakeholder_group& group : plan.groups) groups.push_back({{"id", group.id}, {"name", to_json(group.name)}});
    json items = json::array();
    for (const auto& it : of.items())
        if (sees_item(who, *it)) items.push_back(item_view(*it));
    return {{"code", of.code()},
            {"title", to_json(plan.title)},
            {"sample", plan.sample},
            {"languages", plan.languages},
            {"groups", std::move(groups)},
            {"group_required", plan.rules.group_required},
            {"digits", plan.rules.digits},
            {"items", std::move(items)},
            {"stage", stage_view_of(of, who)}};
}

json tally_view(const workshop& of, const item_state& it, const vote_round& round, role who) {
    json view{{"type", "tally"}, {"item", it.plan.id}, {"round", round.number}, {"entry", of.last()}, {"ballots", round.ballots.size()}, {"voters", of.voters()}};
    if (!sees_results(who, round)) return view;
    const bool with_groups = who != role::voter;
    const bool frozen = of.stage().frozen && of.frozen() != nullptr && of.stage().item == it.plan.id && of.stage().round == round.number;
    if (frozen) view["since"] = round.ballots.size() - of.frozen()->cast.ballots;
    if (frozen && !sees_all(who))
        put_result(view, of, it, *of.frozen(), with_groups);
    else
        put_result(view, of, it, of.count(it, round), with_groups);
    return view;
}

std::vector<std::pair<const item_state*, const vote_round*>> tallies_for(const workshop& of, role who) {
    std::vector<std::pair<const item_state*, const vote_round*>> all;
    for (const auto& it : of.items()) {
        if (!sees_item(who, *it)) continue;
        for (const vote_round& round : it->rounds) {
            const bool on_stage = of.stage().item == it->plan.id && of.stage().round == round.number;
            if (sees_all(who) || &round == &it->rounds.back() || on_stage) all.emplace_back(it.get(), &round);
        }
    }
    return all;
}

json results_view(const workshop& of, bool with_key) {
    const role who = with_key ? role::organiser : role::stage;
    json items = json::array();
    for (const auto& it : of.items()) {
        if (it->rounds.empty() || !sees_item(who, *it)) continue;
        json rounds = json::array();
        for (const vote_round& round : it->rounds) {
            if (!sees_results(who, round)) continue;
            json view = round_view(round);
            view["voters"] = of.voters();
            put_result(view, of, *it, of.count(*it, round), true);
            rounds.push_back(std::move(view));
        }
        if (!rounds.empty()) items.push_back({{"id", it->plan.id}, {"title", to_json(it->plan.title)}, {"method", it->plan.method}, {"rounds", std::move(rounds)}});
    }
    return {{"code", of.code()}, {"title", to_json(of.plan().title)}, {"entry", of.last()}, {"items", std::move(items)}};
}

}  // namespace sawt::core
