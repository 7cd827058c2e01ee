#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include "src/counting/ranking_ballot.hpp"

using namespace sawt;
using namespace sawt::test;

TEST_CASE("a ranking is read best first, with equal ranks as lists") {
    const auto by = rule("borda");
    CHECK(read(*by, R"({"ranking":["B",["A","C"]]})").says.options == std::vector<mark>{{.option = 0, .value = 1}, {.option = 1, .value = 0}, {.option = 2, .value = 1}});
    CHECK(read(*by, R"({"ranking":["C"]})").says.options == std::vector<mark>{{.option = 2, .value = 0}});
    // A tier of one is as good as the option itself, and an empty one ranks nothing.
    CHECK(read(*by, R"({"ranking":[["C"],[],"A"]})").says == read(*by, R"({"ranking":["C","A"]})").says);
}

TEST_CASE("a ranking is blank when it ranks nothing") {
    const auto by = rule("schulze", R"({"strict":true,"max_ranked":1})");
    for (const std::string ballot : {"{}", R"({"ranking":[]})", R"({"ranking":[[],[]]})", R"({"choice":"A"})"}) {
        INFO(ballot);
        CHECK(reason(*by, ballot) == "blank");
    }
}

TEST_CASE("a ranking is invalid for unknown and repeated options and for wrong shapes") {
    for (const std::string method : {"borda", "condorcet", "schulze", "ranked_pairs", "irv", "stv", "concordance"}) {
        INFO(method);
        const auto by = rule(method);
        CHECK(reason(*by, R"({"ranking":["A","Z"]})") == "unknown-option");
        CHECK(reason(*by, R"({"ranking":["A",["B","Z"]]})") == "unknown-option");
        CHECK(reason(*by, R"({"ranking":["A","B","A"]})") == "repeated-option");
        CHECK(reason(*by, R"({"ranking":[["A","A"]]})") == "repeated-option");
        for (const std::string ranking : {"null", "\"A\"", "3", "true", "{}", R"({"A":1})", "[null]", "[1]", "[true]", R"([{"A":1}])", R"([["A",["B"]]])", "[[null]]"}) {
            INFO(ranking);
            CHECK(reason(*by, R"({"ranking":)" + ranking + "}") == "wrong-shape");
        }
        CHECK(reason(*by, "[]") == "wrong-shape");
        CHECK(reason(*by, "\"A\"") == "wrong-shape");
    }
}

TEST_CASE("strict rankings have no equal ranks, and max_ranked counts options, not tiers") {
    const auto strict = rule("irv", R"({"strict":true})");
    CHECK(reason(*strict, R"({"ranking":["A",["B","C"]]})") == "equal-ranks");
    CHECK(reason(*strict, R"({"ranking":["A",["B"],[]]})") == "counted");
    const auto two = rule("irv", R"({"max_ranked":2})");
    CHECK(reason(*two, R"({"ranking":["A",["B","C"]]})") == "too-many");
    CHECK(reason(*two, R"({"ranking":[["B","C"]]})") == "counted");
    CHECK(problem(make("irv", R"({"max_ranked":0})")).starts_with("params.max_ranked: "));
    CHECK(problem(make("irv", R"({"strict":1})")).starts_with("params.strict: "));
}

TEST_CASE("the order of a ranking is its tiers, best first") {
    ranking_order order;
    order.assign(std::vector<mark>{{.option = 1, .value = 2}, {.option = 4, .value = 0}, {.option = 5, .value = 1}, {.option = 9, .value = 0}});
    REQUIRE(order.tiers() == 3);
    CHECK(std::vector<std::uint32_t>(order.options().begin(), order.options().end()) == positions{4, 9, 5, 1});
    CHECK(order.tier_size(0) == 2);
    CHECK(order.tier(1).front() == 5);
    CHECK(order.tier_begin(2) == 3);
    order.assign({});
    CHECK(order.tiers() == 0);
    CHECK(order.ranked() == 0);
}

TEST_CASE("methods that compare all pairs or tell all rounds refuse more options than they could tell") {
    std::vector<std::string> options;
    for (int i = 0; i < 1001; ++i) options.push_back(std::to_string(i));
    for (const std::string method : {"condorcet", "schulze", "ranked_pairs", "irv", "stv"}) CHECK(problem(make(method, "{}", options)) == "options: must be at most 1000 for this method");
    CHECK(problem(make("borda", "{}", options)).empty());
    CHECK(problem(make("borda", R"({"variant":"dowdall"})", options)).starts_with("options: "));
}
