#include "tests/catch.hpp"
#include "tests/log/scratch.hpp"

#include "server/log/log_writer.hpp"

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

using namespace sawt;
using namespace sawt::log;
using namespace sawt::log::test;
namespace errc = boost::system::errc;

namespace {

using answered = boost::system::result<std::vector<placed>>;

// A memory log behind a gate: it says how large each batch was, and a batch that comes while the gate is shut waits before it.
class gated_log final : public event_log {
public:
    boost::system::result<stored_entry> found(const workshop_record& record, const workshop_made& what, utc_seconds at) override { return inside_->found(record, what, at); }

    answered append(std::span<const proposal> batch) override {
        std::unique_lock lock(mutex_);
        sizes_.push_back(batch.size());
        moved_.notify_all();
        moved_.wait(lock, [this] { return open_; });
        if (failing_ != errc::success) return errc::make_error_code(failing_);
        return inside_->append(batch);
    }

    boost::system::result<std::vector<workshop_record>> workshops() const override { return inside_->workshops(); }
    boost::system::result<std::uint64_t> follow(const std::string& workshop, entry_number from, std::uint64_t most,
                                                const std::function<void(stored_entry&&)>& give) const override {
        return inside_->follow(workshop, from, most, give);
    }

    void shut() {
        const std::scoped_lock lock(mutex_);
        open_ = false;
    }
    void open() {
        const std::scoped_lock lock(mutex_);
        open_ = true;
        moved_.notify_all();
    }
    void fail_with(errc::errc_t why) {
        const std::scoped_lock lock(mutex_);
        failing_ = why;
    }
    void wait_for_batches(std::size_t count) {
        std::unique_lock lock(mutex_);
        moved_.wait(lock, [&] { return sizes_.size() >= count; });
    }
    std::vector<std::size_t> sizes() {
        const std::scoped_lock lock(mutex_);
        return sizes_;
    }

private:
    std::unique_ptr<event_log> inside_ = make_memory_log();
    std::mutex mutex_;
    std::condition_variable moved_;
    bool open_ = true;
    errc::errc_t failing_ = errc::success;
    std::vector<std::size_t> sizes_;
};

struct writing {
    gated_log log;
    log_writer writer{log};
    std::mutex mutex;
    std::vector<std::pair<std::string, answered>> answers;

    writing() { log.found({"482913", "{}"}, sample_workshop("482913"), morning).value(); }

    void submit(const std::string& name, std::vector<proposal> batch) {
        writer.submit(std::move(batch), [this, name](answered places) {
            const std::scoped_lock lock(mutex);
            answers.emplace_back(name, std::move(places));
        });
    }
};

std::vector<proposal> ballots(const std::string& prefix, std::size_t count, const std::string& workshop = "482913") {
    std::vector<proposal> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(ballot(workshop, prefix + "-" + std::to_string(i)));
    return all;
}

}  // namespace

TEST_CASE("what waits during a flush becomes the next transaction, answered in order and apart") {
    writing w;
    w.log.shut();
    w.submit("first", ballots("first", 1));
    w.log.wait_for_batches(1);
    w.submit("a", ballots("a", 2));
    w.submit("b", ballots("b", 3));
    w.submit("nothing", {});
    w.submit("c", ballots("c", 1));
    w.log.open();
    w.writer.stop();

    REQUIRE(w.log.sizes() == std::vector<std::size_t>{1, 6});
    REQUIRE(w.answers.size() == 5);
    const std::vector<std::pair<std::string, std::size_t>> expected{{"first", 1}, {"a", 2}, {"b", 3}, {"nothing", 0}, {"c", 1}};
    entry_number next = 2;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        REQUIRE(w.answers[i].first == expected[i].first);
        const auto& places = w.answers[i].second.value();
        REQUIRE(places.size() == expected[i].second);
        for (std::size_t j = 0; j < places.size(); ++j) {
            REQUIRE(places[j].at.number == next++);
            REQUIRE(places[j].at.line.find('"' + expected[i].first + "-" + std::to_string(j) + '"') != std::string::npos);
        }
    }
}

TEST_CASE("a transaction has a most, and a submit is never split over two") {
    writing w;
    w.log.shut();
    w.submit("first", ballots("first", 1));
    w.log.wait_for_batches(1);
    w.submit("a", ballots("a", 3000));
    w.submit("b", ballots("b", 1000));
    w.submit("c", ballots("c", 1000));
    w.submit("huge", ballots("huge", 5000));
    w.submit("d", ballots("d", 10));
    w.log.open();
    w.writer.stop();

    REQUIRE(w.log.sizes() == std::vector<std::size_t>{1, 4000, 1000, 5000, 10});
    REQUIRE(w.answers.size() == 6);
    REQUIRE(w.answers.back().second.value().back().at.number == 10012);
}

TEST_CASE("a submit for an unknown workshop fails alone") {
    writing w;
    w.log.shut();
    w.submit("first", ballots("first", 1));
    w.log.wait_for_batches(1);
    w.submit("good", ballots("good", 2));
    w.submit("lost", ballots("lost", 2, "999999"));
    w.submit("late", ballots("late", 1));
    w.log.open();
    w.writer.stop();

    REQUIRE(w.answers.size() == 4);
    REQUIRE(w.answers[1].second.value()[1].at.number == 4);
    REQUIRE(w.answers[2].first == "lost");
    REQUIRE(w.answers[2].second.error() == errc::no_such_file_or_directory);
    REQUIRE(w.answers[3].second.value()[0].at.number == 5);
}

TEST_CASE("an error of the disk is answered to all of the transaction, and is not tried again") {
    writing w;
    const auto why = GENERATE(errc::io_error, errc::no_space_on_device);
    w.log.fail_with(why);
    w.log.shut();
    w.submit("first", ballots("first", 1));
    w.log.wait_for_batches(1);
    w.submit("a", ballots("a", 2));
    w.submit("b", ballots("b", 2));
    w.log.open();
    w.writer.stop();

    REQUIRE(w.log.sizes() == std::vector<std::size_t>{1, 4});
    REQUIRE(w.answers.size() == 3);
    for (const auto& [name, places] : w.answers) REQUIRE(places.error() == why);
}

TEST_CASE("stop finishes what was submitted, and later submits are cancelled") {
    writing w;
    w.log.shut();
    w.submit("first", ballots("first", 1));
    w.log.wait_for_batches(1);
    for (int i = 0; i < 50; ++i) w.submit("s" + std::to_string(i), ballots("s" + std::to_string(i), 2));
    std::thread stopping([&] { w.writer.stop(); });
    w.log.open();
    w.writer.stop();  // twice at once is fine: both return after the end
    REQUIRE(w.answers.size() == 51);
    stopping.join();
    for (const auto& [name, places] : w.answers) REQUIRE(places.has_value());
    REQUIRE(entries(w.log, "482913").size() == 102);

    w.submit("late", ballots("late", 1));
    REQUIRE(w.answers.back().first == "late");
    REQUIRE(w.answers.back().second.error() == errc::operation_canceled);
    REQUIRE(entries(w.log, "482913").size() == 102);
}

TEST_CASE("many threads submit and each gets the answers to its own, on disk") {
    scratch_folder folder;
    const auto log = opened(folder.path);
    log->found({"482913", "{}"}, sample_workshop("482913"), morning).value();
    log_writer writer(*log);
    std::atomic<int> wrong{0};
    std::atomic<int> answers{0};

    const auto work = [&](int who) {
        for (int i = 0; i < 50; ++i) {
            const std::string id = "thread-" + std::to_string(who) + "-" + std::to_string(i);
            const auto done = std::make_shared<std::promise<void>>();
            auto answer = done->get_future();
            writer.submit({ballot("482913", id), ballot("482913", id)}, [&, done](answered places) {
                if (places.has_error() || places->size() != 2 || (*places)[0].repeated || !(*places)[1].repeated || (*places)[0].at.number != (*places)[1].at.number ||
                    (*places)[0].at.line.find('"' + id + '"') == std::string::npos)
                    ++wrong;
                ++answers;
                done->set_value();
            });
            answer.wait();
        }
    };
    std::vector<std::thread> threads;
    for (int who = 0; who < 4; ++who) threads.emplace_back(work, who);
    for (auto& t : threads) t.join();
    writer.stop();
    REQUIRE(wrong == 0);
    REQUIRE(answers == 200);
    REQUIRE(entries(*log, "482913").size() == 201);
}
