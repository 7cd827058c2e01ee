// The tally of Dowdall's count (1, 1/2, 1/3, ...). Sums of such fractions would soon have enormous denominators, so it keeps the weight that each
// option has on each place and divides once, when it counts.
#pragma once

#include "exact_sums.hpp"
#include "ranking_ballot.hpp"

namespace sawt {

class dowdall_tally final : public tally {
public:
    explicit dowdall_tally(std::size_t options) : options_(options), sums_(options * (options + 1)) {}

    void add(const marks& ballot, const rational& weight) override { change(ballot, weight, 1); }
    void take_back(const marks& ballot, const rational& weight) override { change(ballot, weight, -1); }
    std::unique_ptr<tally> clone() const override { return std::make_unique<dowdall_tally>(*this); }

    bool empty() const { return entries_ == 0; }
    std::vector<rational> points() const;  // by option

private:
    void change(const marks& ballot, const rational& weight, int sign);

    std::size_t options_;

    // In rows by option: by how much the weight on a place differs from that on the place before. A tied option has an equal part of the ballot
    // on each place of its tier, and so changes two sums however large the tier is.
    exact_sums sums_;
    std::int64_t entries_ = 0;
    ranking_order order_;  // of the ballot at hand
};

}  // namespace sawt
