#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include "src/counting/exact_sums.hpp"

#include <random>

using namespace sawt;
using namespace sawt::test;

TEST_CASE("whole weights stay in machine words") {
    exact_sums sums(2);
    sums.change(3, 1, 5, [](auto add) { add(0, 5); add(1, -2); });
    sums.change(1, -1, 5, [](auto add) { add(0, 5); });
    CHECK(sums.total(0) == 10);
    CHECK(sums.total(1) == -6);
    CHECK(sums.in_words());
    CHECK(sums.scale() == 1);
}

TEST_CASE("ordinary fractions stay in machine words too, in finer units") {
    exact_sums sums(1);
    for (int i = 0; i < 10; ++i) sums.change(exact("0.1"), 1, 1, [](auto add) { add(0, 1); });
    CHECK(sums.total(0) == 1);
    sums.change(exact("1/3"), 1, 1, [](auto add) { add(0, 1); });
    CHECK(sums.total(0) == exact("4/3"));
    CHECK(sums.in_words());
    CHECK(sums.scale() == 30);
    sums.change(exact("1/3"), -1, 1, [](auto add) { add(0, 1); });
    CHECK(sums.total(0) == 1);
}

TEST_CASE("sums that no machine word holds go on in rationals") {
    exact_sums sums(2);
    const rational fine = exact("1/4294967311");  // a prime beyond the finest units
    const rational huge = exact("2305843009213693951");
    sums.change(fine, 1, 1, [](auto add) { add(0, 1); });
    CHECK(sums.total(0) == fine);
    sums.change(huge, 1, 3, [](auto add) { add(0, 3); add(1, 1); });
    sums.change(huge, 1, 1, [](auto add) { add(1, 1); });
    sums.change(exact("1/7"), 1, 1, [](auto add) { add(1, 1); });
    CHECK(sums.total(0) == fine + huge * 3);
    CHECK(sums.total(1) == huge * 2 + exact("1/7"));
    CHECK(sums.total(0) - huge * 3 == fine);
}

// Whatever the weights, sums are what rationals add up to, and taking all back leaves nothing.
TEST_CASE("sums agree with rationals after any changes") {
    const auto seed = GENERATE(range(1U, 31U));
    std::mt19937 random(seed);
    const std::vector<std::string> weights{"1", "1", "2", "1000", "0", "1/2", "1/3", "5/7", "1/1000003", "1/998244353", "1/4294967311", "1152921504606846975", "99999999999999999999", "-4"};
    const std::size_t kinds = 1 + random() % weights.size();
    exact_sums sums(3);
    std::vector<rational> plain(3);
    std::vector<std::tuple<rational, std::size_t, std::int64_t>> done;
    const auto change = [&](const rational& weight, std::size_t sum, std::int64_t times, int sign) {
        sums.change(weight, sign, 1000, [&](auto add) { add(sum, times); });
        plain[sum] += weight * times * sign;
    };
    for (int step = 0; step < 200; ++step) {
        done.emplace_back(exact(weights[random() % kinds]), random() % 3, static_cast<std::int64_t>(random() % 2001) - 1000);
        const auto& [weight, sum, times] = done.back();
        change(weight, sum, times, 1);
    }
    for (std::size_t sum = 0; sum < 3; ++sum) CHECK(sums.total(sum) == plain[sum]);
    std::shuffle(done.begin(), done.end(), random);
    for (const auto& [weight, sum, times] : done) change(weight, sum, times, -1);
    for (std::size_t sum = 0; sum < 3; ++sum) CHECK(sums.total(sum) == 0);
}
