#include "server/room/counts.hpp"

#include "server/room/room.hpp"

namespace sawt::room {

counts::moment counts::now(const vote_round& round, bool frozen) const {
    if (frozen) return {0, false, of_.frozen()};
    const turnout cast = round.box->cast();
    return {cast.ballots + cast.superseded, round.status == item_status::closed, nullptr};
}

std::shared_ptr<const core::shown_result> counts::find(const item_state& it, const vote_round& round, bool frozen) {
    const count_key key{it.plan.id, round.number, frozen};
    known& of = known_[key];
    if (of.slow) {
        moment is = now(round, frozen);
        if ((of.shown != nullptr && of.as_of == is) || of.asked) return of.shown;
        of.asked = std::move(is);
        out_.count(key, frozen ? of_.frozen() : of_.votes_of(it, round));
    } else if (of.shown == nullptr || of.entry != of_.last()) {
        count_here(of, it, round, frozen);
    }
    return of.shown;
}

std::shared_ptr<const core::shown_result> counts::find_now(const item_state& it, const vote_round& round) {
    known& of = known_[{it.plan.id, round.number, false}];
    const bool fresh = of.slow ? of.as_of == now(round, false) : of.entry == of_.last();
    if (of.shown == nullptr || !fresh) count_here(of, it, round, false);
    return of.shown;
}

void counts::count_here(known& of, const item_state& it, const vote_round& round, bool frozen) {
    const std::int64_t began = out_.stopwatch_us();
    of.as_of = now(round, frozen);
    of.shown = std::make_shared<const core::shown_result>(core::show(of_, it, frozen ? count(*of.as_of.frozen) : of_.count(it, round)));
    of.entry = of_.last();
    of.slow = out_.stopwatch_us() - began > slow_us;
}

bool counts::take(const count_key& key, const round_result& result, std::int64_t took_us) {
    known& of = known_[key];
    const item_state* it = of_.find(key.item);
    const vote_round* const round = it == nullptr ? nullptr : it->round(key.round);
    if (round == nullptr) {  // removed or replaced meanwhile
        known_.erase(key);
        return false;
    }
    const moment counted = std::exchange(of.asked, std::nullopt).value_or(moment{}), is = now(*round, key.frozen);
    of.slow = took_us > slow_us / 2;  // not to and fro at the limit
    // Someone who could not wait may have counted what came meanwhile: that is newer.
    if (of.shown == nullptr || of.as_of != is) {
        of.shown = std::make_shared<const core::shown_result>(core::show(of_, *it, result));
        of.as_of = counted;
        of.entry = counted == is ? of_.last() : 0;  // else what is quick would pass for the newest
    }
    return !key.frozen && of.as_of != is;
}

}  // namespace sawt::room
