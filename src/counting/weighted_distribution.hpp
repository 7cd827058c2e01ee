// How much weight each value of a scale has, and what statistics make of it, all exact. Weights are whole numbers of one unit, so that
// comparing and adding them needs no fractions; only what is told in the end is divided.
#pragma once

#include <sawt/rational.hpp>

#include <optional>
#include <vector>

namespace sawt {

using big_int = boost::multiprecision::cpp_int;

class weighted_distribution {
public:
    struct run {
        std::int64_t value;
        big_int weight;  // more than 0, in units
    };

    // `unit`: how many units make a weight of 1.
    explicit weighted_distribution(big_int unit) : unit_(std::move(unit)) {}

    // Values come in ascending order; weight 0 is left out.
    void append(std::int64_t value, big_int weight);

    // Adds weight to the lowest value there is.
    void put_first(std::int64_t value, const big_int& weight);

    const std::vector<run>& runs() const { return runs_; }
    const big_int& total() const { return total_; }  // in units
    const big_int& unit() const { return unit_; }
    bool empty() const { return runs_.empty(); }

    rational weight() const { return rational(total_, unit_); }
    rational weight_of(const run& of) const { return rational(of.weight, unit_); }

    rational sum() const;  // of value times weight
    std::optional<rational> mean() const;

    // Of a population: the divisor is the weight.
    std::optional<rational> variance() const;

    // Quantile p/q of type 2 of Hyndman and Fan (1996): the average of the smallest value whose cumulative weight is at least p/q of
    // the whole and the smallest whose cumulative weight is above it. The median is quantile(1, 2).
    std::optional<rational> quantile(int p, int q) const;

private:
    std::vector<run> runs_;
    big_int total_ = 0;
    big_int unit_;
};

// Sums of value and of its square times weight, in units.
struct moments {
    big_int first = 0;
    big_int second = 0;
};

moments moments_of(const weighted_distribution& ratings);

}  // namespace sawt
