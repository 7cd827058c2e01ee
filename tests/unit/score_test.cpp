#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

namespace {

const std::string one_to_five = R"({"min":1,"max":5})";

json more_of(const outcome& result) { return json::parse(result.more); }

}  // namespace

TEST_CASE("options may be rated or left out, but not beyond the scale") {
    const auto by = rule("score", one_to_five);
    CHECK(read(*by, R"({"scores":{"C":5,"A":1}})").says.options == std::vector<mark>{{.option = 0, .value = 1}, {.option = 2, .value = 5}});
    CHECK(read(*by, R"({"scores":{"A":3.0}})").says == read(*by, R"({"scores":{"A":3}})").says);
    CHECK(reason(*by, "{}") == "blank");
    CHECK(reason(*by, R"({"scores":{}})") == "blank");
    for (const std::string value : {"0", "6", "-1", "9223372036854775807", "18446744073709551615", "-1e300"}) CHECK(reason(*by, R"({"scores":{"A":)" + value + "}}") == "out-of-range");
    for (const std::string value : {"1.5", "\"1\"", "null", "true", "[1]", "{}"}) CHECK(reason(*by, R"({"scores":{"A":)" + value + "}}") == "not-whole");
    CHECK(reason(*by, R"({"scores":{"A":3,"Z":3}})") == "unknown-option");
    CHECK(reason(*by, R"({"scores":["A"]})") == "wrong-shape");
    CHECK(reason(*by, R"({"scores":null})") == "wrong-shape");
    CHECK(reason(*by, "[]") == "wrong-shape");
}

TEST_CASE("each option is judged by those who rated it") {
    const auto by = rule("score", one_to_five);
    const auto result = box_with(by, {R"({"scores":{"A":5,"B":1}})", R"({"scores":{"A":4,"B":2}})", R"({"scores":{"B":5}})"}).count();
    CHECK(scores(result) == texts{"9/2", "8/3", "none"});
    CHECK(result.ranking == tiers{{0}, {1}, {2}});
    CHECK(result.base == 3);
    const json stats = more_of(result)["stats"];
    CHECK(stats["B"] == json::parse(R"({"n":3,"mean":"8/3","median":2,"variance":"26/9","distribution":{"1":1,"2":1,"3":0,"4":0,"5":1}})"));
    CHECK(stats["C"] == json::parse(R"({"n":0,"mean":null,"median":null,"variance":null,"distribution":{"1":0,"2":0,"3":0,"4":0,"5":0}})"));
    CHECK(more_of(result)["agreement"] == json::parse(R"({"A":"3/4","B":"-5/18","C":null})"));
}

TEST_CASE("scores rank by mean, by median or by sum") {
    const std::vector<std::string> ballots{R"({"scores":{"A":10,"B":6}})", R"({"scores":{"A":0,"B":6}})", R"({"scores":{"A":10}})", R"({"scores":{"C":7}})"};
    const auto ranked = [&](const std::string& by) { return scores(box_with(rule("score", R"({"min":0,"max":10,"rank_by":")" + by + "\"}"), ballots).count()); };
    CHECK(ranked("mean") == texts{"20/3", "6", "7"});
    CHECK(ranked("median") == texts{"10", "6", "7"});
    CHECK(ranked("sum") == texts{"20", "12", "7"});
}

TEST_CASE("with the sum an unrated option has zero, unless there must be raters") {
    const std::vector<std::string> ballots{R"({"scores":{"A":-5,"B":5}})"};
    CHECK(scores(box_with(rule("score", R"({"min":-5,"max":5,"rank_by":"sum"})"), ballots).count()) == texts{"-5", "5", "0"});
    const auto least = box_with(rule("score", R"({"min":-5,"max":5,"rank_by":"sum","min_raters":"1/2"})"), ballots).count();
    CHECK(scores(least) == texts{"-5", "5", "none"});
    CHECK(least.ranking == tiers{{1}, {0}, {2}});
}

TEST_CASE("raters are counted by weight, to the limit exactly") {
    const auto by = rule("score", R"({"min":0,"max":10,"min_raters":1})");
    ballot_box box(by, {}, {});
    box.add(read(*by, R"({"scores":{"A":10,"B":9}})"), "", 1, exact("1/3"));
    box.add(read(*by, R"({"scores":{"A":8,"B":9}})"), "", 1, exact("1/3"));
    box.add(read(*by, R"({"scores":{"A":9}})"), "", 1, exact("1/3"));
    CHECK(scores(box.count()) == texts{"9", "none", "none"});
    CHECK(more_of(box.count())["stats"]["B"]["n"] == "2/3");
}

TEST_CASE("ballots of weight zero are counted without effect") {
    const auto by = rule("score", one_to_five);
    ballot_box box(by, {}, {});
    box.add(read(*by, R"({"scores":{"A":5}})"), "", 1, 0);
    CHECK(scores(box.count()) == texts{"none", "none", "none"});
    CHECK(box.count().winners.empty());
    CHECK(box.count().ranking == tiers{{0, 1, 2}});
    CHECK(box.cast().counted() == 1);
}

TEST_CASE("shares of groups weigh ratings exactly") {
    const auto by = rule("score", R"({"min":0,"max":10})");
    ballot_box box(by, {group_weighting::mode::share, {{"x", 1}, {"y", exact("1/2")}}}, {});
    for (const int rating : {3, 4, 8}) box.add(by->read({{"scores", {{"A", rating}}}}), "x");
    for (const int rating : {0, 10}) box.add(by->read({{"scores", {{"A", rating}, {"B", 1}}}}), "y");
    box.add(by->read({{"scores", {{"A", 1}}}}), "z");  // a group without a share
    const auto result = box.count();
    CHECK(scores(result) == texts{"5", "1", "none"});
    CHECK(result.base == exact("3/2"));
    CHECK(more_of(result)["stats"]["A"]["distribution"]["4"] == "1/3");
    CHECK(more_of(result)["stats"]["A"]["distribution"]["10"] == "1/4");
    CHECK(more_of(result)["stats"]["A"]["n"] == "3/2");
}

TEST_CASE("weights that no machine word holds are taken back without a trace") {
    const auto by = rule("score", one_to_five);
    ballot_box box(by, {}, {});
    const auto a = read(*by, R"({"scores":{"A":5,"B":1}})");
    box.add(a, "", 1, exact("7/1000000007"));
    box.add(read(*by, R"({"scores":{"A":1}})"), "", 5'000'000'000'000'000'000U, 1);
    box.add(a, "", 1, exact("123456789012345678901234567890"));
    box.take_back(a, "", 1, exact("123456789012345678901234567890"), false);
    box.take_back(a, "", 1, exact("7/1000000007"), false);
    CHECK(scores(box.count()) == texts{"1", "none", "none"});
    CHECK(more_of(box.count())["stats"]["A"]["n"] == "5000000000000000000");
}

TEST_CASE("a scale of millions of values has the cells that are used") {
    const auto by = rule("score", R"({"min":-1000000000,"max":1000000000,"rank_by":"median"})");
    ballot_box box(by, {}, {});
    const auto far = read(*by, R"({"scores":{"A":1000000000,"C":-1000000000}})");
    box.add(far, "");
    box.add(read(*by, R"({"scores":{"A":17,"C":-1000000000}})"), "", 3, exact("1/3"));
    CHECK(scores(box.count()) == texts{"1000000017/2", "none", "-1000000000"});
    CHECK(more_of(box.count())["stats"]["A"]["distribution"] == json::parse(R"({"17":1,"1000000000":1})"));
    box.take_back(far, "", 1, 1, false);
    CHECK(scores(box.count()) == texts{"17", "none", "-1000000000"});
}

TEST_CASE("scores need a scale that goes up") {
    const auto said = [](const std::string& params) { return problem(make("score", params)); };
    CHECK(said("{}").starts_with("params.min: is missing"));
    CHECK(said(R"({"min":1})").starts_with("params.max: is missing"));
    CHECK(said(R"({"min":1,"max":1})") == "params.max: must be more than min");
    CHECK(said(R"({"min":"1","max":5})").starts_with("params.min: must be a whole number from "));
    CHECK(said(R"({"min":0.5,"max":5})").starts_with("params.min: "));
    CHECK(said(R"({"min":0,"max":18446744073709551615})").starts_with("params.max: "));
    CHECK(said(R"({"min":0,"max":10,"rank_by":"mode"})").starts_with("params.rank_by: "));
    CHECK(said(R"({"min":0,"max":10,"min_raters":-1})").starts_with("params.min_raters: "));
    CHECK(said(R"({"min":0,"max":10,"min_raters":0.5})").starts_with("params.min_raters: "));
}

TEST_CASE("no ballots and no options make a result too") {
    const auto none = box_with(rule("score", one_to_five), {"{}"}).count();
    CHECK(none.winners.empty());
    CHECK(none.ranking == tiers{{0, 1, 2}});
    const auto empty = box_with(rule("score", one_to_five, {}), {"{}"}).count();
    CHECK(empty.ranking.empty());
    CHECK(json::parse(empty.more)["stats"] == json::object());
}
