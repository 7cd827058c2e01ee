// What the room writes of ballots whose voters are to be unknown, or known by name.
#include "tests/room/bench.hpp"

using namespace sawt;
using nlohmann::json;
using room::member_id;
using test::bench;

namespace {

std::string plan_with(const char* secrecy) {
    std::string plan = test::plan;
    const std::string mark = R"("title":"أولويات")";
    return plan.replace(plan.find(mark), mark.size(), mark + R"(,"secrecy":")" + secrecy + "\"");
}

json last_line(bench& b) {
    json line;
    REQUIRE(b.log->follow("482913", b.hall.state().last(), 1, [&](log::stored_entry&& one) { line = json::parse(one.line); }).has_value());
    return line;
}

}  // namespace

TEST_CASE("a secret ballot stands in the log without group, under the minute of the opening, and nobody is told how it stands") {
    bench b(plan_with("secret"));
    const member_id desk = b.facilitator(), phone = b.voter("tanneries");
    b.flush();
    b.acts(desk, "open-1-1", R"("do":"open","item":"priorities")");
    b.flush();
    const json opening = last_line(b);
    b.pass(5 * 60000);
    b.casts(phone, "ballot-1", R"({"points":{"a":3}})");
    b.flush();
    b.pass(2000);
    const json line = last_line(b);
    CHECK(line["type"] == "ballot");
    CHECK_FALSE(line.contains("group"));
    CHECK(line["at"] == opening["at"]);
    CHECK(b.last(desk, "tally")["ballots"] == 1);
    CHECK_FALSE(b.last(desk, "tally").contains("result"));
    CHECK(json::parse(b.hall.results(true))["items"].empty());
    CHECK(json::parse(b.hall.results(true))["log_until"] == opening["entry"].get<entry_number>() - 1);
    for (const char* hello : {R"({"type":"hello","role":"facilitator","key":"facilitator-key"})", R"({"type":"hello","role":"organiser","key":"organiser-key"})",
                              R"({"type":"hello","role":"stage","key":"stage-key"})", R"({"type":"hello","role":"voter","group":"designers"})"}) {
        const json welcome = b.last(b.joins(hello), "welcome");
        for (const json& tally : welcome["tallies"]) CHECK_FALSE(tally.contains("result"));
        for (const json& group : welcome["room"].value("groups", json::array())) CHECK_FALSE(group.contains("voted"));
    }
    b.flush();
    b.acts(desk, "freeze-11", R"("do":"freeze")");
    b.flush();
    CHECK_FALSE(b.last(desk, "tally").contains("result"));
    b.acts(desk, "thaw-1-1", R"("do":"thaw")");
    b.flush();
    b.acts(desk, "close-1-1", R"("do":"close","item":"priorities")");
    b.flush();
    CHECK(b.last(desk, "tally")["result"]["scores"]["a"] == 3);
    CHECK(json::parse(b.hall.results(true))["items"].size() == 1);
    CHECK_FALSE(json::parse(b.hall.results(true)).contains("log_until"));
}

TEST_CASE("a name that the log could not take is given again before the ballot that needs it") {
    bench b(plan_with("named"));
    b.open();
    const member_id phone = b.voter("tanneries");
    b.flush();
    b.says(phone, R"({"type":"hello","role":"voter","name":"Layla"})");
    b.fail();
    b.casts(phone, "ballot-1", R"({"points":{"a":3}})");
    b.flush();
    CHECK(b.last(phone, "receipt")["id"] == "ballot-1");
}

TEST_CASE("a name and the ballot that needs it may come in one breath, by both roads") {
    bench b(plan_with("named"));
    b.open();
    const member_id phone = b.voter("tanneries");
    b.flush();
    b.casts(phone, "ballot-1", R"({"points":{"a":3}})");
    CHECK(b.last(phone, "refused")["reason"] == "name-needed");
    b.says(phone, R"({"type":"hello","role":"voter","name":"  \u0644\u064a\u0644\u0649 "})");
    b.casts(phone, "ballot-2", R"({"points":{"a":3}})");
    b.flush();
    CHECK(b.last(phone, "welcome")["you"]["name"] == "ليلى");
    CHECK(b.last(phone, "receipt")["id"] == "ballot-2");
    const json line = last_line(b);
    CHECK(line["voter"] == b.last(phone, "welcome")["you"]["voter"]);
    CHECK(b.hall.state().participants().at(line["voter"]).name == "ليلى");

    // No name, and one that is there already, are nothing new.
    const entry_number before = b.hall.state().last();
    for (const char* name : {"", "  ", "ليلى"}) b.says(phone, R"({"type":"hello","role":"voter","name":")" + std::string(name) + "\"}");
    b.flush();
    CHECK(b.hall.state().last() == before);
    CHECK(b.last(phone, "welcome")["you"]["name"] == "ليلى");

    const std::string token = b.last(phone, "welcome")["you"]["token"];
    const member_id again = b.joins(R"({"type":"hello","role":"voter","token":")" + token + "\"}");
    CHECK(b.last(again, "welcome")["you"]["name"] == "ليلى");
    CHECK(b.last(again, "welcome")["mine"]["priorities"]["id"] == "ballot-2");

    room::random_bytes random{};
    random[0] = 99;
    const std::string other = b.who_is_who.make_token(random);
    const member_id visitor{0, ++b.made};
    const auto posted = core::read_posted_cast(R"({"id":"ballot-3","item":"priorities","round":1,"ballot":{"points":{"b":2}},"group":"designers","name":"Omar"})");
    b.hall.visit(visitor, other, std::get<core::posted_cast>(posted), core::language::en, b.now);
    b.flush();
    CHECK(b.last(visitor, "receipt")["id"] == "ballot-3");
}

TEST_CASE("a name is one line of bounded length") {
    const auto name = [](const std::string& text) { return std::get<core::hello>(core::read_message(R"({"type":"hello","role":"voter","name":")" + text + "\"}")).name; };
    CHECK(name("  Layla   S ") == "Layla   S");
    CHECK(name("a\\n\\tb") == "ab");
    CHECK(name("   ") == "");
    CHECK(std::holds_alternative<core::bad_message>(core::read_message(R"({"type":"hello","role":"voter","name":")" + std::string(400, 'x') + "\"}")));
}
