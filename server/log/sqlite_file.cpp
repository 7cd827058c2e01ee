#include "server/log/sqlite_file.hpp"

#include "server/log/advice.hpp"

#include <cerrno>
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
    if ((result & 0xff) == SQLITE_NOTADB) return open_problem{file.string() + " is not a log of Sawt, or its first page is damaged: " + advice(meaning(result))};
    if (result != SQLITE_OK) return trouble(from, file, errno);
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

// SQLITE_MISMATCH where the disk cannot do it.
int to_wal_mode(sqlite3* on) {
    sqlite::statement asked;
    if (const int result = asked.prepare(on, "pragma journal_mode = wal"); result != SQLITE_OK) return result;
    auto answer = asked.with();
    const int result = answer.step();
    if (result != SQLITE_ROW) return result;
    return answer.bytes(0) == "wal" ? SQLITE_OK : SQLITE_MISMATCH;
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

open_problem trouble(const sqlite::connection& with, const fs::path& file, int system_error) {
    const int result = sqlite3_extended_errcode(with.get());
    boost::system::error_code why = meaning(result);
    std::string in_words = sqlite3_errmsg(with.get());
    const bool hidden = (result & 0xff) == SQLITE_CANTOPEN && system_error != 0;  // SQLite's word for a file that it cannot open hides the reason
    if (disk_full(result, system_error)) why = errc::make_error_code(errc::no_space_on_device);
    else if (hidden) why = {system_error, boost::system::generic_category()};
    if (hidden) in_words += " (" + why.message() + ")";
    return {"cannot open " + file.string() + ": " + in_words + ": " + advice(why)};
}

std::optional<open_problem> open_to_write(sqlite::connection& into, const fs::path& file) {
    errno = 0;  // what stands there from before would be taken for a reason
    if (sqlite::open(into, file.string(), SQLITE_OPEN_READWRITE) != SQLITE_OK) return trouble(into, file, errno);
    marks found;
    if (auto problem = read_marks(found, into, file)) return problem;
    const bool fresh = found.fresh();
    if (!fresh)
        if (auto problem = check(found, file)) return problem;
    if (const int result = to_wal_mode(into.get()); result == SQLITE_MISMATCH)
        return open_problem{file.string() + " stands on a disk that cannot keep a write-ahead log: choose a folder on a local disk with --data"};
    else if (result != SQLITE_OK) return trouble(into, file, errno);
    int result = sqlite::run(into.get(), "pragma synchronous = full; pragma cache_size = -32768");  // 32 MiB: the index of 200,000 ballots
    if (result == SQLITE_OK && fresh) result = make_tables(into.get());
    if (result == SQLITE_OK) result = bring_to_disk(into.get());
    if (result != SQLITE_OK) return trouble(into, file, errno);
    return std::nullopt;
}

std::optional<open_problem> open_to_read(sqlite::connection& into, const fs::path& file, bool looked_at) {
    const bool seal = sealed(file);
    const int flags = SQLITE_OPEN_READONLY | (seal ? SQLITE_OPEN_URI : 0);
    errno = 0;
    if (sqlite::open(into, seal ? sealed_uri(file) : file.string(), flags) != SQLITE_OK) return trouble(into, file, errno);
    if (!looked_at) return std::nullopt;
    marks found;
    if (auto problem = read_marks(found, into, file)) return problem;
    if (found.fresh()) return open_problem{file.string() + " holds no log yet: name the data folder of a server with --data"};
    return check(found, file);
}

bool disk_full(int result, int system_error) {
    if ((result & 0xff) == SQLITE_FULL) return true;
    // Full by quota or by a limit on file sizes; or the shared index of the write-ahead log could not grow.
    const bool writing = result == SQLITE_IOERR_WRITE || result == SQLITE_IOERR_SHMSIZE || result == SQLITE_IOERR_TRUNCATE;
    return writing && (system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG);
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
