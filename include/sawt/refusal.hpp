// Why something was not done. The reasons are the stable words of PROTOCOL.md; texts for people are made from them at the edge.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sawt {

enum class reason : std::uint8_t {
    unknown_item,
    not_a_vote,
    not_open,
    closed,
    wrong_round,
    invalid_ballot,
    group_needed,
    name_needed,
    not_allowed,
    bad_act,
    bad_agenda,
    has_ballots,
    bad_message,
    not_saving,
    too_busy,
};

// "unknown-item", "not-a-vote", …
std::string_view to_text(reason why);

struct refusal {
    reason why = reason::bad_message;
    std::string detail;   // of an invalid ballot: over-cap, too-many, …
    std::string problem;  // of bad_act and bad_agenda: what is wrong, in English
};

}  // namespace sawt
