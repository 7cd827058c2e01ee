// What organisers take home says what the wall said: the minutes, from which report and sheets are made, against the wall's own view.
#include "server/export/minutes.hpp"

#include "server/core/views.hpp"
#include "server/export/log_table.hpp"
#include "server/export/outcome_table.hpp"
#include "tests/catch.hpp"
#include "tests/core/every_kind.hpp"

#include <map>

using namespace sawt;
using namespace sawt::exporting;
using nlohmann::json;
using tests::running;

namespace {

// Held once for all cases: two dozen votes take a moment under the sanitizers.
const running& every_kind() {
    static const auto held = [] {
        auto w = std::make_unique<running>(*canonical(tests::agenda_of_every_kind(SAWT_SAMPLE, SAWT_AGENDAS)));
        tests::hold(*w, 7);
        return w;
    }();
    return *held;
}

chronicle chronicle_of(const running& w) {
    chronicle all;
    for (const std::string& line : w.lines) REQUIRE(all.add(line, leaf_hash(line)));
    return all;
}

}  // namespace

TEST_CASE("the minutes of every kind of vote have the numbers of the wall") {
    const minutes told = minutes_of(chronicle_of(every_kind()));
    const json wall = json::parse(core::results_view(every_kind().state, false, core::counting_at_once(every_kind().state)));
    std::size_t compared = 0;
    for (const json& item : wall["items"])
        for (const json& round : item["rounds"]) {
            INFO(item["id"] << " " << round["round"]);
            const decision* one = told.of(item["id"].get<std::string>(), round["round"].get<round_number>());
            REQUIRE(one != nullptr);
            CHECK(one->result == round["result"]);
            CHECK(one->ballots == round["ballots"]);
            CHECK(one->voters == round["voters"]);
            CHECK(one->check == round["check"]);
            CHECK(to_json(one->why) == round["explained"]);
            REQUIRE(one->groups.size() == round["groups"].size());
            for (std::size_t i = 0; i < one->groups.size(); ++i) {
                CHECK(one->groups[i].id == round["groups"][i]["id"]);
                CHECK(one->groups[i].ballots == round["groups"][i]["ballots"]);
                CHECK(one->groups[i].result == round["groups"][i]["result"]);
            }
            ++compared;
        }
    CHECK(compared == told.decisions.size());
    CHECK(compared == counting_methods().size() + 3);  // two votes of the sample, and a second round of Delphi
}

TEST_CASE("the table of a result has the wall's numbers under the options' names") {
    const minutes told = minutes_of(chronicle_of(every_kind()));
    const voice in("en", false);
    for (const decision& one : told.decisions) {
        INFO(one.plan.id);
        const auto tables = tables_of(in, one);
        for (const outcome_table& table : tables) {
            std::map<std::string, int> seen;
            for (const table_line& line : table.lines) {
                CHECK(line.cells.size() == table.columns.size());
                if (line.number == 0) continue;
                ++seen[line.id];
                CHECK(line.label == one.plan.options.at(line.number - 1).text.in("en"));
            }
            CHECK(seen.size() == one.plan.options.size());
        }
        if (!scores_are_shares(one.plan.method)) continue;
        for (const table_line& line : tables.front().lines) {
            const rational score = number_in(one.result["scores"][line.id]).value();
            CHECK(std::get<rational>(line.cells[0]) == score);
            CHECK(std::get<share_cell>(line.cells[1]).of_one * number_in(one.result["base"]["value"]).value() == score);
        }
    }
}

TEST_CASE("what adds up in the log's table is what the minutes say") {
    const chronicle all = chronicle_of(every_kind());
    const minutes told = minutes_of(all);
    const log_table table(all);
    std::map<std::pair<std::string, round_number>, std::uint64_t> ballots;
    std::map<std::string, std::map<std::size_t, rational>> sums;
    for (const std::string& line : every_kind().lines) {
        const log_row row = table.read(line);
        if (row.event != "ballot" || (row.state != "counted" && row.state != "abstained")) continue;
        ++ballots[{row.item, row.round}];
        if (!row.numbers.empty())
            for (std::size_t i = 0; i < row.numbers[0].size(); ++i)
                if (!row.numbers[0][i].empty()) sums[row.item][i] += *parse_rational(row.numbers[0][i]);
    }
    for (const decision& one : told.decisions) {
        INFO(one.plan.id << " " << one.round);
        CHECK(ballots[{one.plan.id, one.round}] == one.ballots);
        const bool adds_up = scores_are_shares(one.plan.method) || one.plan.method == "quadratic" || one.plan.method == "pb_greedy" || one.plan.method == "pb_mes";
        if (!adds_up) continue;
        for (std::size_t i = 0; i < one.plan.option_ids.size(); ++i) CHECK(sums[one.plan.id][i] == number_in(one.result["scores"].value(one.plan.option_ids[i], json(0))).value());
    }
}

TEST_CASE("no group under the limit is told on its own in what is taken home") {
    const chronicle all = chronicle_of(every_kind());
    const minutes told = minutes_of(all);
    for (const group_cut& cut : told.joined) CHECK((cut.voters == 0 || cut.voters >= told.plan.rules.group_limit));
    for (const decision& one : told.decisions)
        for (const group_cut& cut : one.groups) CHECK((cut.ballots == 0 || cut.ballots >= told.plan.rules.group_limit));
    const log_table table(all);
    for (const std::string& line : every_kind().lines) CHECK(table.read(line).group != "importers");
}

TEST_CASE("an open round that is made void was closed by that, and what is void keeps its numbers") {
    running w;
    w.acts(deed::open, "priorities");
    w.votes("v1", R"({"points":{"a":3}})");
    w.annuls("priorities", "guests voted");
    w.annuls("priorities", "withdrawn", "a");
    const minutes told = minutes_of(chronicle_of(w));
    const decision* one = told.of("priorities", 1);
    REQUIRE(one != nullptr);
    REQUIRE(one->closed);
    CHECK(one->closed->entry == 4);
    CHECK(one->is_void());
    CHECK(one->is_void("a"));
    CHECK(!one->is_void("b"));
    CHECK(one->ballots == 1);
    CHECK(number_in(one->result["scores"]["a"]) == rational(3));
}

TEST_CASE("the minutes know when and by whom a round was opened and closed, and what was refused") {
    running w;
    w.acts(deed::open, "priorities");
    w.votes("v1", R"({"points":{"a":3}})");
    w.votes("v1", R"({"points":{"a":5}})");  // over the cap
    w.acts(deed::close, "priorities");
    w.votes("v2", R"({"points":{"a":1}})");  // late
    w.acts(deed::open, "priorities");
    {
        const minutes told = minutes_of(chronicle_of(w));
        CHECK_FALSE(told.decisions[0].closed);
        CHECK(told.decisions[0].opened->entry == 7);
        CHECK(told.decisions[0].times_opened == 2);
    }
    act ends;
    ends.what = deed::close;
    ends.by = "countdown";
    ends.item = "priorities";
    ends.id = "at-zero";
    w.does(ends);
    const minutes told = minutes_of(chronicle_of(w));
    REQUIRE(told.decisions.size() == 1);
    CHECK(told.decisions[0].closed->by == "countdown");
    CHECK(told.decisions[0].closed->entry == 8);
    CHECK(told.decisions[0].refused == 2);
    CHECK(told.decisions[0].ballots == 1);
    CHECK(told.entries == 8);
    CHECK(told.root == to_hex(w.state.root()));
}
