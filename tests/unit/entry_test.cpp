#include "tests/catch.hpp"

#include <sawt/canonical.hpp>
#include <sawt/entry.hpp>

#include <nlohmann/json.hpp>

#include <functional>

using namespace sawt;

namespace {

entry ballot_entry() {
    return {1301, 1795507200, ballot_cast{"9f8e7d6c", "priorities", 1, "cXzuh2wGikXhDTT1QpZ9pA", "tanneries", "phone", R"({"points":{"brand":2,"laboratory":3}})"}};
}

entry act_entry(act done) { return {7, 1795507260, std::move(done)}; }

entry read(const std::string& line) {
    auto e = read_entry(line);
    REQUIRE(std::holds_alternative<entry>(e));
    return std::get<entry>(std::move(e));
}

}  // namespace

TEST_CASE("a ballot's line is canonical JSON, though it is written by hand") {
    const std::string line = to_line(ballot_entry());
    CHECK(line ==
          R"({"at":"2026-11-24T08:00:00Z","ballot":{"points":{"brand":2,"laboratory":3}},"channel":"phone","entry":1301,"group":"tanneries","id":"9f8e7d6c","item":"priorities","round":1,"type":"ballot","voter":"cXzuh2wGikXhDTT1QpZ9pA"})");
    CHECK(canonical(nlohmann::json::parse(line)) == line);
    entry without_group = ballot_entry();
    std::get<ballot_cast>(without_group.what).group.clear();
    CHECK(canonical(nlohmann::json::parse(to_line(without_group))) == to_line(without_group));
}

TEST_CASE("every kind of entry comes back from its line as it was, byte for byte") {
    std::vector<entry> all{ballot_entry(),
                           {1, 1795507200, workshop_made{"482913", R"({"sawt":1,"title":"ورشة"})"}},
                           {2, 1795507200, participant_joined{"p-1", "tanneries"}},
                           {3, 1795507200, participant_joined{"p-2", ""}},
                           {4, 1795507200, participant_joined{"p-3", "tanneries", "ليلى \"س\""}}};
    act open;
    open.what = deed::open;
    open.id = "12345678";
    open.item = "priorities";
    open.round = 1;
    all.push_back(act_entry(open));
    act show;
    show.what = deed::show;
    show.view = "groups";
    show.qr = false;
    show.round = 2;
    all.push_back(act_entry(show));
    act countdown;
    countdown.what = deed::countdown;
    countdown.item = "priorities";
    countdown.seconds = 90;
    countdown.then = "close";
    countdown.ends = 1795507290;
    all.push_back(act_entry(countdown));
    act add;
    add.what = deed::add;
    add.body = R"({"id":"x","kind":"slide","title":"\"صوت\"\n"})";
    add.after = "welcome";
    all.push_back(act_entry(add));
    act amend;
    amend.what = deed::amend;
    amend.item = "priorities";
    amend.option = "brand";
    amend.text = {{{"ar", "علامة"}, {"en", "brand"}}};
    all.push_back(act_entry(amend));
    for (const entry& one : all) {
        const std::string line = to_line(one);
        const entry again = read(line);
        CHECK(again.number == one.number);
        CHECK(again.at == one.at);
        CHECK(again.what.index() == one.what.index());
        CHECK(to_line(again) == line);
        CHECK(canonical(nlohmann::json::parse(line)) == line);
        CHECK(once_key(again.what) == once_key(one.what));
    }
}

TEST_CASE("a line that is not an entry is named, not guessed at") {
    for (const char* wrong : {"", "[]", "{}", "{\"at\":\"2026-11-24T08:00:00Z\",\"entry\":1,\"type\":\"dance\"}", "{\"at\":\"now\",\"entry\":1,\"type\":\"thaw\",\"by\":\"facilitator\"}",
                              "{\"at\":\"2026-11-24T08:00:00Z\",\"entry\":-1,\"type\":\"thaw\",\"by\":\"facilitator\"}", "{\"at\":\"2026-11-24T08:00:00Z\",\"entry\":1.5,\"type\":\"thaw\",\"by\":\"f\"}",
                              "{\"at\":\"2026-11-24T08:00:00Z\",\"entry\":1,\"type\":\"ballot\"}"}) {
        const auto read = read_entry(wrong);
        REQUIRE(std::holds_alternative<entry_problem>(read));
        CHECK_FALSE(std::get<entry_problem>(read).problem.empty());
    }
}

TEST_CASE("a ballot's key is its voter and its id, so nobody takes another's id") {
    ballot_cast one = std::get<ballot_cast>(ballot_entry().what);
    ballot_cast other = one;
    other.voter = "another";
    CHECK(once_key(one) != once_key(other));
    other = one;
    other.ballot = "{}";
    CHECK(once_key(one) == once_key(other));
    CHECK(once_key(participant_joined{"p", "g"}).empty());
    CHECK(once_key(act{}).empty());
}

TEST_CASE("times are rounded down to the minute") {
    CHECK(whole_minute(119) == 60);
    CHECK(whole_minute(60) == 60);
    CHECK(whole_minute(-1) == -60);
}
