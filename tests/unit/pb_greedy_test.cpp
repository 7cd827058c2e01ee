#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

namespace {

const std::vector<std::string> four{"A", "B", "C", "D"};

// A has 4 votes, B 3, C 2, D none.
outcome counted(const std::string& params) {
    const texts ballots{R"({"approve":["A","B","C"]})", R"({"approve":["C","B","A"]})", R"({"approve":["A","B"]})", R"({"approve":["A"]})", "{}"};
    return box_with(rule("pb_greedy", params, four), ballots).count();
}

}  // namespace

TEST_CASE("projects are funded by votes while they fit") {
    const auto result = counted(R"({"budget":10,"costs":{"A":6,"B":5,"C":4,"D":0}})");
    CHECK(result.winners == positions{0, 2});
    CHECK(json::parse(result.more) == json::parse(R"({"spent":10,"bought":["A","C"]})"));
    CHECK(scores(result) == texts{"4", "3", "2", "0"});
    CHECK(result.ranking == tiers{{0}, {1}, {2}, {3}});
    CHECK(result.base == 4);
    CHECK_FALSE(result.tied);
}

TEST_CASE("without skip the first project that does not fit ends it") {
    CHECK(counted(R"({"budget":10,"costs":{"A":6,"B":5,"C":4,"D":0},"skip":false})").winners == positions{0});
    CHECK(counted(R"({"budget":11,"costs":{"A":6,"B":5,"C":4,"D":0},"skip":false})").winners == positions{0, 1});
    CHECK(counted(R"({"budget":5,"costs":{"A":6,"B":5,"C":4,"D":0},"skip":false})").winners.empty());
}

TEST_CASE("votes per cost put cheap projects first, and free ones before all") {
    // 4/8, 3/3, 2/0, no vote.
    CHECK(counted(R"({"budget":11,"costs":{"A":8,"B":3,"C":0,"D":0},"by":"votes_per_cost"})").winners == positions{2, 1, 0});
    // 4/4 = 3/3 = 2/2: the ballot paper decides, not the votes.
    CHECK(counted(R"({"budget":5,"costs":{"A":4,"B":3,"C":2,"D":1},"by":"votes_per_cost"})").winners == positions{0});
    // Free projects tie with each other, whatever their votes.
    const auto by = rule("pb_greedy", R"({"budget":0,"costs":{"A":0,"B":0},"by":"votes_per_cost"})", {"A", "B"});
    CHECK(box_with(by, {R"({"approve":["B"]})", R"({"approve":["A","B"]})"}).count().winners == positions{0, 1});
}

TEST_CASE("exact costs fit exactly") {
    const auto by = rule("pb_greedy", R"({"budget":"0.3","costs":{"A":"0.1","B":"1/5","C":"1/1000000000000"}})");
    const auto result = box_with(by, {R"({"approve":["A","B","C"]})", R"({"approve":["A","B"]})"}).count();
    CHECK(result.winners == positions{0, 1});
    CHECK(json::parse(result.more)["spent"] == "3/10");
}

TEST_CASE("votes of weight 0 fund nothing") {
    const auto by = rule("pb_greedy", R"({"budget":9,"costs":{"A":0,"B":1,"C":1}})");
    ballot_box box(by, {}, {});
    box.add(read(*by, R"({"approve":["A","B"]})"), "", 7, 0);
    CHECK(box.count().winners.empty());
    box.add(read(*by, R"({"approve":["B"]})"), "", 1, exact("1/9"));
    CHECK(box.count().winners == positions{1});
}

TEST_CASE("a budget needs its amount and the cost of every project") {
    const auto said = [](const std::string& params) { return problem(make("pb_greedy", params, {"A", "B"})); };
    CHECK(said("{}").starts_with("params.budget: is missing"));
    CHECK(said(R"({"budget":1})").starts_with("params.costs: is missing"));
    CHECK(said(R"({"budget":1,"costs":[1,2]})").starts_with("params.costs: must be an object"));
    CHECK(said(R"({"budget":1,"costs":{"A":1}})").starts_with("params.costs.B: is missing"));
    CHECK(said(R"({"budget":1,"costs":{"A":1,"B":1.5}})").starts_with("params.costs.B: must be 0 or more"));
    CHECK(said(R"({"budget":1,"costs":{"A":1,"B":"-1"}})").starts_with("params.costs.B: must be 0 or more"));
    CHECK(said(R"({"budget":-1,"costs":{"A":1,"B":1}})").starts_with("params.budget: must be 0 or more"));
    CHECK(said(R"({"budget":1,"costs":{"A":1,"B":1},"by":"cost"})").starts_with("params.by: "));
    CHECK(said(R"({"budget":1,"costs":{"A":1,"B":1},"skip":"no"})").starts_with("params.skip: "));
    CHECK(said(R"({"budget":"3/2","costs":{"A":1,"B":"0.1","C":"what is no project is passed over"}})") == "");
}

TEST_CASE("project ballots are read as approvals") {
    for (const std::string method : {"pb_greedy", "pb_mes"}) {
        const auto by = rule(method, R"({"budget":1,"costs":{"A":1,"B":1,"C":1}})");
        CHECK(read(*by, R"({"approve":["C","A"]})").says.options == std::vector<mark>{{.option = 0, .value = 1}, {.option = 2, .value = 1}});
        CHECK(reason(*by, R"({"approve":[]})") == "blank");
        CHECK(reason(*by, R"({"approve":["A","A"]})") == "repeated-option");
        CHECK(reason(*by, R"({"approve":["Z"]})") == "unknown-option");
        CHECK(reason(*by, R"({"approve":true})") == "wrong-shape");
    }
}
