#include "server/hall/room_host.hpp"

#include "server/hall/proofs.hpp"
#include "server/log/advice.hpp"

#include <boost/asio/post.hpp>
#include <sodium.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <limits>

#include <time.h>

namespace sawt::hall {

namespace asio = boost::asio;

namespace {

// Members who came by HTTP have no socket, so they are on no core.
constexpr std::uint32_t no_core = std::numeric_limits<std::uint32_t>::max();

}  // namespace

room::random_bytes random_16() {
    room::random_bytes bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::uint32_t random_number(std::uint32_t below) { return randombytes_uniform(below); }

std::int64_t now_ms() {
    const auto read_ms = [](clockid_t clock) {
        timespec now{};
        ::clock_gettime(clock, &now);
        return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
    };
    static const std::int64_t zero = read_ms(CLOCK_REALTIME) - read_ms(CLOCK_BOOTTIME);
    return zero + read_ms(CLOCK_BOOTTIME);
}

room_host::room_host(std::vector<asio::io_context*> cores, std::size_t home, log::log_writer& writer, asio::thread_pool& counting, core::identity who_is_who, note_signer signer, room::room_settings settings)
    : cores_(std::move(cores)),
      home_(home),
      writer_(writer),
      counting_(counting),
      signer_(std::move(signer)),
      room_(std::move(who_is_who), *this, std::move(settings)),
      timer_(*cores_[home_]),
      audiences_(cores_.size()) {}

template <class Work>
void room_host::at_home(Work work) {
    asio::post(*cores_[home_], [self = shared_from_this(), work = std::move(work)]() mutable { work(*self); });
}

template <class Work>
void room_host::at_core(std::uint32_t core, Work work) {
    asio::post(*cores_[core], [self = shared_from_this(), core, work = std::move(work)]() mutable { work(self->audiences_[core]); });
}

void room_host::open() {
    code_ = room_.state().code();
    at_home([](room_host& self) { self.keep_ticking(); });
}

void room_host::enter(std::uint32_t core, std::shared_ptr<session> who) {
    sessions_.fetch_add(1, std::memory_order_relaxed);
    audiences_[core].enter(std::move(who));
}

void room_host::leave(room::member_id who) {
    sessions_.fetch_sub(1, std::memory_order_relaxed);
    audiences_[who.core].leave(who.number);
    at_home([who](room_host& self) { self.room_.leave(who); });
}

void room_host::say(room::member_id who, core::message says) {
    at_home([who, says = std::move(says)](room_host& self) {
        if (self.stopping_) return;
        self.room_.say(who, says, random_16(), now_ms());
        self.keep_ticking();
    });
}

void room_host::visit(std::string token, core::posted_cast says, core::language in, std::function<void(net::frame)> done) {
    at_home([token = std::move(token), says = std::move(says), in, done = std::move(done)](room_host& self) mutable {
        const room::member_id visitor{no_core, ++self.visits_};
        self.visitors_.emplace(visitor.number, std::move(done));
        self.room_.visit(visitor, token, says, in, now_ms());
        self.keep_ticking();
    });
}

void room_host::results(bool with_key, std::function<void(std::string)> done) {
    at_home([with_key, done = std::move(done)](room_host& self) { done(self.room_.results(with_key)); });
}

void room_host::checkpoint(std::function<void(std::string)> done) {
    at_home([done = std::move(done)](room_host& self) {
        const merkle_tree& log = self.room_.state().tree();
        done(signed_checkpoint(log, log.size(), self.signer_));
    });
}

void room_host::prove(entry_number entry, std::function<void(std::optional<std::string>)> done) {
    at_home([entry, done = std::move(done)](room_host& self) { done(inclusion_json(self.room_.state().tree(), entry, self.signer_)); });
}

void room_host::prove_growth(entry_number from, std::optional<entry_number> to, std::function<void(std::optional<std::string>)> done) {
    at_home([from, to, done = std::move(done)](room_host& self) {
        const merkle_tree& log = self.room_.state().tree();
        done(consistency_json(log, from, to.value_or(log.size()), self.signer_));
    });
}

void room_host::append(log::proposal what) {
    batch_.push_back(std::move(what));
    if (!writing_) submit();
}

// One batch of a room is with the log at a time; what comes meanwhile is the next one.
void room_host::submit() {
    writing_ = true;
    const std::size_t how_many = batch_.size();
    writer_.submit(std::exchange(batch_, {}), [self = shared_from_this(), how_many](boost::system::result<std::vector<log::placed>> places) {
        self->at_home([places = std::move(places), how_many](room_host& home) mutable { home.answered(std::move(places), how_many); });
    });
}

void room_host::answered(boost::system::result<std::vector<log::placed>> places, std::size_t how_many) {
    writing_ = false;
    const bool was_saving = saving();
    if (places.has_value()) {
        if (!was_saving) spdlog::info("workshop {} is being saved again", code_);
        room_.committed(*places, now_ms());
    } else {
        // Once, and before anybody is refused; phones send what was refused again by themselves, so this may come many times a second.
        if (was_saving) spdlog::error("{}", log::sentence("workshop " + code_ + " cannot be saved, and takes no ballots", places.error()));
        room_.not_saved(how_many, now_ms());
    }
    saving_.store(room_.saving(), std::memory_order_relaxed);
    if (!batch_.empty() && !writing_) submit();
    if (stopping_ && !writing_) say_goodbye();
}

void room_host::welcome(room::member_id to, core::role as, room::frame text) {
    at_core(to.core, [to, as, text = std::move(text)](audience& there) { there.welcome(to.number, as, text); });
}

void room_host::reply(room::member_id to, room::frame text) {
    if (to.core != no_core) return at_core(to.core, [to, text = std::move(text)](audience& there) { there.reply(to.number, text); });
    const auto found = visitors_.find(to.number);
    if (found == visitors_.end()) return;
    const auto done = std::move(found->second);
    visitors_.erase(found);
    done(std::move(text));
}

void room_host::broadcast(core::role to, const std::string& subject, room::frame text) {
    for (std::uint32_t core = 0; core < cores_.size(); ++core) at_core(core, [to, subject, text](audience& there) { there.broadcast(to, subject, text); });
}

void room_host::count(room::count_key of, std::shared_ptr<const round_votes> votes) {
    asio::post(counting_, [self = shared_from_this(), of = std::move(of), votes = std::move(votes)]() mutable {
        const std::int64_t began = self->stopwatch_us();
        auto result = sawt::count(*votes);
        const std::int64_t took = self->stopwatch_us() - began;
        self->at_home([of = std::move(of), result = std::move(result), took](room_host& home) { home.room_.counted(of, result, took); });
    });
}

std::int64_t room_host::stopwatch_us() {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void room_host::dismiss(room::member_id who, std::string_view reason, core::language in) {
    at_core(who.core, [who, reason = std::string(reason), in](audience& there) { there.dismiss(who.number, reason, in); });
}

void room_host::keep_ticking() {
    if (ticking_ || stopping_) return;
    ticking_ = true;
    timer_.expires_after(std::chrono::milliseconds(room::room::tick_ms));
    timer_.async_wait([weak = weak_from_this()](const boost::system::error_code& failed) {
        const auto self = weak.lock();
        if (failed || self == nullptr) return;
        self->ticking_ = false;
        self->room_.tick(now_ms());
        if (!self->room_.idle()) self->keep_ticking();
    });
}

void room_host::stop() {
    at_home([](room_host& self) {
        self.stopping_ = true;
        self.timer_.cancel();
        if (!self.writing_) self.say_goodbye();
    });
}

void room_host::say_goodbye() {
    for (std::uint32_t core = 0; core < cores_.size(); ++core) at_core(core, [](audience& there) { there.dismiss_all("stopping"); });
}

}  // namespace sawt::hall
