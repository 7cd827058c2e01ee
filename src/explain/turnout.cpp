// Who took part and with what weight, and what would be without one of the groups.
#include "telling.hpp"

#include <algorithm>

namespace sawt {

namespace {

local_text group_name(const agenda& of, const std::string& id) {
    const auto found = std::find_if(of.groups.begin(), of.groups.end(), [&](const stakeholder_group& group) { return group.id == id; });
    return found == of.groups.end() || found->name.empty() ? local_text{{{"", id}}} : found->name;
}

sentence group_words(const agenda& of, const std::string& id) {
    if (id.empty()) return {say::no_group};
    return {say::name, {{"name", group_name(of, id)}}};
}

// Groups of the agenda first, in its order.
std::vector<std::string> weighted_groups(const facts& f) {
    const auto& weights = f.what().weighting.weights;
    std::vector<std::string> ids;
    for (const stakeholder_group& group : f.of().groups)
        if (weights.contains(group.id)) ids.push_back(group.id);
    for (const auto& [id, weight] : weights)
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    return ids;
}

void tell_weights(const facts& f, telling& t) {
    const group_weighting& weighting = f.what().weighting;
    const bool is_share = weighting.how == group_weighting::mode::share;
    enumeration groups;
    bool others = !f.of().rules.group_required || f.of().groups.empty();
    for (const std::string& id : weighted_groups(f)) {
        const rational& weight = weighting.weights.find(id)->second;
        if (!is_share && weight == 1) {
            others = true;
            continue;
        }
        groups.of.push_back(with_weight(group_name(f.of(), id), weight, is_share ? say::name_value : say::name_times));
    }
    for (const stakeholder_group& group : f.of().groups) others = others || !weighting.weights.contains(group.id);
    if (groups.of.empty()) return;
    t.how.push_back({is_share ? say::shares : others ? say::weights_rest : say::weights, {{"groups", std::move(groups)}}});
    t.how.push_back({say::weighted});
}

void tell_quorum(const facts& f, telling& t) {
    const electorate& entitled = f.what().entitled;
    if (!entitled.eligible || *entitled.eligible == 0) return;
    const rational eligible(*entitled.eligible), cast(f.cast().ballots);
    const argument of{"eligible", eligible}, n{"n", cast};
    if (!entitled.quorum) {
        t.how.push_back({say::took_part, {of, n, {"share", percent{cast / eligible}}}});
        return;
    }
    // The least number of ballots that is enough.
    const rational exact = eligible * *entitled.quorum;
    const rational needed((numerator(exact) + denominator(exact) - 1) / denominator(exact));
    t.how.push_back({cast >= needed ? say::quorum_met : say::quorum_missed, {of, n, {"needed", needed}}});
}

}  // namespace

void tell_turnout(const facts& f, telling& t) {
    tell_weights(f, t);
    const turnout& cast = f.cast();
    const argument of{"of", rational(cast.ballots)};
    const rational blank(cast.empty), invalid(cast.invalid);
    if (cast.empty > 0 && cast.invalid > 0) t.how.push_back({say::blank_and_invalid, {of, {"n", blank}, {"m", invalid}}});
    else if (cast.empty > 0) t.how.push_back({say::blank, {of, {"n", blank}}});
    else if (cast.invalid > 0) t.how.push_back({say::invalid, {of, {"n", invalid}}});
    tell_quorum(f, t);
}

void tell_groups(const facts& f, telling& t) {
    const auto& swayed_by = f.result().swayed_by;
    const bool as_set = f.total().as_set;
    const argument n{"n", rational(top_places(f))};
    if (!swayed_by || (!as_set && top_places(f) < 2)) return;
    if (swayed_by->empty()) {
        if (as_set) t.robust.push_back({say::outlives_as_set, {}});
        else t.robust.push_back({say::outlives, {n}, "first_places"});
        return;
    }
    enumeration sets{enumeration::joint::any, {}};
    for (const auto& groups : *swayed_by) {
        if (groups.empty()) continue;
        enumeration members;
        for (const std::string& id : groups) members.of.push_back(group_words(f.of(), id));
        sets.of.push_back(members.of.size() == 1 ? members.of.front() : sentence{say::together, {{"names", members}}});
    }
    if (as_set) t.robust.push_back({say::swayed_as_set, {{"groups", std::move(sets)}}});
    else t.robust.push_back({say::swayed, {{"groups", std::move(sets)}, n}, "first_places"});
}

}  // namespace sawt
