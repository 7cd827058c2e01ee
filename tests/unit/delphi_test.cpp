#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

namespace {

json counted(const std::string& rounds, const std::string& params = R"({"min":1,"max":9})") {
    const auto result = count_case(json::parse(R"({"format":"sawt-count-case/1","method":"delphi","ballot":"scores","options":["A","B"],"ballots":[],"params":)" + params + R"(,"rounds":)" + rounds + "}"));
    const auto* wrong = std::get_if<rule_problem>(&result);
    return wrong ? json(wrong->path + ": " + wrong->problem) : std::get<json>(result);
}

}  // namespace

TEST_CASE("a round of Delphi tells its median, its quartiles and whether they are near enough") {
    const auto by = rule("delphi", R"({"min":1,"max":9,"consensus_iqr":"3/2"})");
    const auto result = box_with(by, {R"({"scores":{"A":3,"B":1}})", R"({"scores":{"A":4,"B":3}})", R"({"scores":{"A":5,"B":5}})", R"({"scores":{"A":4}})"}).count();
    const json stats = json::parse(result.more)["stats"];
    CHECK(stats["A"]["median"] == 4);
    CHECK(stats["A"]["q1"] == "7/2");
    CHECK(stats["A"]["q3"] == "9/2");
    CHECK(stats["A"]["iqr"] == 1);
    CHECK(stats["A"]["consensus"] == true);
    CHECK(stats["B"]["iqr"] == 4);
    CHECK(stats["B"]["consensus"] == false);
    CHECK(stats["C"]["iqr"].is_null());
    CHECK_FALSE(stats["C"].contains("consensus"));
    CHECK(json::parse(result.more)["agreement"]["A"] == "13/16");
    CHECK(scores(result) == texts{"4", "3", "none"});
    CHECK(problem(make("delphi", R"({"min":1,"max":9,"consensus_iqr":-1})")).starts_with("params.consensus_iqr: "));
    CHECK(problem(make("delphi", R"({"min":1,"max":9,"consensus_iqr":0.5})")).starts_with("params.consensus_iqr: "));
}

TEST_CASE("the shift is over the voters who rated an option in both rounds") {
    const json result = counted(R"([
      {"ballots":[{"voter":"a","scores":{"A":2,"B":5}},{"voter":"b","scores":{"A":9}},{"voter":"c","scores":{"A":5}},{"scores":{"A":1}}]},
      {"ballots":[{"voter":"a","scores":{"A":4}},{"voter":"b","scores":{"A":9,"B":3}},{"voter":"d","scores":{"A":5}},{"voter":"c","scores":{}}]}])");
    CHECK(result["shifts"] == json::parse(R"([{"A":{"both":2,"changed":1,"median_shift":"3/2","iqr_shift":"-1/2","mean_abs_change":1},
                                               "B":{"both":0,"changed":0,"median_shift":-2,"iqr_shift":0,"mean_abs_change":null}}])"));
    CHECK(result["rounds"].size() == 2);
    CHECK(result["rounds"][0]["turnout"]["ballots"] == 4);
    CHECK(result["rounds"][1]["turnout"]["empty"] == 1);
    CHECK(result["turnout"] == result["rounds"][1]["turnout"]);
}

TEST_CASE("only a voter's last ballot of a round takes part in the shift, and only if it counts") {
    const json result = counted(R"([
      {"ballots":[{"voter":"a","scores":{"A":2}},{"voter":"a","scores":{"A":7}},{"voter":"b","scores":{"A":3}},{"voter":"c","scores":{"A":3},"n":0},{"voter":"d","scores":{"A":3},"weight":0}]},
      {"ballots":[{"voter":"a","scores":{"A":1}},{"voter":"b","scores":{"A":3}},{"voter":"b","scores":{"A":99}},{"voter":"c","scores":{"A":4}},{"voter":"d","scores":{"A":5}}]}])");
    // a: 7 to 1, d: 3 to 5 although its weight is zero in the first round; b spoilt the second ballot, c handed in none the first time.
    CHECK(result["shifts"][0]["A"]["both"] == 2);
    CHECK(result["shifts"][0]["A"]["mean_abs_change"] == 4);
    CHECK(result["rounds"][0]["turnout"]["superseded"] == 1);
    CHECK(result["rounds"][1]["turnout"]["invalid"] == 1);
}

TEST_CASE("weights move medians and not the count of voters who changed") {
    const json result = counted(R"([
      {"ballots":[{"voter":"a","scores":{"A":2},"weight":5},{"voter":"b","scores":{"A":8}}]},
      {"ballots":[{"voter":"a","scores":{"A":3},"weight":5},{"voter":"b","scores":{"A":4}}]}])");
    CHECK(result["shifts"][0]["A"] == json::parse(R"({"both":2,"changed":2,"median_shift":1,"iqr_shift":0,"mean_abs_change":"5/2"})"));
}

TEST_CASE("in share mode a group without a weight moves nothing") {
    const json result = counted(R"([{"ballots":[{"voter":"a","group":"x","scores":{"A":2}},{"voter":"b","group":"y","scores":{"A":2}}]},
                                    {"ballots":[{"voter":"a","group":"x","scores":{"A":3}},{"voter":"b","group":"y","scores":{"A":9}}]}])",
                                R"({"min":1,"max":9,"group_mode":"share","group_weights":{"x":1}})");
    CHECK(result["shifts"][0]["A"] == json::parse(R"({"both":1,"changed":1,"median_shift":1,"iqr_shift":0,"mean_abs_change":1})"));
}

TEST_CASE("any number of rounds is counted") {
    CHECK(counted("[]")["rounds"] == json::array());
    CHECK(counted("[]")["winners"] == json::array());
    CHECK(counted(R"([{"ballots":[{"scores":{"A":1}}]}])")["shifts"] == json::array());
    CHECK(counted(R"([{"ballots":[]},{"ballots":[]},{"ballots":[]}])")["shifts"].size() == 2);
    CHECK(counted("3") == R"(rounds: must be a list of rounds such as {"ballots": […]})");
    CHECK(counted("[{}]") == R"(rounds[0]: must be an object {"ballots": […]})");
    CHECK(counted(R"([{"ballots":[]},{"ballots":[3]}])") == "rounds[1].ballots[0]: must be an object {…}");

    const auto single = count_case(json::parse(R"({"format":"sawt-count-case/1","method":"delphi","options":["A"],"params":{"min":1,"max":9},"ballots":[{"scores":{"A":4}}]})"));
    CHECK(std::get<json>(single)["rounds"][0]["stats"]["A"]["median"] == 4);
}
