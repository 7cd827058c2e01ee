#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include "src/counting/ballot_pile.hpp"

#include <map>
#include <random>

using namespace sawt;
using namespace sawt::test;

namespace {

marks says(std::initializer_list<mark> list) { return {list, {}}; }

using said = std::vector<std::vector<std::int64_t>>;  // option, axis, value of each mark

said plain(std::span<const mark> ballot) {
    said list;
    for (const mark& m : ballot) list.push_back({m.option, m.axis, m.value});
    return list;
}

std::map<said, rational> all_of(const ballot_pile& pile) {
    std::map<said, rational> sums;
    pile.for_each([&](std::span<const mark> ballot, const pile_weight& weight) { CHECK(sums.emplace(plain(ballot), weight.total()).second); });
    return sums;
}

const marks ab = says({{.option = 0, .value = 0}, {.option = 1, .value = 1}});
const marks ba = says({{.option = 0, .value = 1}, {.option = 1, .value = 0}});

}  // namespace

TEST_CASE("a pile keeps identical ballots once, with the sum of their weights") {
    ballot_pile pile;
    CHECK(pile.empty());
    pile.add(ab, 1);
    pile.add(ba, exact("1/3"));
    pile.add(ab, 2);
    pile.add(ba, exact("2/3"));
    CHECK(pile.size() == 2);
    CHECK(all_of(pile) == std::map<said, rational>{{plain(ab.options), 3}, {plain(ba.options), 1}});
}

TEST_CASE("a pile gives back what a ballot says, whatever its numbers") {
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    for (const marks& ballot : {says({}), says({{.option = 200, .value = 1}, {.option = 4'000'000'000, .value = 1}}), says({{.option = 7, .axis = 300, .value = 1}, {.option = 7, .axis = 0, .value = -64}}),
                                says({{.option = 0, .value = least}, {.option = 1, .value = most}, {.option = 2, .value = 0}})}) {
        ballot_pile pile;
        pile.add(ballot, 5);
        CHECK(all_of(pile) == std::map<said, rational>{{plain(ballot.options), 5}});
    }
}

TEST_CASE("ballots of weight 0 lie on the pile until they are taken back") {
    ballot_pile pile;
    pile.add(ab, 0);
    pile.add(ab, 0);
    CHECK_FALSE(pile.empty());
    CHECK(all_of(pile) == std::map<said, rational>{{plain(ab.options), 0}});
    pile.take_back(ab, 0);
    CHECK_FALSE(pile.empty());
    pile.take_back(ab, 0);
    CHECK(pile.empty());
}

TEST_CASE("sums on a pile go beyond machine words and come back") {
    const rational huge = exact("9223372036854775807");
    const rational below = (std::int64_t{1} << 30) - 1;
    ballot_pile pile;
    pile.add(ab, huge);
    pile.add(ab, huge);
    pile.add(ab, below);
    pile.add(ab, exact("1/7"));
    CHECK(all_of(pile).begin()->second == huge * 2 + below + exact("1/7"));
    pile.take_back(ab, exact("1/7"));
    pile.take_back(ab, huge);
    pile.take_back(ab, below);
    CHECK(all_of(pile).begin()->second == huge);
    pile.take_back(ab, huge);
    CHECK(pile.empty());
}

// Some thousand ballots come and go; a plain map beside the pile says what must be there. Few options make repeats, weights of all kinds make rests.
TEST_CASE("a pile agrees with a plain map after any coming and going") {
    const auto seed = GENERATE(range(1U, 21U));
    std::mt19937 random(seed);
    const auto below = [&random](std::uint32_t end) { return static_cast<std::uint32_t>(random() % end); };
    const std::vector<rational> weights{0, 1, 1, 1, 2, exact("1/3"), exact("2/3"), exact("4611686018427387904"), -1};
    std::vector<std::pair<marks, rational>> cast;
    std::map<said, std::pair<rational, std::int64_t>> expected;
    ballot_pile pile;
    const auto change = [&](const marks& ballot, const rational& weight, int sign) {
        auto& [sum, count] = expected[plain(ballot.options)];
        sum += weight * sign;
        count += sign;
        if (sum == 0 && count == 0) expected.erase(plain(ballot.options));
        if (sign > 0) pile.add(ballot, weight);
        else pile.take_back(ballot, weight);
    };
    for (int step = 0; step < 3000; ++step) {
        const bool grow = step < 1500 ? below(3) != 0 : below(3) == 0;
        if (grow || cast.empty()) {
            marks ballot;
            const std::uint32_t size = below(6);
            for (std::uint32_t i = 0; i < size; ++i) ballot.options.push_back({.option = i * 50, .value = below(3)});
            cast.emplace_back(ballot, weights[below(static_cast<std::uint32_t>(weights.size()))]);
            change(cast.back().first, cast.back().second, 1);
        } else {
            std::swap(cast[below(static_cast<std::uint32_t>(cast.size()))], cast.back());
            change(cast.back().first, cast.back().second, -1);
            cast.pop_back();
        }
    }
    std::map<said, rational> sums;
    for (const auto& [ballot, sum_and_count] : expected) sums.emplace(ballot, sum_and_count.first);
    CHECK(all_of(pile) == sums);

    const auto copy = pile.clone();
    for (const auto& [ballot, weight] : cast) change(ballot, weight, -1);
    CHECK(pile.empty());
    CHECK(all_of(static_cast<const ballot_pile&>(*copy)) == sums);
}
