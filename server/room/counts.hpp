// The newest results of a room's rounds. What is counted in a few milliseconds is counted when it is asked for, once for all who ask between two
// entries; what takes longer is counted elsewhere from a copy of its ballots, one copy at a time, and until that answers the last result
// stands. Pure: the stopwatch and the other place come in through room_port.
#pragma once

#include "server/core/shown_result.hpp"

#include <compare>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace sawt::room {

class room_port;

struct count_key {
    std::string item;
    round_number round = 0;
    bool frozen = false;  // the ballots as they stood at the freeze
    friend auto operator<=>(const count_key&, const count_key&) = default;
};

class counts {
public:
    static constexpr std::int64_t slow_us = 3000;  // above this a count is done elsewhere

    counts(const workshop& of, room_port& out) : of_(of), out_(out) {}

    // Null while nothing has been counted yet.
    std::shared_ptr<const core::shown_result> find(const item_state& it, const vote_round& round, bool frozen);

    // As of now, however long it takes.
    std::shared_ptr<const core::shown_result> find_now(const item_state& it, const vote_round& round);

    // What count() of the port came to. True when the round has moved since: it wants another count at the next tick.
    bool take(const count_key& of, const round_result& result, std::int64_t took_us);

private:
    // What a result depends on: how many ballots have come, replaced ones too, and whether more may come.
    struct moment {
        std::uint64_t casts = 0;
        bool closed = false;
        std::shared_ptr<const round_votes> frozen;
        friend bool operator==(const moment&, const moment&) = default;
    };

    struct known {
        std::shared_ptr<const core::shown_result> shown;
        moment as_of;
        entry_number entry = 0;  // that it was made at, 0 where ballots are missing; texts and voters may have changed since, which matters only where counting is cheap
        bool slow = false;
        std::optional<moment> asked;  // a count of that is under way
    };

    moment now(const vote_round& round, bool frozen) const;
    void count_here(known& of, const item_state& it, const vote_round& round, bool frozen);

    const workshop& of_;
    room_port& out_;
    std::map<count_key, known> known_;
};

}  // namespace sawt::room
