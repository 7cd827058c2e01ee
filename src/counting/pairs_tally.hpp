// The running sums of comparisons, of one part of the ballots: of each option's wins and losses, or of the wins of each option over each
// other one. And what all parts come to together.
#pragma once

#include "exact_sums.hpp"
#include "pair_ballot.hpp"

#include <algorithm>
#include <cassert>

namespace sawt {

// Each win counts two, so that a tie counts one each way and all sums of whole weights stay whole. `Cells` says which sums a win adds to.
template <class Cells>
class pairs_tally final : public tally {
public:
    explicit pairs_tally(std::size_t options) : cells_{options}, halves_(cells_.size()) {}

    static const pairs_tally& of(const weighted_tally& part) {
        assert(dynamic_cast<const pairs_tally*>(part.votes));
        return static_cast<const pairs_tally&>(*part.votes);
    }

    void add(const marks& ballot, const rational& weight) override { change(ballot, weight, 1); }
    void take_back(const marks& ballot, const rational& weight) override { change(ballot, weight, -1); }
    std::unique_ptr<tally> clone() const override { return std::make_unique<pairs_tally>(*this); }

    // Ballots of weight 0 count although they add nothing.
    bool empty() const { return ballots_ == 0; }
    const exact_sums& halves() const { return halves_; }

private:
    void change(const marks& ballot, const rational& weight, int sign) {
        halves_.change(weight, sign, most_halves(ballot), [&](const auto& add) {
            for (const mark& m : ballot.options) {
                if (m.value == pair_won) {
                    cells_.win(m.option, m.axis, 2, add);
                } else {
                    cells_.win(m.option, m.axis, 1, add);
                    cells_.win(m.axis, m.option, 1, add);
                }
            }
        });
        ballots_ += sign;
    }

    // No ballot adds more than this to one sum.
    static std::int64_t most_halves(const marks& ballot) { return 2 * static_cast<std::int64_t>(ballot.options.size()); }

    Cells cells_;
    exact_sums halves_;
    std::int64_t ballots_ = 0;
};

// The wins of each option, and after them the losses of each.
struct option_cells {
    std::size_t options;

    std::size_t size() const { return 2 * options; }
    template <class Add>
    void win(std::size_t winner, std::size_t loser, std::int64_t halves, const Add& add) const {
        add(winner, halves);
        add(options + loser, halves);
    }
};

// A square of wins, a row for each winner.
struct pair_cells {
    std::size_t options;

    std::size_t size() const { return options * options; }
    template <class Add>
    void win(std::size_t winner, std::size_t loser, std::int64_t halves, const Add& add) const {
        add(winner * options + loser, halves);
    }
};

// The sums of all parts together, with their factors, in whole wins.
template <class Cells>
std::vector<rational> wins_of(std::span<const weighted_tally> parts, std::size_t cells) {
    std::vector<rational> wins(cells);
    for (const weighted_tally& part : parts) {
        const exact_sums& halves = pairs_tally<Cells>::of(part).halves();
        const rational factor = part.factor / 2;
        if (factor == 0) continue;
        for (std::size_t cell = 0; cell < cells; ++cell)
            if (halves.word(cell) != 0 || !halves.in_words()) wins[cell] += halves.total(cell) * factor;
    }
    return wins;
}

template <class Cells>
bool any_counted(std::span<const weighted_tally> parts) {
    return std::any_of(parts.begin(), parts.end(), [](const weighted_tally& part) { return !pairs_tally<Cells>::of(part).empty(); });
}

}  // namespace sawt
