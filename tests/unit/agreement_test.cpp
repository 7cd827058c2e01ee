#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include "src/counting/agreement_measures.hpp"

#include <cmath>
#include <random>

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

namespace {

using frequencies = std::vector<std::int64_t>;

weighted_distribution of(const frequencies& counts, std::int64_t from = 1, std::int64_t unit = 1) {
    weighted_distribution made(unit);
    for (std::size_t i = 0; i < counts.size(); ++i) made.append(from + static_cast<std::int64_t>(i), counts[i]);
    return made;
}

scale values_of(const frequencies& counts, std::int64_t from = 1) { return {from, from + static_cast<std::int64_t>(counts.size()) - 1}; }

// A of van der Eijk as the article tells it: layer after layer, triple after triple.
rational by_the_article(frequencies counts) {
    const auto k = static_cast<std::int64_t>(counts.size());
    std::int64_t all = 0;
    for (const auto count : counts) all += count;
    rational agreement = 0;
    for (;;) {
        std::int64_t least = 0, in_use = 0;
        for (const auto count : counts)
            if (count > 0) {
                ++in_use;
                least = least == 0 ? count : std::min(least, count);
            }
        if (in_use == 0) return agreement;
        std::int64_t tu = 0, tdu = 0;
        for (std::size_t a = 0; a < counts.size(); ++a)
            for (std::size_t b = a + 1; b < counts.size(); ++b)
                for (std::size_t c = b + 1; c < counts.size(); ++c) {
                    const bool x = counts[a] > 0, y = counts[b] > 0, z = counts[c] > 0;
                    if ((x && y && !z) || (!x && y && z)) ++tu;
                    if (x && !y && z) ++tdu;
                }
        rational a = 0;
        if (in_use == 1)
            a = 1;
        else if (in_use < k && tu + tdu > 0)
            a = rational((k - 2) * tu - (k - 1) * tdu, (k - 2) * (tu + tdu)) * (1 - rational(in_use - 1, k - 1));
        agreement += a * rational(in_use * least, all);
        for (auto& count : counts) count = std::max<std::int64_t>(count - least, 0);
    }
}

}  // namespace

TEST_CASE("agreement A is what the article's layers and triples give") {
    std::mt19937 chance(11);
    for (int round = 0; round < 400; ++round) {
        frequencies counts(3 + chance() % 9);
        for (auto& count : counts) count = chance() % 3 == 0 ? 0 : static_cast<std::int64_t>(chance() % 6);
        counts[chance() % counts.size()] += 1;
        INFO(json(counts));
        CHECK(to_text(*van_der_eijk(of(counts), values_of(counts))) == to_text(by_the_article(counts)));
    }
}

TEST_CASE("agreement A is 1 for one mind, -1 for two camps, and 0 for all alike") {
    const scale seven{1, 7};
    CHECK(*van_der_eijk(of({0, 0, 9, 0, 0, 0, 0}), seven) == 1);
    CHECK(*van_der_eijk(of({4, 0, 0, 0, 0, 0, 4}), seven) == -1);
    CHECK(*van_der_eijk(of({5, 5, 5, 5, 5, 5, 5}), seven) == 0);
    CHECK(*van_der_eijk(of({1, 0, 1, 0, 0, 0, 0}), seven) == exact("7/15"));
    CHECK_FALSE(van_der_eijk(of({0, 0, 0}), {1, 3}));
    CHECK_FALSE(van_der_eijk(of({3, 4}), {1, 2}));
}

TEST_CASE("agreement A does not need the values between those in use") {
    weighted_distribution far(1);
    far.append(-1'000'000'000, 2);
    far.append(1'000'000'000, 2);
    CHECK(*van_der_eijk(far, {-1'000'000'000, 1'000'000'000}) == -1);
    weighted_distribution many(1);
    for (std::int64_t value = 0; value < 300; ++value) many.append(value * 1000, 1 + value % 7);
    const auto measured = van_der_eijk(many, {0, 299'000});
    CHECK(*measured > -1);
    CHECK(*measured < 1);
}

TEST_CASE("consensus is 1 for one mind, 0 for the two ends, by the scale and not by what was used") {
    CHECK(*tastle_wierman(of({0, 7, 0}), {1, 3}) == 1);
    CHECK(*tastle_wierman(of({7, 0, 7}), {1, 3}) == 0);
    CHECK(std::abs(*tastle_wierman(of({1, 0, 1}), {1, 7}) - (1 + std::log2(5.0 / 6))) < 1e-12);
    CHECK_FALSE(tastle_wierman(of({0, 0, 0}), {1, 3}));
}

TEST_CASE("consensus keeps its digits where one voter stands against thousands of millions") {
    const std::int64_t many = 4'000'000'000'000'000;
    const double lone = static_cast<double>(*tastle_wierman(of({many, 0, 0, 0, 1}), {1, 5}));
    // The lone voter is all but 1/(many + 1) of the scale away from the mean; the others are that part away.
    CHECK(std::abs((1 - lone) - (std::log2(4e15) + std::log2(std::exp(1))) / 4e15) < 3e-16);
}

TEST_CASE("r_wg is never negative, and null for one voter or fewer") {
    CHECK(*within_group(of({5, 0, 0, 0, 5}), {1, 5}) == 0);
    CHECK(*within_group(of({0, 3, 0}), {1, 3}) == 1);
    CHECK(*within_group(of({1, 1, 0}), {1, 3}) == exact("1/4"));  // 1 - (1/2)/(2/3)
    CHECK_FALSE(within_group(of({0, 1, 0}), {1, 3}));
    CHECK_FALSE(within_group(of({1, 1, 0}, 1, 2), {1, 3}));  // two voters of half a vote
    CHECK(*within_group(of({2, 1, 0}, 1, 2), {1, 3}) == 0);  // 3/2 votes: s² = (3 - 8/3)/(1/2) = 2/3, as by chance
    CHECK_FALSE(within_group(of({0, 0, 0}), {1, 3}));
}

TEST_CASE("agreement tells its measures and ranks like score") {
    const auto by = rule("agreement", R"({"min":1,"max":3})");
    CHECK(reason(*by, R"({"scores":{"A":4}})") == "out-of-range");
    const auto result = box_with(by, {R"({"scores":{"A":1,"B":3}})", R"({"scores":{"A":3,"B":3}})"}).count();
    const json more = json::parse(result.more);
    CHECK(more["measures"] == json::parse(R"({"A":{"consensus":0.0,"van_der_eijk":-1,"rwg":0},"B":{"consensus":1.0,"van_der_eijk":1,"rwg":1},"C":{"consensus":null,"van_der_eijk":null,"rwg":null}})"));
    CHECK(more["stats"]["A"] == json::parse(R"({"n":2,"mean":2,"distribution":{"1":1,"2":0,"3":1}})"));
    CHECK(scores(result) == texts{"2", "3", "none"});
    CHECK(result.winners == positions{1});
    CHECK(problem(make("agreement", R"({"min":1})")).starts_with("params.max: is missing"));
}
