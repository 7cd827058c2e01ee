#include "server/log/log_writer.hpp"

#include <cassert>
#include <condition_variable>
#include <iterator>
#include <mutex>
#include <new>
#include <thread>
#include <utility>

namespace sawt::log {

namespace {

namespace errc = boost::system::errc;
using boost::system::error_code;
using append_result = boost::system::result<std::vector<placed>>;

// Chosen: SQLite gains nothing more beyond a thousand rows a transaction, and 4096 are on disk within 30 ms, so nobody waits long behind them.
constexpr std::size_t proposals_max = 4096;

struct waiting {
    std::vector<proposal> batch;
    log_writer::answer done;
};

// Errors that are the fault of one submit, not of the disk: the others of its transaction must not suffer from it.
bool own_fault(const error_code& why) {
    return why == errc::no_such_file_or_directory || why == errc::invalid_argument || why == errc::illegal_byte_sequence;
}

}  // namespace

struct log_writer::inside {
    explicit inside(event_log& log) : into(log), thread([this] { run(); }) {}

    void run();
    void write(std::span<waiting> group);
    append_result append(std::span<const proposal> batch);

    event_log& into;
    std::mutex mutex;
    std::condition_variable woken;
    std::vector<waiting> queue;
    bool stopping = false;
    std::mutex joining;  // so that two who stop at once both return after the end; never held together with `mutex`
    std::thread thread;  // last: it uses all above
};

log_writer::log_writer(event_log& into) : inside_(std::make_unique<inside>(into)) {}

log_writer::~log_writer() { stop(); }

void log_writer::submit(std::vector<proposal> batch, answer done) {
    {
        const std::scoped_lock lock(inside_->mutex);
        if (!inside_->stopping) {
            inside_->queue.push_back({std::move(batch), std::move(done)});
            if (inside_->queue.size() > 1) return;  // the thread was woken for the first and has not taken it yet
            inside_->woken.notify_one();
            return;
        }
    }
    done(errc::make_error_code(errc::operation_canceled));
}

void log_writer::stop() {
    assert(std::this_thread::get_id() != inside_->thread.get_id() && "an answer may not stop the thread it runs on");
    {
        const std::scoped_lock lock(inside_->mutex);
        inside_->stopping = true;
        inside_->woken.notify_one();
    }
    const std::scoped_lock lock(inside_->joining);
    if (inside_->thread.joinable()) inside_->thread.join();
}

void log_writer::inside::run() {
    std::vector<waiting> taken;
    for (;;) {
        {
            std::unique_lock lock(mutex);
            woken.wait(lock, [this] { return stopping || !queue.empty(); });
            if (queue.empty()) return;  // stopping, and nothing is left
            taken.swap(queue);
        }
        std::span<waiting> left(taken);
        while (!left.empty()) {
            std::size_t submits = 0;
            std::size_t proposals = 0;
            while (submits < left.size() && (submits == 0 || proposals + left[submits].batch.size() <= proposals_max)) proposals += left[submits++].batch.size();
            write(left.first(submits));
            left = left.subspan(submits);
        }
        taken.clear();
    }
}

void log_writer::inside::write(std::span<waiting> group) {
    if (group.size() == 1) return group.front().done(append(group.front().batch));

    std::vector<proposal> all;
    std::vector<std::size_t> sizes;
    for (auto& one : group) {
        sizes.push_back(one.batch.size());
        std::move(one.batch.begin(), one.batch.end(), std::back_inserter(all));
    }
    auto placed_all = append(all);
    const bool singly = placed_all.has_error() && own_fault(placed_all.error());

    std::size_t from = 0;
    for (std::size_t i = 0; i < group.size(); from += sizes[i++]) {
        if (singly) {
            group[i].done(append(std::span(all).subspan(from, sizes[i])));
        } else if (placed_all.has_error()) {
            group[i].done(placed_all.error());
        } else {
            const auto first = std::make_move_iterator(placed_all->begin() + static_cast<std::ptrdiff_t>(from));
            group[i].done(std::vector<placed>(first, first + static_cast<std::ptrdiff_t>(sizes[i])));
        }
    }
}

append_result log_writer::inside::append(std::span<const proposal> batch) {
    try {
        return into.append(batch);
    } catch (const std::bad_alloc&) {
        return errc::make_error_code(errc::not_enough_memory);
    }
}

}  // namespace sawt::log
