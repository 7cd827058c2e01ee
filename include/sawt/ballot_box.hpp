// The ballots of one round as they are counted: one tally for each stakeholder group, the turnout, and the weights that the
// organisers agreed. The fold fills a box ballot by ballot; `sawt count` fills one from a file; both ask the same questions of it.
#pragma once

#include <sawt/counting.hpp>

#include <map>

namespace sawt {

// Weight of groups. `multiplier`: each ballot of a group is multiplied by its weight (1 when it has none). `share`: the counted ballots of
// a group weigh its weight together, whatever its turnout; a ballot of a group without a weight is invalid.
struct group_weighting {
    enum class mode : std::uint8_t { multiplier, share } how = mode::multiplier;
    std::map<std::string, rational, std::less<>> weights;
};

struct turnout {
    std::uint64_t ballots = 0;  // all that were cast, without superseded ones
    std::uint64_t empty = 0;
    std::uint64_t invalid = 0;
    std::uint64_t superseded = 0;
    rational weight;  // of the counted ones, with group weights

    std::uint64_t counted() const { return ballots - empty - invalid; }
};

// The entitlement to vote, for turnout and quorum. Cast ballots (blank and invalid ones too) / eligible >= quorum is enough.
struct electorate {
    std::optional<std::uint64_t> eligible;
    std::optional<rational> quorum;
};

// One line of a result by stakeholder group. `groups` has one id, or several where small groups stand together.
struct group_outcome {
    std::vector<std::string> groups;
    turnout cast;
    outcome result;
};

class ballot_box {
public:
    ballot_box(std::shared_ptr<const counting_rule> rule, group_weighting weighting, electorate entitled);

    // A copy would share its tallies with the original.
    ballot_box(ballot_box&&) noexcept = default;
    ballot_box& operator=(ballot_box&&) noexcept = default;

    // `n` identical ballots of `weight` each. An empty group is "no group". Returns how they stand after the box's own rule on groups.
    standing add(const reading& ballot, std::string_view group, std::uint64_t n = 1, const rational& weight = 1);

    // Undoes an add with the same arguments; the ballots then count as superseded when `superseded` is true.
    void take_back(const reading& ballot, std::string_view group, std::uint64_t n, const rational& weight, bool superseded);

    // A copy to be counted while this one goes on, on another thread.
    ballot_box clone() const;

    // Why a ballot is invalid here, in one word: the reading's own reason, a negative weight, or in `share` mode a group without a weight
    // (both spoil a blank ballot too). Empty when it is valid.
    std::string_view objection_to(const reading& ballot, std::string_view group, const rational& weight = 1) const;

    // How a ballot stands here, whether it is added or not.
    standing stands(const reading& ballot, std::string_view group, const rational& weight = 1) const;

    turnout cast() const;
    outcome count() const { return count_without({}); }

    // As if nobody of these groups had voted.
    outcome count_without(std::span<const std::string> groups) const;

    // How answers moved since the round before, for rules that put a question again: the text of the key `shift`.
    std::string shift_since(const ballot_box& before, const tally& shifts) const;

    // Results per group, each group counted for itself (weights of groups do not matter inside one). Groups with fewer than `limit` ballots
    // are counted together; where only one is small, or where they stay under the limit, the next smallest join them, so that none can
    // be found by subtracting the others from the total. `all` lists the groups in the order of the agenda; groups without ballots come too.
    std::vector<group_outcome> count_by_group(std::span<const std::string> all, std::uint64_t limit) const;

    const counting_rule& rule() const { return *rule_; }
    const electorate& entitled() const { return entitled_; }

private:
    struct part;
    std::vector<weighted_tally> weighted(std::span<const std::string> without = {}) const;

    std::shared_ptr<const counting_rule> rule_;
    group_weighting weighting_;
    electorate entitled_;
    std::map<std::string, std::shared_ptr<part>, std::less<>> parts_;
    std::uint64_t superseded_ = 0;
};

// Reads `group_weights`, `group_mode`, `eligible` and `quorum` of a parameter object (null: none). Wrong values are named as in make_rule.
std::variant<group_weighting, rule_problem> read_weighting(const nlohmann::json* params);
std::variant<electorate, rule_problem> read_electorate(const nlohmann::json* params);

// The groups that must stand together under `limit`, by the rule above: pairs of (group, ballots) in; in the same order, true for "merge".
// At most one merged set results. Counts of 0 are never merged in: an empty group says nothing about anybody.
std::vector<bool> groups_to_merge(std::span<const std::uint64_t> ballots, std::uint64_t limit);

// A result as JSON, as in PROTOCOL.md (`scores`, `base`, `winners`, `ranking`, `tie`, `turnout`, further keys of the method).
nlohmann::json to_json(const outcome& result, const turnout& cast, const electorate& entitled, std::span<const std::string> options);

// Counts one case file (format sawt-count-case/1): the whole of `sawt count`. The problem's path is from the top of the file.
std::variant<nlohmann::json, rule_problem> count_case(const nlohmann::json& file);

}  // namespace sawt
