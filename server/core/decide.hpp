// May this be done? `decide` answers a person quickly and kindly: refused with a reason, or the event to append. The last word is the
// fold's (sawt::workshop::apply), at the event's place in the log. Pure: time and random come in.
#pragma once

#include "server/core/message.hpp"

#include <sawt/workshop.hpp>

#include <array>
#include <variant>

namespace sawt::core {

// Who asks. `voter` is the pseudonym for the item asked about, `group` the voter's stakeholder group ("" for none).
struct actor {
    role as = role::voter;
    std::string voter;
    std::string group;
    bool gave_name = false;  // which is on its way into the log, if it is not there
};

using decision = std::variant<event, refusal>;

decision decide(const workshop& state, const actor& who, const cast& asked);

// `now` in seconds since 1970, for a countdown's end; `random` for the id of a new item that has none.
decision decide(const workshop& state, const actor& who, const act_request& asked, utc_seconds now, const std::array<unsigned char, 16>& random);

// The step of a countdown that came to its end, for the item's current round; refused where the countdown only warns or is gone.
decision decide_countdown(const workshop& state, const item_state& of);

}  // namespace sawt::core
