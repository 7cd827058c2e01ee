// The majority value of Balinski and Laraki (2007, 2011): the grades of an option from its median outwards, which orders options with the same
// majority grade. Held as run lengths, so that counts of thousands of millions of grades are as cheap as small ones.
#pragma once

#include "weighted_distribution.hpp"

#include <compare>

namespace sawt {

// The majority grade of N grades is number ceil(N/2) from the worst. Taking it away again and again takes grades from the lower side of the middle
// and from the upper in turn, so the majority value compares pairs (lower, upper) from the middle outwards. Scaling all weights repeats the
// pairs and changes no comparison: weights may be any rational, and a half grade in the middle does no harm.
class majority_value {
public:
    // The distribution must have a total of more than 0.
    explicit majority_value(const weighted_distribution& grades);

    std::int64_t grade() const { return pairs_.front().lower; }

    // The greater one is the better. Options with different totals are compared as if scaled to a common one.
    friend std::strong_ordering operator<=>(const majority_value& left, const majority_value& right);
    friend bool operator==(const majority_value& left, const majority_value& right) { return (left <=> right) == 0; }

private:
    struct pair_run {
        std::int64_t lower;
        std::int64_t upper;
        big_int length;  // all together are as long as the total
    };

    std::vector<pair_run> pairs_;  // from the middle outwards
    big_int total_;
};

}  // namespace sawt
