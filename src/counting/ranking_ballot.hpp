// The ballot of every method that asks for a ranking: `{"ranking":["B",["A","C"]]}`, best first; a list within is a tier of options ranked
// equal. Options need not all be ranked. A mark's value is the number of its tier, counted from 0 without gaps.
#pragma once

#include "ballot_paper.hpp"
#include "params.hpp"

namespace sawt {

class ranking_ballot {
public:
    // Reads `strict` (equal ranks make a ballot invalid) and `max_ranked` (most options on a ballot).
    explicit ranking_ballot(const params& rules);

    // Blank when nothing is ranked; an empty tier ranks nothing. Invalid for `wrong-shape`, `unknown-option`, `repeated-option`,
    // `equal-ranks` and `too-many`.
    reading read(const ballot_paper& paper, const nlohmann::json& ballot) const;

private:
    bool strict_ = false;
    std::uint64_t max_ranked_ = 0;
};

// The marks of a ranking in the order of the ranking: tiers best first, each with its options in ballot-paper order. Used again for one
// ballot after the other, so that it allocates once.
class ranking_order {
public:
    void assign(std::span<const mark> ballot);

    std::size_t ranked() const { return options_.size(); }
    std::size_t tiers() const { return begins_.size() - 1; }

    // The place of the tier's first option, counted from 0. tier_begin(tiers()) is the number of ranked options.
    std::size_t tier_begin(std::size_t tier) const { return begins_[tier]; }
    std::size_t tier_size(std::size_t tier) const { return begins_[tier + 1] - begins_[tier]; }
    std::span<const std::uint32_t> tier(std::size_t tier) const { return std::span(options_).subspan(begins_[tier], tier_size(tier)); }

    // All options, best first.
    std::span<const std::uint32_t> options() const { return options_; }

private:
    std::vector<std::uint32_t> options_;
    std::vector<std::uint32_t> begins_{0};
    std::vector<std::uint32_t> next_;  // where the next option of each tier goes
};

// Throws a rule_problem when a method whose work or result grows with the square of the options, or faster, is asked for too many: a result
// of a thousand options already has a million numbers.
void refuse_too_many_options(std::size_t options);

}  // namespace sawt
