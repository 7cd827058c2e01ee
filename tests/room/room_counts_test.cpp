// Counts that take long are made elsewhere, and the room goes on meanwhile.
#include "tests/room/bench.hpp"

using namespace sawt;
using nlohmann::json;
using room::member_id;
using test::bench;

TEST_CASE("what takes long to count is counted elsewhere, one count at a time, and the last result stands meanwhile") {
    bench b;
    b.open();
    const member_id desk = b.facilitator();
    const member_id voter = b.voter();
    b.flush();
    b.count_takes_us = room::counts::slow_us + 1;
    b.casts(voter, "cast-1-1", R"({"points":{"a":1}})");
    b.flush();
    b.pass(200);
    CHECK(b.last(desk, "tally")["result"]["scores"]["a"] == 1);  // the first one is counted here: it shows how long it takes
    CHECK(b.elsewhere.empty());

    b.casts(voter, "cast-1-2", R"({"points":{"a":2}})");
    b.flush();
    b.pass(100);
    REQUIRE(b.elsewhere.size() == 1);
    CHECK(b.last(desk, "tally")["result"]["scores"]["a"] == 1);
    b.casts(voter, "cast-1-3", R"({"points":{"a":3}})");
    b.flush();
    b.pass(300);
    CHECK(b.elsewhere.size() == 1);

    b.count_all();  // of the second ballot: the third came after the copy
    CHECK(b.last(desk, "tally")["result"]["scores"]["a"] == 2);
    b.pass(100);
    REQUIRE(b.elsewhere.size() == 1);
    b.count_all();
    CHECK(b.last(desk, "tally")["result"]["scores"]["a"] == 3);
    b.forget();
    b.pass(1000);
    CHECK(b.elsewhere.empty());
    CHECK(b.got(desk, "tally").empty());

    CHECK(json::parse(b.hall.results(true))["items"][0]["rounds"][0]["result"]["scores"]["a"] == 3);
}

TEST_CASE("a ballot that comes while others are counted elsewhere is counted, also when that count was quick and nothing follows") {
    bench b;
    b.open();
    const member_id desk = b.facilitator();
    const member_id voter = b.voter();
    b.flush();
    b.count_takes_us = room::counts::slow_us + 1;
    b.casts(voter, "cast-1-1", R"({"points":{"a":1}})");
    b.flush();
    b.pass(200);
    b.casts(voter, "cast-1-2", R"({"points":{"a":2}})");
    b.flush();
    b.pass(100);
    REQUIRE(b.elsewhere.size() == 1);
    b.casts(voter, "cast-1-3", R"({"points":{"a":3}})");
    b.flush();
    b.count_takes_us = 10;
    const bool asked_between = GENERATE(false, true);
    if (asked_between) CHECK(json::parse(b.hall.results(true))["items"][0]["rounds"][0]["result"]["scores"]["a"] == 3);
    b.count_all();
    CHECK(json::parse(b.hall.results(true))["items"][0]["rounds"][0]["result"]["scores"]["a"] == 3);
    b.pass(300);
    b.count_all();
    CHECK(b.last(desk, "tally")["result"]["scores"]["a"] == 3);
}

TEST_CASE("a picture that was frozen is counted elsewhere too, and a count that comes too late for its item harms nobody") {
    bench b;
    b.open();
    const member_id desk = b.facilitator();
    const member_id stage = b.joins(R"({"type":"hello","role":"stage","key":"stage-key"})");
    const member_id voter = b.voter();
    b.acts(desk, "act-1-01", R"("do":"reveal","item":"priorities")");
    b.flush();
    b.count_takes_us = room::counts::slow_us + 1;
    b.casts(voter, "cast-1-1", R"({"points":{"a":1}})");
    b.flush();
    b.pass(200);
    b.acts(desk, "act-1-02", R"("do":"freeze")");
    b.flush();
    b.casts(voter, "cast-1-2", R"({"points":{"a":3}})");
    b.flush();
    b.pass(200);
    b.count_all();
    b.pass(200);
    b.count_all();
    CHECK(b.last(stage, "tally")["result"]["scores"]["a"] == 1);
    CHECK(b.last(stage, "tally")["since"] == 0);  // one voter, another ballot
    CHECK(b.last(desk, "tally")["result"]["scores"]["a"] == 3);

    b.hall.counted({"gone", 1, false}, b.hall.state().count(*b.hall.state().find("priorities"), b.hall.state().find("priorities")->now()), 1);
}
