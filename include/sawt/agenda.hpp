// The agenda: what the organisers prepared. It is read once, at the edge, into a form that cannot be wrong; the file format is in
// PROTOCOL.md. Reading is pure, so an agenda gives the same items on every machine that replays the log.
#pragma once

#include <sawt/ballot_box.hpp>
#include <sawt/text.hpp>

#include <map>
#include <optional>
#include <variant>

namespace sawt {

struct option {
    std::string id;
    local_text text;
    local_text detail;                 // may be empty
    std::vector<std::string> answers;  // ids of SWOT lines this option answers
};

struct swot_line {
    std::string id;
    local_text text;
};

struct swot_board {
    std::vector<swot_line> strengths, weaknesses, opportunities, threats;
};

enum class item_kind : std::uint8_t { slide, swot, vote };

// What the log ties a ballot to. `secret`: a pseudonym for this item, with no group and no finer time than the vote's opening, and nobody sees a
// result before the round is closed. `pseudonymous`: that pseudonym, the group and the minute. `named`: who took part, with the name they gave.
enum class secrecy : std::uint8_t { secret, pseudonymous, named };

std::string_view to_text(secrecy how);

struct item {
    std::string id;
    item_kind kind = item_kind::slide;
    local_text title;
    local_text note;  // may be empty
    swot_board lines;
    std::vector<option> options;  // in ballot-paper order
    std::string method;           // of a vote
    std::string params = "{}";    // JSON text of the method's parameters
    bool live_results = false;    // revealed from the start
    secrecy ballots = secrecy::pseudonymous;  // settled once the vote was open
    bool shuffle = false;         // phones may show the options in another order, with the same numbers
    std::optional<std::uint32_t> seconds;  // suggested countdown
    bool close_at_zero = false;

    std::vector<std::string> option_ids;
    std::shared_ptr<const counting_rule> rule;  // of a vote, else null
    group_weighting weighting;
    electorate entitled;
};

struct stakeholder_group {
    std::string id;
    local_text name;
    std::optional<rational> weight;
};

struct settings {
    std::string digits = "latn";    // or "arab"
    std::uint64_t group_limit = 5;  // smallest number of ballots a group is shown on its own with
    bool group_required = true;     // where there are groups
};

struct agenda {
    local_text title;
    std::vector<std::string> languages;
    bool sample = false;
    std::vector<stakeholder_group> groups;
    settings rules;
    std::vector<item> items;

    bool has_group(std::string_view id) const;
};

// What is wrong with a file: the path of the member, and what would be right.
struct agenda_problem {
    std::string path;
    std::string problem;
};

// Bounds of one agenda; a larger one is refused with the path of what is too much.
inline constexpr std::size_t agenda_bytes_max = 1024 * 1024;
inline constexpr std::size_t items_max = 200;
inline constexpr std::size_t options_max = 200;
inline constexpr std::size_t groups_max = 40;
inline constexpr std::size_t text_bytes_max = 4000;
inline constexpr std::size_t name_bytes_max = 320;  // of a voter: 80 characters of up to four bytes

std::variant<agenda, agenda_problem> read_agenda(const nlohmann::json& file);

// One item, as it stands in an agenda or in an `add`. `groups` carry the weights an item has unless its params say otherwise.
std::variant<item, agenda_problem> read_item(const nlohmann::json& file, const std::vector<stakeholder_group>& groups);

// Reads a T; `path` is used for the problem.
std::variant<local_text, agenda_problem> read_text(const nlohmann::json& value, const std::string& path);

}  // namespace sawt
