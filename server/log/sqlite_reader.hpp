// One connection that reads the log. It holds no snapshot while it gives entries away, so that a slow download neither blocks the
// writer nor keeps the write-ahead log from being emptied. One thread at a time.
#pragma once

#include "server/log/event_log.hpp"
#include "server/log/sqlite_file.hpp"

namespace sawt::log {

class sqlite_reader {
public:
    std::optional<open_problem> open(const std::filesystem::path& file, bool looked_at);

    boost::system::result<std::vector<workshop_record>> workshops();
    boost::system::result<std::uint64_t> follow(const std::string& workshop, entry_number from, std::uint64_t most,
                                                const std::function<void(stored_entry&&)>& give);

private:
    // Where a log ends by both witnesses; they differ only in a damaged file.
    struct end {
        entry_number told = 0;
        entry_number there = 0;
    };

    boost::system::result<end> end_of(const std::string& workshop);
    int read_some(const std::string& workshop, entry_number from, entry_number until, std::vector<stored_entry>& into);

    sqlite::connection file_;
    sqlite::statement workshops_, orphans_, end_, entries_;
};

}  // namespace sawt::log
