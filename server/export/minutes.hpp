// What a workshop decided, in numbers for people: the one source of the report and of the sheets of results, and equal to what the wall shows, since a
// round's numbers here are those of core::show. Small stakeholder groups are merged with their complement here already. Pure.
#pragma once

#include "server/export/chronicle.hpp"

#include <sawt/explain.hpp>
#include <sawt/workshop.hpp>

#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sawt::exporting {

// The voters of one stakeholder group, or of the small ones together: `id` is then "others" and `merged` has theirs; "none" is nobody's group.
struct group_cut {
    std::string id;
    std::vector<std::string> merged;
    std::uint64_t ballots = 0;
    std::uint64_t voters = 0;
    nlohmann::json result;  // as R of the protocol; null where only turnout is told
};

// Who voted what in a named vote.
struct named_ballot {
    std::string name;
    std::string ballot;  // canonical JSON
};

// One round of one vote.
struct decision {
    item plan;                // as it stands now
    std::size_t number = 0;   // of the vote on the agenda, from 1
    round_number round = 1;
    round_number rounds = 1;  // of the vote; the last is the one that counts
    item_status status = item_status::waiting;
    bool revealed = false;
    std::optional<step> opened, closed;  // the newest of each; a round that was opened again is not closed until it is closed again
    std::size_t times_opened = 0;
    std::string check;
    std::uint64_t ballots = 0;
    std::uint64_t voters = 0;   // who have joined
    std::uint64_t refused = 0;  // ballots that the rules refused
    nlohmann::json result;      // R of the protocol
    std::vector<group_cut> groups;
    std::vector<named_ballot> by_name;  // by name, of those that count; empty unless the vote is named
    explanation why;
    local_text annulled;                                              // why the round is void; empty while it stands
    std::map<std::string, local_text, std::less<>> annulled_options;  // and of single options, by id

    bool counts() const { return round == rounds; }
    bool is_void() const { return !annulled.empty(); }
    bool is_void(std::string_view option) const { return annulled_options.find(option) != annulled_options.end(); }
    bool has_result() const;
};

struct minutes {
    std::string code;
    agenda plan;  // as prepared
    utc_seconds began = 0, until = 0;
    entry_number entries = 0;
    bool ends_early = false;  // a secret vote was open, so what follows its opening is not in here
    std::string root;  // of the log's tree, in hexadecimal
    std::uint64_t voters = 0;
    std::vector<group_cut> joined;     // empty where the workshop has no groups
    std::vector<item> items;           // as they stand now, in agenda order
    std::vector<decision> decisions;   // in agenda order, rounds in theirs
    std::vector<step> steps;

    const decision* of(std::string_view item, round_number round) const;
};

minutes minutes_of(const chronicle& of);

// A number of a result: whole, "p/q", or one that is not exact and for showing only. Nothing where there is none.
std::optional<rational> number_in(const nlohmann::json& value);

// The member at the end of the path, or null.
const nlohmann::json& at(const nlohmann::json& in, std::initializer_list<std::string_view> path);

}  // namespace sawt::exporting
