#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

using namespace sawt;
using namespace sawt::test;

TEST_CASE("a plurality ballot names one option, or nothing") {
    const auto by = rule("plurality");
    CHECK(read(*by, R"({"choice":"B"})").says.options == std::vector<mark>{{.option = 1, .value = 1}});
    CHECK(reason(*by, R"({"choice":null})") == "blank");
    CHECK(reason(*by, "{}") == "blank");
    CHECK(reason(*by, R"({"choice":"Z"})") == "unknown-option");
    CHECK(reason(*by, R"({"choice":""})") == "unknown-option");
    CHECK(reason(*by, R"({"choice":["A"]})") == "wrong-shape");
    CHECK(reason(*by, R"({"choice":1})") == "wrong-shape");
    CHECK(reason(*by, R"(["A"])") == "wrong-shape");
    CHECK(reason(*by, "null") == "wrong-shape");
    CHECK(reason(*by, R"({"choice":"A","approve":["B"],"voter":"v"})") == "counted");
}

TEST_CASE("most votes win, and all ranks are told") {
    const auto box = box_with(rule("plurality"), {R"({"choice":"C"})", R"({"choice":"C"})", R"({"choice":"A"})", "{}"});
    const auto result = box.count();
    CHECK(result.winners == positions{2});
    CHECK(result.ranking == tiers{{2}, {0}, {1}});
    CHECK(scores(result) == texts{"1", "0", "2"});
    CHECK_FALSE(result.tied);
    CHECK(result.base == 3);
    CHECK(result.base_of == "voters");
    CHECK(result.more == "{}");
}

TEST_CASE("a tie for the last place is reported, and settled only by the order when the rules say so") {
    const std::vector<std::string> ballots{R"({"choice":"B"})", R"({"choice":"C"})"};
    const auto open = box_with(rule("plurality"), ballots).count();
    CHECK(open.winners == positions{1, 2});
    REQUIRE(open.tied);
    CHECK(open.tied->options == positions{1, 2});
    CHECK(open.tied->seats == 1);

    const auto ordered = box_with(rule("plurality", R"({"tie_break":"order"})"), ballots).count();
    CHECK(ordered.winners == positions{1});
    CHECK(ordered.ranking == open.ranking);
    REQUIRE(ordered.tied);
    CHECK(ordered.tied->options == positions{1, 2});
}

TEST_CASE("options that fit the seats together do not tie for the last one") {
    const std::vector<std::string> ballots{R"({"choice":"B"})", R"({"choice":"C"})"};
    const auto two = box_with(rule("plurality", R"({"seats":2})"), ballots).count();
    CHECK(two.winners == positions{1, 2});
    CHECK_FALSE(two.tied);
    const auto five = box_with(rule("plurality", R"({"seats":5})"), ballots).count();
    CHECK(five.winners == positions{1, 2, 0});
    CHECK_FALSE(five.tied);
}

TEST_CASE("passed is more than the majority of the counted votes, strictly") {
    const auto passed = [](const std::string& majority, const std::vector<std::string>& ballots) {
        return box_with(rule("plurality", R"({"majority":)" + majority + "}"), ballots).count().more;
    };
    const std::string a = R"({"choice":"A"})", b = R"({"choice":"B"})", blank = "{}";
    CHECK(passed(R"("1/2")", {a, a, b, b}) == R"({"passed":[]})");
    CHECK(passed(R"("1/2")", {a, a, b, blank, blank}) == R"({"passed":["A"]})");
    CHECK(passed(R"("2/3")", {a, a, b}) == R"({"passed":[]})");
    CHECK(passed(R"("0.6")", {a, a, b}) == R"({"passed":["A"]})");
    CHECK(passed("0", {a, a, b}) == R"({"passed":["A","B"]})");
    CHECK(passed(R"("1/2")", {}) == R"({"passed":[]})");
}

TEST_CASE("without a counted ballot nobody wins") {
    const auto result = box_with(rule("plurality", R"({"tie_break":"order"})"), {"{}", R"({"choice":"Z"})"}).count();
    CHECK(result.winners.empty());
    CHECK(result.ranking == tiers{{0, 1, 2}});
    CHECK(scores(result) == texts{"0", "0", "0"});
    CHECK_FALSE(result.tied);
}
