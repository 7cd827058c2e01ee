// The one connection that writes the log, with the positions it has given. Any thread may call it, one at a time: the log's thread
// appends and, seldom, another founds a workshop, so its mutex is free on the way of a ballot.
#pragma once

#include "server/log/event_log.hpp"
#include "server/log/sqlite_file.hpp"

#include <mutex>
#include <unordered_map>

namespace sawt::log {

class sqlite_writer {
public:
    ~sqlite_writer();

    std::optional<open_problem> open(const std::filesystem::path& file);

    boost::system::result<stored_entry> found(const workshop_record& record, const workshop_made& what, utc_seconds at);
    boost::system::result<std::vector<placed>> append(std::span<const proposal> batch);

private:
    struct head {
        entry_number last = 0;
        bool damaged = false;  // the file's two witnesses disagree: nothing is added to such a log
    };
    using heads = std::unordered_map<std::string, head>;

    int prepare();
    int read_heads();
    boost::system::error_code refusal(std::span<const proposal> batch) const;
    int place(const proposal& p, heads& moved, std::vector<placed>& into);
    int insert(const std::string& workshop, const std::string& once, const stored_entry& e);
    int begin() { return begin_.run(); }
    boost::system::error_code give_up(int result);
    void roll_back();
    void checkpoint_if_due();

    std::mutex mutex_;
    sqlite::connection file_;
    sqlite::statement begin_, commit_, rollback_, insert_, first_of_once_, move_head_, insert_workshop_;
    heads heads_;
    int pages_in_wal_ = 0;
    bool refusing_ = false;  // since a write or sync failed; only a new start finds out what is on disk
};

}  // namespace sawt::log
