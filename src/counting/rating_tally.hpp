// The tally of every method that rates options on a scale: how much weight gave which value to which option. Adding a ballot adds its weight
// to one cell for each rating; means, medians and all else are found from the cells when a result is wanted.
#pragma once

#include "exact_sums.hpp"
#include "rating_grid.hpp"
#include "weighted_distribution.hpp"

#include <map>

namespace sawt {

class rating_tally final : public tally {
public:
    explicit rating_tally(const rating_grid& grid);

    void add(const marks& ballot, const rational& weight) override { change(ballot, weight, 1); }
    void take_back(const marks& ballot, const rational& weight) override { change(ballot, weight, -1); }
    std::unique_ptr<tally> clone() const override { return std::make_unique<rating_tally>(*this); }

    // Ballots of weight 0 count although they add nothing: a tally of them is not empty.
    bool empty() const { return entries_ == 0; }

    // Calls visit(cell, sum) for each sum that is not 0: a machine word in units of 1/scale(), or, where the weights were odd, a rational.
    template <class Visit>
    void for_each(Visit visit) const {
        for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
            if (!cells_.in_words())
                visit(std::uint64_t{cell}, cells_.total(cell));
            else if (cells_.word(cell) != 0)
                visit(std::uint64_t{cell}, cells_.word(cell));
        }
        for (const auto& [cell, sum] : few_) visit(cell, sum);
    }
    std::int64_t scale() const { return cells_.scale(); }

private:
    void change(const marks& ballot, const rational& weight, int sign);

    // Cells of an ordinary grid lie side by side. A scale of millions of values has only the cells that are in use.
    const rating_grid* grid_;  // of the rule, which outlives its tallies
    exact_sums cells_;
    std::map<std::uint64_t, rational> few_;
    std::int64_t entries_ = 0;
};

// The ratings of all parts together. One unit of weight fits them all, so that the weights in the distributions are whole numbers.
struct counted_ratings {
    std::vector<weighted_distribution> on;  // by option, and within an option by axis
    big_int voters = 0;                       // the counted weight, in units
    big_int unit = 1;                         // how many units make a weight of 1
    bool any_counted = false;

    rational weight() const { return rational(voters, unit); }
};

counted_ratings collect_ratings(const rating_grid& grid, std::span<const weighted_tally> parts);

}  // namespace sawt
