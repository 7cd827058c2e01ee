#include "server/log/sqlite_log.hpp"

#include "server/log/advice.hpp"
#include "server/log/data_folder.hpp"
#include "server/log/sqlite_file.hpp"
#include "server/log/sqlite_reader.hpp"
#include "server/log/sqlite_writer.hpp"

#include <mutex>
#include <optional>
#include <utility>

namespace sawt::log {

namespace {

namespace errc = boost::system::errc;
namespace fs = std::filesystem;

const boost::system::error_code damage = errc::make_error_code(errc::illegal_byte_sequence);
constexpr std::size_t idle_readers_max = 8;  // chosen: more threads than that seldom read at once, and a connection is made in 0.2 ms

// Where a server has been, an empty log is a lost one, and must not be taken for a new one.
bool emptied(const fs::path& folder) {
    std::error_code failed;
    if (!fs::exists(admin_key_file(folder), failed)) return false;
    const auto bytes = fs::file_size(log_file(folder), failed);
    return failed ? failed == std::errc::no_such_file_or_directory : bytes == 0;
}

class sqlite_log final : public event_log {
public:
    std::optional<open_problem> open(const fs::path& folder, access how) {
        file_ = log_file(folder);
        if (how == access::write) {
            if (auto problem = make_folder(folder)) return problem;
            if (auto problem = lock_.take(folder)) return problem;
            if (emptied(folder)) return open_problem{"a server has kept workshops in " + folder.string() + ", and sawt.db there is empty or gone: " + advice(damage)};
            if (auto problem = make_private_file(file_)) return problem;
            if (auto problem = writer_.emplace().open(file_)) return problem;
            if (auto problem = sync_names(folder)) return problem;  // SQLite does so for its write-ahead log, and passes over an error
        } else if (std::error_code ignored; !fs::exists(file_, ignored)) {
            return open_problem{"there is no log in the folder " + folder.string() + " (no sawt.db): name the data folder of a server with --data"};
        }
        auto first = std::make_unique<sqlite_reader>();
        if (auto problem = first->open(file_, true)) return problem;
        idle_.push_back(std::move(first));
        return std::nullopt;
    }

    boost::system::result<stored_entry> found(const workshop_record& record, const workshop_made& what, utc_seconds at) override {
        if (!writer_) return errc::make_error_code(errc::read_only_file_system);
        return writer_->found(record, what, at);
    }

    boost::system::result<std::vector<placed>> append(std::span<const proposal> batch) override {
        if (!writer_) return errc::make_error_code(errc::read_only_file_system);
        return writer_->append(batch);
    }

    boost::system::result<std::vector<workshop_record>> workshops() const override {
        const auto from = reader();
        if (!from) return errc::make_error_code(errc::io_error);
        return from->workshops();
    }

    boost::system::result<std::uint64_t> follow(const std::string& workshop, entry_number from, std::uint64_t most,
                                                const std::function<void(stored_entry&&)>& give) const override {
        const auto by = reader();
        if (!by) return errc::make_error_code(errc::io_error);
        return by->follow(workshop, from, most, give);
    }

private:
    struct hand_back {
        const sqlite_log* to;
        void operator()(sqlite_reader* used) const { to->keep(std::unique_ptr<sqlite_reader>(used)); }
    };
    using lent_reader = std::unique_ptr<sqlite_reader, hand_back>;

    lent_reader reader() const {
        {
            const std::scoped_lock lock(mutex_);
            if (!idle_.empty()) {
                auto one = std::move(idle_.back());
                idle_.pop_back();
                return {one.release(), {this}};
            }
        }
        auto one = std::make_unique<sqlite_reader>();
        if (one->open(file_, false)) return {nullptr, {this}};
        return {one.release(), {this}};
    }

    void keep(std::unique_ptr<sqlite_reader> used) const {
        const std::scoped_lock lock(mutex_);
        if (idle_.size() < idle_readers_max) idle_.push_back(std::move(used));
    }

    // In the order in which they are opened: readers close first, then the writer, which tidies the file, then the lock goes.
    fs::path file_;
    folder_lock lock_;
    std::optional<sqlite_writer> writer_;
    mutable std::mutex mutex_;
    mutable std::vector<std::unique_ptr<sqlite_reader>> idle_;
};

}  // namespace

std::variant<std::unique_ptr<event_log>, open_problem> open_sqlite_log(const fs::path& folder, access how) {
    std::error_code failed;
    const fs::path whole = fs::absolute(folder, failed).lexically_normal();  // the server may change its working folder later
    if (failed) return open_problem{sentence("cannot find the folder " + folder.string(), failed)};
    auto log = std::make_unique<sqlite_log>();
    if (auto problem = log->open(whole.has_filename() ? whole : whole.parent_path(), how)) return *std::move(problem);
    return log;
}

}  // namespace sawt::log
