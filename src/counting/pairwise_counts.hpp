// The pairs of a finished count, ready to be compared. Only greater and less decide anything, so the exact numbers are put in order once, and
// small integers stand for them from then on.
#pragma once

#include "pairwise_tally.hpp"

#include <string>

namespace sawt {

// A square of numbers in rows, by their order: the greater number has the greater rank, equal ones have the same.
struct ordered_square {
    std::vector<std::uint32_t> rank;
    std::vector<rational> value;  // by rank
};

class pairwise_counts {
public:
    // Margins are worked out only where they are asked for.
    pairwise_counts(std::span<const weighted_tally> parts, std::size_t options, unranked how, bool with_margins);

    std::size_t options() const { return options_; }

    // The weight of ballots placing a above b.
    std::uint32_t wins(std::size_t a, std::size_t b) const { return wins_.rank[a * options_ + b]; }
    bool beats(std::size_t a, std::size_t b) const { return wins(a, b) > wins(b, a); }

    const ordered_square& wins() const { return wins_; }

    // The weight placing a above b less that placing b above a.
    const ordered_square& margins() const { return margins_; }

private:
    std::size_t options_;
    ordered_square wins_;
    ordered_square margins_;
};

// The square as JSON, {"A":{"B":3},"B":{"A":2}}: at each pair the text of its rank.
std::string square_json(const ballot_paper& paper, const std::vector<std::uint32_t>& ranks, const std::vector<std::string>& text_of_rank);

// Exact numbers as the texts of square_json.
std::vector<std::string> texts_of(const std::vector<rational>& values);

// Tiers from a relation without cycles, a row for each option: those that nobody is above, then the same among the rest.
std::vector<std::vector<std::uint32_t>> tiers_of_relation(const std::vector<bool>& above, std::size_t options);

}  // namespace sawt
