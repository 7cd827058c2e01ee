#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include "src/counting/weighted_distribution.hpp"

#include <random>

using namespace sawt;
using namespace sawt::test;

namespace {

// Every single rating, in order; each of weight 1.
using ratings = std::vector<std::int64_t>;

weighted_distribution of(const ratings& all, std::int64_t unit = 1) {
    weighted_distribution made(unit);
    for (std::size_t i = 0; i < all.size();) {
        const auto end = std::upper_bound(all.begin(), all.end(), all[i]) - all.begin();
        made.append(all[i], (end - static_cast<std::ptrdiff_t>(i)) * unit);
        i = static_cast<std::size_t>(end);
    }
    return made;
}

// Type 2 as the textbook has it: with n p whole, the average of numbers n p and n p + 1 from below; else number ceil(n p).
rational textbook_quantile(const ratings& all, std::size_t p, std::size_t q) {
    const std::size_t at = all.size() * p / q;
    if (all.size() * p % q != 0) return all[at];
    return rational(all[at - 1] + all[at], 2);
}

}  // namespace

TEST_CASE("quantiles are those of the second type, whatever the unit of weight") {
    std::mt19937 chance(7);
    for (int round = 0; round < 500; ++round) {
        ratings all(1 + chance() % 13);
        for (auto& rating : all) rating = static_cast<std::int64_t>(chance() % 7) - 3;
        std::sort(all.begin(), all.end());
        for (const std::int64_t unit : {1, 6}) {
            const auto made = of(all, unit);
            CHECK(*made.quantile(1, 2) == textbook_quantile(all, 1, 2));
            CHECK(*made.quantile(1, 4) == textbook_quantile(all, 1, 4));
            CHECK(*made.quantile(3, 4) == textbook_quantile(all, 3, 4));
            CHECK(*made.quantile(0, 1) == all.front());
            CHECK(*made.quantile(1, 1) == all.back());
        }
    }
}

TEST_CASE("mean, variance and sum are exact") {
    const auto made = of({1, 1, 2, 5}, 3);
    CHECK(made.weight() == 4);
    CHECK(made.sum() == 9);
    CHECK(*made.mean() == exact("9/4"));
    CHECK(*made.variance() == exact("43/16"));  // (1 + 1 + 4 + 25)/4 - 81/16
}

TEST_CASE("a distribution of nothing has a sum and nothing else") {
    const weighted_distribution none(1);
    CHECK(none.weight() == 0);
    CHECK(none.sum() == 0);
    CHECK_FALSE(none.mean());
    CHECK_FALSE(none.variance());
    CHECK_FALSE(none.quantile(1, 2));
}

TEST_CASE("weight that nobody gave is nowhere, and what is missing may be put first") {
    weighted_distribution made(1);
    made.append(1, 0);
    made.append(2, 3);
    CHECK(made.runs().size() == 1);
    made.put_first(0, 2);
    made.put_first(0, 1);
    made.put_first(0, 0);
    CHECK(made.runs().size() == 2);
    CHECK(made.weight() == 6);
    CHECK(*made.quantile(1, 2) == 1);
}
