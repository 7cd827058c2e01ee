// What the log on disk keeps to beyond the contract of every log: the folder, the file, other processes, damage.
#include "tests/catch.hpp"
#include "tests/log/scratch.hpp"

#include "server/log/data_folder.hpp"
#include "server/log/log_writer.hpp"

#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>

#include <sys/stat.h>
#include <unistd.h>

using namespace sawt;
using namespace sawt::log;
using namespace sawt::log::test;
namespace errc = boost::system::errc;
namespace fs = std::filesystem;

namespace {

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

unsigned mode(const fs::path& of) {
    struct stat about {};
    REQUIRE(::stat(of.c_str(), &about) == 0);
    return about.st_mode & 07777u;
}

// Another process opens the folder and says how that went (tests/log/open_log.cpp).
std::string elsewhere(const fs::path& folder, const std::string& how) {
    const std::string command = std::string("exec '") + SAWT_OPEN_LOG + "' '" + folder.string() + "' " + how;
    std::FILE* output = ::popen(command.c_str(), "r");
    REQUIRE(output != nullptr);
    std::string said;
    std::array<char, 512> part{};
    while (const std::size_t count = std::fread(part.data(), 1, part.size(), output)) said.append(part.data(), count);
    ::pclose(output);
    return said;
}

void run_sql(const fs::path& folder, const std::string& sql) {
    sqlite3* file = nullptr;
    REQUIRE(sqlite3_open((folder / "sawt.db").c_str(), &file) == SQLITE_OK);
    const int result = sqlite3_exec(file, sql.c_str(), nullptr, nullptr, nullptr);
    INFO(sqlite3_errmsg(file));
    sqlite3_close(file);
    REQUIRE(result == SQLITE_OK);
}

void fill(event_log& log, const std::string& code, int ballots) {
    log.found({code, "{}"}, sample_workshop(code), morning).value();
    std::vector<proposal> batch;
    for (int i = 0; i < ballots; ++i) batch.push_back(ballot(code, "ballot-" + std::to_string(i)));
    log.append(batch).value();
}

std::string read_file(const fs::path& of) {
    std::ifstream file(of, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// How far a log can be read, and whether that ended with a complaint.
struct reading {
    std::vector<std::string> lines;
    bool damaged = false;
};

reading read_all(const event_log& log, const std::string& code) {
    reading r;
    r.damaged = log.follow(code, 1, UINT64_MAX, [&](stored_entry&& e) { r.lines.push_back(std::move(e.line)); }).has_error();
    return r;
}

}  // namespace

TEST_CASE("folder and files are made for their owner alone") {
    scratch_folder scratch;
    const fs::path folder = scratch.path / "deep" / "data";
    const auto before = ::umask(0);
    const auto log = opened(folder);
    fill(*log, "482913", 3);
    ::umask(before);
    REQUIRE(mode(folder) == 0700);
    for (const auto& file : fs::directory_iterator(folder)) {
        INFO(file.path());
        REQUIRE(mode(file.path()) == 0600);
    }
    REQUIRE(fs::exists(folder / "sawt.db-wal"));
}

TEST_CASE("reopening keeps workshops, entries, positions and repeats") {
    scratch_folder folder;
    std::vector<stored_entry> before;
    {
        const auto log = opened(folder.path);
        fill(*log, "100000", 50);
        fill(*log, "200000", 7);
        before = entries(*log, "100000");
    }
    const auto log = opened(folder.path);
    REQUIRE(log->workshops().value().size() == 2);
    const auto after = entries(*log, "100000");
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i) REQUIRE(after[i].line == before[i].line);

    const auto places = log->append(std::vector{ballot("100000", "ballot-7"), ballot("100000", "new-ballot"), ballot("200000", "new-ballot")}).value();
    REQUIRE(places[0].repeated);
    REQUIRE(places[0].at.line == before[8].line);
    REQUIRE(places[1].at.number == 52);
    REQUIRE(places[2].at.number == 9);
    REQUIRE(log->found({"200000", "{}"}, sample_workshop("200000"), morning).error() == errc::file_exists);
}

TEST_CASE("a second server is refused with a sentence that names the folder, in this process and in another") {
    scratch_folder scratch;
    const fs::path folder = scratch.path / "hall data";
    {
        const auto log = opened(folder);
        for (const std::string& text : {problem_of(folder), elsewhere(folder, "write")}) {
            INFO(text);
            REQUIRE(says(text, "another server is running on the data folder " + folder.string() + " (process " + std::to_string(::getpid()) + ")"));
            REQUIRE(says(text, "--data"));
        }
        REQUIRE(log->found({"482913", "{}"}, sample_workshop("482913"), morning).has_value());
    }
    REQUIRE(elsewhere(folder, "write") == "opened: 1 workshops\n");
}

TEST_CASE("the lock of a server that was killed is gone with it") {
    scratch_folder folder;
    REQUIRE(elsewhere(folder.path, "die") == "opened: 0 workshops\n");
    REQUIRE(fs::exists(folder.path / "sawt.lock"));
    REQUIRE(problem_of(folder.path).empty());
}

TEST_CASE("a log that is only read stands beside a running server and cannot write") {
    scratch_folder folder;
    const auto server = opened(folder.path);
    fill(*server, "482913", 5);
    const auto reading = opened(folder.path, access::read_only);
    REQUIRE(entries(*reading, "482913").size() == 6);
    REQUIRE(reading->append(std::vector{ballot("482913", "ballot-x")}).error() == errc::read_only_file_system);
    REQUIRE(reading->found({"100000", "{}"}, sample_workshop("100000"), morning).error() == errc::read_only_file_system);

    server->append(std::vector{ballot("482913", "ballot-x")}).value();
    REQUIRE(entries(*reading, "482913").size() == 7);
    REQUIRE(elsewhere(folder.path, "read") == "opened: 1 workshops\n");
}

TEST_CASE("a log is read after a crash, before any server has put it in order") {
    scratch_folder folder, copy;
    const auto server = opened(folder.path);
    fill(*server, "482913", 5);
    for (const char* name : {"sawt.db", "sawt.db-wal"}) fs::copy_file(folder.path / name, copy.path / name);
    REQUIRE(fs::file_size(copy.path / "sawt.db-wal") > 0);
    REQUIRE(entries(*opened(copy.path, access::read_only), "482913").size() == 6);
    REQUIRE(entries(*opened(copy.path), "482913").size() == 6);
}

TEST_CASE("what was left in the write-ahead log is in the file before a server starts on it") {
    scratch_folder folder, copy;
    const auto server = opened(folder.path);
    fill(*server, "482913", 5);
    for (const char* name : {"sawt.db", "sawt.db-wal"}) fs::copy_file(folder.path / name, copy.path / name);
    const auto again = opened(copy.path);
    scratch_folder only_file;
    fs::copy_file(copy.path / "sawt.db", only_file.path / "sawt.db");
    REQUIRE(entries(*opened(only_file.path), "482913").size() == 6);
}

TEST_CASE("a slow download keeps nobody from appending, and sees the log as it was when it began") {
    scratch_folder folder;
    const auto log = opened(folder.path);
    fill(*log, "482913", 2500);
    std::uint64_t given = 0;
    const auto count = log->follow("482913", 1, UINT64_MAX, [&](stored_entry&&) {
        if (++given % 500 == 0) log->append(std::vector{ballot("482913", "while-reading-" + std::to_string(given))}).value();
    });
    REQUIRE(count.value() == 2501);
    REQUIRE(entries(*log, "482913").size() == 2506);
}

TEST_CASE("folders that hold no log of ours are refused in a sentence that says why") {
    scratch_folder folder;
    const fs::path file = folder.path / "sawt.db";
    const std::string name = file.string();
    SECTION("there is nothing to read") {
        REQUIRE(says(problem_of(folder.path, access::read_only), "there is no log in the folder " + folder.path.string()));
        REQUIRE_FALSE(fs::exists(file));
        REQUIRE(says(problem_of(folder.path / "none", access::read_only), "there is no log in the folder"));
        REQUIRE_FALSE(fs::exists(folder.path / "none"));
    }
    SECTION("a file of that name is an empty one, which only a writer may fill") {
        std::ofstream(file).close();
        REQUIRE(problem_of(folder.path, access::read_only) == name + " holds no log yet: name the data folder of a server with --data");
        REQUIRE(problem_of(folder.path) == "");
    }
    SECTION("it is not a folder") {
        std::ofstream(folder.path / "file").close();
        REQUIRE(problem_of(folder.path / "file") == (folder.path / "file").string() + " is not a folder: choose another with --data");
        REQUIRE(says(problem_of(folder.path / "file" / "data"), "cannot make the"));
    }
    SECTION("the file is no database") {
        std::ofstream(file) << std::string(5000, 'x');
        for (const auto how : {access::write, access::read_only}) REQUIRE(says(problem_of(folder.path, how), name + " is not a log of Sawt"));
        REQUIRE(read_file(file) == std::string(5000, 'x'));
    }
    SECTION("it is another program's database") {
        run_sql(folder.path, "create table shoes(size integer)");
        for (const auto how : {access::write, access::read_only}) REQUIRE(problem_of(folder.path, how) == name + " is not a log of Sawt: choose another folder with --data");
        run_sql(folder.path, "pragma application_id = 7");
        REQUIRE(problem_of(folder.path) == name + " is not a log of Sawt: choose another folder with --data");
    }
    SECTION("a newer version wrote it") {
        fill(*opened(folder.path), "482913", 3);
        run_sql(folder.path, "pragma user_version = 2");
        for (const auto how : {access::write, access::read_only})
            REQUIRE(problem_of(folder.path, how) == name + " was written by a newer version of Sawt (format 2, this one knows 1): run that version");
        run_sql(folder.path, "pragma user_version = 1");
        REQUIRE(entries(*opened(folder.path), "482913").size() == 4);
    }
}

TEST_CASE("where a server has been, a log that is empty or gone is not begun anew") {
    scratch_folder folder;
    const fs::path file = folder.path / "sawt.db";
    fill(*opened(folder.path), "482913", 3);
    REQUIRE_FALSE(write_private_file(admin_key_file(folder.path), "a key\n"));
    REQUIRE(read_file(admin_key_file(folder.path)) == "a key\n");
    REQUIRE(mode(admin_key_file(folder.path)) == 0600);
    REQUIRE(problem_of(folder.path).empty());
    SECTION("empty") {
        fs::resize_file(file, 0);
        REQUIRE(says(problem_of(folder.path), "sawt.db there is empty or gone: keep this folder"));
        REQUIRE(fs::file_size(file) == 0);
    }
    SECTION("gone") {
        fs::remove(file);
        REQUIRE(says(problem_of(folder.path), "sawt.db there is empty or gone: keep this folder"));
        REQUIRE_FALSE(fs::exists(file));
    }
}

TEST_CASE("the file says what it is, to file(1) and to later versions") {
    scratch_folder folder;
    fill(*opened(folder.path), "482913", 1);
    const std::string head = read_file(folder.path / "sawt.db").substr(0, 100);
    REQUIRE(head.substr(68, 4) == "SAWT");
    REQUIRE(head.substr(60, 4) == std::string("\0\0\0\1", 4));
}

TEST_CASE("damage that somebody did with SQL is found by follow, after the sound entries before it") {
    scratch_folder folder;
    fill(*opened(folder.path), "482913", 20);
    struct damage {
        const char* sql;
        std::size_t sound;
    };
    const auto done = GENERATE(values<damage>({
        {"update entry set body = cast(replace(body, 'voter-1', 'voter-2') as blob) where entry = 5", 4},
        {"update entry set leaf = zeroblob(32) where entry = 7", 6},
        {"update entry set leaf = zeroblob(3) where entry = 7", 6},
        {"delete from entry where entry = 9", 8},
        {"delete from entry where entry = 1", 0},
        {"delete from entry where entry > 15", 15},
        {"update entry set entry = 99 where entry = 21", 20},
        {"update entry set body = (select body from entry where entry = 4), leaf = (select leaf from entry where entry = 4) where entry = 6", 5},
        {"update workshop set last = 25", 21},
        {"update workshop set last = 15", 21},
        {"update workshop set code = '482914'", 21},
        {"delete from workshop", 21},
    }));
    INFO(done.sql);
    run_sql(folder.path, done.sql);
    const auto log = opened(folder.path);
    std::size_t given = 0;
    const auto count = log->follow("482913", 1, UINT64_MAX, [&](stored_entry&& e) { REQUIRE(e.number == ++given); });
    REQUIRE(count.error() == errc::illegal_byte_sequence);
    REQUIRE(given == done.sound);
}

TEST_CASE("a workshop that is lost is not taken for one that never was") {
    scratch_folder folder;
    fill(*opened(folder.path), "482913", 3);
    fill(*opened(folder.path), "100001", 3);
    REQUIRE(opened(folder.path)->workshops().value().size() == 2);
    const auto spoilt = GENERATE("delete from workshop where code = '482913'", "update workshop set code = '482912' where code = '482913'", "delete from workshop");
    run_sql(folder.path, spoilt);
    REQUIRE(opened(folder.path)->workshops().error() == errc::illegal_byte_sequence);
}

TEST_CASE("nothing is added to a log that lost its tail, and its neighbours go on") {
    scratch_folder folder;
    {
        const auto log = opened(folder.path);
        fill(*log, "100000", 20);
        fill(*log, "200000", 20);
    }
    run_sql(folder.path, "delete from entry where workshop = '100000' and entry > 15");
    const auto log = opened(folder.path);
    log_writer writer(*log);
    std::vector<boost::system::error_code> answers;
    const auto note = [&](boost::system::result<std::vector<placed>> places) { answers.push_back(places.has_error() ? places.error() : boost::system::error_code{}); };
    writer.submit({ballot("100000", "new-ballot")}, note);
    writer.submit({ballot("200000", "new-ballot")}, note);
    writer.stop();
    REQUIRE(answers.at(0) == errc::illegal_byte_sequence);
    REQUIRE_FALSE(answers.at(1));
    REQUIRE(entries(*log, "200000").size() == 22);
}

TEST_CASE("a flipped bit anywhere in the file never changes or shortens a log unnoticed") {
    scratch_folder folder, damaged;
    reading sound;
    {
        const auto log = opened(folder.path);
        fill(*log, "482913", 12);
        fill(*log, "100000", 3);
        sound = read_all(*log, "482913");
        REQUIRE(sound.lines.size() == 13);
    }
    const std::string bytes = read_file(folder.path / "sawt.db");
    const std::size_t step = 17;  // every seventeenth byte, each time another bit
    int noticed = 0;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        std::string flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at / step) % 8));
        std::ofstream(damaged.path / "sawt.db", std::ios::binary) << flipped;
        const auto log = open_sqlite_log(damaged.path, access::read_only);
        reading r;
        if (const auto* open = std::get_if<std::unique_ptr<event_log>>(&log)) r = read_all(**open, "482913");
        else r.damaged = true;
        INFO("byte " << at);
        REQUIRE(std::equal(r.lines.begin(), r.lines.end(), sound.lines.begin(), sound.lines.begin() + static_cast<std::ptrdiff_t>(r.lines.size())));
        if (!r.damaged) REQUIRE(r.lines.size() == sound.lines.size());
        noticed += r.damaged;
    }
    REQUIRE(noticed > 100);  // the lines and leaves alone are a few thousand bytes
}

TEST_CASE("a flipped byte in a line is found") {
    scratch_folder folder;
    fill(*opened(folder.path), "482913", 12);
    std::string bytes = read_file(folder.path / "sawt.db");
    const std::size_t at = bytes.find("\"ballot-7\"");
    REQUIRE(at != std::string::npos);
    bytes[at + 8] = '9';
    std::ofstream(folder.path / "sawt.db", std::ios::binary) << bytes;
    const auto log = opened(folder.path);
    std::size_t given = 0;
    REQUIRE(log->follow("482913", 1, UINT64_MAX, [&](stored_entry&&) { ++given; }).error() == errc::illegal_byte_sequence);
    REQUIRE(given == 8);  // the workshop and ballots 0 to 6
}
