// Copies of a data folder. That one taken while a room votes restores is shown with the whole program (tests/kill/backup_run.mjs).
#include "tests/catch.hpp"
#include "tests/log/scratch.hpp"

#include "server/log/backup.hpp"
#include "server/log/data_folder.hpp"

#include <sqlite3.h>

#include <fstream>
#include <iterator>

#include <sys/stat.h>

using namespace sawt;
using namespace sawt::log;
using namespace sawt::log::test;
namespace fs = std::filesystem;

namespace {

std::unique_ptr<event_log> opened_log(const fs::path& folder) {
    auto opened = open_sqlite_log(folder, log::access::write);
    REQUIRE(std::holds_alternative<std::unique_ptr<event_log>>(opened));
    return std::get<std::unique_ptr<event_log>>(std::move(opened));
}

std::vector<std::string> lines_of(const event_log& log, const std::string& code) {
    std::vector<std::string> lines;
    REQUIRE(log.follow(code, 1, 1000, [&](stored_entry&& one) { lines.push_back(std::move(one.line)); }).has_value());
    return lines;
}

std::string problem_of(const fs::path& from, const fs::path& to) {
    const auto made = back_up(from, to);
    return std::holds_alternative<open_problem>(made) ? std::get<open_problem>(made).text : std::string{};
}

std::size_t files_in(const fs::path& folder) { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator{})); }

}  // namespace

TEST_CASE("a backup holds what the log holds, beside the server that goes on, and a server goes on from it") {
    const scratch_folder scratch;
    const fs::path data = scratch.path / "data", copy = scratch.path / "copy";
    const auto log = opened_log(data);
    REQUIRE(!write_private_file(data / "log-key", "the key\n"));
    for (const char* code : {"100001", "100002"}) log->found({code, "{\"keys\":1}"}, sample_workshop(code), morning).value();
    log->append(std::vector{ballot("100001", "ballot-1"), ballot("100001", "ballot-2")}).value();

    const auto made = back_up(data, copy);
    REQUIRE(std::holds_alternative<backup_content>(made));
    CHECK(std::get<backup_content>(made).workshops == 2);
    CHECK(std::get<backup_content>(made).entries == 4);
    log->append(std::vector{ballot("100001", "ballot-3")}).value();
    const auto expected = lines_of(*log, "100001");

    const auto restored = opened_log(copy);
    CHECK(lines_of(*restored, "100001") == std::vector(expected.begin(), expected.end() - 1));
    CHECK(restored->workshops().value().front().secrets == "{\"keys\":1}");
    CHECK(restored->append(std::vector{ballot("100001", "ballot-3")}).value().front().at.line == expected.back());

    std::ifstream key(copy / "log-key");
    CHECK(std::string(std::istreambuf_iterator<char>(key), {}) == "the key\n");
    struct stat about {};
    for (const char* name : {"", "log-key", "sawt.db"}) {
        REQUIRE(::stat((copy / name).c_str(), &about) == 0);
        CHECK((about.st_mode & 077u) == 0);  // for its owner alone
    }
}

TEST_CASE("a backup that cannot be whole says why and leaves nothing behind") {
    const scratch_folder scratch;
    const fs::path data = scratch.path / "data";
    CHECK(problem_of(data, scratch.path / "copy").find("there is no log in the folder") == 0);
    {
        const auto log = opened_log(data);
        log->found({"100001", "{}"}, sample_workshop("100001"), morning).value();
        log->append(std::vector{ballot("100001", "ballot-1"), ballot("100001", "ballot-2")}).value();
    }
    CHECK(problem_of(data, data).find("is there already") != std::string::npos);
    CHECK(problem_of(data, scratch.path / "no" / "such" / "copy").empty());  // folders above it are made, as those of a server are

    sqlite3* file = nullptr;
    REQUIRE(sqlite3_open((data / "sawt.db").c_str(), &file) == SQLITE_OK);
    const int spoilt = sqlite3_exec(file, "update entry set body = cast(replace(body, 'ballot-2', 'ballot-9') as blob) where entry = 3", nullptr, nullptr, nullptr);
    sqlite3_close(file);
    REQUIRE(spoilt == SQLITE_OK);
    const std::size_t before = files_in(scratch.path);
    CHECK(problem_of(data, scratch.path / "copy").find("the log of workshop 100001 is damaged, and so is its copy") == 0);
    CHECK(files_in(scratch.path) == before);
}
