#include "tests/catch.hpp"

#include <sawt/workshop.hpp>

#include <nlohmann/json.hpp>

#include <functional>

using namespace sawt;

namespace {

constexpr const char* plan = R"({"groups":[{"id":"designers","name":"المصممون"},{"id":"tanneries","name":"المدابغ"}],"items":[
  {"id":"hello","kind":"slide","title":"أهلا"},
  {"id":"priorities","kind":"vote","method":"dots","options":[{"id":"a","text":"أ"},{"id":"b","text":"ب"}],"params":{"cap":3,"dots":5},"title":"أولويات"},
  {"id":"live","kind":"vote","method":"plurality","options":[{"id":"y","text":"نعم"},{"id":"n","text":"لا"}],"results":"live","title":"حيّ"}],
  "languages":["ar"],"sawt":1,"settings":{"group_limit":1},"title":"ورشة"})";

// A workshop and the log it is the fold of, so that a test can play the log again.
struct running {
    workshop state;
    std::vector<entry> log;

    explicit running(const char* from = plan) { does(workshop_made{"482913", from}); }

    applied does(event what) {
        const entry next{state.last() + 1, 1795507200, std::move(what)};
        log.push_back(next);
        return state.apply(next, leaf_hash(to_line(next)));
    }
    applied acts(deed what, const std::string& item = "", const std::function<void(act&)>& with = {}) {
        act done;
        done.what = what;
        done.item = item;
        if (with) with(done);
        return does(done);
    }
    applied votes(const std::string& voter, const std::string& ballot, const std::string& id = "", round_number round = 1, const std::string& item = "priorities",
                  const std::string& group = "tanneries") {
        return does(ballot_cast{id.empty() ? "id-" + std::to_string(log.size()) : id, item, round, voter, group, "phone", ballot});
    }
    const vote_round& now(const std::string& item = "priorities") const { return state.find(item)->now(); }
    rational score(std::size_t option, const std::string& item = "priorities") const { return *state.count(*state.find(item), now(item)).total.scores.at(option); }
};

reason refused_for(const applied& did) {
    REQUIRE(did.refused);
    return did.refused->why;
}

}  // namespace

TEST_CASE("the last ballot of a voter counts, until the item closes") {
    running w;
    CHECK(refused_for(w.votes("v1", R"({"points":{"a":1}})")) == reason::not_open);
    w.acts(deed::open, "priorities");
    CHECK(w.votes("v1", R"({"points":{"a":3,"b":2}})").counted_item == "priorities");
    CHECK(w.score(0) == 3);
    w.votes("v1", R"({"points":{"a":1}})");
    CHECK(w.score(0) == 1);
    CHECK(w.score(1) == 0);
    CHECK(w.now().ballots.size() == 1);
    CHECK(w.now().box->cast().superseded == 1);
    w.votes("v1", "{}");
    CHECK(w.score(0) == 0);
    CHECK(w.now().box->cast().empty == 1);
    w.acts(deed::close, "priorities");
    CHECK(refused_for(w.votes("v1", R"({"points":{"a":3}})")) == reason::closed);
    CHECK(w.now().box->cast().empty == 1);
}

TEST_CASE("a repeat of a ballot changes nothing and is known as a repeat, even after closing") {
    running w;
    w.acts(deed::open, "priorities");
    w.votes("v1", R"({"points":{"a":3}})", "same-id-1");
    const entry_number first = w.state.last();
    CHECK(w.votes("v1", R"({"points":{"a":3}})", "same-id-1").repeats == first);
    w.acts(deed::close, "priorities");
    CHECK(w.votes("v1", R"({"points":{"a":3}})", "same-id-1").repeats == first);
    CHECK(w.votes("v2", R"({"points":{"a":3}})", "same-id-1").repeats == 0);  // another voter's id is another id
    CHECK(w.now().ballots.size() == 1);
    CHECK(w.state.answered(once_key(ballot_cast{"same-id-1", "priorities", 1, "v1", "", "", ""}))->entry == first);
}

TEST_CASE("ballots that break the rules are recorded and not counted") {
    running w;
    w.acts(deed::open, "priorities");
    const applied over = w.votes("v1", R"({"points":{"a":4}})");
    CHECK(refused_for(over) == reason::invalid_ballot);
    CHECK(over.refused->detail == "over-cap");
    CHECK(refused_for(w.votes("v1", R"({"points":{"a":1}})", "", 2)) == reason::wrong_round);
    CHECK(refused_for(w.votes("v1", R"({"points":{"a":1}})", "", 1, "nowhere")) == reason::unknown_item);
    CHECK(refused_for(w.votes("v1", "{}", "", 1, "hello")) == reason::not_a_vote);
    CHECK(refused_for(w.votes("v1", "{}", "", 1, "priorities", "")) == reason::group_needed);
    CHECK(refused_for(w.votes("v1", "{}", "", 1, "priorities", "ministry")) == reason::group_needed);
    CHECK(refused_for(w.votes("v1", "not json")) == reason::invalid_ballot);
    CHECK(w.now().ballots.empty());
    CHECK(w.state.last() == w.log.size());
}

TEST_CASE("a voter who changes group is counted once, in the new one") {
    running w;
    w.does(participant_joined{"p1", "tanneries"});
    w.does(participant_joined{"p1", "designers"});
    CHECK(w.state.voters() == 1);
    CHECK(w.state.voters_of("tanneries") == 0);
    CHECK(w.state.voters_of("designers") == 1);
    w.acts(deed::open, "priorities");
    w.votes("v1", R"({"points":{"a":1}})", "", 1, "priorities", "tanneries");
    w.votes("v1", R"({"points":{"a":2}})", "", 1, "priorities", "designers");
    const round_result result = w.state.count(*w.state.find("priorities"), w.now());
    for (const group_outcome& group : result.groups) CHECK(group.cast.ballots == (group.groups.front() == "designers" ? 1u : 0u));
    CHECK(result.cast.ballots == 1);
}

TEST_CASE("closing gives the round its check code, made of the root right after the close") {
    running w;
    w.acts(deed::open, "priorities");
    w.votes("v1", R"({"points":{"a":1}})");
    CHECK(refused_for(w.acts(deed::close, "live")) == reason::not_open);
    w.acts(deed::close, "priorities");
    CHECK(w.now().check == short_code(w.state.root()));
    const std::string check = w.now().check;
    w.acts(deed::close, "priorities");  // closing what is closed changes nothing
    CHECK(w.now().check == check);
    w.acts(deed::open, "priorities");  // closed by mistake
    CHECK(w.now().check.empty());
    CHECK(w.now().status == item_status::open);
    CHECK(w.now().ballots.size() == 1);
}

TEST_CASE("a new round keeps the old one with its ballots") {
    running w;
    w.acts(deed::open, "priorities");
    CHECK(refused_for(w.acts(deed::round, "priorities")) == reason::bad_act);
    w.votes("v1", R"({"points":{"a":1}})");
    w.acts(deed::reveal, "priorities");
    w.acts(deed::close, "priorities");
    w.acts(deed::round, "priorities");
    const item_state& it = *w.state.find("priorities");
    CHECK(it.now().number == 2);
    CHECK(it.now().status == item_status::waiting);
    CHECK_FALSE(it.now().revealed);
    CHECK(it.round(1)->ballots.size() == 1);
    CHECK(it.round(1)->revealed);
    w.acts(deed::open, "priorities");
    CHECK(refused_for(w.votes("v1", R"({"points":{"a":1}})")) == reason::wrong_round);
    CHECK(w.votes("v1", R"({"points":{"b":1}})", "", 2).counted_round == 2);
    CHECK(w.state.stage().round == 2);
    w.acts(deed::show, "priorities", [](act& a) { a.round = 1; });
    CHECK(w.state.stage().round == 1);
    CHECK(refused_for(w.acts(deed::show, "priorities", [](act& a) { a.round = 3; })) == reason::bad_act);
}

TEST_CASE("a countdown that ends late does not close the next round") {
    running w;
    w.acts(deed::open, "priorities");
    w.acts(deed::close, "priorities");
    w.acts(deed::round, "priorities");
    w.acts(deed::open, "priorities");
    CHECK(refused_for(w.acts(deed::close, "priorities", [](act& a) {
              a.round = 1;
              a.by = "countdown";
          })) == reason::wrong_round);
    CHECK(w.now().status == item_status::open);
}

TEST_CASE("results are hidden until revealed, or live where the agenda says so") {
    running w;
    w.acts(deed::open, "priorities");
    CHECK_FALSE(w.now().revealed);
    w.acts(deed::reveal, "priorities");
    CHECK(w.now().revealed);
    w.acts(deed::hide, "priorities");
    CHECK_FALSE(w.now().revealed);
    w.acts(deed::open, "live");
    CHECK(w.now("live").revealed);
    CHECK(refused_for(w.acts(deed::reveal, "hello")) == reason::not_a_vote);
}

TEST_CASE("a frozen stage keeps its picture while ballots go on counting") {
    running w;
    CHECK(refused_for(w.acts(deed::freeze)) == reason::bad_act);
    w.acts(deed::open, "live");
    w.votes("v1", R"({"choice":"y"})", "", 1, "live");
    w.acts(deed::freeze);
    w.votes("v2", R"({"choice":"n"})", "", 1, "live");
    REQUIRE(w.state.frozen() != nullptr);
    CHECK(w.state.frozen()->box.cast().ballots == 1);
    CHECK(w.score(1, "live") == 1);
    w.acts(deed::close, "live");
    CHECK(w.state.stage().frozen);  // the picture does not jump while somebody speaks
    w.acts(deed::thaw);
    CHECK(w.state.frozen() == nullptr);
    w.acts(deed::freeze);
    w.acts(deed::show, "hello");
    CHECK_FALSE(w.state.stage().frozen);
}

TEST_CASE("the stage shows what it is told, and what it is not told stays") {
    running w;
    w.acts(deed::show, "hello");
    CHECK(w.state.stage().item == "hello");
    CHECK(w.state.stage().round == 0);
    w.acts(deed::show, "", [](act& a) { a.qr = true; });
    CHECK(w.state.stage().item == "hello");
    CHECK(w.state.stage().qr);
    w.acts(deed::open, "priorities");
    CHECK(w.state.stage().view == stage_view::item);
    CHECK(w.state.stage().qr);
    w.acts(deed::show, "", [](act& a) { a.view = "groups"; });
    CHECK(w.state.stage().view == stage_view::groups);
    CHECK(w.state.stage().item == "priorities");
    w.acts(deed::show, "", [](act& a) { a.view = "black"; });
    CHECK(w.state.stage().view == stage_view::black);
    w.acts(deed::show, "", [](act& a) { a.view = "join"; });
    CHECK(w.state.stage().view == stage_view::join);
    CHECK(refused_for(w.acts(deed::show, "", [](act& a) { a.view = "upside-down"; })) == reason::bad_act);
    CHECK(refused_for(w.acts(deed::show, "nowhere")) == reason::unknown_item);
}

TEST_CASE("a void round keeps its ballots and its numbers, says why, and is not opened again") {
    running w;
    const auto annul = [](const std::string& why, const std::string& option = "", std::optional<round_number> round = {}) {
        return [=](act& a) {
            if (!why.empty()) a.text.by_language = {{"ar", why}};
            if (!option.empty()) a.option = option;
            a.round = round;
        };
    };
    CHECK(refused_for(w.acts(deed::annul, "priorities", annul("سبب"))) == reason::not_open);
    CHECK(refused_for(w.acts(deed::annul, "hello", annul("سبب"))) == reason::not_a_vote);
    w.acts(deed::open, "priorities");
    w.votes("v1", R"({"points":{"a":3}})");
    CHECK(refused_for(w.acts(deed::annul, "priorities", annul(""))) == reason::bad_act);  // without a reason
    CHECK(refused_for(w.acts(deed::annul, "priorities", annul("سبب", "", 2))) == reason::bad_act);
    CHECK(refused_for(w.acts(deed::restore, "priorities")) == reason::bad_act);

    const applied did = w.acts(deed::annul, "priorities", annul("صوّت ضيوف"));
    CHECK(did.done == deed::annul);
    CHECK(did.items == std::vector<std::string>{"priorities"});
    CHECK(w.now().status == item_status::closed);
    CHECK_FALSE(w.now().check.empty());
    CHECK(w.now().annulled.in("ar") == "صوّت ضيوف");
    CHECK(w.now().ballots.size() == 1);
    CHECK(w.score(0) == 3);
    CHECK(refused_for(w.votes("v2", R"({"points":{"a":1}})")) == reason::closed);
    CHECK(refused_for(w.acts(deed::open, "priorities")) == reason::bad_act);

    w.acts(deed::round, "priorities");
    CHECK(w.now().annulled.empty());
    w.acts(deed::open, "priorities");
    CHECK(w.now().status == item_status::open);
    w.acts(deed::annul, "priorities", annul("سبب آخر", "", 1));  // the reason of an earlier round is corrected; the open one goes on
    CHECK(w.state.find("priorities")->round(1)->annulled.in("ar") == "سبب آخر");
    CHECK(w.now().status == item_status::open);
    w.acts(deed::restore, "priorities", annul("", "", 1));
    CHECK(w.state.find("priorities")->round(1)->annulled.empty());
}

TEST_CASE("a void option of a closed round stays in the numbers, and stands again in the next round") {
    running w;
    const auto of = [](const std::string& option, const std::string& why = "") {
        return [=](act& a) {
            a.option = option;
            if (!why.empty()) a.text.by_language = {{"", why}};
        };
    };
    w.acts(deed::open, "priorities");
    w.votes("v1", R"({"points":{"a":3,"b":1}})");
    CHECK(refused_for(w.acts(deed::annul, "priorities", of("a", "withdrawn"))) == reason::bad_act);  // open
    w.acts(deed::close, "priorities");
    CHECK(refused_for(w.acts(deed::annul, "priorities", of("z", "withdrawn"))) == reason::bad_act);
    w.acts(deed::annul, "priorities", of("a", "withdrawn"));
    CHECK(w.now().annulled_options.at("a").in("en") == "withdrawn");
    CHECK(w.now().annulled.empty());
    CHECK(w.score(0) == 3);
    CHECK(refused_for(w.acts(deed::restore, "priorities", of("b"))) == reason::bad_act);
    w.acts(deed::round, "priorities");
    CHECK(w.now().annulled_options.empty());
    w.acts(deed::restore, "priorities", [](act& a) { a.option = "a"; a.round = 1; });
    CHECK(w.state.find("priorities")->round(1)->annulled_options.empty());
}

TEST_CASE("items are added, replaced, amended and removed, but never under ballots") {
    running w;
    const auto with_body = [](const char* body, const char* after = nullptr) {
        return [=](act& a) {
            a.body = body;
            if (after != nullptr) a.after = after;
        };
    };
    constexpr const char* fresh = R"({"id":"fresh","kind":"vote","method":"plurality","options":[{"id":"1","text":"x"}],"title":"new"})";
    w.acts(deed::add, "", with_body(fresh, "hello"));
    CHECK(w.state.items()[1]->plan.id == "fresh");
    CHECK(refused_for(w.acts(deed::add, "", with_body(fresh))) == reason::bad_act);
    CHECK(refused_for(w.acts(deed::add, "", with_body(R"({"id":"z","kind":"vote","title":"t"})"))) == reason::bad_agenda);
    w.acts(deed::replace, "fresh", with_body(R"({"id":"fresh","kind":"slide","title":"other"})"));
    CHECK(w.state.find("fresh")->rounds.empty());
    w.acts(deed::remove, "fresh");
    CHECK(w.state.find("fresh") == nullptr);
    w.acts(deed::open, "priorities");
    CHECK(refused_for(w.acts(deed::remove, "priorities")) == reason::bad_act);
    w.votes("v1", R"({"points":{"a":1}})");
    w.acts(deed::close, "priorities");
    CHECK(refused_for(w.acts(deed::remove, "priorities")) == reason::has_ballots);
    w.acts(deed::amend, "priorities", [](act& a) {
        a.option = "a";
        a.text = {{{"", "أولى"}}};
    });
    CHECK(w.state.find("priorities")->plan.options[0].text.in("ar") == "أولى");
    CHECK(refused_for(w.acts(deed::amend, "priorities", [](act& a) { a.option = "zz"; a.text = {{{"", "x"}}}; })) == reason::bad_act);
    CHECK(w.score(0) == 1);
}

TEST_CASE("a closed round tells which groups make its first places, and of a budget which make what is funded") {
    constexpr const char* budget = R"({"groups":[{"id":"designers","name":"Designers"},{"id":"tanneries","name":"Tanneries"}],"items":[
      {"id":"fund","kind":"vote","method":"pb_greedy","options":[{"id":"a","text":"A"},{"id":"b","text":"B"},{"id":"c","text":"C"}],"params":{"budget":100,"costs":{"a":50,"b":50,"c":80}},"title":"t"},
      {"id":"order","kind":"vote","method":"approval","options":[{"id":"a","text":"A"},{"id":"b","text":"B"},{"id":"c","text":"C"}],"title":"t"}],
      "languages":["en"],"sawt":1,"settings":{"group_limit":1},"title":"Budget"})";
    running w{budget};
    const auto swaying = [&](const std::string& item) { return w.state.count(*w.state.find(item), w.now(item)).swayed_by; };
    for (const std::string item : {"fund", "order"}) {
        w.acts(deed::open, item);
        w.votes("v1", R"({"approve":["a","b"]})", "", 1, item);
        w.votes("v2", R"({"approve":["a"]})", "", 1, item);
        w.votes("v3", R"({"approve":["b","a"]})", "", 1, item, "designers");
        w.votes("v4", R"({"approve":["b"]})", "", 1, item, "designers");
        CHECK_FALSE(swaying(item).has_value());
        w.acts(deed::close, item);
    }
    CHECK(swaying("fund") == std::vector<std::vector<std::string>>{});
    CHECK(swaying("order") == std::vector<std::vector<std::string>>{{"designers"}, {"tanneries"}});
}

TEST_CASE("the same log gives the same state, whenever and wherever it is folded") {
    running w;
    w.acts(deed::open, "priorities");
    for (int i = 0; i < 200; ++i) {
        const std::string dots = std::to_string(i % 4);
        w.votes("v" + std::to_string(i % 37), R"({"points":{"a":)" + dots + R"(,"b":1}})", "", 1, "priorities", i % 3 == 0 ? "designers" : "tanneries");
    }
    w.acts(deed::close, "priorities");
    workshop again;
    for (const entry& one : w.log) {
        const std::string line = to_line(one);
        again.apply(std::get<entry>(read_entry(line)), leaf_hash(line));
    }
    CHECK(again.root() == w.state.root());
    CHECK(again.find("priorities")->now().check == w.now().check);
    const round_result first = w.state.count(*w.state.find("priorities"), w.now());
    const round_result second = again.count(*again.find("priorities"), again.find("priorities")->now());
    CHECK(first.total.scores == second.total.scores);
    CHECK(first.total.ranking == second.total.ranking);
    CHECK(first.cast.superseded == second.cast.superseded);
}

TEST_CASE("an entry out of order, or before its workshop, changes nothing") {
    workshop empty;
    const entry join{1, 0, participant_joined{"p", ""}};
    CHECK(refused_for(empty.apply(join, {})) == reason::bad_message);
    running w;
    const entry_number last = w.state.last();
    CHECK(refused_for(w.state.apply({last + 2, 0, participant_joined{"p", "tanneries"}}, {})) == reason::bad_message);
    CHECK(w.state.last() == last);
    CHECK(refused_for(w.does(workshop_made{"111111", plan})) == reason::bad_message);
    CHECK(w.state.code() == "482913");
}
