#include "server/core/frames.hpp"
#include "server/core/views.hpp"
#include "tests/catch.hpp"
#include "tests/core/running.hpp"

#include <nlohmann/json.hpp>

using namespace sawt;
using namespace sawt::core;
using nlohmann::json;
using tests::running;

namespace {

json tally_of(const running& w, role who) {
    return json::parse(tally_view(w.state, *w.state.find("priorities"), w.state.find("priorities")->now(), who, counting_at_once(w.state)));
}
json results_of(const running& w, bool with_key) { return json::parse(results_view(w.state, with_key, counting_at_once(w.state))); }

void six_vote(running& w) {
    w.acts(deed::open, "priorities");
    for (int i = 0; i < 6; ++i) w.votes("t" + std::to_string(i), R"({"points":{"a":2}})", "tanneries");
    w.votes("i1", R"({"points":{"b":3}})", "importers");
    for (int i = 0; i < 7; ++i) w.votes("d" + std::to_string(i), R"({"points":{"b":1}})", "designers");
}

}  // namespace

TEST_CASE("voters and the stage see no result before it is revealed; the facilitator does") {
    running w;
    six_vote(w);
    for (const role who : {role::voter, role::stage}) {
        const json view = tally_of(w, who);
        CHECK(view["ballots"] == 14);
        CHECK_FALSE(view.contains("result"));
        CHECK_FALSE(view.contains("groups"));
    }
    CHECK(tally_of(w, role::facilitator)["result"]["scores"]["a"] == 12);
    w.acts(deed::reveal, "priorities");
    CHECK(tally_of(w, role::stage)["result"]["scores"]["b"] == 10);
    CHECK(tally_of(w, role::voter)["result"]["scores"]["b"] == 10);
    CHECK_FALSE(tally_of(w, role::voter).contains("groups"));
    w.acts(deed::hide, "priorities");
    CHECK_FALSE(tally_of(w, role::voter).contains("result"));
}

TEST_CASE("a small group stands with the next smallest, so that nobody is found by subtraction") {
    running w;
    six_vote(w);
    const json groups = tally_of(w, role::facilitator)["groups"];
    REQUIRE(groups.size() == 2);
    for (const json& group : groups) {
        if (group["id"] == "others") {
            CHECK(group["merged"] == json::array({"tanneries", "importers"}));
            CHECK(group["ballots"] == 7);
        } else {
            CHECK(group["id"] == "designers");
            CHECK(group["ballots"] == 7);
        }
    }
}

TEST_CASE("a lone small group is not named") {
    running w;
    w.acts(deed::open, "priorities");
    w.votes("i1", R"({"points":{"b":3}})", "importers");
    const json groups = tally_of(w, role::facilitator)["groups"];
    for (const json& group : groups)
        if (group["ballots"] > 0) CHECK(group["id"] == "others");
}

TEST_CASE("while the stage is frozen, stage and voters see the old picture and how many came since") {
    running w;
    six_vote(w);
    w.acts(deed::reveal, "priorities");
    w.acts(deed::freeze);
    w.votes("late", R"({"points":{"a":3}})", "tanneries");
    for (const role who : {role::voter, role::stage}) {
        CHECK(tally_of(w, who)["result"]["scores"]["a"] == 12);
        CHECK(tally_of(w, who)["since"] == 1);
    }
}

TEST_CASE("while the stage is frozen, the desk sees on, and is told what came since, also after it comes back") {
    running w;
    six_vote(w);
    CHECK_FALSE(tally_of(w, role::facilitator).contains("since"));
    w.acts(deed::freeze);
    w.votes("late", R"({"points":{"a":3}})", "tanneries");
    for (const role who : {role::facilitator, role::organiser}) {
        CHECK(tally_of(w, who)["result"]["scores"]["a"] == 15);
        CHECK(tally_of(w, who)["since"] == 1);
    }
    w.acts(deed::thaw);
    CHECK_FALSE(tally_of(w, role::facilitator).contains("since"));
}

TEST_CASE("voters are told of an item once it was shown") {
    running w;
    CHECK(workshop_view(w.state, role::voter)["items"].empty());
    CHECK(workshop_view(w.state, role::facilitator)["items"].size() == 2);
    const applied did = w.acts(deed::show, "hello");
    CHECK(workshop_view(w.state, role::voter)["items"].size() == 1);
    const json change = json::parse(change_frame(w.state, did, role::voter, 5));
    CHECK(change["items"][0]["id"] == "hello");
    CHECK(change["order"] == json::array({"hello"}));
    CHECK(change["do"] == "show");
}

TEST_CASE("voters are told which kinds of ballots the agenda has, before any item is shown") {
    running w;
    CHECK(workshop_view(w.state, role::voter)["methods"] == json::array({"dots"}));
    CHECK(workshop_view(w.state, role::voter)["items"].empty());
}

TEST_CASE("in a later round of a Delphi vote a newcomer gets the round before, with its result if that was revealed") {
    running w(R"({"items":[{"id":"priorities","kind":"vote","method":"delphi","options":[{"id":"a","text":"A"}],"params":{"max":9,"min":1},"title":"T"}],
      "languages":["en"],"sawt":1,"title":"W"})");
    w.acts(deed::open, "priorities");
    w.votes("v", R"({"scores":{"a":7}})", "");
    w.acts(deed::close, "priorities");
    const bool shown = GENERATE(false, true);
    if (shown) w.acts(deed::reveal, "priorities");
    w.acts(deed::round, "priorities");
    const json view = json::parse(welcome_frame(w.state, guest{}, {}, 7, counting_at_once(w.state)));
    REQUIRE(view["tallies"].size() == 2);
    CHECK(view["tallies"][0]["round"] == 1);
    CHECK(view["tallies"][0].contains("result") == shown);
    if (shown) CHECK(view["tallies"][0]["result"]["stats"]["a"]["median"] == 7);
}

TEST_CASE("a welcome brings a voter's own ballot back") {
    running w;
    w.acts(deed::open, "priorities");
    w.votes("pseudonym-there", R"({"points":{"a":2}})", "tanneries", "my-ballot-1");
    guest who;
    who.participant = "p";
    who.token = "t";
    who.voter_of["priorities"] = "pseudonym-there";
    const json view = json::parse(welcome_frame(w.state, who, {}, 7, counting_at_once(w.state)));
    CHECK(view["mine"]["priorities"]["ballot"] == json::parse(R"({"points":{"a":2}})"));
    CHECK(view["mine"]["priorities"]["id"] == "my-ballot-1");
    CHECK(view["mine"]["priorities"]["code"].get<std::string>().size() == 9);
    CHECK(view["you"]["group"].is_null());
    CHECK_FALSE(view.contains("pages"));
}

TEST_CASE("room counts tell voters how many, and the desk how many of each group") {
    running w;
    six_vote(w);
    w.does(participant_joined{"p1", "tanneries"});
    presence here;
    here.connected = 3;
    here.by_group["tanneries"] = 2;
    const json desk = json::parse(room_frame(w.state, here, role::facilitator));
    CHECK(desk["groups"][1] == json{{"id", "tanneries"}, {"connected", 2}, {"voters", 1}, {"voted", 6}});
    const json phone = json::parse(room_frame(w.state, here, role::voter));
    CHECK(phone["voted"] == 14);
    CHECK(phone["connected"] == 3);
    CHECK_FALSE(phone.contains("groups"));
}

TEST_CASE("results without a key hold only what is revealed") {
    running w;
    six_vote(w);
    CHECK(results_of(w, false)["items"].empty());
    CHECK(results_of(w, true)["items"][0]["rounds"][0]["result"]["scores"]["a"] == 12);
    w.acts(deed::reveal, "priorities");
    CHECK(results_of(w, false)["items"].size() == 1);
}
