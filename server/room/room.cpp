#include "server/room/room.hpp"

#include "server/core/decide.hpp"
#include "server/room/member.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace sawt::room {

using core::role;

namespace {

constexpr std::array all_roles = {role::voter, role::stage, role::facilitator, role::organiser};

std::string subject_of(const std::string& item, round_number round) { return item + "/" + std::to_string(round); }

}  // namespace

room::room(core::identity who_is_who, room_port& out, room_settings settings)
    : who_is_who_(std::move(who_is_who)), out_(out), settings_(std::move(settings)) {}

room::~room() = default;

void room::say(member_id from, const core::message& says, const random_bytes& random, std::int64_t now_ms) {
    if (const auto* greeting = std::get_if<core::hello>(&says)) return hello(from, *greeting, random, now_ms);
    const auto found = members_.find(from);
    if (found == members_.end()) return;  // dismissed a moment ago
    member& who = *found->second;
    if (const auto* asked = std::get_if<core::cast>(&says)) take_cast(from, who, *asked, now_ms);
    if (const auto* asked = std::get_if<core::act_request>(&says)) take_act(from, who, *asked, random, now_ms);
    if (const auto* beat = std::get_if<core::ping>(&says)) reply(from, core::pong_frame(*beat, now_ms));
    if (const auto* wrong = std::get_if<core::bad_message>(&says)) {
        if (!wrong->fatal) return reply(from, core::refused_frame(wrong->id, "", refusal{reason::bad_message, "", wrong->problem}, who.lang));
        const core::language lang = who.lang;
        leave(from);
        out_.dismiss(from, "bad-message", lang);
    }
}

void room::visit(member_id from, const std::string& token, const core::posted_cast& says, core::language in, std::int64_t now_ms) {
    assert(who_is_who_.is_token(token));
    auto visitor = std::make_unique<member>();
    visitor->visiting = true;
    visitor->lang = in;
    visitor->token = token;
    visitor->participant = who_is_who_.participant(token);
    const auto known = state_.participants().find(visitor->participant);
    if (known != state_.participants().end()) {
        visitor->group = known->second.group;
        visitor->name = known->second.name;
    }
    if (says.group && state_.plan().has_group(*says.group)) visitor->group = *says.group;
    if (says.name && !says.name->empty()) visitor->name = *says.name;
    member& who = *(members_[from] = std::move(visitor));
    join_if_new(who, now_ms);
    take_cast(from, who, says.what, now_ms);
}

void room::take_cast(member_id id, member& who, const core::cast& asked, std::int64_t now_ms) {
    waiter waits{id, asked.id, asked.item, asked.round};
    const item_state* it = state_.find(asked.item);
    const core::actor actor{who.as, who.as != role::voter ? std::string{} : it == nullptr ? who_is_who_.voter(who.token, asked.item) : who_is_who_.voter_on(it->plan, who.token), who.group, !who.name.empty()};
    // A name that the log could not take when it was given is given again, before the ballot that needs it.
    if (it != nullptr && it->plan.ballots == secrecy::named && !who.name.empty() && !is_joining(who.participant)) join_if_new(who, now_ms);
    ++who.waiting;
    // A repeat is answered as the first was, whatever has happened to the item since.
    if (answer_if_known(once_key(ballot_cast{asked.id, asked.item, asked.round, actor.voter, {}, {}, {}}), waits)) return;
    auto decided = core::decide(state_, actor, asked);
    if (const auto* why = std::get_if<refusal>(&decided)) return refuse(waits, *why);
    if (who.waiting > waiting_max) return refuse(waits, {reason::too_busy, "", {}});
    propose(std::get<event>(std::move(decided)), std::move(waits), now_ms);
}

void room::take_act(member_id id, member& who, const core::act_request& asked, const random_bytes& random, std::int64_t now_ms) {
    waiter waits{id, asked.what.id, asked.what.item, 0};
    if (who.as == role::facilitator && acts_in_flight_ > 0 && deferred_.size() < waiting_max) {
        // "Open" and "countdown" sent in one breath: the second is decided on the state that the first one makes.
        deferred_.push_back({id, asked, random});
        return;
    }
    ++who.waiting;
    if (who.as == role::facilitator && answer_if_known(once_key(asked.what), waits)) return;
    // Seconds are rounded up: a countdown of one second must not end after a tenth of it.
    auto decided = core::decide(state_, {who.as, "", "", false}, asked, (now_ms + 999) / 1000, random);
    if (const auto* why = std::get_if<refusal>(&decided)) return refuse(waits, *why);
    if (who.waiting > waiting_max) return refuse(waits, {reason::too_busy, "", {}});
    propose(std::get<event>(std::move(decided)), std::move(waits), now_ms);
}

void room::take_deferred(std::int64_t now_ms) {
    while (acts_in_flight_ == 0 && !deferred_.empty()) {
        const deferred_act next = std::move(deferred_.front());
        deferred_.pop_front();
        if (const auto found = members_.find(next.who); found != members_.end()) take_act(next.who, *found->second, next.asked, next.random, now_ms);
    }
}

void room::propose(event what, waiter who, std::int64_t now_ms) {
    std::string once = once_key(what);
    if (!once.empty() && !who.id.empty()) waiting_[once].push_back(std::move(who));
    log::proposal wants{state_.code(), time_of(what, now_ms), std::move(what), std::move(once)};
    if (std::holds_alternative<act>(wants.what)) ++acts_in_flight_;
    in_flight_.push_back(wants);
    out_.append(std::move(wants));
}

bool room::is_joining(const std::string& participant) const {
    return std::any_of(in_flight_.begin(), in_flight_.end(), [&](const log::proposal& one) {
        const auto* joined = std::get_if<participant_joined>(&one.what);
        return joined != nullptr && joined->participant == participant;
    });
}

// The minute; of a secret ballot the one its round was opened in. What stands around it in the log bounds its time all the same.
utc_seconds room::time_of(const event& what, std::int64_t now_ms) const {
    if (const auto* cast = std::get_if<ballot_cast>(&what))
        if (const item_state* it = state_.find(cast->item); it != nullptr && it->plan.ballots == secrecy::secret) return it->now().opened_at;
    return whole_minute(now_ms / 1000);
}

bool room::answer_if_known(const std::string& once, const waiter& who) {
    if (const auto known = state_.answered(once)) {
        answer(who, *known);
        return true;
    }
    const auto flying = waiting_.find(once);
    if (flying == waiting_.end()) return false;
    flying->second.push_back(who);
    return true;
}

void room::answer(const waiter& who, const workshop::answer& with) {
    if (with.refused) return refuse(who, *with.refused);
    const auto found = members_.find(who.who);
    if (found == members_.end()) return;
    --found->second->waiting;
    reply(who.who, core::receipt_frame({who.id, who.item, who.round, with.entry, with.leaf}));
    if (found->second->visiting) members_.erase(found);
}

void room::refuse(const waiter& who, const refusal& why) {
    const auto found = members_.find(who.who);
    if (found == members_.end()) return;
    --found->second->waiting;
    reply(who.who, core::refused_frame(who.id, who.item, why, found->second->lang));
    if (found->second->visiting) members_.erase(found);
}

void room::reply(member_id to, std::string text) { out_.reply(to, std::make_shared<const std::string>(std::move(text))); }

void room::committed(std::span<const log::placed> places, std::int64_t now_ms) {
    if (!saving_) {
        saving_ = true;
        room_moved_ = true;
    }
    for (const log::placed& place : places) apply(land(), place, now_ms);
    take_deferred(now_ms);
}

// The oldest proposal comes back from the log, saved or not.
log::proposal room::land() {
    assert(!in_flight_.empty());
    log::proposal what = std::move(in_flight_.front());
    in_flight_.pop_front();
    if (const auto* done = std::get_if<act>(&what.what)) {
        --acts_in_flight_;
        if (done->by == "countdown") closing_.erase(done->item);
    }
    return what;
}

void room::apply(const log::proposal& what, const log::placed& place, std::int64_t now_ms) {
    applied did;
    if (!place.repeated) did = state_.apply({place.at.number, what.at, what.what}, place.at.leaf);

    // The state is told to everyone before the one who caused it gets the receipt, so a page never has the receipt of a change it has not seen.
    if (did.done) tell_change(did, now_ms);
    if (!did.counted_item.empty()) {
        moved_.emplace(did.counted_item, did.counted_round);
        moved_for_voters_.emplace(did.counted_item, did.counted_round);
    }
    room_moved_ = room_moved_ || did.joined || !did.counted_item.empty();

    const auto waits = waiting_.find(what.once);
    if (what.once.empty() || waits == waiting_.end()) return;
    const std::vector<waiter> all = std::move(waits->second);
    waiting_.erase(waits);
    const auto known = state_.answered(what.once);
    for (const waiter& one : all) {
        if (known) {
            answer(one, *known);
        } else {
            refuse(one, {reason::bad_message, "", {}});
        }
    }
}

void room::not_saved(std::size_t how_many, std::int64_t now_ms) {
    const bool was_saving = std::exchange(saving_, false);
    for (std::size_t i = 0; i < how_many && !in_flight_.empty(); ++i) {
        const log::proposal what = land();
        const auto waits = waiting_.find(what.once);
        if (what.once.empty() || waits == waiting_.end()) continue;
        const std::vector<waiter> all = std::move(waits->second);
        waiting_.erase(waits);
        for (const waiter& one : all) refuse(one, {reason::not_saving, "", {}});
    }
    if (was_saving) tell_room(now_ms);
    take_deferred(now_ms);
}

void room::tell_change(const applied& did, std::int64_t now_ms) {
    for (const role to : all_roles) out_.broadcast(to, "", std::make_shared<const std::string>(core::change_frame(state_, did, to, now_ms)));
    // The tallies follow at once: a tally that waits somewhere from before a `hide` must be replaced by one without results.
    for (const std::string& id : did.items)
        if (const item_state* it = state_.find(id); it != nullptr && !it->rounds.empty()) tell_tally(id, it->now().number, true);
    const stage_state& stage = state_.stage();
    const item_state* on = state_.find(stage.item);
    if (on != nullptr && on->round(stage.round) != nullptr) tell_tally(stage.item, stage.round, true);
    room_moved_ = true;
}

void room::tell_tally(const std::string& item, round_number number, bool to_voters) {
    const item_state* it = state_.find(item);
    const vote_round* round = it == nullptr ? nullptr : it->round(number);
    if (round == nullptr) return;
    for (const role to : all_roles) {
        if (to == role::voter && !to_voters) continue;
        if (!it->shown && (to == role::voter || to == role::stage)) continue;
        out_.broadcast(to, subject_of(item, number), std::make_shared<const std::string>(core::tally_frame(state_, *it, *round, to, find_results_)));
    }
}

std::string room::results(bool with_key) {
    return core::results_view(state_, with_key, [this](const item_state& it, const vote_round& round, bool) { return counts_.find_now(it, round); });
}

void room::counted(const count_key& of, const round_result& result, std::int64_t took_us) {
    const bool moved_on = counts_.take(of, result, took_us);
    tell_tally(of.item, of.round, true);
    if (!moved_on) return;
    moved_.emplace(of.item, of.round);
    moved_for_voters_.emplace(of.item, of.round);
}

void room::tell_room(std::int64_t now_ms) {
    for (const role to : all_roles) out_.broadcast(to, "room", std::make_shared<const std::string>(core::room_frame(state_, here(), to)));
    room_moved_ = false;
    room_told_ms_ = now_ms;
}

void room::close_ended(std::int64_t now_ms) {
    for (const auto& it : state_.items()) {
        if (!it->ends || !it->close_at_zero || now_ms < *it->ends * 1000 || closing_.contains(it->plan.id)) continue;
        auto decided = core::decide_countdown(state_, *it);
        if (!std::holds_alternative<event>(decided)) continue;
        closing_.insert(it->plan.id);
        propose(std::get<event>(std::move(decided)), {}, now_ms);
    }
}

void room::tick(std::int64_t now_ms) {
    close_ended(now_ms);
    for (const auto& [item, round] : std::exchange(moved_, {})) tell_tally(item, round, false);
    if (++ticks_ % voter_ticks == 0) {
        for (const auto& [item, number] : std::exchange(moved_for_voters_, {})) {
            const item_state* it = state_.find(item);
            const vote_round* round = it == nullptr ? nullptr : it->round(number);
            if (round == nullptr || !core::sees_results(role::voter, *it, *round)) continue;
            out_.broadcast(role::voter, subject_of(item, number), std::make_shared<const std::string>(core::tally_frame(state_, *it, *round, role::voter, find_results_)));
        }
    }
    const std::int64_t since = now_ms - room_told_ms_;
    if (since >= heartbeat_ms || since < 0 || (room_moved_ && since >= room_ms)) tell_room(now_ms);
}

}  // namespace sawt::room
