#include "server/core/frames.hpp"

#include "server/core/refusal_text.hpp"
#include "server/core/views.hpp"

#include <nlohmann/json.hpp>

namespace sawt::core {

namespace {

using nlohmann::json;

json room_view(const workshop& of, const presence& here, role who) {
    json view{{"type", "room"}, {"connected", here.connected}, {"voters", of.voters()}, {"voted", 0}, {"saving", here.saving}};
    const item_state* it = of.find(of.stage().item);
    const vote_round* now = it != nullptr && !it->rounds.empty() ? &it->now() : nullptr;
    if (now != nullptr) {
        view["voted"] = now->ballots.size();
        view["item"] = it->plan.id;
    }
    if (!sees_all(who)) return view;
    json groups = json::array();
    for (const std::string& id : of.group_ids()) {
        const auto present = here.by_group.find(id);
        const auto voted = now == nullptr ? decltype(now->voted.begin()){} : now->voted.find(id);
        groups.push_back({{"id", id}, {"connected", present == here.by_group.end() ? 0 : present->second}, {"voters", of.voters_of(id)},
                          {"voted", now == nullptr || voted == now->voted.end() ? 0 : voted->second}});
        if (now != nullptr && it->plan.ballots == secrecy::secret) groups.back().erase("voted");  // nobody knows
    }
    view["groups"] = std::move(groups);
    return view;
}

// What this voter's ballots are now, by item: the voter is found by another pseudonym in each.
json mine_view(const workshop& of, const guest& who) {
    json mine = json::object();
    for (const auto& [id, voter] : who.voter_of) {
        const item_state* it = of.find(id);
        if (it == nullptr || it->rounds.empty()) continue;
        const auto found = it->now().ballots.find(voter);
        if (!found) continue;
        mine[id] = {{"round", it->now().number}, {"id", found->id}, {"ballot", json::parse(found->ballot)}, {"entry", found->entry}, {"code", short_code(of.leaf(found->entry))}};
    }
    return mine;
}

}  // namespace

std::string welcome_frame(const workshop& of, const guest& who, const presence& here, std::int64_t now_ms, const result_finder& results) {
    std::string tallies;
    for (const auto& [it, round] : tallies_for(of, who.as)) tallies.append(tallies.empty() ? "" : ",").append(tally_view(of, *it, *round, who.as, results));
    json view{{"type", "welcome"}, {"role", to_text(who.as)}, {"now", now_ms}, {"entry", of.last()}, {"workshop", workshop_view(of, who.as)},
              {"room", room_view(of, here, who.as)}};
    if (who.as == role::voter) {
        view["you"] = {{"voter", who.participant}, {"token", who.token}, {"group", who.group.empty() ? json(nullptr) : json(who.group)}, {"name", who.name.empty() ? json(nullptr) : json(who.name)}};
        view["mine"] = mine_view(of, who);
    }
    return with_members(view, {{"tallies", "[" + tallies + "]"}, {"join", who.join}, {"pages", who.pages}});
}

std::string change_frame(const workshop& of, const applied& did, role who, std::int64_t now_ms) {
    json items = json::array();
    for (const std::string& id : did.items)
        if (const item_state* it = of.find(id); it != nullptr && sees_item(who, *it)) items.push_back(item_view(*it));
    return json{{"type", "change"}, {"entry", of.last()}, {"now", now_ms}, {"do", did.done ? to_text(*did.done) : ""}, {"items", std::move(items)},
                {"order", order_view(of, who)}, {"stage", stage_view_of(of, who)}}
        .dump();
}

std::string tally_frame(const workshop& of, const item_state& it, const vote_round& round, role who, const result_finder& results) {
    return tally_view(of, it, round, who, results);
}

std::string room_frame(const workshop& of, const presence& here, role who) { return room_view(of, here, who).dump(); }

std::string receipt_frame(const receipt& r) {
    json view{{"type", "receipt"}, {"id", r.id}, {"entry", r.entry}, {"leaf", to_base64(r.leaf)}, {"code", short_code(r.leaf)}};
    if (!r.item.empty()) view["item"] = r.item;
    if (r.round != 0) view["round"] = r.round;
    return view.dump();
}

std::string refused_frame(const std::string& id, const std::string& item, const refusal& why, language in) {
    json view{{"type", "refused"}, {"id", id}, {"reason", to_text(why.why)}, {"retry", may_pass(why.why)}, {"text", text_for(why, in)}};
    if (!item.empty()) view["item"] = item;
    if (!why.detail.empty()) view["detail"] = why.detail;
    return view.dump();
}

std::string pong_frame(const ping& p, std::int64_t now_ms) { return R"({"type":"pong","t":)" + p.t + R"(,"now":)" + std::to_string(now_ms) + "}"; }

std::string bye_frame(std::string_view reason, std::optional<int> retry_ms, language in) {
    return json{{"type", "bye"}, {"reason", reason}, {"retry_ms", retry_ms ? json(*retry_ms) : json(nullptr)}, {"text", text_for_reason(reason, in)}}.dump();
}

std::string error_body(std::string_view reason, language in, std::string_view detail) {
    std::string text = text_for_reason(reason, in);
    if (!detail.empty()) text.append(" (").append(detail).append(")");
    return json{{"error", {{"reason", reason}, {"text", std::move(text)}}}}.dump();
}

}  // namespace sawt::core
