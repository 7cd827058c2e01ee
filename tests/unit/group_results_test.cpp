#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include <random>

using namespace sawt;
using namespace sawt::test;

namespace {

std::vector<bool> merged(const std::vector<std::uint64_t>& ballots, std::uint64_t limit = 5) { return groups_to_merge(ballots, limit); }

using yes_no = std::vector<bool>;

const std::string for_a = R"({"choice":"A"})";
const std::string for_b = R"({"choice":"B"})";

}  // namespace

TEST_CASE("groups of at least the limit stand on their own") {
    CHECK(merged({5, 9, 30}) == yes_no{false, false, false});
    CHECK(merged({}) == yes_no{});
    CHECK(merged({1, 2}, 0) == yes_no{false, false});
    CHECK(merged({1, 2}, 1) == yes_no{false, false});
}

TEST_CASE("small groups stand together when they are enough") {
    CHECK(merged({3, 9, 4, 30}) == yes_no{true, false, true, false});
    CHECK(merged({4, 4, 4, 30}) == yes_no{true, true, true, false});
}

TEST_CASE("a single small group takes the next smallest with it") {
    CHECK(merged({3, 9, 8, 30}) == yes_no{true, false, true, false});
    CHECK(merged({30, 8, 8, 4}) == yes_no{false, true, false, true});  // of two equal ones, the first on the agenda
}

TEST_CASE("small groups that stay under the limit take the next smallest with them") {
    CHECK(merged({1, 2, 20, 10}) == yes_no{true, true, false, true});
    CHECK(merged({1, 1, 1, 20}) == yes_no{true, true, true, true});
}

TEST_CASE("an empty group is never merged: it says nothing about anybody") {
    CHECK(merged({0, 3, 4, 9}) == yes_no{false, true, true, false});
    CHECK(merged({0, 0, 3, 9}) == yes_no{false, false, true, true});
    CHECK(merged({0, 0}) == yes_no{false, false});
}

TEST_CASE("when nobody is left to join, all who voted stand together") {
    CHECK(merged({3}) == yes_no{true});
    CHECK(merged({1, 0, 2}) == yes_no{true, false, true});
}

TEST_CASE("no set of fewer than the limit can be found by subtracting shown groups from the total") {
    std::mt19937 chance(7);
    for (int trial = 0; trial < 2000; ++trial) {
        std::vector<std::uint64_t> ballots(1 + chance() % 7);
        for (auto& b : ballots) b = chance() % 12;
        const std::uint64_t limit = chance() % 9;
        const auto merge = groups_to_merge(ballots, limit);
        std::uint64_t together = 0, cast = 0, members = 0, alone = 0;
        for (std::size_t i = 0; i < ballots.size(); ++i) {
            cast += ballots[i];
            if (merge[i]) together += ballots[i], ++members;
            if (!merge[i] && ballots[i] > 0) {
                ++alone;
                REQUIRE(ballots[i] >= limit);
            }
            REQUIRE_FALSE((merge[i] && ballots[i] == 0));
        }
        INFO(limit << ": " << Catch::StringMaker<std::vector<std::uint64_t>>::convert(ballots));
        if (members > 0 && alone > 0) {
            REQUIRE(members >= 2);
            REQUIRE(together >= limit);
        }
    }
}

TEST_CASE("each group is counted for itself, in the order of the agenda, and its weight does not matter") {
    const auto by = rule("plurality");
    ballot_box box(by, {group_weighting::mode::multiplier, {{"tanneries", 10}}}, {});
    box.add(read(*by, for_a), "tanneries", 6);
    box.add(read(*by, for_b), "tanneries", 1, exact("1/2"));
    box.add(read(*by, "{}"), "tanneries");
    box.add(read(*by, for_b), "importers", 5);
    const std::vector<std::string> all{"showrooms", "tanneries", "importers"};
    const auto results = box.count_by_group(all, 5);
    REQUIRE(results.size() == 3);
    CHECK(results[0].groups == texts{"showrooms"});
    CHECK(results[0].cast.ballots == 0);
    CHECK(results[0].result.winners.empty());
    CHECK(results[0].result.ranking == tiers{{0, 1, 2}});
    CHECK(results[1].groups == texts{"tanneries"});
    CHECK(scores(results[1].result) == texts{"6", "1/2", "0"});
    CHECK(results[1].cast.ballots == 8);
    CHECK(results[1].cast.empty == 1);
    CHECK(results[1].cast.weight == exact("13/2"));
    CHECK(results[2].groups == texts{"importers"});
    CHECK(scores(results[2].result) == texts{"0", "5", "0"});
}

TEST_CASE("merged groups are counted as one, after the others") {
    const auto by = rule("plurality");
    ballot_box box(by, {group_weighting::mode::share, {{"tanneries", 1}, {"importers", 1}, {"showrooms", 1}, {"press", 1}}}, {});
    box.add(read(*by, for_a), "tanneries", 3);
    box.add(read(*by, for_a), "importers", 8);
    box.add(read(*by, for_b), "showrooms", 4);
    const std::vector<std::string> all{"tanneries", "importers", "showrooms", "press"};
    const auto results = box.count_by_group(all, 5);
    REQUIRE(results.size() == 3);
    CHECK(results[0].groups == texts{"importers"});
    CHECK(results[1].groups == texts{"press"});
    CHECK(results[2].groups == texts{"tanneries", "showrooms"});
    CHECK(scores(results[2].result) == texts{"3", "4", "0"});
    CHECK(results[2].cast.ballots == 7);
}

TEST_CASE("ballots without a group could be found by subtraction, so they are a group here") {
    const auto by = rule("plurality");
    ballot_box box(by, {}, {});
    box.add(read(*by, for_a), "tanneries", 20);
    box.add(read(*by, for_a), "importers", 10);
    box.add(read(*by, for_b), "");
    const std::vector<std::string> all{"tanneries", "importers"};
    const auto results = box.count_by_group(all, 5);
    REQUIRE(results.size() == 2);
    CHECK(results[0].groups == texts{"tanneries"});
    CHECK(results[1].groups == texts{"importers", ""});
    CHECK(results[1].cast.ballots == 11);
}

TEST_CASE("a group that took all its ballots back is empty again") {
    const auto by = rule("plurality");
    ballot_box box(by, {}, {});
    box.add(read(*by, for_a), "tanneries", 20);
    box.add(read(*by, for_b), "");
    box.take_back(read(*by, for_b), "", 1, 1, true);
    const std::vector<std::string> all{"tanneries"};
    const auto results = box.count_by_group(all, 5);
    REQUIRE(results.size() == 1);
    CHECK(results[0].groups == texts{"tanneries"});
}
