#include "server/hall/session.hpp"

#include "server/core/frames.hpp"
#include "server/hall/room_host.hpp"

#include <algorithm>
#include <iterator>

namespace sawt::hall {

namespace {

constexpr int hello_within_s = 10;
constexpr int window_s = 10;
constexpr int messages_in_window_max = 200;

constexpr goodbye goodbyes[] = {
    {"stopping", 1001, true},    {"unknown-workshop", 4404, false}, {"wrong-key", 4401, false},         {"wrong-token", 4401, false}, {"bad-message", 4400, false},
    {"too-big", 1009, false},    {"hello-late", 4408, true},        {"slow-reader", 4413, true},        {"too-many-messages", 4429, true}, {"full", 4503, true},
};

// Clients that were sent away together must not come back together.
int retry_ms() { return 250 + static_cast<int>(random_number(1750)); }

}  // namespace

goodbye goodbye_for(std::string_view reason) {
    const auto* const found = std::find_if(std::begin(goodbyes), std::end(goodbyes), [&](const goodbye& one) { return one.reason == reason; });
    return found == std::end(goodbyes) ? goodbye{"bad-message", 4400, false} : *found;
}

session::session(net::websocket& socket, std::shared_ptr<room_host> in, std::uint32_t core, std::uint64_t number)
    : socket_(&socket), in_(std::move(in)), core_(core), number_(number), hello_timer_(socket_->executor()) {}

void session::start() {
    const auto self = shared_from_this();
    net::websocket::events events;
    events.on_text = [self](std::string_view text) { self->on_text(text); };
    events.on_written = [self] { self->write_on(); };
    events.on_closed = [self] { self->on_closed(); };
    // The reason goes ahead of the close frame where the socket still takes a message.
    events.on_bad = [self](std::uint16_t code) { self->say_bye(code == 1009 ? "too-big" : "bad-message", self->lang_); };
    socket_->start(std::move(events));
    if (in_ == nullptr) return say_bye("unknown-workshop", lang_);
    in_->enter(core_, self);
    hello_timer_.expires_after(std::chrono::seconds(hello_within_s));
    hello_timer_.async_wait([weak = weak_from_this()](const boost::system::error_code& failed) {
        const auto alive = weak.lock();
        if (!failed && alive && !alive->greeted_) alive->say_bye("hello-late", alive->lang_);
    });
}

bool session::too_many() {
    const auto now = std::chrono::steady_clock::now();
    if (now - window_began_ > std::chrono::seconds(window_s)) {
        window_began_ = now;
        window_messages_ = 0;
    }
    return ++window_messages_ > messages_in_window_max;
}

void session::on_text(std::string_view text) {
    if (leaving_) return;
    if (too_many()) return say_bye("too-many-messages", lang_);
    core::message says = core::read_message(text);
    if (const auto* greeting = std::get_if<core::hello>(&says)) {
        lang_ = greeting->lang.value_or(lang_);
        greeted_ = true;
        hello_timer_.cancel();
    }
    if (!greeted_) return say_bye("bad-message", lang_);
    in_->say({core_, number_}, std::move(says));
}

void session::push(net::frame text) {
    if (leaving_ || closed_) return;
    if (!waiting_.push(std::move(text))) return say_bye("slow-reader", lang_);
    write_on();
}

void session::put_newest(const std::string& subject, net::frame text) {
    if (leaving_ || closed_) return;
    waiting_.put_newest(subject, std::move(text));
    write_on();
}

void session::say_bye(std::string_view reason, core::language in) {
    if (leaving_ || closed_) return;
    leaving_ = goodbye_for(reason);
    if (reason == "slow-reader") waiting_ = {};  // what it did not read it will not read now
    waiting_.push(std::make_shared<const std::string>(core::bye_frame(reason, leaving_->comes_back ? std::optional(retry_ms()) : std::nullopt, in)));
    write_on();
}

void session::write_on() {
    if (closed_ || socket_->writing()) return;
    if (auto next = waiting_.next()) return socket_->write(std::move(next));
    if (leaving_) socket_->close(leaving_->code, leaving_->reason);
}

void session::on_closed() {
    closed_ = true;
    hello_timer_.cancel();
    if (in_ != nullptr) in_->leave({core_, number_});
}

}  // namespace sawt::hall
