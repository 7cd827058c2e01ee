// The live workshop: the only writer of its state. Commands come in, are decided, wait for the log, are applied where the log put them,
// and are answered; ten times a second at most the views that moved are rendered once for each audience and handed out.
// Pure: time comes in, and all that leaves goes through room_port. One thread at a time (the room's home core).
#pragma once

#include "server/core/frames.hpp"
#include "server/core/identity.hpp"
#include "server/core/views.hpp"
#include "server/log/event_log.hpp"
#include "server/room/counts.hpp"

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace sawt::room {

using frame = std::shared_ptr<const std::string>;
using random_bytes = std::array<unsigned char, 16>;

// One client of the room: the core its socket lives on, and a number that is never used again.
struct member_id {
    std::uint32_t core = 0;
    std::uint64_t number = 0;
    friend auto operator<=>(const member_id&, const member_id&) = default;
};

class room_port {
public:
    virtual ~room_port() = default;

    // Wants a place in the log; answered, in this order, by committed() or not_saved().
    virtual void append(log::proposal what) = 0;

    // Delivers the welcome and, from then on, everything broadcast to that role.
    virtual void welcome(member_id to, core::role as, frame text) = 0;

    // To one client, in order, never dropped.
    virtual void reply(member_id to, frame text) = 0;

    // To all of a role. With a subject only the newest frame of that subject waits at a slow client; without, all do, in order.
    virtual void broadcast(core::role to, const std::string& subject, frame text) = 0;

    // Counts on another thread; answered by counted().
    virtual void count(count_key of, std::shared_ptr<const round_votes> votes) = 0;

    // Microseconds of which only differences mean something.
    virtual std::int64_t stopwatch_us() = 0;

    // Says bye for this reason and ends the client. The room has forgotten it already.
    virtual void dismiss(member_id who, std::string_view reason, core::language in) = 0;
};

struct room_settings {
    std::string join;   // J of the protocol as JSON text, for stage and desk
    std::string pages;  // P of the protocol as JSON text, for the desk
};

class room {
public:
    static constexpr int tick_ms = 100;           // tallies move at most this often
    static constexpr int voter_ticks = 3;         // phones get every third one: they are many and share the hall's air
    static constexpr int room_ms = 1000;          // `room` at most once a second
    static constexpr int heartbeat_ms = 2000;     // and at least every two
    static constexpr std::size_t waiting_max = 64;  // unanswered messages of one client

    room(core::identity who_is_who, room_port& out, room_settings settings);
    ~room();

    // Replays one stored entry before the room opens. Nothing is sent.
    applied replay(const entry& what, const hash& leaf) { return state_.apply(what, leaf); }

    const workshop& state() const { return state_; }
    const core::identity& identities() const { return who_is_who_; }
    bool saving() const { return saving_; }

    void hello(member_id from, const core::hello& says, const random_bytes& random, std::int64_t now_ms);
    void say(member_id from, const core::message& says, const random_bytes& random, std::int64_t now_ms);
    void leave(member_id who);

    // A cast by HTTP: one message of a voter with no socket; its one answer goes to reply(from, …).
    void visit(member_id from, const std::string& token, const core::posted_cast& says, core::language in, std::int64_t now_ms);

    // What the log answered to the oldest appended proposals.
    void committed(std::span<const log::placed> places, std::int64_t now_ms);
    void not_saved(std::size_t how_many, std::int64_t now_ms);

    void counted(const count_key& of, const round_result& result, std::int64_t took_us);

    // The answer of GET …/results.
    std::string results(bool with_key);

    void tick(std::int64_t now_ms);

    // True while no tick is needed: nobody is here, nothing moved, no countdown runs.
    bool idle() const;

private:
    struct member;
    struct waiter {
        member_id who;
        std::string id;
        std::string item;
        round_number round = 0;
    };

    void welcome(member_id id, member& who, std::int64_t now_ms);
    void join_if_new(const member& who, std::int64_t now_ms);
    void take_cast(member_id id, member& who, const core::cast& asked, std::int64_t now_ms);
    void take_act(member_id id, member& who, const core::act_request& asked, const random_bytes& random, std::int64_t now_ms);
    void take_deferred(std::int64_t now_ms);
    void propose(event what, waiter who, std::int64_t now_ms);
    bool is_joining(const std::string& participant) const;
    utc_seconds time_of(const event& what, std::int64_t now_ms) const;
    bool answer_if_known(const std::string& once, const waiter& who);
    void answer(const waiter& who, const workshop::answer& with);
    void refuse(const waiter& who, const refusal& why);
    void reply(member_id to, std::string text);
    log::proposal land();
    void apply(const log::proposal& what, const log::placed& place, std::int64_t now_ms);
    void tell_change(const applied& did, std::int64_t now_ms);
    void tell_tally(const std::string& item, round_number round, bool to_voters);
    void tell_room(std::int64_t now_ms);
    void close_ended(std::int64_t now_ms);
    void count_in(const member& who);
    void count_out(const member& who);
    core::presence here() const;

    core::identity who_is_who_;
    room_port& out_;
    room_settings settings_;
    workshop state_;
    counts counts_{state_, out_};
    const core::result_finder find_results_ = [this](const item_state& it, const vote_round& round, bool frozen) { return counts_.find(it, round, frozen); };
    bool saving_ = true;

    std::map<member_id, std::unique_ptr<member>> members_;
    std::unordered_map<std::string, std::uint32_t> connected_;              // sockets by participant: a second tab is not a second person
    std::map<std::string, std::uint64_t, std::less<>> connected_by_group_;  // participants

    std::deque<log::proposal> in_flight_;
    std::unordered_map<std::string, std::vector<waiter>> waiting_;  // by once_key
    std::size_t acts_in_flight_ = 0;
    struct deferred_act {
        member_id who;
        core::act_request asked;
        random_bytes random{};
    };
    std::deque<deferred_act> deferred_;  // acts that wait for the state that the acts before them make
    std::set<std::string> closing_;                                 // items whose countdown's close is in flight

    std::set<std::pair<std::string, round_number>> moved_;
    std::set<std::pair<std::string, round_number>> moved_for_voters_;
    int ticks_ = 0;
    bool room_moved_ = false;
    std::int64_t room_told_ms_ = 0;
};

}  // namespace sawt::room
