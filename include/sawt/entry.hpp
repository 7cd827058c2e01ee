// What can happen in a workshop (event) and an event at its place in the log (entry), with the one text form that is hashed, stored,
// downloaded and replayed (PROTOCOL.md, "The log"). Reading never throws; what it cannot read it names.
#pragma once

#include <sawt/merkle.hpp>
#include <sawt/text.hpp>

#include <optional>
#include <string>
#include <variant>

namespace sawt {

// Always entry 1. `agenda` is canonical JSON.
struct workshop_made {
    std::string code;
    std::string agenda;
};

// A voter came in, or chose another stakeholder group. `participant` is a pseudonym that no ballot carries.
struct participant_joined {
    std::string participant;
    std::string group;  // "" where the workshop has none
    std::string name{};  // "" until the voter gives one, which named votes ask for
};

// `voter` is the voter's pseudonym for this item alone, in a named vote the participant's; a secret ballot has no group. `ballot` is canonical JSON ("{}" abstains).
struct ballot_cast {
    std::string id;
    std::string item;
    round_number round = 1;
    std::string voter;
    std::string group;  // "" for none
    std::string channel = "phone";
    std::string ballot;
};

// `annul` is "void" in the log, which C++ keeps for itself.
enum class deed : std::uint8_t { open, close, reveal, hide, show, freeze, thaw, countdown, round, add, replace, amend, remove, annul, restore };

std::string_view to_text(deed what);
std::optional<deed> deed_named(std::string_view name);

// A step of the facilitator, or of a countdown at zero. Members that a deed does not use stay empty.
struct act {
    deed what = deed::show;
    std::string by = "facilitator";
    std::string id;
    std::string item;
    std::optional<std::string> option;  // amend, annul, restore
    std::optional<std::string> view;    // show: item, groups, join, black
    std::optional<round_number> round;  // show, annul, restore; open and close carry the round they mean
    std::optional<bool> qr;             // show
    std::optional<std::uint32_t> seconds;  // countdown
    std::optional<std::string> then;       // countdown: close, warn
    std::optional<utc_seconds> ends;       // countdown, absent when taken away
    std::string body;                      // add, replace: the item as canonical JSON
    std::optional<std::string> after;      // add
    local_text text;                       // amend: the new words; annul: why
};

using event = std::variant<workshop_made, participant_joined, ballot_cast, act>;

struct entry {
    entry_number number = 0;
    utc_seconds at = 0;  // a whole minute
    event what;
};

// An hour's minutes are all that the log tells of time, so that nobody is found by when they voted.
constexpr utc_seconds whole_minute(utc_seconds at) { return at - ((at % 60) + 60) % 60; }

// The line of the log, without its line feed.
std::string to_line(const entry& e);

struct entry_problem {
    std::string problem;
};

std::variant<entry, entry_problem> read_entry(std::string_view line);

// What makes an event unique in the log of its workshop: the log keeps the first event of a key and answers every later one with it.
// Empty for events that may repeat. A ballot's key is its voter and its id, so one phone cannot take the id of another.
std::string once_key(const event& what);

}  // namespace sawt
