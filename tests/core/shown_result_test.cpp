#include "server/core/shown_result.hpp"

#include "tests/catch.hpp"
#include "tests/core/running.hpp"

#include <nlohmann/json.hpp>

using namespace sawt;
using namespace sawt::core;
using nlohmann::json;

namespace {

std::string plan_of(const std::string& item) {
    return R"({"groups":[{"id":"designers","name":"d"},{"id":"tanneries","name":"t"},{"id":"union","name":"u"}],"items":[{"id":"priorities","kind":"vote","title":"p",)" + item +
           R"(}],"languages":["en"],"sawt":1,"settings":{"group_limit":3},"title":"w"})";
}

shown_result shown_of(const tests::running& w) {
    const item_state& it = *w.state.find("priorities");
    return show(w.state, it, w.state.count(it, it.now()));
}

}  // namespace

TEST_CASE("how groups agree is told of groups that are shown on their own, and of no small one") {
    tests::running w(plan_of(R"("method":"concordance","options":[{"id":"a","text":"a"},{"id":"b","text":"b"}],"params":{})"));
    w.acts(deed::open, "priorities");
    for (int i = 0; i < 4; ++i) w.votes("d" + std::to_string(i), R"({"ranking":["a","b"]})", "designers");
    for (int i = 0; i < 3; ++i) w.votes("t" + std::to_string(i), R"({"ranking":["b","a"]})", "tanneries");
    CHECK(json::parse(shown_of(w).result)["measures"]["kendall_tau_b"].size() == 1);

    w.votes("u0", R"({"ranking":["b","a"]})", "union");  // too few alone: they stand with the next smallest, and neither is named
    const auto shown = shown_of(w);
    CHECK(json::parse(shown.result)["measures"]["kendall_tau_b"] == json::object());
    CHECK(shown.groups.find("|") == std::string::npos);
}

TEST_CASE("of very many words the best are told, a tie among them whole") {
    tests::running w(plan_of(R"("method":"words","params":{})"));
    w.acts(deed::open, "priorities");
    for (int i = 0; i < 400; ++i) w.votes("v" + std::to_string(i), R"({"words":["leather","word )" + std::to_string(i / 2 * (i % 3 > 0)) + R"("]})");
    const json result = json::parse(shown_of(w).result);
    CHECK(result["scores"].size() <= 300);
    CHECK(result["scores"]["leather"] == 400);
    CHECK(result["spellings"].size() == result["scores"].size());
    CHECK(result["turnout"]["counted"] == 400);
}

TEST_CASE("a result comes with sentences that explain it, in the languages of the workshop") {
    tests::running w;
    w.acts(deed::open, "priorities");
    w.votes("v1", R"({"points":{"a":3}})");
    const json why = json::parse(shown_of(w).explained);
    CHECK_FALSE(why["how"]["ar"].get<std::string>().empty());
    CHECK_FALSE(why["how"]["en"].get<std::string>().empty());
    CHECK_FALSE(why["how"].contains("fr"));
}

TEST_CASE("what grows with the square of the options stays out of large results, and of the groups'") {
    std::string options;
    for (int i = 0; i < 31; ++i) options += std::string(i ? "," : "") + R"({"id":"o)" + std::to_string(i) + R"(","text":"t"})";
    for (const bool large : {false, true}) {
        tests::running w(plan_of(R"("method":"schulze","params":{},"options":[)" + (large ? options : R"({"id":"o0","text":"a"},{"id":"o1","text":"b"})") + "]"));
        w.acts(deed::open, "priorities");
        for (int i = 0; i < 3; ++i) w.votes("v" + std::to_string(i), R"({"ranking":["o1","o0"]})", "designers");
        const auto shown = shown_of(w);
        CHECK(json::parse(shown.result).contains("paths") == !large);
        CHECK(shown.groups.find("paths") == std::string::npos);
    }
}
