#include "server/core/decide.hpp"
#include "server/core/refusal_text.hpp"
#include "tests/catch.hpp"
#include "tests/core/running.hpp"

using namespace sawt;
using namespace sawt::core;
using tests::running;

namespace {

act_request asks(deed what, const std::string& item = "") {
    act_request asked;
    asked.what.what = what;
    asked.what.item = item;
    asked.what.id = "12345678";
    return asked;
}

}  // namespace

TEST_CASE("only voters cast and only the facilitator acts") {
    running w;
    w.acts(deed::open, "priorities");
    const cast ballot{"12345678", "priorities", 1, R"({"points":{"a":1}})"};
    CHECK(std::holds_alternative<event>(decide(w.state, {role::voter, "v", "tanneries"}, ballot)));
    CHECK(std::get<refusal>(decide(w.state, {role::facilitator, "v", "tanneries"}, ballot)).why == reason::not_allowed);
    for (const role as : {role::voter, role::stage, role::organiser}) CHECK(std::get<refusal>(decide(w.state, {as, "", ""}, asks(deed::close, "priorities"), 0, {})).why == reason::not_allowed);
    CHECK(std::holds_alternative<event>(decide(w.state, {role::facilitator, "", ""}, asks(deed::close, "priorities"), 0, {})));
}

TEST_CASE("what the fold would refuse is refused beforehand, with the same reason") {
    running w;
    const cast early{"12345678", "priorities", 1, R"({"points":{"a":1}})"};
    CHECK(std::get<refusal>(decide(w.state, {role::voter, "v", "tanneries"}, early)).why == reason::not_open);
    CHECK(std::get<refusal>(decide(w.state, {role::facilitator, "", ""}, asks(deed::open, "nowhere"), 0, {})).why == reason::unknown_item);
}

TEST_CASE("a countdown gets its end from the clock, and warns unless it is told to close") {
    running w;
    w.acts(deed::open, "priorities");
    act_request asked = asks(deed::countdown, "priorities");
    asked.what.seconds = 90;
    const auto decided = decide(w.state, {role::facilitator, "", ""}, asked, 1000, {});
    const act& done = std::get<act>(std::get<event>(decided));
    CHECK(done.ends == 1090);
    CHECK(done.then == "warn");
    w.does(done);
    CHECK(std::holds_alternative<refusal>(decide_countdown(w.state, *w.state.find("priorities"))));
    asked.what.then = "close";
    asked.what.id = "87654321";
    w.does(std::get<event>(decide(w.state, {role::facilitator, "", ""}, asked, 1000, {})));
    const auto closing = decide_countdown(w.state, *w.state.find("priorities"));
    CHECK(std::get<act>(std::get<event>(closing)).by == "countdown");
}

TEST_CASE("an item made at the desk gets its ids") {
    running w;
    act_request asked = asks(deed::add);
    asked.what.body = R"({"kind":"vote","method":"plurality","options":[{"text":"x"},{"text":"y"}],"title":"t"})";
    const auto decided = decide(w.state, {role::facilitator, "", ""}, asked, 0, {1, 2, 3});
    REQUIRE(std::holds_alternative<event>(decided));
    w.does(std::get<event>(decided));
    const item& made = w.state.items().back()->plan;
    CHECK(made.id.starts_with("i-"));
    CHECK(made.option_ids == std::vector<std::string>{"1", "2"});
}

TEST_CASE("every reason has a text in every language") {
    for (int i = 0; i <= static_cast<int>(reason::too_busy); ++i)
        for (const language in : {language::ar, language::en, language::fr}) CHECK(text_for({static_cast<reason>(i), "", {}}, in) != to_text(static_cast<reason>(i)));
    for (const char* why : {"stopping", "unknown-workshop", "wrong-key", "wrong-token", "too-big", "hello-late", "slow-reader", "too-many-messages", "full", "unknown-entry", "not-found", "wrong-method", "server-error"})
        for (const language in : {language::ar, language::en, language::fr}) CHECK(text_for_reason(why, in) != why);
    CHECK(text_for({reason::bad_act, "", "why"}, language::en).find("(why)") != std::string::npos);
    CHECK(may_pass(reason::not_saving));
    CHECK_FALSE(may_pass(reason::closed));
}
