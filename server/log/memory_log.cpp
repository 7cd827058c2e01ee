#include "server/log/event_log.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <new>
#include <unordered_map>

namespace sawt::log {

namespace {

namespace errc = boost::system::errc;

// A log that is gone with its process: for tests and simulations, where it stands for the durable ones and keeps their contract.
class memory_log final : public event_log {
public:
    boost::system::result<stored_entry> found(const workshop_record& record, const workshop_made& what, utc_seconds at) override {
        const std::scoped_lock lock(mutex_);
        if (logs_.contains(record.code)) return errc::make_error_code(errc::file_exists);
        try {
            stored_entry first = stored({1, at, what});
            logs_[record.code].entries.push_back(first);
            records_.push_back(record);
            return first;
        } catch (const std::bad_alloc&) {
            return errc::make_error_code(errc::not_enough_memory);
        } catch (const std::exception&) {  // an agenda that is not JSON
            return errc::make_error_code(errc::invalid_argument);
        }
    }

    boost::system::result<std::vector<placed>> append(std::span<const proposal> batch) override {
        const std::scoped_lock lock(mutex_);
        for (const auto& p : batch)
            if (!logs_.contains(p.workshop)) return errc::make_error_code(errc::no_such_file_or_directory);
        std::vector<placed> places;
        places.reserve(batch.size());
        try {
            for (const auto& p : batch) places.push_back(place(p));
        } catch (const std::bad_alloc&) {
            take_back(batch, places);
            return errc::make_error_code(errc::not_enough_memory);
        } catch (const std::exception&) {  // an event that has no text form
            take_back(batch, places);
            return errc::make_error_code(errc::invalid_argument);
        }
        return places;
    }

    boost::system::result<std::vector<workshop_record>> workshops() const override {
        const std::scoped_lock lock(mutex_);
        return records_;
    }

    boost::system::result<std::uint64_t> follow(const std::string& workshop, entry_number from, std::uint64_t most,
                                                const std::function<void(stored_entry&&)>& give) const override {
        std::vector<stored_entry> read;  // given without the lock, so that a slow reader stops nobody
        {
            const std::scoped_lock lock(mutex_);
            const auto found = logs_.find(workshop);
            if (found == logs_.end()) return 0;
            const auto& entries = found->second.entries;
            const std::uint64_t skipped = std::min<std::uint64_t>(from > 0 ? from - 1 : 0, entries.size());
            const auto first = entries.begin() + static_cast<std::ptrdiff_t>(skipped);
            read.assign(first, first + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(most, entries.size() - skipped)));
        }
        for (auto& e : read) give(std::move(e));
        return read.size();
    }

private:
    struct one_log {
        std::vector<stored_entry> entries;
        std::unordered_map<std::string, entry_number> by_once;
    };

    static stored_entry stored(const entry& e) {
        std::string line = to_line(e);
        const hash leaf = leaf_hash(line);
        return {e.number, leaf, std::move(line)};
    }

    placed place(const proposal& p) {
        one_log& into = logs_.find(p.workshop)->second;
        if (!p.once.empty())
            if (const auto first = into.by_once.find(p.once); first != into.by_once.end()) return {into.entries[first->second - 1], true};
        stored_entry next = stored({into.entries.size() + 1, p.at, p.what});
        into.entries.push_back(next);
        if (!p.once.empty()) into.by_once.emplace(p.once, next.number);
        return {std::move(next), false};
    }

    void take_back(std::span<const proposal> batch, const std::vector<placed>& places) {
        for (std::size_t i = places.size(); i-- > 0;) {
            if (places[i].repeated) continue;
            one_log& from = logs_.find(batch[i].workshop)->second;
            from.entries.pop_back();
            from.by_once.erase(batch[i].once);
        }
    }

    mutable std::mutex mutex_;
    std::map<std::string, one_log> logs_;
    std::vector<workshop_record> records_;
};

}  // namespace

std::unique_ptr<event_log> make_memory_log() { return std::make_unique<memory_log>(); }

}  // namespace sawt::log
