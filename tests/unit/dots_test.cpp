#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

using namespace sawt;
using namespace sawt::test;

TEST_CASE("dots may be spread at will, and unused ones are lost") {
    const auto by = rule("dots", R"({"dots":5})");
    CHECK(read(*by, R"({"points":{"C":1,"A":3,"B":0}})").says.options == std::vector<mark>{{.option = 0, .value = 3}, {.option = 2, .value = 1}});
    CHECK(reason(*by, R"({"points":{"A":5}})") == "counted");
    CHECK(reason(*by, R"({"points":{"A":3,"B":3}})") == "too-many");
    CHECK(reason(*by, R"({"points":{"A":6}})") == "too-many");
}

TEST_CASE("a dots ballot is blank when it gives none") {
    const auto by = rule("dots", R"({"dots":5,"use_all":true})");
    CHECK(reason(*by, "{}") == "blank");
    CHECK(reason(*by, R"({"points":{}})") == "blank");
    CHECK(reason(*by, R"({"points":{"A":0,"B":0}})") == "blank");
}

TEST_CASE("dots are whole, and never fewer than none") {
    const auto by = rule("dots", R"({"dots":5})");
    for (const std::string value : {"1.5", "\"1\"", "null", "true", "[1]", "{}"}) {
        INFO(value);
        CHECK(reason(*by, R"({"points":{"A":)" + value + "}}") == "not-whole");
    }
    for (const std::string value : {"-1", "-1e300"}) CHECK(reason(*by, R"({"points":{"A":)" + value + "}}") == "out-of-range");
    // The log writes 3.0 as 3, so both must mean three dots.
    CHECK(read(*by, R"({"points":{"A":3.0}})").says == read(*by, R"({"points":{"A":3}})").says);
}

TEST_CASE("more dots than any machine word holds are too many, not few") {
    const auto by = rule("dots", R"({"dots":5})");
    for (const std::string value : {"9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616", "1e300"}) {
        INFO(value);
        CHECK(reason(*by, R"({"points":{"A":)" + value + "}}") == "too-many");
        CHECK(reason(*by, R"({"points":{"A":1,"B":)" + value + "}}") == "too-many");
    }
}

TEST_CASE("the cap holds for each option, and use_all for the whole ballot") {
    const auto by = rule("dots", R"({"dots":5,"cap":3,"use_all":true})");
    CHECK(reason(*by, R"({"points":{"A":4,"B":1}})") == "over-cap");
    CHECK(reason(*by, R"({"points":{"A":3,"B":1}})") == "too-few");
    CHECK(reason(*by, R"({"points":{"A":3,"B":2}})") == "counted");
    CHECK(reason(*by, R"({"points":{"A":3,"B":3}})") == "too-many");
}

TEST_CASE("dots for an unknown option spoil the ballot, even none") {
    const auto by = rule("dots", R"({"dots":5})");
    CHECK(reason(*by, R"({"points":{"A":2,"Z":0}})") == "unknown-option");
    CHECK(reason(*by, R"({"points":["A","A"]})") == "wrong-shape");
    CHECK(reason(*by, R"({"points":null})") == "wrong-shape");
    CHECK(reason(*by, "3") == "wrong-shape");
}

TEST_CASE("shares of dots are shares of the dots given") {
    const auto result = box_with(rule("dots", R"({"dots":5})"), {R"({"points":{"A":3,"B":2}})", R"({"points":{"C":1}})"}).count();
    CHECK(scores(result) == texts{"3", "2", "1"});
    CHECK(result.base == 6);
    CHECK(result.base_of == "dots");
    CHECK(result.ranking == tiers{{0}, {1}, {2}});
}
