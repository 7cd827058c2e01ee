// What counts by transfer share (irv, stv): the votes of each round, ties settled by looking back on them or by ballot-paper order, and the rounds
// as JSON.
#pragma once

#include "ballot_paper.hpp"

#include <string>

namespace sawt {

enum class transfer_ties : std::uint8_t { order, backward };

using option_list = std::vector<std::uint32_t>;

class transfer_rounds {
public:
    // Votes that differ by less than `tolerance` are equal; 0 for exact counts.
    transfer_rounds(transfer_ties how, rational tolerance) : how_(how), tolerance_(std::move(tolerance)) {}

    // A round begins with these votes, by option.
    void record(const std::vector<rational>& votes);

    // Among options with equal votes in this round: which goes out, which comes first. `backward` looks at the latest earlier round in which they
    // differ and goes on with those that are still tied; at last, and with `order` at once, the option earlier on the ballot paper is preferred.
    std::uint32_t loser(const option_list& tied) const { return settle(tied, true); }
    std::uint32_t leader(const option_list& tied) const { return settle(tied, false); }

    // The options with the fewest or the most votes, and all that tie with them.
    option_list fewest(const std::vector<rational>& votes, const option_list& among) const { return at_end(votes, among, true); }
    option_list most(const std::vector<rational>& votes, const option_list& among) const { return at_end(votes, among, false); }

    // Most votes first, ties settled.
    option_list in_order(const std::vector<rational>& votes, option_list among) const;

    // Tiers by votes, most first, ties shown. Options must come in ballot-paper order.
    static std::vector<option_list> tiers(const std::vector<rational>& votes, option_list among);

private:
    option_list at_end(const std::vector<rational>& votes, const option_list& among, bool fewest) const;
    std::uint32_t settle(option_list tied, bool loses) const;

    transfer_ties how_;
    rational tolerance_;
    std::vector<std::vector<rational>> past_;  // only for `backward`
};

// Rounds as JSON text.
class round_text {
public:
    // `as_floats`: for numbers that a count only approximates.
    explicit round_text(const ballot_paper& paper, bool as_floats = false);

    // {"votes":{"A":5,…},"exhausted":2 without the closing brace, so that the method adds what is its own.
    std::string open(const std::vector<rational>& votes, const option_list& standing, const rational& exhausted) const;

    const std::string& id(std::uint32_t option) const { return ids_[option]; }
    std::string ids(const option_list& options) const;
    std::string number(const rational& value) const;

private:
    std::vector<std::string> ids_;
    bool as_floats_;
};

}  // namespace sawt
