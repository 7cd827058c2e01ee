#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include <cmath>

using namespace sawt;
using namespace sawt::test;

TEST_CASE("an approval ballot names each option at most once") {
    const auto by = rule("approval");
    CHECK(read(*by, R"({"approve":["C","A"]})").says.options == std::vector<mark>{{.option = 0, .value = 1}, {.option = 2, .value = 1}});
    CHECK(reason(*by, R"({"approve":[]})") == "blank");
    CHECK(reason(*by, "{}") == "blank");
    CHECK(reason(*by, R"({"approve":["A","B","A"]})") == "repeated-option");
    CHECK(reason(*by, R"({"approve":["A","Z"]})") == "unknown-option");
    CHECK(reason(*by, R"({"approve":["A",1]})") == "wrong-shape");
    CHECK(reason(*by, R"({"approve":"A"})") == "wrong-shape");
    CHECK(reason(*by, R"({"approve":null})") == "wrong-shape");
    CHECK(reason(*by, R"({"approve":{"A":true}})") == "wrong-shape");
    CHECK(reason(*by, "[]") == "wrong-shape");
}

TEST_CASE("limits bind every approval ballot that is not blank") {
    const auto by = rule("approval", R"({"min":2,"max":2})");
    CHECK(reason(*by, R"({"approve":["A"]})") == "too-few");
    CHECK(reason(*by, R"({"approve":["A","B"]})") == "counted");
    CHECK(reason(*by, R"({"approve":["A","B","C"]})") == "too-many");
    CHECK(reason(*by, R"({"approve":[]})") == "blank");
}

TEST_CASE("shares of approvals are shares of the voters, not of the marks") {
    const auto result = box_with(rule("approval"), {R"({"approve":["A","B"]})", R"({"approve":["B"]})", "{}"}).count();
    CHECK(scores(result) == texts{"1", "2", "0"});
    CHECK(result.base == 2);
    CHECK(result.base_of == "voters");
    CHECK(result.winners == positions{1});
}

TEST_CASE("a confidence interval holds the solutions of Wilson's equation, up to the ends") {
    const auto by = rule("approval", R"({"confidence":true})");
    ballot_box box(by, {}, {});
    box.add(read(*by, R"({"approve":["A"]})"), "", 7);
    box.add(read(*by, R"({"approve":["A","B"]})"), "", 3);
    const auto stats = nlohmann::json::parse(box.count().more).at("stats");

    const double z2 = 1.959963984540054 * 1.959963984540054;
    const auto solves = [&](double x, double share) { return std::abs((share - x) * (share - x) - z2 * x * (1 - x) / 10) < 1e-15; };
    CHECK(stats["B"]["share"] == 0.3);
    const double low = stats["B"]["low"], high = stats["B"]["high"];
    CHECK(low < 0.3);
    CHECK(high > 0.3);
    CHECK(solves(low, 0.3));
    CHECK(solves(high, 0.3));

    // All or none of n voters: n / (n + z^2) and z^2 / (n + z^2) by hand, and the other end exactly.
    CHECK(stats["A"]["high"] == 1.0);
    CHECK(std::abs(stats["A"]["low"].get<double>() - 10 / (10 + z2)) < 1e-15);
    CHECK(stats["C"]["low"] == 0.0);
    CHECK(std::abs(stats["C"]["high"].get<double>() - z2 / (10 + z2)) < 1e-15);
}

TEST_CASE("a share of no voters is not a number") {
    const auto by = rule("approval", R"({"confidence":true})", {"A"});
    CHECK(nlohmann::json::parse(box_with(by, {}).count().more) == nlohmann::json::parse(R"({"stats":{"A":{"share":null,"low":null,"high":null}}})"));
}
