// The file a log is kept in: its marks, its tables, and opening it in the way that makes a commit mean "on disk".
//
//   workshop(code, secrets, last)              one row a workshop; `last` is the position of its last entry
//   entry(workshop, entry, once, body, leaf)   one row an entry; `body` is its line, `leaf` the hash of that line
//
// `last` moves in the transaction that adds the entries. It is the second witness to where a log ends, so that a tail lost to a damaged
// page is found like any other damage.
#pragma once

#include "server/log/sqlite.hpp"
#include "server/log/sqlite_log.hpp"

#include <boost/system/error_code.hpp>

#include <filesystem>
#include <optional>

namespace sawt::log {

std::filesystem::path log_file(const std::filesystem::path& folder);

// Opens the file for the one writer, makes the tables in an empty one, and brings to disk what a crash may have left behind.
std::optional<open_problem> open_to_write(sqlite::connection& into, const std::filesystem::path& file);

// Opens the file for reading, beside a server or without one. `looked_at` is false for further connections to a file known to be ours.
std::optional<open_problem> open_to_read(sqlite::connection& into, const std::filesystem::path& file, bool looked_at = true);

// What a result code of SQLite means to those above.
boost::system::error_code meaning(int result);

// Whether a call failed for want of room. Asked right after it: sqlite3_system_errno stays 0 for a failed step, so errno itself has to tell.
bool disk_full(int result, int system_error);

// Why a file cannot be opened or prepared, after the call that failed.
open_problem trouble(const sqlite::connection& with, const std::filesystem::path& file, int system_error);

}  // namespace sawt::log
