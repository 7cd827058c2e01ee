// The money of all voters while projects are bought by Equal Shares, as ranges of floating-point numbers that hold the exact amounts for
// certain: every rounding widens them. It buys for a whole range of first shares at once. A decision is made only where the ranges leave no
// doubt, so that floats never decide anything; otherwise the verdict is `unsure`, and exact_purses must be asked.
#pragma once

#include "exact_purses.hpp"

namespace sawt {

class range_purses {
public:
    // Everybody has between `least` and `most` for each unit of weight: the shares of a row of steps.
    range_purses(const shares_problem& of, const whole_number& least, const whole_number& most);

    // The same questions as in exact_purses, for all shares of the range together.
    verdict offer(std::uint32_t project);
    verdict compare(std::uint32_t left, std::uint32_t right) const;
    bool is_dearer(std::uint32_t left, std::uint32_t right) const;
    double hint(std::uint32_t project) const { return offers_[project].rate.least; }
    void pay(std::uint32_t project);

private:
    struct range {
        double least = 0;
        double most = 0;
    };

    struct offered {
        range each;  // what a supporter pays who has enough
        range rate;  // divided by the utility
        bool is_even = true;
    };

    void set_offer(std::uint32_t project, range each, bool is_even);
    double least_payment(std::uint32_t project, double even, double slack) const;
    double most_payment(std::uint32_t project, double even, double slack) const;

    const shares_problem& of_;
    std::vector<double> weights_;  // of each ballot
    std::vector<double> votes_;    // of each project
    std::vector<double> costs_;
    std::vector<double> utilities_;
    std::vector<range> purses_;    // of each ballot, for each unit of its weight
    std::vector<offered> offers_;  // of each project
    bool is_usable_ = true;        // all numbers are within the floats' range
};

}  // namespace sawt
