#include "tests/catch.hpp"
#include "tests/counting/result_comparison.hpp"

using sawt::test::difference;
using nlohmann::json;

namespace {

bool same(const char* expected, const char* result) { return difference(json::parse(expected), json::parse(result)).empty(); }

}  // namespace

TEST_CASE("exact numbers are compared exactly, and floats closely") {
    CHECK(same(R"({"scores":{"A":"1/2"}})", R"({"scores":{"A":"0.5"}})"));
    CHECK(same(R"({"scores":{"A":3}})", R"({"scores":{"A":"3","B":9}})"));
    CHECK_FALSE(same(R"({"scores":{"A":"1/3"}})", R"({"scores":{"A":"0.3333333333333333"}})"));
    CHECK(same(R"({"scores":{"A":"1/3"}})", R"({"scores":{"A":0.3333333333333333}})"));
    CHECK_FALSE(same(R"({"scores":{"A":"1/3"}})", R"({"scores":{"A":0.33333333}})"));
    CHECK_FALSE(same(R"({"scores":{"A":null}})", R"({"scores":{"A":0}})"));
    CHECK_FALSE(same(R"({"scores":{"A":0}})", R"({"scores":{}})"));
    CHECK_FALSE(same(R"({"turnout":{"quorum_met":true}})", R"({"turnout":{"quorum_met":false}})"));
}

TEST_CASE("winners and tiers are sets, ranks are not") {
    CHECK(same(R"({"winners":["A","B"]})", R"({"winners":["B","A"]})"));
    CHECK_FALSE(same(R"({"winners":["A","B"],"ordered_winners":true})", R"({"winners":["B","A"]})"));
    CHECK_FALSE(same(R"({"winners":["A"]})", R"({"winners":["A","B"]})"));
    CHECK(same(R"({"ranking":[["A","B"],"C"]})", R"({"ranking":[["B","A"],["C"]]})"));
    CHECK_FALSE(same(R"({"ranking":["A","B"]})", R"({"ranking":["B","A"]})"));
    CHECK_FALSE(same(R"({"ranking":["A","B"]})", R"({"ranking":[["A","B"]]})"));
}

TEST_CASE("no tie may be left out or told as null") {
    CHECK(same(R"({"tie":null})", "{}"));
    CHECK(same(R"({"tie":{"options":["A","B"],"seats":1}})", R"({"tie":{"options":["B","A"],"seats":1}})"));
    CHECK_FALSE(same(R"({"tie":{"options":["A","B"],"seats":1}})", R"({"tie":null})"));
    CHECK_FALSE(same(R"({"tie":null})", R"({"tie":{"options":["A","B"],"seats":1}})"));
}
