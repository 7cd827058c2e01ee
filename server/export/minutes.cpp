#include "server/export/minutes.hpp"

#include "server/core/shown_result.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace sawt::exporting {

namespace {

using nlohmann::json;

std::vector<group_cut> cuts_of(const std::string& shown) {
    std::vector<group_cut> cuts;
    if (shown.empty()) return cuts;
    json groups = json::parse(shown);
    for (json& group : groups) {
        group_cut cut;
        cut.id = group.at("id").get<std::string>();
        if (const auto merged = group.find("merged"); merged != group.end()) cut.merged = merged->get<std::vector<std::string>>();
        cut.ballots = group.at("ballots").get<std::uint64_t>();
        cut.voters = group.at("voters").get<std::uint64_t>();
        cut.result = std::move(group.at("result"));
        cuts.push_back(std::move(cut));
    }
    return cuts;
}

// What closed a round after it was last opened: an open round that is made void is closed by that.
const step* closing_step(const chronicle& of, std::string_view item, round_number round, const std::optional<step>& opened) {
    const auto found = std::find_if(of.steps().begin(), of.steps().end(), [&](const step& one) {
        const bool closes = one.what == deed::close || (one.what == deed::annul && one.option.empty());
        return closes && one.item == item && one.round == round && (!opened || one.entry > opened->entry);
    });
    return found == of.steps().end() ? nullptr : &*found;
}

std::vector<named_ballot> named_ballots(const chronicle& of, const item_state& it, const vote_round& round) {
    std::vector<named_ballot> all;
    if (it.plan.ballots != secrecy::named) return all;
    for (const auto& [participant, who] : of.state().participants())
        if (const auto kept = round.ballots.find(participant)) all.push_back({std::string(of.name_of(kept->entry)), std::string(kept->ballot)});
    std::sort(all.begin(), all.end(), [](const named_ballot& a, const named_ballot& b) { return std::tie(a.name, a.ballot) < std::tie(b.name, b.ballot); });
    return all;
}

decision decision_of(const chronicle& of, const item_state& it, const vote_round& round) {
    const round_result counted = of.state().count(it, round);
    const core::shown_result shown = core::show(of.state(), it, counted);
    decision told;
    told.plan = it.plan;
    told.round = round.number;
    told.rounds = static_cast<round_number>(it.rounds.size());
    told.status = round.status;
    told.revealed = round.revealed;
    if (const step* opened = of.last_step(deed::open, it.plan.id, round.number)) told.opened = *opened;
    if (const step* closed = closing_step(of, it.plan.id, round.number, told.opened); closed != nullptr && round.status == item_status::closed) told.closed = *closed;
    for (const step& one : of.steps()) told.times_opened += one.what == deed::open && one.item == it.plan.id && one.round == round.number;
    told.check = round.check;
    told.ballots = shown.ballots;
    told.voters = of.state().voters();
    told.refused = of.refused_ballots(it.plan.id, round.number);
    told.result = json::parse(shown.result);
    told.groups = cuts_of(shown.groups);
    told.by_name = named_ballots(of, it, round);
    told.why = explain(of.state().plan(), it.plan, counted);
    told.annulled = round.annulled;
    told.annulled_options = round.annulled_options;
    return told;
}

// Who has joined, by group, under the same protection as results.
std::vector<group_cut> joined_groups(const workshop& of) {
    std::vector<group_cut> cuts;
    const std::vector<std::string> ids = of.group_ids();
    std::vector<std::uint64_t> voters;
    for (const std::string& id : ids) voters.push_back(of.voters_of(id));
    const std::vector<bool> merge = groups_to_merge(voters, of.plan().rules.group_limit);
    group_cut others;
    others.id = "others";
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (merge[i]) {
            others.merged.push_back(ids[i]);
            others.voters += voters[i];
        } else {
            cuts.push_back({ids[i].empty() ? "none" : ids[i], {}, 0, voters[i], nullptr});
        }
    }
    if (!others.merged.empty()) cuts.push_back(std::move(others));
    return cuts;
}

}  // namespace

bool decision::has_result() const { return at(result, {"turnout", "counted"}).get<std::uint64_t>() > 0; }

const decision* minutes::of(std::string_view item, round_number round) const {
    const auto found = std::find_if(decisions.begin(), decisions.end(), [&](const decision& one) { return one.plan.id == item && one.round == round; });
    return found == decisions.end() ? nullptr : &*found;
}

minutes minutes_of(const chronicle& of) {
    const workshop& state = of.state();
    minutes told;
    told.code = state.code();
    told.plan = state.plan();
    told.began = of.began();
    told.until = of.until();
    told.entries = state.last();
    told.root = to_hex(state.root());
    told.voters = state.voters();
    if (!state.plan().groups.empty()) told.joined = joined_groups(state);
    told.steps = of.steps();
    told.ends_early = of.ends_early();
    std::size_t number = 0;
    for (const auto& it : state.items()) {
        told.items.push_back(it->plan);
        if (it->rounds.empty()) continue;
        ++number;
        for (const vote_round& round : it->rounds) {
            told.decisions.push_back(decision_of(of, *it, round));
            told.decisions.back().number = number;
        }
    }
    return told;
}

std::optional<rational> number_in(const json& value) {
    if (value.is_number_float()) return std::isfinite(value.get<double>()) ? std::optional(rational(value.get<double>())) : std::nullopt;
    if (value.is_number_unsigned()) return rational(value.get<std::uint64_t>());
    if (value.is_number_integer()) return rational(value.get<std::int64_t>());
    return value.is_string() ? parse_rational(value.get_ref<const std::string&>()) : std::nullopt;
}

const json& at(const json& in, std::initializer_list<std::string_view> path) {
    static const json none;
    const json* found = &in;
    for (const std::string_view name : path) {
        if (!found->is_object()) return none;
        const auto member = found->find(name);
        if (member == found->end()) return none;
        found = &*member;
    }
    return *found;
}

}  // namespace sawt::exporting
