// How ballots are counted. A counting_rule knows one method with its parameters and options: it reads a ballot, opens tallies,
// and turns tallies into a result. Rules are immutable and may be shared between threads; a tally belongs to its owner.
//
// To add a method: write src/counting/NAME.cpp with a class derived
// from counting_rule and a `make_NAME(rule_spec)`, and add its line (with the names of its parameters) to the table in
// src/counting/rules.cpp. Nothing else changes:
// the agenda reader, the fold, the log, the views and `sawt count` know methods only through this header.
#pragma once

#include <sawt/rational.hpp>

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sawt {

// What one ballot says, in the terms of its method. `option` is a position on the ballot paper, counted from 0; `value` is what the
// method makes of it: 1 for a choice or an approval, dots, a score, or the tier of a ranking (0 the best). `axis` is 0 but for methods that
// ask for several values on an option.
struct mark {
    std::uint32_t option = 0;
    std::uint32_t axis = 0;
    std::int64_t value = 0;
    friend bool operator==(const mark&, const mark&) = default;
};

struct marks {
    std::vector<mark> options;       // in ascending order of option unless the method says otherwise
    std::vector<std::string> words;  // free texts; empty for every method but `words`
    friend bool operator==(const marks&, const marks&) = default;
};

// Valid ballots are counted or blank (an abstention: cast, but in no base of shares); invalid ones break a rule and are never repaired.
enum class standing : std::uint8_t { counted, blank, invalid };

struct reading {
    standing is = standing::invalid;
    marks says;               // only when counted
    std::string_view reason;  // only when invalid: one of the words in src/counting/ballot_paper.hpp
};

// The running sum of one part of the ballots (a stakeholder group). Adding and taking back are exact inverses, in any order.
class tally {
public:
    virtual ~tally() = default;
    virtual void add(const marks& ballot, const rational& weight) = 0;
    virtual void take_back(const marks& ballot, const rational& weight) = 0;

    // A copy to be counted while this one goes on, on another thread.
    virtual std::unique_ptr<tally> clone() const = 0;
};

// A tally as it enters a count: each of its ballots weighs `factor` times what it weighed when it was added.
// `weight` is the summed weight of its counted ballots, before the factor.
struct weighted_tally {
    std::string_view group;  // "" for no group
    const tally* votes = nullptr;
    rational weight;
    rational factor = 1;
};

struct tie {
    std::vector<std::uint32_t> options;
    std::uint32_t seats = 0;
};

// What a count yields. Options are positions on the ballot paper, or in `terms` where voters wrote them. `winners` are in order of election
// for methods that elect one after another; `as_set` says that the ranking orders by something else than what made them win (a budget:
// projects ranked by votes, won what is funded). `ranking` lists tiers, best first; options without a score form the last. `base` is what shares are
// shares of: the counted weight ("voters"), the dots given ("dots"). `more` holds the further keys of the method as the text of one JSON
// object ("{}" when there are none); a key of the common ones in it stands in place of the common one (scores that are no rationals).
struct outcome {
    std::vector<std::string> terms;
    std::vector<std::uint32_t> winners;
    bool as_set = false;
    std::vector<std::vector<std::uint32_t>> ranking;
    std::vector<std::optional<rational>> scores;
    std::optional<tie> tied;
    rational base;
    std::string_view base_of = "voters";
    std::string more = "{}";
};

class counting_rule {
public:
    virtual ~counting_rule() = default;

    // Reads the members of a ballot (`{"choice":"A"}`); other members of the object are ignored. `{}` is blank. Never throws.
    virtual reading read(const nlohmann::json& ballot) const = 0;

    virtual std::unique_ptr<tally> open_tally() const = 0;

    // Counts the parts together. Every tally must come from this rule. No counted ballot: no winner, one tier with all options.
    virtual outcome count(std::span<const weighted_tally> parts) const = 0;

    // Some methods put the same question round after round, and tell how answers moved (Delphi). Such a method opens a tally for a round and
    // the one before it: each voter with a counted ballot in both adds what shift_between makes of the two, with weight 1. All others
    // count every round by itself, and open_shift is null.
    virtual std::unique_ptr<tally> open_shift() const { return nullptr; }
    virtual marks shift_between(const marks& before, const marks& now) const;

    // The key `shift` of the later round, as the text of one JSON object. `before` and `now` are all ballots of the two rounds.
    virtual std::string tell_shift(const tally& shifts, std::span<const weighted_tally> before, std::span<const weighted_tally> now) const;
};

// The method, its parameters (an object, as in a counting case or an agenda item) and the option ids in ballot-paper order.
struct rule_spec {
    std::string_view method;
    const nlohmann::json* params = nullptr;  // null: no parameters
    std::span<const std::string> options;
};

// What is wrong with a method or its parameters: `path` from the item ("method", "params.dots"), `problem` says what would be right.
struct rule_problem {
    std::string path;
    std::string problem;
};

std::variant<std::shared_ptr<const counting_rule>, rule_problem> make_rule(const rule_spec& spec);

// True for the names of parameters that a method knows. A case file may hold others, which are ignored; an agenda may not, since a misspelt
// rule must not silently not apply.
bool takes_parameter(std::string_view method, std::string_view name);

// The names make_rule knows, in alphabetical order.
std::span<const std::string_view> counting_methods();

}  // namespace sawt
