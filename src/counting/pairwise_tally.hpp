// The running comparison of every option with every other: the tally of methods that decide by pairs. A ballot costs the square of what it
// ranks, whatever the number of options: unranked options are not touched.
#pragma once

#include "exact_sums.hpp"
#include "ranking_ballot.hpp"

namespace sawt {

// Options a ballot does not rank are below all that it ranks and equal among themselves (`last`), or not compared at all (`ignore`).
enum class unranked : std::uint8_t { last, ignore };

class pairwise_tally final : public tally {
public:
    pairwise_tally(std::size_t options, unranked how) : options_(options), how_(how), sums_(options * options) {}

    static const pairwise_tally& of(const weighted_tally& part);

    void add(const marks& ballot, const rational& weight) override { change(ballot, weight, 1); }
    void take_back(const marks& ballot, const rational& weight) override { change(ballot, weight, -1); }
    std::unique_ptr<tally> clone() const override { return std::make_unique<pairwise_tally>(*this); }

    bool empty() const { return entries_ == 0; }

    // The sums from which the pairs follow, in rows. `ignore`: at (a, b) the weight that places a above b. `last`: at (a, b) the weight of
    // ballots that rank both and place b above a or beside it, and at (a, a) the weight that ranks a; their difference places a above b.
    const exact_sums& sums() const { return sums_; }

private:
    void change(const marks& ballot, const rational& weight, int sign);

    std::size_t options_;
    unranked how_;
    exact_sums sums_;
    std::int64_t entries_ = 0;  // ballots of weight 0 count too
    ranking_order order_;       // of the ballot at hand
};

}  // namespace sawt
