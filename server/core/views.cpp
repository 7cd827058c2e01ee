#include "server/core/views.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

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
    if (!round.annulled.empty()) view["void"] = to_json(round.annulled);
    for (const auto& [option, why] : round.annulled_options) view["void_options"][option] = to_json(why);
    return view;
}

std::string with_result(const json& object, const std::shared_ptr<const shown_result>& shown, role who) {
    if (shown == nullptr) return object.dump();
    if (who == role::voter) return with_members(object, {{"result", shown->result}});
    return with_members(object, {{"result", shown->result}, {"groups", shown->groups}, {"explained", shown->explained}});
}

// The kinds of ballots that will be asked for. Phones are told before the items are shown, so that they have what they need when voting opens.
json methods_of(const workshop& of) {
    json methods = json::array();
    for (const auto& it : of.items())
        if (!it->rounds.empty() && std::find(methods.begin(), methods.end(), json(it->plan.method)) == methods.end()) methods.push_back(it->plan.method);
    return methods;
}

}  // namespace

std::string with_members(const json& object, std::initializer_list<std::pair<const char*, std::string_view>> more) {
    std::string text = object.dump();
    text.pop_back();
    for (const auto& [name, value] : more)
        if (!value.empty()) text.append(",\"").append(name).append("\":").append(value);
    return text + "}";
}

bool sees_all(role who) { return who == role::facilitator || who == role::organiser; }
bool sees_item(role who, const item_state& it) { return sees_all(who) || it.shown; }
bool sees_results(role who, const item_state& it, const vote_round& round) { return !it.is_hidden(round) && (sees_all(who) || round.revealed); }

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
    view["secrecy"] = to_text(plan.ballots);
    if (it.settled) view["settled"] = true;
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
    for (const stakeholder_group& group : plan.groups) {
        groups.push_back({{"id", group.id}, {"name", to_json(group.name)}});
        if (group.weight) groups.back()["weight"] = sawt::to_text(*group.weight);
    }
    json items = json::array();
    for (const auto& it : of.items())
        if (sees_item(who, *it)) items.push_back(item_view(*it));
    return {{"code", of.code()},
            {"title", to_json(plan.title)},
            {"sample", plan.sample},
            {"languages", plan.languages},
            {"groups", std::move(groups)},
            {"group_required", plan.rules.group_required},
            {"methods", methods_of(of)},
            {"digits", plan.rules.digits},
            {"items", std::move(items)},
            {"stage", stage_view_of(of, who)}};
}

std::string tally_view(const workshop& of, const item_state& it, const vote_round& round, role who, const result_finder& results) {
    json view{{"type", "tally"}, {"item", it.plan.id}, {"round", round.number}, {"entry", of.last()}, {"ballots", round.ballots.size()}, {"voters", of.voters()}};
    if (!sees_results(who, it, round)) return view.dump();
    const bool frozen = of.frozen() != nullptr && of.stage().item == it.plan.id && of.stage().round == round.number;
    if (frozen) view["since"] = round.ballots.size() - of.frozen()->box.cast().ballots;
    const auto shown = results(it, round, frozen && !sees_all(who));
    // Results that were counted a moment ago come with the ballots they were counted from.
    if (shown != nullptr) view["ballots"] = shown->ballots;
    return with_result(view, shown, who);
}

std::vector<std::pair<const item_state*, const vote_round*>> tallies_for(const workshop& of, role who) {
    std::vector<std::pair<const item_state*, const vote_round*>> all;
    for (const auto& it : of.items()) {
        if (!sees_item(who, *it)) continue;
        for (const vote_round& round : it->rounds) {
            const bool on_stage = of.stage().item == it->plan.id && of.stage().round == round.number;
            const bool answered_to = it->plan.method == "delphi" && round.number + 1 == it->now().number;
            if (sees_all(who) || &round == &it->rounds.back() || on_stage || answered_to) all.emplace_back(it.get(), &round);
        }
    }
    return all;
}

std::string results_view(const workshop& of, bool with_key, const result_finder& results) {
    const role who = with_key ? role::organiser : role::stage;
    std::string items;
    for (const auto& it : of.items()) {
        if (it->rounds.empty() || !sees_item(who, *it)) continue;
        std::string rounds;
        for (const vote_round& round : it->rounds) {
            if (!sees_results(who, *it, round)) continue;
            json view = round_view(round);
            view["voters"] = of.voters();
            rounds.append(rounds.empty() ? "[" : ",").append(with_result(view, results(*it, round, false), who));
        }
        if (rounds.empty()) continue;
        const json item{{"id", it->plan.id}, {"title", to_json(it->plan.title)}, {"method", it->plan.method}};
        items.append(items.empty() ? "[" : ",").append(with_members(item, {{"rounds", rounds + "]"}}));
    }
    json view{{"code", of.code()}, {"title", to_json(of.plan().title)}, {"entry", of.last()}};
    if (of.last_public() < of.last()) view["log_until"] = of.last_public();
    return with_members(view, {{"items", items.empty() ? "[]" : items + "]"}});
}

}  // namespace sawt::core
