#include "server/log/sqlite_file.hpp"

#include <string>

#include <unistd.h>

namespace sawt::log {

namespace {

namespace errc = boost::system::errc;
namespace fs = std::filesystem;

constexpr std::int64_t our_mark = 0x53415754;  // "SAWT", the application_id by which file(1) and we know the file
constexpr std::int64_t our_format = 1;         // user_version; goes up when an older server could not read the tables any more

constexpr const char* tables = R"(
create table workshop(code text not null unique, secrets text not null, last integer not null) strict;
create table entry(workshop text not null, entry integer not null, once text, body blob not null, leaf blob not null,
                   primary key(workshop, entry)) strict, without rowid;
create unique index entry_once on entry(workshop, once) where once is not null;
)";

open_problem trouble(const sqlite::connection& with, const fs::path& file) {
    return {"cannot open " + file.string() + ": " + sqlite3_errmsg(with.get())};
}

struct marks {
    std::int64_t application = 0;
    std::int64_t format = 0;
    std::int64_t objects = 0;  // tables and indexes

    bool fresh() const { return application == 0 && format == 0 && objects == 0; }
};

std::optional<open_problem> read_marks(marks& into, const sqlite::connection& from, const fs::path& file) {
    int result = SQLITE_OK;
    into.application = sqlite::number(from.get(), "pragma application_id", result);
    if (result == SQLITE_OK) into.format = sqlite::number(from.get(), "pragma user_version", result);
    if (result == SQLITE_OK) into.objects = sqlite::number(from.get(), "select count(*) from sqlite_schema", result);
    if ((result & 0xff) == SQLITE_NOTADB) return open_problem{file.string() + " is not a log of Sawt, or its first page is damaged"};
    if (result != SQLITE_OK) return trouble(from, file);
    return std::nullopt;
}

std::optional<open_problem> check(const marks& found, const fs::path& file) {
    if (found.application != our_mark) return open_problem{file.string() + " is not a log of Sawt: choose another folder with --data"};
    if (found.format > our_format)
        return open_problem{file.string() + " was written by a newer version of Sawt (format " + std::to_string(found.format) + ", this one knows " +
                            std::to_string(our_format) + "): run that version"};
    if (found.format < 1) return open_problem{file.string() + " has a log format that Sawt never wrote"};
    return std::nullopt;
}

int make_tables(sqlite3* in) {
    int result = sqlite::run(in, "begin immediate");
    if (result == SQLITE_OK) result = sqlite::run(in, tables);
    if (result == SQLITE_OK) result = sqlite::run(in, ("pragma application_id = " + std::to_string(our_mark)).c_str());
    if (result == SQLITE_OK) result = sqlite::run(in, ("pragma user_version = " + std::to_string(our_format)).c_str());
    if (result == SQLITE_OK) result = sqlite::run(in, "commit");
    return result;
}

bool in_wal_mode(sqlite3* on) {
    sqlite::statement asked;
    if (asked.prepare(on, "pragma journal_mode = wal") != SQLITE_OK) return false;
    auto answer = asked.with();
    return answer.step() == SQLITE_ROW && answer.bytes(0) == "wal";
}

// After a crash the newest commits are in the write-ahead log alone, and maybe only in the kernel's memory: when the crash followed a failed
// sync, the kernel holds those pages for clean and would never write them. They are written once more, into the file itself, before
// anybody is told of them.
int bring_to_disk(sqlite3* of) {
    int in_log = 0;
    int brought = 0;
    const int result = sqlite3_wal_checkpoint_v2(of, "main", SQLITE_CHECKPOINT_RESTART, &in_log, &brought);
    return (result & 0xff) == SQLITE_BUSY && in_log == brought ? SQLITE_OK : result;  // a reader kept the log from being restarted, no more
}

// A file on a medium that cannot be written (a backup) is read without the shared memory that readers beside a writer need. That is sound
// only when nothing is left in the write-ahead log, and nobody can be writing.
bool sealed(const fs::path& file) {
    std::error_code ignored;
    const fs::path wal = file.string() + "-wal";
    const bool nothing_left = !fs::exists(wal, ignored) || fs::file_size(wal, ignored) == 0;
    return ::access(file.parent_path().c_str(), W_OK) != 0 && nothing_left;
}

std::string sealed_uri(const fs::path& file) {
    std::string uri = "file:";
    for (const char c : file.string()) {
        if (c == '%') uri += "%25";
        else if (c == '?') uri += "%3f";
        else if (c == '#') uri += "%23";
        else uri += c;
    }
    return uri + "?immutable=1";
}

}  // namespace

fs::path log_file(const fs::path& folder) { return folder / "sawt.db"; }

std::optional<open_problem> open_to_write(sqlite::connection& into, const fs::path& file) {
    if (sqlite::open(into, file.string(), SQLITE_OPEN_READWRITE) != SQLITE_OK) return trouble(into, file);
    marks found;
    if (auto problem = read_marks(found, into, file)) return problem;
    const bool fresh = found.fresh();
    if (!fresh)
        if (auto problem = check(found, file)) return problem;
    if (!in_wal_mode(into.get())) return open_problem{file.string() + " stands on a disk that cannot keep a write-ahead log: choose a folder on a local disk with --data"};
    int result = sqlite::run(into.get(), "pragma synchronous = full; pragma cache_size = -32768");  // 32 MiB: the index of 200,000 ballots
    if (result == SQLITE_OK && fresh) result = make_tables(into.get());
    if (result == SQLITE_OK) result = bring_to_disk(into.get());
    if (result != SQLITE_OK) return trouble(into, file);
    return std::nullopt;
}

std::optional<open_problem> open_to_read(sqlite::connection& into, const fs::path& file, bool looked_at) {
    const bool seal = sealed(file);
    const int flags = SQLITE_OPEN_READONLY | (seal ? SQLITE_OPEN_URI : 0);
    if (sqlite::open(into, seal ? sealed_uri(file) : file.string(), flags) != SQLITE_OK) return trouble(into, file);
    if (!looked_at) return std::nullopt;
    marks found;
    if (auto problem = read_marks(found, into, file)) return problem;
    if (found.fresh()) return open_problem{file.string() + " holds no log yet"};
    return check(found, file);
}

boost::system::error_code meaning(int result) {
    switch (result & 0xff) {
        case SQLITE_OK:
        case SQLITE_DONE:
        case SQLITE_ROW: return {};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_CONSTRAINT: return errc::make_error_code(errc::illegal_byte_sequence);
        case SQLITE_FULL: return errc::make_error_code(errc::no_space_on_device);
        case SQLITE_NOMEM: return errc::make_error_code(errc::not_enough_memory);
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return errc::make_error_code(errc::device_or_resource_busy);
        case SQLITE_READONLY: return errc::make_error_code(errc::read_only_file_system);
        default: return errc::make_error_code(errc::io_error);
    }
}

}  // namespace sawt::log
