#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

namespace {

const std::string two_axes = R"("axes":[{"id":"impact","min":1,"max":5},{"id":"effort","min":0,"max":3,"name":{"ar":"الجهد"},"low":"small","high":"large"}])";

}  // namespace

TEST_CASE("a matrix ballot rates each option on the axes it likes") {
    const auto by = rule("priority_matrix", "{" + two_axes + "}");
    CHECK(read(*by, R"({"scores":{"C":{"effort":0},"A":{"effort":3,"impact":5}}})").says.options == std::vector<mark>{{0, 0, 5}, {0, 1, 3}, {2, 1, 0}});
    CHECK(reason(*by, "{}") == "blank");
    CHECK(reason(*by, R"({"scores":{}})") == "blank");
    CHECK(reason(*by, R"({"scores":{"A":{},"B":{}}})") == "blank");
    CHECK(reason(*by, R"({"scores":{"A":{"impact":0}}})") == "out-of-range");
    CHECK(reason(*by, R"({"scores":{"A":{"effort":4}}})") == "out-of-range");
    CHECK(reason(*by, R"({"scores":{"A":{"impact":2.5}}})") == "not-whole");
    CHECK(reason(*by, R"({"scores":{"A":{"impact":null}}})") == "not-whole");
    CHECK(reason(*by, R"({"scores":{"A":{"cost":1}}})") == "unknown-axis");
    CHECK(reason(*by, R"({"scores":{"Z":{}}})") == "unknown-option");
    CHECK(reason(*by, R"({"scores":{"A":3}})") == "wrong-shape");
    CHECK(reason(*by, R"({"scores":{"A":[3,2]}})") == "wrong-shape");
    CHECK(reason(*by, R"({"scores":[]})") == "wrong-shape");
}

TEST_CASE("each axis is averaged by itself, and a place needs them all") {
    const auto by = rule("priority_matrix", "{" + two_axes + "}");
    const auto result = box_with(by, {R"({"scores":{"A":{"impact":5,"effort":1},"B":{"impact":2}}})", R"({"scores":{"A":{"impact":2,"effort":2},"B":{"impact":5}}})", R"({"scores":{"A":{"impact":2}}})"}).count();
    CHECK(scores(result) == texts{"9/2", "none", "none"});
    const json more = json::parse(result.more);
    CHECK(more["stats"]["A"] == json::parse(R"({"impact":3,"effort":"3/2","quadrant":"high-high"})"));  // the middle itself is high
    CHECK(more["stats"]["B"] == json::parse(R"({"impact":"7/2","effort":null,"quadrant":null})"));
    CHECK(more["agreement"]["A"]["effort"] == "2/3");  // two neighbours of four values
    CHECK(more["agreement"]["B"]["effort"].is_null());
    CHECK(result.base == 3);
}

TEST_CASE("axes may weigh against an option, unless means are multiplied") {
    const std::string axes = R"("axes":[{"id":"impact","min":1,"max":5,"weight":2},{"id":"effort","min":1,"max":5,"weight":"-1/2","threshold":"3.5"}])";
    const std::vector<std::string> ballots{R"({"scores":{"A":{"impact":4,"effort":5},"B":{"impact":3,"effort":1}}})", R"({"scores":{"B":{"impact":4,"effort":5}}})"};
    const auto sum = box_with(rule("priority_matrix", "{" + axes + "}"), ballots).count();
    CHECK(scores(sum) == texts{"11/2", "11/2", "none"});
    CHECK(json::parse(sum.more)["stats"]["B"]["quadrant"] == "high-low");
    const auto product = box_with(rule("priority_matrix", "{" + axes + R"(,"rank_by":"product"})"), ballots).count();
    CHECK(scores(product) == texts{"20", "21/2", "none"});
}

TEST_CASE("axes are checked one by one") {
    const auto said = [](const std::string& axes) { return problem(make("priority_matrix", R"({"axes":)" + axes + "}")); };
    CHECK(problem(make("priority_matrix", "{}")).starts_with("params.axes: is missing"));
    CHECK(said("[]").starts_with("params.axes: must be a list of 1 to "));
    CHECK(said("[3]") == "params.axes[0]: must be an object {…}");
    CHECK(said(R"([{"id":"a","min":1,"max":5},{"id":"a","min":1,"max":5}])") == "params.axes[1].id: is there twice; every axis must have its own");
    CHECK(said(R"([{"min":1,"max":5}])").starts_with("params.axes[0].id: "));
    CHECK(said(R"([{"id":"quadrant","min":1,"max":5}])").starts_with("params.axes[0].id: "));
    CHECK(said(R"([{"id":"a","min":1,"max":5},{"id":"b","max":5}])").starts_with("params.axes[1].min: is missing"));
    CHECK(said(R"([{"id":"a","min":5,"max":1}])") == "params.axes[0].max: must be more than min");
    CHECK(said(R"([{"id":"a","min":1,"max":5,"threshold":3.5}])").starts_with("params.axes[0].threshold: must be exact"));
    CHECK(said(R"([{"id":"a","min":1,"max":5,"weight":"much"}])").starts_with("params.axes[0].weight: must be exact"));
}

TEST_CASE("no ballot: no winner, whatever the axes") {
    const auto none = box_with(rule("priority_matrix", "{" + two_axes + R"(,"rank_by":"product"})"), {"{}"}).count();
    CHECK(none.winners.empty());
    CHECK(none.ranking == tiers{{0, 1, 2}});
}
