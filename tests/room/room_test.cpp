#include "tests/room/bench.hpp"

using namespace sawt;
using nlohmann::json;
using room::member_id;
using test::bench;

TEST_CASE("a receipt is sent when the log has the ballot, not before") {
    bench b;
    b.open();
    const member_id phone = b.voter();
    b.flush();
    b.casts(phone, "ballot-1", R"({"points":{"a":3}})");
    CHECK(b.got(phone, "receipt").empty());
    CHECK(b.hall.state().find("priorities")->now().ballots.empty());
    b.flush();
    const json receipt = b.last(phone, "receipt");
    CHECK(receipt["id"] == "ballot-1");
    CHECK(receipt["entry"] == b.hall.state().last());
    CHECK(b.hall.state().find("priorities")->now().ballots.size() == 1);
}

TEST_CASE("the same ballot sent often, before and after it is durable, is one ballot with one receipt") {
    bench b;
    b.open();
    const member_id phone = b.voter();
    for (int i = 0; i < 3; ++i) b.casts(phone, "ballot-1", R"({"points":{"a":3}})");
    b.flush();
    b.casts(phone, "ballot-1", R"({"points":{"a":3}})");
    const auto receipts = b.got(phone, "receipt");
    REQUIRE(receipts.size() == 4);
    for (const json& one : receipts) CHECK(one == receipts.front());
    CHECK(b.hall.state().find("priorities")->now().ballots.size() == 1);
    CHECK(b.hall.state().last() == 4);  // workshop, open, join, one ballot
}

TEST_CASE("a second tab of the same phone is the same voter with the same ballot") {
    bench b;
    b.open();
    const member_id first = b.voter();
    b.flush();
    const std::string token = b.last(first, "welcome")["you"]["token"];
    b.casts(first, "ballot-1", R"({"points":{"a":3}})");
    b.flush();
    const member_id second = b.joins(R"({"type":"hello","role":"voter","token":")" + token + "\"}");
    const json welcome = b.last(second, "welcome");
    CHECK(welcome["you"]["group"] == "tanneries");
    CHECK(welcome["mine"]["priorities"]["ballot"] == json::parse(R"({"points":{"a":3}})"));
    CHECK(welcome["room"]["connected"] == 1);
    b.casts(second, "ballot-2", R"({"points":{"b":1}})");
    b.flush();
    CHECK(b.hall.state().find("priorities")->now().ballots.size() == 1);
    CHECK(b.hall.state().voters() == 1);
}

TEST_CASE("a ballot that raced the close is answered as closed, and is in the log") {
    bench b;
    const member_id desk = b.facilitator();
    b.acts(desk, "open-1-1", R"("do":"open","item":"priorities")");
    const member_id phone = b.voter();
    b.flush();
    b.acts(desk, "close-11", R"("do":"close","item":"priorities")");
    b.casts(phone, "ballot-1", R"({"points":{"a":3}})");
    b.flush();
    CHECK(b.last(phone, "refused")["reason"] == "closed");
    CHECK(b.hall.state().find("priorities")->now().ballots.empty());
    const entry_number last = b.hall.state().last();
    b.casts(phone, "ballot-1", R"({"points":{"a":3}})");
    CHECK(b.got(phone, "refused").size() == 2);
    CHECK(b.hall.state().last() == last);
}

TEST_CASE("when the log cannot save, nothing is acknowledged, everyone is told, and the same ballot may come again") {
    bench b;
    b.open();
    const member_id phone = b.voter();
    b.flush();
    b.casts(phone, "ballot-1", R"({"points":{"a":3}})");
    b.fail();
    CHECK(b.last(phone, "refused")["reason"] == "not-saving");
    CHECK(b.last(phone, "refused")["retry"] == true);
    CHECK(b.last(phone, "room")["saving"] == false);
    CHECK(b.got(phone, "receipt").empty());
    b.casts(phone, "ballot-1", R"({"points":{"a":3}})");
    b.flush();
    CHECK(b.last(phone, "receipt")["id"] == "ballot-1");
    b.pass(1200);
    CHECK(b.last(phone, "room")["saving"] == true);
}

TEST_CASE("phones get no tally before the reveal, then few; the desk gets ten a second at most") {
    bench b;
    const member_id desk = b.facilitator();
    b.acts(desk, "open-1-1", R"("do":"open","item":"priorities")");
    b.flush();
    std::vector<member_id> phones;
    for (int i = 0; i < 20; ++i) phones.push_back(b.voter());
    b.flush();
    b.forget();
    for (std::size_t i = 0; i < phones.size(); ++i) {
        b.casts(phones[i], "ballot-" + std::to_string(i), R"({"points":{"a":1}})");
        b.flush();
    }
    b.pass(1000);
    CHECK(b.got(phones[0], "tally").empty());
    REQUIRE(b.got(desk, "tally").size() == 1);
    CHECK(b.last(desk, "tally")["result"]["scores"]["a"] == 20);
    CHECK(b.last(phones[0], "room")["voted"] == 20);
    b.acts(desk, "reveal-1", R"("do":"reveal","item":"priorities")");
    b.flush();
    CHECK(b.last(phones[0], "tally")["result"]["scores"]["a"] == 20);
    b.forget();
    for (int i = 0; i < 10; ++i) {
        b.casts(phones[0], "again-" + std::to_string(i) + "--", R"({"points":{"b":1}})");
        b.flush();
        b.pass(100);
    }
    CHECK(b.got(desk, "tally").size() == 10);
    CHECK(b.got(phones[1], "tally").size() <= 4);
    b.acts(desk, "hide-1-1", R"("do":"hide","item":"priorities")");
    b.flush();
    CHECK_FALSE(b.last(phones[1], "tally").contains("result"));
}

TEST_CASE("something is said at least every two seconds, and the room at most once a second") {
    bench b;
    const member_id phone = b.voter();
    b.flush();
    b.pass(2000);
    b.forget();
    b.pass(10000);
    const std::size_t quiet = b.got(phone, "room").size();
    CHECK(quiet >= 5);
    CHECK(quiet <= 6);
    b.forget();
    for (int i = 0; i < 50; ++i) {
        b.voter();
        b.flush();
        b.pass(100);
    }
    CHECK(b.got(phone, "room").size() <= 5);
    b.pass(1000);
    CHECK(b.last(phone, "room")["connected"] == 51);
}

TEST_CASE("a countdown closes the item by itself, once") {
    bench b;
    const member_id desk = b.facilitator();
    b.acts(desk, "open-1-1", R"("do":"open","item":"priorities")");
    b.acts(desk, "count-11", R"("do":"countdown","item":"priorities","seconds":5,"then":"close")");
    b.flush();
    CHECK(b.last(desk, "change")["items"][0]["ends"] == b.now + 5000);
    b.pass(4900);
    b.flush();
    CHECK(b.hall.state().find("priorities")->now().status == item_status::open);
    b.pass(1000);
    CHECK(b.proposed.size() == 1);
    b.flush();
    CHECK(b.hall.state().find("priorities")->now().status == item_status::closed);
    CHECK(b.last(desk, "change")["do"] == "close");
    b.pass(1000);
    CHECK(b.proposed.empty());
}

TEST_CASE("a countdown is never shorter than it was asked for") {
    bench b;
    b.now += 900;
    const member_id desk = b.facilitator();
    b.acts(desk, "open-1-1", R"("do":"open","item":"priorities")");
    b.acts(desk, "count-11", R"("do":"countdown","item":"priorities","seconds":1,"then":"close")");
    b.flush();
    CHECK(b.last(desk, "change")["items"][0]["ends"] >= b.now + 1000);
}

TEST_CASE("keys and tokens that are wrong are turned away with their reason") {
    bench b;
    for (const char* hello : {R"({"type":"hello","role":"facilitator","key":"x"})", R"({"type":"hello","role":"stage"})", R"({"type":"hello","role":"organiser","key":"stage-key"})"})
        CHECK(b.clients[b.joins(hello)].dismissed == "wrong-key");
    CHECK(b.clients[b.joins(R"({"type":"hello","role":"voter","token":"made-up"})")].dismissed == "wrong-token");
    const member_id desk = b.facilitator();
    b.says(desk, R"({"type":"hello","role":"voter"})");
    CHECK(b.clients[desk].dismissed == "bad-message");
    b.says(desk, R"({"type":"act","id":"12345678","do":"open","item":"priorities"})");
    CHECK(b.proposed.empty());
}

// The desk once said hello again when its language was changed, was turned away for it, and the workshop lost its facilitator.
TEST_CASE("a desk may say hello again, in another language, and goes on") {
    bench b;
    const member_id desk = b.facilitator();
    b.says(desk, R"({"type":"hello","role":"facilitator","key":"facilitator-key","lang":"fr"})");
    CHECK(b.clients[desk].dismissed.empty());
    CHECK(b.last(desk, "welcome")["role"] == "facilitator");
}

TEST_CASE("a voter may not act, a stage may not cast, and both are told so") {
    bench b;
    b.open();
    const member_id phone = b.voter();
    const member_id stage = b.joins(R"({"type":"hello","role":"stage","key":"stage-key"})");
    b.flush();
    b.acts(phone, "12345678", R"("do":"close","item":"priorities")");
    CHECK(b.last(phone, "refused")["reason"] == "not-allowed");
    b.casts(stage, "12345678", R"({"points":{"a":1}})");
    CHECK(b.last(stage, "refused")["reason"] == "not-allowed");
    CHECK(b.last(stage, "welcome")["join"]["url"] == "u");
    CHECK_FALSE(b.last(stage, "welcome").contains("pages"));
}

TEST_CASE("a group that is chosen but not yet in the log stays chosen when the language changes") {
    bench b;
    const member_id phone = b.joins(R"({"type":"hello","role":"voter"})");
    const std::string token = b.last(phone, "welcome")["you"]["token"];
    b.says(phone, R"({"type":"hello","role":"voter","group":"designers","token":")" + token + "\"}");
    b.says(phone, R"({"type":"hello","role":"voter","lang":"fr","token":")" + token + "\"}");
    CHECK(b.last(phone, "welcome")["you"]["group"] == "designers");
    b.flush();
    b.says(phone, R"({"type":"hello","role":"voter","lang":"en","token":")" + token + "\"}");
    CHECK(b.last(phone, "welcome")["you"]["group"] == "designers");
}

TEST_CASE("a voter chooses the group later, and takes part from then on") {
    bench b;
    b.open();
    const member_id phone = b.joins(R"({"type":"hello","role":"voter"})");
    b.flush();
    CHECK(b.hall.state().voters() == 0);
    b.casts(phone, "ballot-1", R"({"points":{"a":1}})");
    CHECK(b.last(phone, "refused")["reason"] == "group-needed");
    const std::string token = b.last(phone, "welcome")["you"]["token"];
    b.says(phone, R"({"type":"hello","role":"voter","group":"designers","lang":"fr"})");
    CHECK(b.last(phone, "welcome")["you"]["token"] == token);
    CHECK(b.last(phone, "welcome")["you"]["group"] == "designers");
    b.casts(phone, "ballot-2", R"({"points":{"a":1}})");
    b.flush();
    CHECK(b.last(phone, "receipt")["id"] == "ballot-2");
    CHECK(b.hall.state().voters_of("designers") == 1);
}

TEST_CASE("a client with too many unanswered messages is told to wait, and what it sent before stays") {
    bench b;
    b.open();
    const member_id phone = b.voter();
    b.flush();
    for (std::size_t i = 0; i < room::room::waiting_max + 5; ++i) b.casts(phone, "ballot-" + std::to_string(i), R"({"points":{"a":1}})");
    CHECK(b.got(phone, "refused").size() == 5);
    CHECK(b.last(phone, "refused")["reason"] == "too-busy");
    b.flush();
    CHECK(b.got(phone, "receipt").size() == room::room::waiting_max);
}

TEST_CASE("a cast by HTTP is the same voter's ballot, answered once") {
    bench b;
    b.open();
    const member_id phone = b.voter();
    b.flush();
    const std::string token = b.last(phone, "welcome")["you"]["token"];
    const auto visit = [&](std::uint64_t number, const std::string& body) {
        b.hall.visit({9, number}, token, std::get<core::posted_cast>(core::read_posted_cast(body)), core::language::en, b.now);
        b.flush();
    };
    b.casts(phone, "ballot-1", R"({"points":{"a":1}})");
    b.flush();
    visit(1, R"({"id":"ballot-1","item":"priorities","round":1,"ballot":{"points":{"a":1}}})");
    CHECK(b.last({9, 1}, "receipt") == b.last(phone, "receipt"));
    visit(2, R"({"id":"ballot-2","item":"priorities","round":1,"ballot":{"points":{"a":3,"b":3}}})");
    CHECK(b.last({9, 2}, "refused")["detail"] == "too-many");
    visit(3, R"({"id":"ballot-3","item":"priorities","round":1,"ballot":{"points":{"b":1}}})");
    CHECK(b.hall.state().find("priorities")->now().ballots.size() == 1);
    CHECK(b.clients[member_id{9, 3}].got.size() == 1);
}

TEST_CASE("a room replayed from its log goes on where it was") {
    bench b;
    b.open();
    const member_id phone = b.voter();
    b.flush();
    const std::string token = b.last(phone, "welcome")["you"]["token"];
    b.casts(phone, "ballot-1", R"({"points":{"a":3}})");
    b.flush();
    const json receipt = b.last(phone, "receipt");

    bench again;
    again.log = std::move(b.log);
    (void)again.log->follow("482913", 2, 1000, [&](log::stored_entry&& one) { again.hall.replay(std::get<entry>(read_entry(one.line)), one.leaf); });
    CHECK(again.hall.state().root() == b.hall.state().root());
    const member_id back = again.joins(R"({"type":"hello","role":"voter","token":")" + token + "\"}");
    CHECK(again.last(back, "welcome")["mine"]["priorities"]["id"] == "ballot-1");
    again.casts(back, "ballot-1", R"({"points":{"a":3}})");
    CHECK(again.last(back, "receipt") == receipt);
    CHECK(again.proposed.empty());
}
