// Who is here: hello, leaving, and the counts of those present.
#include "server/room/member.hpp"

#include <algorithm>

namespace sawt::room {

using core::role;

void room::hello(member_id from, const core::hello& says, const random_bytes& random, std::int64_t now_ms) {
    const auto found = members_.find(from);
    const core::language lang = says.lang.value_or(found == members_.end() ? core::language::ar : found->second->lang);
    const auto turn_away = [&](std::string_view reason) {
        leave(from);
        out_.dismiss(from, reason, lang);
    };
    // A later hello on the same socket brings another group or language, never another role.
    if (found != members_.end() && says.as != found->second->as) return turn_away("bad-message");
    if (says.as != role::voter && !who_is_who_.opens(says.as, says.key)) return turn_away("wrong-key");
    if (says.as == role::voter && !says.token.empty() && !who_is_who_.is_token(says.token)) return turn_away("wrong-token");

    auto fresh = std::make_unique<member>();
    fresh->as = says.as;
    fresh->lang = lang;
    if (found != members_.end()) fresh->waiting = found->second->waiting;
    if (says.as == role::voter) {
        // It is the same voter, whether or not it repeats the token.
        fresh->token = !says.token.empty() ? says.token : found != members_.end() ? found->second->token : who_is_who_.make_token(random);
        fresh->participant = who_is_who_.participant(fresh->token);
        const auto known = state_.participants().find(fresh->participant);
        // What this socket chose before may not be in the log yet.
        if (found != members_.end() && found->second->participant == fresh->participant) {
            fresh->group = found->second->group;
            fresh->name = found->second->name;
        } else if (known != state_.participants().end()) {
            fresh->group = known->second.group;
            fresh->name = known->second.name;
        }
        if (says.group && state_.plan().has_group(*says.group)) fresh->group = *says.group;
        if (says.name && !says.name->empty()) fresh->name = *says.name;
    }
    if (found != members_.end()) count_out(*found->second);
    std::unique_ptr<member>& place = members_[from];
    place = std::move(fresh);
    count_in(*place);
    welcome(from, *place, now_ms);
    join_if_new(*place, now_ms);
    room_moved_ = true;
}

void room::welcome(member_id id, member& who, std::int64_t now_ms) {
    core::guest guest;
    guest.as = who.as;
    if (who.as == role::voter) {
        guest.participant = who.participant;
        guest.token = who.token;
        guest.group = who.group;
        guest.name = who.name;
        for (const auto& it : state_.items())
            if (it->shown && !it->rounds.empty()) guest.voter_of[it->plan.id] = who_is_who_.voter_on(it->plan, who.token);
    } else {
        guest.join = settings_.join;
        if (who.as == role::facilitator) guest.pages = settings_.pages;
    }
    out_.welcome(id, who.as, std::make_shared<const std::string>(core::welcome_frame(state_, guest, here(), now_ms, find_results_)));
}

// Taking part is recorded once a voter's group is known (or the workshop has none), apart from any ballot.
void room::join_if_new(const member& who, std::int64_t now_ms) {
    if (who.as != role::voter) return;
    const auto known = state_.participants().find(who.participant);
    if (known != state_.participants().end() && known->second == workshop::participant{who.group, who.name}) return;
    const event joined = participant_joined{who.participant, who.group, who.name};
    if (state_.objection(joined)) return;
    propose(joined, {}, now_ms);
}

void room::leave(member_id who) {
    const auto found = members_.find(who);
    if (found == members_.end()) return;
    count_out(*found->second);
    members_.erase(found);
    room_moved_ = true;
}

void room::count_in(const member& who) {
    if (who.as != role::voter || who.visiting) return;
    if (++connected_[who.participant] == 1) ++connected_by_group_[who.group];
}

void room::count_out(const member& who) {
    if (who.as != role::voter || who.visiting) return;
    const auto found = connected_.find(who.participant);
    if (found == connected_.end() || --found->second > 0) return;
    connected_.erase(found);
    --connected_by_group_[who.group];
}

core::presence room::here() const {
    return {connected_.size(), connected_by_group_, saving_};
}

bool room::idle() const {
    if (!members_.empty() || !moved_.empty()) return false;
    return std::none_of(state_.items().begin(), state_.items().end(), [](const auto& it) { return it->ends.has_value(); });
}

}  // namespace sawt::room
