#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

using namespace sawt;
using namespace sawt::test;

TEST_CASE("upvotes have no limits, and a question is upvoted at most once") {
    const auto by = rule("qa_upvotes", R"({"min":2,"max":2})");  // parameters of another method
    CHECK(reason(*by, R"({"approve":["A"]})") == "counted");
    CHECK(reason(*by, R"({"approve":["A","B","C"]})") == "counted");
    CHECK(reason(*by, R"({"approve":["A","A"]})") == "repeated-option");
    CHECK(reason(*by, R"({"approve":["Z"]})") == "unknown-option");
    CHECK(reason(*by, R"({"approve":[]})") == "blank");
    CHECK(reason(*by, R"({"approve":"A"})") == "wrong-shape");
}

TEST_CASE("equal upvotes stay tied, in the order the questions were asked") {
    const auto result = box_with(rule("qa_upvotes"), {R"({"approve":["C","B"]})", R"({"approve":["B","C"]})", "{}"}).count();
    CHECK(scores(result) == texts{"0", "2", "2"});
    CHECK(result.ranking == tiers{{1, 2}, {0}});
    CHECK(result.winners == positions{1, 2});
    CHECK(result.base == 2);
}
