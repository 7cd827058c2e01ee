// What the log on disk promises when the disk does not do what it is told. Every failure here is injected at each call in turn.
#include "tests/catch.hpp"
#include "tests/log/faulty_disk.hpp"
#include "tests/log/scratch.hpp"

#include "server/log/log_writer.hpp"

#include <sqlite3.h>

#include <csignal>
#include <fstream>
#include <map>
#include <random>

#include <sys/resource.h>

using namespace sawt;
using namespace sawt::log;
using namespace sawt::log::test;
namespace errc = boost::system::errc;

namespace {

constexpr const char* code = "482913";

std::vector<proposal> three(int batch) {
    std::vector<proposal> all;
    for (int i = 0; i < 3; ++i) all.push_back(ballot(code, "ballot-" + std::to_string(batch) + "-" + std::to_string(i)));
    return all;
}

// What was acknowledged, and what a log holds against it.
class ledger {
public:
    void acknowledged(const std::vector<placed>& places) {
        for (const auto& p : places) lines_[p.at.number] = p.at.line;
    }

    // Everything acknowledged is there, at its position; nothing is there twice, and no position is empty (follow checks that).
    void require_kept_by(const event_log& log) const {
        const auto all = entries(log, code);
        for (const auto& [number, line] : lines_) {
            REQUIRE(number <= all.size());
            REQUIRE(all[number - 1].line == line);
        }
        auto there = ids(log, code);
        std::sort(there.begin(), there.end());
        REQUIRE(std::adjacent_find(there.begin(), there.end()) == there.end());
    }

    std::size_t size() const { return lines_.size(); }

private:
    std::map<entry_number, std::string> lines_;
};

struct failure {
    faulty_disk::call at;
    int result;
    errc::errc_t answer;
    bool passes;  // the log goes on when the disk does
};

const failure failures[] = {
    {faulty_disk::call::write, SQLITE_FULL, errc::no_space_on_device, true},
    {faulty_disk::call::write, SQLITE_IOERR_WRITE, errc::io_error, false},
    {faulty_disk::call::sync, SQLITE_IOERR_FSYNC, errc::io_error, false},
};

}  // namespace

TEST_CASE("a write or sync that fails, whichever it is, acknowledges nothing that is lost") {
    const failure& failing = failures[GENERATE(0, 1, 2)];
    faulty_disk disk;
    bool failed = true;
    int failed_runs = 0;
    for (std::uint64_t nth = 1; failed; ++nth) {
        scratch_folder folder;
        ledger kept;
        failed = false;
        {
            const auto log = opened(folder.path);
            log->found({code, "{}"}, sample_workshop(code), morning).value();
            std::uint64_t seen = 0;
            disk.let([&](faulty_disk::call what, std::uint64_t) { return what == failing.at && ++seen == nth ? failing.result : SQLITE_OK; });
            for (int batch = 0; batch < 5; ++batch) {
                const auto places = log->append(three(batch));
                if (places.has_value()) {
                    REQUIRE((!failed || failing.passes));  // no acknowledgement after a failed sync
                    kept.acknowledged(*places);
                    continue;
                }
                REQUIRE(places.error() == failing.answer);
                REQUIRE((!failed || !failing.passes));
                failed = true;
            }
            if (failed && failing.passes) REQUIRE(kept.size() == 12);
            if (failed && !failing.passes) REQUIRE(log->found({"100000", "{}"}, sample_workshop("100000"), morning).error() == errc::io_error);
            kept.require_kept_by(*log);  // readers go on
            disk.heal();
        }
        const auto again = opened(folder.path);
        kept.require_kept_by(*again);
        if (failing.passes) REQUIRE(entries(*again, code).size() == 1 + kept.size());  // nothing half of the batch that failed
        for (int batch = 0; batch < 5; ++batch) kept.acknowledged(again->append(three(batch)).value());
        kept.require_kept_by(*again);
        REQUIRE(entries(*again, code).size() == 16);
        if (failed) ++failed_runs;
    }
    REQUIRE(failed_runs >= 5);  // each of five batches has at least one write and one sync
}

TEST_CASE("the sync of a checkpoint that fails takes back no acknowledgement and ends the writing") {
    const int nth = GENERATE(2, 3);  // the first belongs to the commit, then come the write-ahead log's and the file's
    faulty_disk disk;
    scratch_folder folder;
    ledger kept;
    {
        const auto log = opened(folder.path);
        log->found({code, "{}"}, sample_workshop(code), morning).value();
        int syncs = 0;
        disk.let([&](faulty_disk::call what, std::uint64_t) { return what == faulty_disk::call::sync && ++syncs == nth ? SQLITE_IOERR_FSYNC : SQLITE_OK; });
        kept.acknowledged(log->append(large(code, 4'500'000)).value());
        REQUIRE(syncs >= nth);
        REQUIRE(log->append(three(0)).error() == errc::io_error);
        disk.heal();
        REQUIRE(log->append(three(0)).error() == errc::io_error);
        REQUIRE(entries(*log, code).size() == 10);
    }
    const auto again = opened(folder.path);
    kept.require_kept_by(*again);
    kept.acknowledged(again->append(three(0)).value());
    kept.require_kept_by(*again);
}

TEST_CASE("a disk that is full during a checkpoint does not disturb the log") {
    faulty_disk disk;
    scratch_folder folder;
    ledger kept;
    const auto log = opened(folder.path);
    log->found({code, "{}"}, sample_workshop(code), morning).value();
    bool committed = false;
    disk.let([&](faulty_disk::call what, std::uint64_t) {
        if (what == faulty_disk::call::sync) committed = true;
        return committed && what == faulty_disk::call::write ? SQLITE_FULL : SQLITE_OK;
    });
    kept.acknowledged(log->append(large(code, 4'500'000)).value());
    disk.heal();
    kept.acknowledged(log->append(three(0)).value());
    kept.require_kept_by(*log);
}

TEST_CASE("the kernel's own limit on a file's size is a full disk: whole or not at all, and it passes") {
    scratch_folder folder;
    ledger kept;
    const auto log = opened(folder.path);
    log->found({code, "{}"}, sample_workshop(code), morning).value();
    kept.acknowledged(log->append(three(0)).value());

    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto old_signal = std::signal(SIGXFSZ, SIG_IGN);
    rlimit tight = before;
    tight.rlim_cur = std::filesystem::file_size(folder.path / "sawt.db-wal") + 20'000;
    setrlimit(RLIMIT_FSIZE, &tight);
    auto batch = large(code, 400'000);
    batch.insert(batch.begin(), ballot(code, "ballot-small"));
    const auto refused = log->append(batch);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, old_signal);

    REQUIRE(refused.error() == errc::no_space_on_device);
    REQUIRE(entries(*log, code).size() == 4);
    kept.acknowledged(log->append(three(1)).value());
    kept.require_kept_by(*log);
    REQUIRE(entries(*log, code).size() == 7);
}

TEST_CASE("a log whose sync failed refuses through the writer too, and each submit learns it") {
    faulty_disk disk;
    scratch_folder folder;
    const auto log = opened(folder.path);
    log->found({code, "{}"}, sample_workshop(code), morning).value();
    disk.let([](faulty_disk::call what, std::uint64_t) { return what == faulty_disk::call::sync ? SQLITE_IOERR_FSYNC : SQLITE_OK; });
    int acknowledged = 0;
    int refused = 0;
    {
        log_writer writer(*log);
        for (int batch = 0; batch < 10; ++batch)
            writer.submit(three(batch), [&](boost::system::result<std::vector<placed>> places) { ++(places.has_value() ? acknowledged : refused); });
        writer.stop();
    }
    REQUIRE(acknowledged == 0);
    REQUIRE(refused == 10);
    disk.heal();
}

TEST_CASE("after a power cut at any write or sync everything acknowledged is there") {
    std::mt19937 random(GENERATE(range(1u, 5u)));  // fixed seeds: a failure can be run again
    faulty_disk disk;
    scratch_folder folder, cuts;
    ledger kept;
    struct cut {
        std::filesystem::path folder;
        ledger kept;
    };
    std::vector<cut> all;
    const auto take = [&] {
        // Now and then nothing or everything since the last sync came to the disk; mostly some sectors of it.
        const unsigned part = std::array{0u, 50u, 50u, 90u, 100u}[random() % 5];
        all.push_back({cuts.path / std::to_string(all.size()), kept});
        disk.cut_power(all.back().folder, [&] { return random() % 100 < part; });
    };

    {
        const auto log = opened(folder.path);
        kept.acknowledged({{log->found({code, "{}"}, sample_workshop(code), morning).value(), false}});
        int of_many = 6;
        disk.let([&](faulty_disk::call, std::uint64_t) {
            if (static_cast<int>(random() % 100) < of_many) take();
            return SQLITE_OK;
        });
        for (int batch = 0; batch < 12; ++batch) {
            kept.acknowledged(log->append(three(batch)).value());
            take();
        }
        of_many = 0;
        disk.let([&](faulty_disk::call what, std::uint64_t) {
            if (what == faulty_disk::call::sync || random() % 400 == 0) take();  // through commit, checkpoint and a write-ahead log begun anew
            return SQLITE_OK;
        });
        kept.acknowledged(log->append(large(code, 4'200'000)).value());
        for (int batch = 12; batch < 15; ++batch) kept.acknowledged(log->append(three(batch)).value());
        disk.heal();
    }
    REQUIRE(all.size() >= 15);
    for (const auto& c : all) {
        const auto log = opened(c.folder);
        c.kept.require_kept_by(*log);
        REQUIRE(log->append(three(99)).has_value());
        REQUIRE_FALSE(entries(*log, code).empty());
        std::filesystem::remove_all(c.folder);
    }
}
