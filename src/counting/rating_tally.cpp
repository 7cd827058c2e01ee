#include "rating_tally.hpp"

#include <cassert>
#include <type_traits>

namespace sawt {

namespace {

// A megabyte of words for each group of voters. What has more cells than that has far more than there are ratings.
constexpr std::uint64_t dense_cells_max = std::uint64_t{1} << 17;

const rating_tally& own(const weighted_tally& part) {
    assert(dynamic_cast<const rating_tally*>(part.votes));
    return static_cast<const rating_tally&>(*part.votes);
}

void make_divisible(big_int& unit, const big_int& by) {
    if (by != 1) unit = lcm(unit, by);
}

// The smallest number of units to a weight of 1 with which each sum of this part, times its factor, is whole.
big_int unit_of(const weighted_tally& part) {
    big_int unit = denominator(part.weight);
    make_divisible(unit, own(part).scale());
    own(part).for_each([&](std::uint64_t, const auto& sum) {
        if constexpr (std::is_same_v<std::decay_t<decltype(sum)>, rational>) make_divisible(unit, denominator(sum));
    });
    return unit * denominator(part.factor);
}

big_int times(const big_int& units, const rational& sum) { return units / denominator(sum) * numerator(sum); }

}  // namespace

rating_tally::rating_tally(const rating_grid& grid) : grid_(&grid), cells_(grid.cells() <= dense_cells_max ? grid.cells() : 0) {}

void rating_tally::change(const marks& ballot, const rational& weight, int sign) {
    entries_ += sign;
    if (cells_.size() > 0) {
        cells_.change(weight, sign, 1, [&](auto add) {
            for (const mark& rating : ballot.options) add(grid_->cell(rating), 1);
        });
        return;
    }
    const rational change = weight * sign;
    if (change == 0) return;
    for (const mark& rating : ballot.options) {
        const auto sum = few_.try_emplace(grid_->cell(rating)).first;
        sum->second += change;
        if (sum->second == 0) few_.erase(sum);
    }
}

counted_ratings collect_ratings(const rating_grid& grid, std::span<const weighted_tally> parts) {
    counted_ratings all;
    for (const weighted_tally& part : parts) make_divisible(all.unit, unit_of(part));

    const bool dense = grid.cells() <= dense_cells_max;
    std::vector<big_int> cells(dense ? grid.cells() : 0);
    std::map<std::uint64_t, big_int> few;
    for (const weighted_tally& part : parts) {
        all.any_counted = all.any_counted || !own(part).empty();
        const big_int units = times(all.unit, part.factor);
        const big_int word_units = units / own(part).scale();
        all.voters += times(units, part.weight);
        own(part).for_each([&](std::uint64_t cell, const auto& sum) {
            big_int& weight = dense ? cells[cell] : few[cell];
            if constexpr (std::is_same_v<std::decay_t<decltype(sum)>, rational>)
                weight += times(units, sum);
            else
                weight += word_units * sum;
        });
    }

    all.on.assign(grid.options() * grid.axes(), weighted_distribution(all.unit));
    const auto enter = [&](std::uint64_t cell, big_int& weight) {
        if (weight == 0) return;
        const mark rating = grid.rating(cell);
        all.on[rating.option * grid.axes() + rating.axis].append(rating.value, std::move(weight));
    };
    for (std::size_t cell = 0; cell < cells.size(); ++cell) enter(cell, cells[cell]);
    for (auto& [cell, weight] : few) enter(cell, weight);
    return all;
}

}  // namespace sawt
