// A room at home on one core: brings it what comes from sockets, log and clock, and takes what it gives to the cores where its clients
// are. All members but the constructor and replay may be called from any thread; they pass on to the home core or to the client's.
#pragma once

#include "server/hall/audience.hpp"
#include "server/log/log_writer.hpp"
#include "server/room/room.hpp"

#include <sawt/signed_note.hpp>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace sawt::hall {

// Unpredictable, from the operating system (libsodium).
room::random_bytes random_16();
std::uint32_t random_number(std::uint32_t below);

// The time of day when this was first asked, carried on by a clock that only grows (and that goes on while a laptop sleeps): when somebody
// sets the laptop's clock, an open vote is neither ended by it nor prolonged.
std::int64_t now_ms();

class room_host : public std::enable_shared_from_this<room_host>, private room::room_port {
public:
    room_host(std::vector<boost::asio::io_context*> cores, std::size_t home, log::log_writer& writer, boost::asio::thread_pool& counting, core::identity who_is_who, note_signer signer, room::room_settings settings);

    // Before the server listens.
    room::room& replaying() { return room_; }
    const std::string& code() const { return code_; }
    const agenda& plan() const { return room_.state().plan(); }  // as founded; never changes
    const core::identity& identities() const { return room_.identities(); }  // never changes
    const note_signer& signer() const { return signer_; }  // of this workshop's log; never changes
    bool saving() const { return saving_.load(std::memory_order_relaxed); }

    // Called once after replay.
    void open();

    // On the session's core.
    void enter(std::uint32_t core, std::shared_ptr<session> who);
    void leave(room::member_id who);
    void say(room::member_id who, core::message says);

    // A cast by HTTP; `done` gets the one answer, on the home core.
    void visit(std::string token, core::posted_cast says, core::language in, std::function<void(net::frame)> done);

    // The results as they are then; `done` is called on the home core.
    void results(bool with_key, std::function<void(std::string)> done);

    // The log as it is then: its signed checkpoint, the proof that an entry is in it, and that it begins with what it was at `from` entries (up to
    // `to`, else up to its end). Nothing where it has no such entry. `done` is called on the home core.
    void checkpoint(std::function<void(std::string)> done);
    void prove(entry_number entry, std::function<void(std::optional<std::string>)> done);
    void prove_growth(entry_number from, std::optional<entry_number> to, std::function<void(std::optional<std::string>)> done);

    // Lets what the log has be acknowledged, then says bye to all.
    void stop();
    std::size_t sessions() const { return sessions_.load(std::memory_order_relaxed); }

private:
    void append(log::proposal what) override;
    void welcome(room::member_id to, core::role as, room::frame text) override;
    void reply(room::member_id to, room::frame text) override;
    void broadcast(core::role to, const std::string& subject, room::frame text) override;
    void count(room::count_key of, std::shared_ptr<const round_votes> votes) override;
    std::int64_t stopwatch_us() override;
    void dismiss(room::member_id who, std::string_view reason, core::language in) override;

    template <class Work>
    void at_home(Work work);
    template <class Work>
    void at_core(std::uint32_t core, Work work);
    void submit();
    void answered(boost::system::result<std::vector<log::placed>> places, std::size_t how_many);
    void keep_ticking();
    void say_goodbye();

    std::vector<boost::asio::io_context*> cores_;
    std::size_t home_;
    log::log_writer& writer_;
    boost::asio::thread_pool& counting_;  // for what takes too long on a core
    note_signer signer_;
    room::room room_;
    std::string code_;

    // On the home core.
    std::vector<log::proposal> batch_;
    bool writing_ = false;
    bool stopping_ = false;
    bool ticking_ = false;
    boost::asio::steady_timer timer_;
    std::map<std::uint64_t, std::function<void(net::frame)>> visitors_;
    std::uint64_t visits_ = 0;

    std::vector<audience> audiences_;  // each touched by its own core only
    std::atomic<std::size_t> sessions_ = 0;
    std::atomic<bool> saving_ = true;
};

}  // namespace sawt::hall
