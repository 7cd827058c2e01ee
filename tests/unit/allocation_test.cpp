#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

TEST_CASE("allocated points add up to the total exactly") {
    const auto by = rule("allocation", R"({"total":10})");
    CHECK(read(*by, R"({"points":{"C":4,"A":6,"B":0}})").says.options == std::vector<mark>{{.option = 0, .value = 6}, {.option = 2, .value = 4}});
    CHECK(reason(*by, R"({"points":{"A":6,"C":3}})") == "too-few");
    CHECK(reason(*by, R"({"points":{"A":6,"C":5}})") == "too-many");
    CHECK(reason(*by, R"({"points":{"A":11}})") == "too-many");
    CHECK(reason(*by, R"({"points":{"A":18446744073709551615,"B":1}})") == "too-many");
}

TEST_CASE("where the total is a limit, what is left over is lost") {
    const auto by = rule("allocation", R"({"total":10,"exact":false})");
    CHECK(reason(*by, R"({"points":{"A":6,"C":3}})") == "counted");
    CHECK(reason(*by, R"({"points":{"A":6,"C":5}})") == "too-many");
}

TEST_CASE("an allocation is blank when it gives nothing, and spoilt by what are no points") {
    const auto by = rule("allocation", R"({"total":10})");
    CHECK(reason(*by, "{}") == "blank");
    CHECK(reason(*by, R"({"points":{}})") == "blank");
    CHECK(reason(*by, R"({"points":{"A":0,"B":0}})") == "blank");
    for (const std::string value : {"1.5", "\"1\"", "null", "true", "[1]", "{}"}) CHECK(reason(*by, R"({"points":{"A":)" + value + "}}") == "not-whole");
    CHECK(reason(*by, R"({"points":{"A":-1,"B":11}})") == "out-of-range");
    CHECK(reason(*by, R"({"points":{"A":10,"Z":0}})") == "unknown-option");
    CHECK(reason(*by, R"({"points":["A"]})") == "wrong-shape");
    CHECK(reason(*by, "null") == "wrong-shape");
}

TEST_CASE("the mean of points is over all counted ballots, and shares are of all points") {
    const auto by = rule("allocation", R"({"total":10,"report_mean":true})");
    const auto result = box_with(by, {R"({"points":{"A":10}})", R"({"points":{"A":5,"B":5}})", R"({"points":{"B":10}})", "{}"}).count();
    CHECK(scores(result) == texts{"15", "15", "0"});
    CHECK(result.base == 30);
    CHECK(result.base_of == "points");
    CHECK(json::parse(result.more)["stats"] == json::parse(R"({"A":{"mean":5},"B":{"mean":5},"C":{"mean":0}})"));

    const auto third = box_with(by, {R"({"points":{"A":10}})", R"({"points":{"B":10}})", R"({"points":{"C":10}})"}).count();
    CHECK(json::parse(third.more)["stats"]["A"]["mean"] == "10/3");
    CHECK(json::parse(box_with(by, {}).count().more)["stats"]["A"]["mean"].is_null());
    CHECK(box_with(rule("allocation", R"({"total":10})"), {R"({"points":{"A":10}})"}).count().more == "{}");
}

TEST_CASE("an allocation needs a total") {
    CHECK(problem(make("allocation", "{}")) == "params.total: is missing: how many points each voter spreads, a whole number from 1");
    CHECK(problem(make("allocation", R"({"total":0})")).starts_with("params.total: "));
    CHECK(problem(make("allocation", R"({"total":100,"exact":"yes"})")) == "params.exact: must be true or false");
    CHECK(problem(make("allocation", R"({"total":100,"report_mean":1})")) == "params.report_mean: must be true or false");
}
