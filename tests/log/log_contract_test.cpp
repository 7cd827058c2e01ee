// What every event_log keeps to. Each case runs against each implementation; another one joins by a line in `log_under_test`.
#include "tests/catch.hpp"
#include "tests/log/scratch.hpp"

#include <sawt/entry.hpp>

#include <atomic>
#include <thread>

using namespace sawt;
using namespace sawt::log;
using namespace sawt::log::test;
namespace errc = boost::system::errc;

namespace {

struct log_under_test {
    scratch_folder folder;
    std::unique_ptr<event_log> log;

    log_under_test() {
        const std::string kind = GENERATE(as<std::string>{}, "memory", "sqlite");
        log = kind == "memory" ? make_memory_log() : opened(folder.path / "data");
        UNSCOPED_INFO("log: " << kind);
    }
    event_log* operator->() const { return log.get(); }
    event_log& operator*() const { return *log; }
};

std::vector<placed> append(event_log& to, std::vector<proposal> batch) { return to.append(batch).value(); }

}  // namespace

TEST_CASE("founding a workshop makes its entry 1") {
    log_under_test log;
    const auto first = log->found({"482913", R"({"key":"secret"})"}, sample_workshop("482913"), morning).value();

    REQUIRE(first.number == 1);
    REQUIRE(first.line == R"({"agenda":{"sample":true,"sawt":1,"title":"Sample"},"at":"2026-11-24T08:00:00Z","code":"482913","entry":1,"type":"workshop"})");
    REQUIRE(first.leaf == leaf_hash(first.line));
    const auto all = entries(*log, "482913");
    REQUIRE(all.size() == 1);
    REQUIRE(all[0].line == first.line);
}

TEST_CASE("a code that is taken is refused and its workshop stays as it was") {
    log_under_test log;
    log->found({"482913", "first"}, sample_workshop("482913"), morning).value();

    REQUIRE(log->found({"482913", "second"}, sample_workshop("482913"), morning).error() == errc::file_exists);
    REQUIRE(log->workshops().value().size() == 1);
    REQUIRE(log->workshops().value()[0].secrets == "first");
    REQUIRE(entries(*log, "482913").size() == 1);
}

TEST_CASE("workshops come back with their secrets, in the order they were founded") {
    log_under_test log;
    for (const char* code : {"700000", "100000", "400000"}) log->found({code, std::string("secret of ") + code}, sample_workshop(code), morning).value();

    const auto all = log->workshops().value();
    REQUIRE(all.size() == 3);
    REQUIRE(all[0].code == "700000");
    REQUIRE(all[1].code == "100000");
    REQUIRE(all[2].code == "400000");
    REQUIRE(all[2].secrets == "secret of 400000");
}

TEST_CASE("entries get the positions 2, 3, 4 without gaps, in the order of the batch") {
    log_under_test log;
    log->found({"482913", "{}"}, sample_workshop("482913"), morning).value();
    entry_number next = 2;
    for (int batch = 0; batch < 20; ++batch) {
        std::vector<proposal> several;
        for (int i = 0; i <= batch; ++i) several.push_back(ballot("482913", "ballot-" + std::to_string(batch) + "-" + std::to_string(i)));
        const auto places = append(*log, several);
        REQUIRE(places.size() == several.size());
        for (std::size_t i = 0; i < places.size(); ++i) {
            REQUIRE_FALSE(places[i].repeated);
            REQUIRE(places[i].at.number == next);
            REQUIRE(places[i].at.line == to_line({next, several[i].at, several[i].what}));
            REQUIRE(places[i].at.leaf == leaf_hash(places[i].at.line));
            ++next;
        }
    }
    const auto all = entries(*log, "482913");
    REQUIRE(all.size() == next - 1);
    for (std::size_t i = 0; i < all.size(); ++i) REQUIRE(all[i].number == i + 1);
}

TEST_CASE("an empty batch is appended as nothing") {
    log_under_test log;
    REQUIRE(log->append({}).value().empty());
}

TEST_CASE("a repeat is answered with the first entry and adds nothing") {
    log_under_test log;
    log->found({"482913", "{}"}, sample_workshop("482913"), morning).value();
    const auto first = append(*log, {ballot("482913", "same-id-1")}).at(0);

    auto later = ballot("482913", "same-id-1");
    later.at += 120;
    std::get<ballot_cast>(later.what).ballot = R"({"choice":"B"})";
    const auto repeat = append(*log, {later}).at(0);
    REQUIRE(repeat.repeated);
    REQUIRE(repeat.at.number == first.at.number);
    REQUIRE(repeat.at.line == first.at.line);
    REQUIRE(repeat.at.leaf == first.at.leaf);
    REQUIRE(entries(*log, "482913").size() == 2);
}

TEST_CASE("repeats inside one batch are answered with its first, and the positions close up behind them") {
    log_under_test log;
    log->found({"482913", "{}"}, sample_workshop("482913"), morning).value();
    const auto places = append(*log, {ballot("482913", "id-aaaaa"), ballot("482913", "id-bbbbb"), ballot("482913", "id-aaaaa"), ballot("482913", "id-ccccc")});

    REQUIRE(places[0].at.number == 2);
    REQUIRE(places[1].at.number == 3);
    REQUIRE(places[2].repeated);
    REQUIRE(places[2].at.number == 2);
    REQUIRE(places[2].at.line == places[0].at.line);
    REQUIRE(places[3].at.number == 4);
    REQUIRE(ids(*log, "482913") == std::vector<std::string>{"id-aaaaa", "id-bbbbb", "id-ccccc"});
}

TEST_CASE("the same id of two voters, or in two workshops, is two entries") {
    log_under_test log;
    for (const char* code : {"100000", "200000"}) log->found({code, "{}"}, sample_workshop(code), morning).value();
    const auto places = append(*log, {ballot("100000", "same-id-1", "voter-1"), ballot("100000", "same-id-1", "voter-2"), ballot("200000", "same-id-1", "voter-1")});

    for (const auto& p : places) REQUIRE_FALSE(p.repeated);
    REQUIRE(places[1].at.number == 3);
    REQUIRE(places[2].at.number == 2);
}

TEST_CASE("events without a key may repeat") {
    log_under_test log;
    log->found({"482913", "{}"}, sample_workshop("482913"), morning).value();
    const auto came = propose("482913", participant_joined{"someone-1", "tanneries"});
    REQUIRE(came.once.empty());
    const auto places = append(*log, {came, came});
    REQUIRE_FALSE(places[1].repeated);
    REQUIRE(places[1].at.number == 3);
}

TEST_CASE("workshops have positions of their own in one batch") {
    log_under_test log;
    for (const char* code : {"100000", "200000"}) log->found({code, "{}"}, sample_workshop(code), morning).value();
    const auto places = append(*log, {ballot("100000", "ballot-1"), ballot("200000", "ballot-2"), ballot("100000", "ballot-3"), ballot("200000", "ballot-4")});

    REQUIRE(places[0].at.number == 2);
    REQUIRE(places[1].at.number == 2);
    REQUIRE(places[2].at.number == 3);
    REQUIRE(places[3].at.number == 3);
    REQUIRE(ids(*log, "100000") == std::vector<std::string>{"ballot-1", "ballot-3"});
    REQUIRE(ids(*log, "200000") == std::vector<std::string>{"ballot-2", "ballot-4"});
}

TEST_CASE("a batch with an unknown workshop is refused whole") {
    log_under_test log;
    log->found({"482913", "{}"}, sample_workshop("482913"), morning).value();
    const std::vector<proposal> batch{ballot("482913", "ballot-1"), ballot("999999", "ballot-2")};

    REQUIRE(log->append(batch).error() == errc::no_such_file_or_directory);
    REQUIRE(entries(*log, "482913").size() == 1);
    REQUIRE(append(*log, {ballot("482913", "ballot-1")}).at(0).at.number == 2);
}

TEST_CASE("an event that has no text form is refused and takes its batch with it") {
    log_under_test log;
    log->found({"482913", "{}"}, sample_workshop("482913"), morning).value();
    act broken;
    broken.what = deed::add;
    broken.id = "act-00001";
    broken.body = "{not json";
    const std::vector<proposal> batch{ballot("482913", "ballot-1"), propose("482913", broken)};

    REQUIRE(log->append(batch).error() == errc::invalid_argument);
    REQUIRE(log->found({"100000", "{}"}, {"100000", "{not json"}, morning).error() == errc::invalid_argument);
    REQUIRE(log->workshops().value().size() == 1);
    const auto after = append(*log, {ballot("482913", "ballot-1")}).at(0);
    REQUIRE_FALSE(after.repeated);
    REQUIRE(after.at.number == 2);
}

TEST_CASE("follow begins where it is asked to and gives no more than it is asked for") {
    log_under_test log;
    log->found({"482913", "{}"}, sample_workshop("482913"), morning).value();
    std::vector<proposal> batch;
    for (int i = 0; i < 3000; ++i) batch.push_back(ballot("482913", "ballot-" + std::to_string(i)));
    append(*log, batch);  // 3001 entries: more than one helping of any log

    const auto [from, most, expected] = GENERATE(table<entry_number, std::uint64_t, std::uint64_t>({{1, UINT64_MAX, 3001}, {0, UINT64_MAX, 3001}, {1, 0, 0}, {1, 1, 1},
                                                 {1000, 1500, 1500}, {2990, 100, 12}, {3001, 5, 1}, {3002, 5, 0}, {UINT64_MAX, UINT64_MAX, 0}}));
    std::vector<stored_entry> given;
    const auto count = log->follow("482913", from, most, [&](stored_entry&& e) { given.push_back(std::move(e)); }).value();
    REQUIRE(count == expected);
    REQUIRE(given.size() == expected);
    for (std::size_t i = 0; i < given.size(); ++i) {
        REQUIRE(given[i].number == (from == 0 ? 1 : from) + i);
        REQUIRE(given[i].leaf == leaf_hash(given[i].line));
    }
}

TEST_CASE("an unknown workshop has no entries") {
    log_under_test log;
    REQUIRE(log->follow("999999", 1, UINT64_MAX, [](stored_entry&&) { FAIL("an entry of nothing"); }).value() == 0);
}

TEST_CASE("readers see whole, growing prefixes while the log is written") {
    log_under_test log;
    log->found({"482913", "{}"}, sample_workshop("482913"), morning).value();
    std::atomic<entry_number> acknowledged{1};
    std::atomic<bool> finished{false};
    std::atomic<int> wrong{0};
    std::atomic<int> passes{0};

    const auto read = [&] {
        bool last_pass = false;
        while (!last_pass) {
            last_pass = finished;
            const entry_number at_least = acknowledged;
            entry_number next = 1;
            const auto count = log->follow("482913", 1, UINT64_MAX, [&](stored_entry&& e) {
                if (e.number != next++) ++wrong;
            });
            if (count.has_error() || *count < at_least) ++wrong;
            ++passes;
        }
    };
    std::thread one(read), two(read);
    for (int batch = 0; batch < 60; ++batch) {
        std::vector<proposal> several;
        for (int i = 0; i < 25; ++i) several.push_back(ballot("482913", "ballot-" + std::to_string(batch * 25 + i)));
        acknowledged = append(*log, several).back().at.number;
    }
    finished = true;
    one.join();
    two.join();
    REQUIRE(wrong == 0);
    REQUIRE(passes >= 2);
    REQUIRE(entries(*log, "482913").size() == 1501);
}

TEST_CASE("a workshop can be founded while another thread appends") {
    log_under_test log;
    log->found({"482913", "{}"}, sample_workshop("482913"), morning).value();
    std::thread appending([&] {
        for (int i = 0; i < 100; ++i) append(*log, {ballot("482913", "ballot-" + std::to_string(i))});
    });
    for (int i = 0; i < 20; ++i) {
        const std::string code = std::to_string(100000 + i);
        log->found({code, "{}"}, sample_workshop(code), morning).value();
    }
    appending.join();
    REQUIRE(log->workshops().value().size() == 21);
    REQUIRE(entries(*log, "482913").size() == 101);
}
