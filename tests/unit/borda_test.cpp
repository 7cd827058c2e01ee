#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

using namespace sawt;
using namespace sawt::test;

namespace {

const std::vector<std::string> a_to_d{"A", "B", "C", "D"};

outcome borda(const std::string& params, const std::vector<std::string>& rankings) {
    std::vector<std::string> ballots;
    for (const auto& ranking : rankings) ballots.push_back(R"({"ranking":)" + ranking + "}");
    return box_with(rule("borda", params, a_to_d), ballots).count();
}

}  // namespace

TEST_CASE("full rankings give the same in all variants but for the last place") {
    const std::vector<std::string> full{R"(["B","A","D","C"])"};
    CHECK(scores(borda("{}", full)) == texts{"2", "3", "0", "1"});
    CHECK(scores(borda(R"({"start":1})", full)) == texts{"3", "4", "1", "2"});
    CHECK(scores(borda(R"({"variant":"zero","start":1})", full)) == texts{"3", "4", "1", "2"});
    CHECK(scores(borda(R"({"variant":"modified"})", full)) == texts{"3", "4", "1", "2"});
    CHECK(scores(borda(R"({"variant":"dowdall"})", full)) == texts{"1/2", "1", "1/4", "1/3"});
}

TEST_CASE("unranked options share what is left, get nothing, or shorten the ballot") {
    const std::vector<std::string> one{R"(["C"])"};
    CHECK(scores(borda("{}", one)) == texts{"1", "1", "3", "1"});
    CHECK(scores(borda(R"({"start":"1/2"})", one)) == texts{"3/2", "3/2", "7/2", "3/2"});
    CHECK(scores(borda(R"({"variant":"zero","start":"1/2"})", one)) == texts{"0", "0", "7/2", "0"});
    CHECK(scores(borda(R"({"variant":"modified"})", one)) == texts{"0", "0", "1", "0"});
    CHECK(scores(borda(R"({"variant":"dowdall"})", one)) == texts{"0", "0", "1", "0"});
}

TEST_CASE("tied options average the places they fill") {
    const std::vector<std::string> tied{R"([["A","B"],"D"])"};
    CHECK(scores(borda("{}", tied)) == texts{"5/2", "5/2", "0", "1"});
    CHECK(scores(borda(R"({"variant":"zero"})", tied)) == texts{"5/2", "5/2", "0", "1"});
    CHECK(scores(borda(R"({"variant":"modified"})", tied)) == texts{"5/2", "5/2", "0", "1"});
    CHECK(scores(borda(R"({"variant":"dowdall"})", tied)) == texts{"3/4", "3/4", "0", "1/3"});
    CHECK(scores(borda(R"({"variant":"dowdall"})", {R"([["A","B","C"]])"})) == texts{"11/18", "11/18", "11/18", "0"});
}

TEST_CASE("points weigh what their ballots weigh, and come back when ballots are taken back") {
    for (const std::string variant : {"average", "zero", "modified", "dowdall"}) {
        INFO(variant);
        const auto by = rule("borda", R"({"start":2,"variant":")" + variant + "\"}", a_to_d);
        ballot_box box(by, {}, {}), alone(by, {}, {});
        const auto stays = read(*by, R"({"ranking":["D",["A","C"]]})");
        const auto goes = read(*by, R"({"ranking":[["B","C"],"A"]})");
        alone.add(stays, "", 1, exact("5/3"));
        box.add(goes, "", 3, exact("1/7"));
        box.add(stays, "", 1, exact("5/3"));
        box.add(goes, "", 1, exact("100000000000000000000"));
        box.take_back(goes, "", 1, exact("100000000000000000000"), false);
        box.take_back(goes, "", 3, exact("1/7"), false);
        CHECK(scores(box.count()) == scores(alone.count()));
        CHECK(box.count().ranking == alone.count().ranking);
    }
}

TEST_CASE("places of Dowdall stay exact with many options") {
    std::vector<std::string> options;
    std::string ranking;
    for (int i = 0; i < 60; ++i) {
        options.push_back("o" + std::to_string(i));
        ranking += (i == 0 ? "\"" : ",\"") + options.back() + "\"";
    }
    const auto result = box_with(rule("borda", R"({"variant":"dowdall"})", options), {R"({"ranking":[)" + ranking + "]}", R"({"ranking":["o59"]})"}).count();
    for (std::uint32_t i = 0; i < 59; ++i) CHECK(*result.scores[i] == rational(1, i + 1));
    CHECK(*result.scores[59] == rational(61, 60));
    CHECK(result.winners == positions{59});
}

TEST_CASE("borda refuses wrong parameters") {
    CHECK(problem(make("borda", R"({"variant":"nauru"})")).starts_with("params.variant: "));
    for (const std::string start : {"1.5", "\"x\"", "[]", "true"}) CHECK(problem(make("borda", R"({"start":)" + start + "}")).starts_with("params.start: "));
}

TEST_CASE("nobody wins a Borda count without ballots") {
    const auto result = borda("{}", {});
    CHECK(result.winners.empty());
    CHECK(result.ranking == tiers{{0, 1, 2, 3}});
}
