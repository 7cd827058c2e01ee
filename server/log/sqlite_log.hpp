// The log in one SQLite file of the data folder: WAL, synchronous=FULL, one writer. The folder is locked while it is open, so that a second
// server (or `sawt export` beside a running one, which only reads) cannot write into it.
#pragma once

#include "server/log/event_log.hpp"

#include <filesystem>
#include <variant>

namespace sawt::log {

enum class access : std::uint8_t { write, read_only };

// What kept the folder from being opened, in one sentence for the person at the terminal (another server runs on it, no permission,
// not a Sawt folder, made by a newer version).
struct open_problem {
    std::string text;
};

// Makes the folder (mode 0700) and the file (0600) when they are not there and access is `write`.
std::variant<std::unique_ptr<event_log>, open_problem> open_sqlite_log(const std::filesystem::path& folder, access how);

}  // namespace sawt::log
