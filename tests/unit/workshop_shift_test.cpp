// A question put again, live: the result of the second round tells how answers moved since the first, whatever was cast, changed and taken back.
#include "tests/catch.hpp"

#include <sawt/workshop.hpp>

#include <nlohmann/json.hpp>

#include <random>

using namespace sawt;
using nlohmann::json;

namespace {

constexpr const char* estimates = R"({"groups":[{"id":"designers","name":"Designers","weight":2},{"id":"tanneries","name":"Tanneries"}],"items":[
  {"id":"years","kind":"vote","method":"delphi","options":[{"id":"a","text":"A"},{"id":"b","text":"B"}],"params":{"max":9,"min":1},"title":"Years"},
  {"id":"marks","kind":"vote","method":"score","options":[{"id":"a","text":"A"}],"params":{"max":9,"min":1},"title":"Marks"}],
  "languages":["en"],"sawt":1,"settings":{"group_limit":1},"title":"Estimates"})";

struct estimating {
    workshop state;

    estimating() { does(workshop_made{"482913", estimates}); }

    applied does(event what) {
        const entry next{state.last() + 1, 1795507200, std::move(what)};
        return state.apply(next, leaf_hash(to_line(next)));
    }
    void acts(deed what, const std::string& item) {
        act done;
        done.what = what;
        done.item = item;
        REQUIRE_FALSE(does(done).refused);
    }
    void votes(const std::string& voter, const json& scores, const std::string& group = "tanneries", const std::string& item = "years") {
        const auto round = state.find(item)->now().number;
        const json ballot = scores.is_null() ? json::object() : json{{"scores", scores}};
        REQUIRE_FALSE(does(ballot_cast{"id-" + std::to_string(state.last()) + "-" + voter, item, round, voter, group, "phone", ballot.dump()}).refused);
    }
    json more(round_number round, const std::string& item = "years") const {
        const item_state& it = *state.find(item);
        return json::parse(state.count(it, *it.round(round)).total.more);
    }
    void next_round(const std::string& item = "years") {
        acts(deed::close, item);
        acts(deed::round, item);
        acts(deed::open, item);
    }
};

}  // namespace

TEST_CASE("the second round of a Delphi tells the shift, and the first none") {
    estimating w;
    w.acts(deed::open, "years");
    w.votes("v1", {{"a", 2}, {"b", 5}});
    w.votes("v2", {{"a", 8}}, "designers");
    w.votes("v3", nullptr);
    CHECK_FALSE(w.more(1).contains("shift"));
    w.next_round();
    CHECK(w.more(2)["shift"]["a"] == json::parse(R"({"both":0,"changed":0,"median_shift":null,"iqr_shift":null,"mean_abs_change":null})"));

    w.votes("v1", {{"a", 4}});
    w.votes("v2", {{"a", 8}, {"b", 1}}, "designers");
    w.votes("v3", {{"a", 4}});
    // The designers weigh 2: medians are 8, then between 4 and 8; quartiles 2 and 8, then 4 and 8.
    CHECK(w.more(2)["shift"]["a"] == json::parse(R"({"both":2,"changed":1,"median_shift":-2,"iqr_shift":-2,"mean_abs_change":1})"));
    CHECK(w.more(2)["shift"]["b"] == json::parse(R"({"both":0,"changed":0,"median_shift":-4,"iqr_shift":0,"mean_abs_change":null})"));

    w.votes("v1", {{"a", 9}, {"b", 5}});  // in place of the one before
    CHECK(w.more(2)["shift"]["a"]["mean_abs_change"] == "7/2");
    CHECK(w.more(2)["shift"]["b"]["both"] == 1);
    w.votes("v1", nullptr);
    CHECK(w.more(2)["shift"]["a"]["both"] == 1);
    CHECK_FALSE(w.more(1).contains("shift"));
}

TEST_CASE("a third round is compared with the second") {
    estimating w;
    w.acts(deed::open, "years");
    w.votes("v1", {{"a", 1}});
    w.next_round();
    w.votes("v1", {{"a", 5}});
    w.next_round();
    w.votes("v1", {{"a", 6}});
    CHECK(w.more(3)["shift"]["a"]["mean_abs_change"] == 1);
    CHECK(w.more(2)["shift"]["a"]["mean_abs_change"] == 4);
}

TEST_CASE("a method that does not ask again has rounds and no shift") {
    estimating w;
    w.acts(deed::open, "marks");
    w.votes("v1", {{"a", 1}}, "tanneries", "marks");
    w.next_round("marks");
    w.votes("v1", {{"a", 5}}, "tanneries", "marks");
    CHECK_FALSE(w.more(2, "marks").contains("shift"));
}

TEST_CASE("whatever is cast and changed, the live shift is that of the ballots that count in the end") {
    const unsigned seed = GENERATE(1U, 2U, 3U, 4U);
    INFO("seed " << seed);
    std::mt19937 chance(seed);
    estimating w;
    json last[2];  // by round, voter to scores
    w.acts(deed::open, "years");
    for (int round = 0; round < 2; ++round) {
        if (round == 1) w.next_round();
        for (int step = 0; step < 120; ++step) {
            const std::string voter = "v" + std::to_string(chance() % 25);
            json scores;
            for (const char* option : {"a", "b"})
                if (chance() % 3 != 0) scores[option] = 1 + chance() % 9;
            w.votes(voter, scores, chance() % 2 == 0 ? "tanneries" : "designers");
            last[round][voter] = scores.is_null() ? json::object() : scores;
        }
    }
    for (const std::string option : {"a", "b"}) {
        int both = 0, changed = 0, distance = 0;
        for (const auto& [voter, scores] : last[1].items()) {
            if (!scores.contains(option) || !last[0].contains(voter) || !last[0][voter].contains(option)) continue;
            const int moved = scores[option].get<int>() - last[0][voter][option].get<int>();
            ++both;
            changed += moved != 0 ? 1 : 0;
            distance += std::abs(moved);
        }
        const json shift = w.more(2)["shift"][option];
        CHECK(shift["both"] == both);
        CHECK(shift["changed"] == changed);
        REQUIRE(both > 0);
        const rational mean(distance, both);
        CHECK((shift["mean_abs_change"].is_string() ? shift["mean_abs_change"].get<std::string>() : shift["mean_abs_change"].dump()) == to_text(mean));
    }
}
