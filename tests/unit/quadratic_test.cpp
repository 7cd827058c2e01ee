#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

using namespace sawt;
using namespace sawt::test;

TEST_CASE("votes cost their squares") {
    const auto by = rule("quadratic", R"({"credits":25})");
    CHECK(read(*by, R"({"points":{"C":4,"A":3,"B":0}})").says.options == std::vector<mark>{{.option = 0, .value = 3}, {.option = 2, .value = 4}});
    CHECK(reason(*by, R"({"points":{"A":5}})") == "counted");
    CHECK(reason(*by, R"({"points":{"A":5,"B":1}})") == "too-many");
    CHECK(reason(*by, R"({"points":{"A":3,"B":4,"C":1}})") == "too-many");
    CHECK(reason(*by, R"({"points":{"A":-3}})") == "out-of-range");
}

TEST_CASE("votes against cost the same where they are allowed") {
    const auto by = rule("quadratic", R"({"credits":25,"negative":true})");
    CHECK(read(*by, R"({"points":{"A":-3,"B":4}})").says.options == std::vector<mark>{{.option = 0, .value = -3}, {.option = 1, .value = 4}});
    CHECK(reason(*by, R"({"points":{"A":-5,"B":-1}})") == "too-many");
    CHECK(reason(*by, R"({"points":{"A":-6}})") == "too-many");
}

TEST_CASE("no number of votes is so large that its square looks cheap") {
    const auto by = rule("quadratic", R"({"credits":1000000000000,"negative":true})");
    CHECK(reason(*by, R"({"points":{"A":1000000}})") == "counted");
    CHECK(reason(*by, R"({"points":{"A":-1000000}})") == "counted");
    for (const std::string value : {"1000001", "-1000001", "4294967296", "-4294967296", "9223372036854775807", "-9223372036854775808", "18446744073709551615", "1e300", "-1e300"}) {
        INFO(value);
        CHECK(reason(*by, R"({"points":{"A":)" + value + "}}") == "too-many");
    }
}

TEST_CASE("a quadratic ballot without votes is blank, and half votes spoil it") {
    const auto by = rule("quadratic", R"({"credits":25})");
    CHECK(reason(*by, "{}") == "blank");
    CHECK(reason(*by, R"({"points":{"A":0}})") == "blank");
    for (const std::string value : {"1.5", "\"1\"", "null", "true"}) CHECK(reason(*by, R"({"points":{"A":)" + value + "}}") == "not-whole");
    CHECK(reason(*by, R"({"points":{"Z":1}})") == "unknown-option");
    CHECK(reason(*by, R"({"points":[]})") == "wrong-shape");
    CHECK(problem(make("quadratic", "{}")) == "params.credits: is missing: how many credits each voter has, a whole number from 1");
    CHECK(problem(make("quadratic", R"({"credits":9,"negative":0})")) == "params.negative: must be true or false");
}

TEST_CASE("votes are added, never credits, and totals may be negative") {
    const auto by = rule("quadratic", R"({"credits":25,"negative":true})");
    const auto result = box_with(by, {R"({"points":{"A":4,"B":-3}})", R"({"points":{"A":-1,"C":1}})"}).count();
    CHECK(scores(result) == texts{"3", "-3", "1"});
    CHECK(result.ranking == tiers{{0}, {2}, {1}});
    CHECK(result.base == 2);
}
