// The WebSocket of http.hpp, over a plain or a TLS stream. Only for websocket_plain.cpp and websocket_tls.cpp: each of them is the better half
// of what the server takes to compile. Lives on one core.
#pragma once

#include "server/net/websocket.hpp"

#include "server/net/socket_options.hpp"
#include "server/net/streams.hpp"

#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace sawt::net {

namespace beast_side {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using std::chrono::seconds;

inline constexpr auto last_write_time = seconds(2);  // of the contract in http.hpp
inline constexpr auto goodbye_time = seconds(2);
inline constexpr std::size_t resting_buffer_bytes = 2 * 1024;  // more than that is given back after a message

inline constexpr std::uint16_t no_text = 1003;
inline constexpr std::uint16_t no_utf8 = 1007;
inline constexpr std::uint16_t too_big = 1009;

// Beast speaks the protocol; deadlines are ours, on the core's one timer. Every operation under way counts in `under_way_` and holds this
// object; when the connection is over and the last has come back, on_closed is called.
template <class Stream>
class beast_websocket final : public websocket, public watched, public std::enable_shared_from_this<beast_websocket<Stream>> {
public:
    beast_websocket(std::shared_ptr<core> home, Stream stream, place seat) : watched(std::move(home)), ws_(std::in_place, std::move(stream)), seat_(std::move(seat)) {
        keep_send_queue_short(socket().native_handle());
        ws_->text(true);
        ws_->auto_fragment(false);
        ws_->read_message_max(0);  // counted here: Beast would close before the owner can say why
        ws_->control_callback([this](beast::websocket::frame_type kind, beast::string_view) { on_control(kind); });
    }

    void accept(const upgrade& asked, request head) {
        ws_->set_option(beast::websocket::stream_base::decorator([offered = asked.offers_sawt](beast::websocket::response_type& answer) {
            if (offered) answer.set(http::field::sec_websocket_protocol, "sawt.1");
            answer.set(http::field::server, "Sawt");
        }));
        // The real request has been checked and is gone; Beast needs these fields of it.
        http::request<http::empty_body> good(http::verb::get, "/", 11);
        good.set(http::field::host, "sawt");
        good.set(http::field::upgrade, "websocket");
        good.set(http::field::connection, "upgrade");
        good.set(http::field::sec_websocket_key, asked.key);
        good.set(http::field::sec_websocket_version, "13");
        deadline_ = std::chrono::steady_clock::now() + goodbye_time;
        ws_->async_accept(good, [self = this->shared_from_this(), head = std::move(head)](error_code ec) {
            if (ec) return self->break_off();
            self->deadline_ = moment::max();
            const auto& home = self->home();
            home.shared()->target.connected(head, self, home.number());
        });
    }

    void start(events e) override {
        events_ = std::move(e);
        heard_ = std::chrono::steady_clock::now();
        read();
    }

    void write(frame text) override {
        if (over_ || closing_ || writing_ || !text) return;
        out_ = std::move(text);
        writing_ = true;
        moved_ = std::chrono::steady_clock::now();
        ++under_way_;
        ws_->async_write(asio::buffer(*out_), [self = this->shared_from_this()](error_code ec, std::size_t) { self->on_written(ec); });
    }

    bool writing() const override { return writing_; }

    void close(std::uint16_t code, std::string_view reason) override {
        if (over_ || closing_) return;
        closing_ = true;
        // A reason has at most 123 bytes, by the protocol.
        reason_ = beast::websocket::close_reason(static_cast<beast::websocket::close_code>(code), beast::string_view(reason.data(), std::min<std::size_t>(reason.size(), 123)));
        if (!writing_) return say_goodbye();
        deadline_ = std::chrono::steady_clock::now() + last_write_time;
    }

    asio::any_io_executor executor() const override { return this->home().context().get_executor(); }

    // ---- deadlines -----------------------------------------------------------------------------------------------------------------

    void look(moment now) override {
        if (over_) return look_after_end();
        // Beast ends a connection by itself after a breach of the protocol, and then waits for the peer for ever.
        if (deadline_ == moment::max() && !ws_->is_open()) deadline_ = now + goodbye_time;
        if (now >= deadline_) return break_off();
        if (deadline_ != moment::max()) return;
        const auto silence = seconds(this->home().limits().socket_silence_s);
        if (writing_ && now - moved_ >= seconds(1) && stalled(now)) return break_off();
        if (under_way_ == 0) return;  // the owner has not started it yet
        if (now - heard_ >= silence) return break_off();
        if (now - heard_ >= silence / 2) ping();
    }

    void wind_up() override {}  // the owner says goodbye

private:
    plain_stream& socket() { return socket_of(ws_->next_layer()); }

    // Beast (of Boost 1.81) can lock up when the peer breaks the protocol while our close frame goes out: its reader and its closer then wait
    // for each other in the stream, and not even the socket's end wakes them. Two ticks after that end nothing else can be under way, and the
    // stream is taken down with them.
    void look_after_end() {
        if (taken_down_ || (under_way_ > 0 && ++looks_after_end_ < 2)) return;
        taken_down_ = true;
        asio::post(this->home().context(), [self = this->shared_from_this()] {
            self->ws_.reset();
            self->tell_closed();
        });
    }

    bool stalled(moment now) {
        const auto acknowledged = bytes_acknowledged(socket().native_handle());
        // Who takes bytes is alive, though a ping may wait behind a long message.
        if (acknowledged != std::exchange(acknowledged_, acknowledged)) heard_ = still_since_ = now;
        return now - std::max(still_since_, moved_) >= seconds(this->home().limits().write_stall_s);
    }

    void ping() {
        if (pinging_) return;
        pinging_ = true;
        ++under_way_;
        ws_->async_ping({}, [self = this->shared_from_this()](error_code ec) {
            // The next ping has to wait until the peer has been heard, or time is up.
            self->came_back(ec);
        });
    }

    void on_control(beast::websocket::frame_type kind) {
        on_heard();
        if (kind == beast::websocket::frame_type::close && deadline_ == moment::max()) deadline_ = heard_ + goodbye_time;
    }

    void on_heard() {
        heard_ = std::chrono::steady_clock::now();
        pinging_ = false;
    }

    // ---- reading -------------------------------------------------------------------------------------------------------------------

    void read() {
        ++under_way_;
        const auto room = this->home().limits().message_bytes_max + 1 - in_.size();
        ws_->async_read_some(in_, room, [self = this->shared_from_this()](error_code ec, std::size_t) { self->on_read(ec); });
    }

    void on_read(error_code ec) {
        if (ec) {
            if (ec == beast::websocket::error::bad_frame_payload && events_.on_bad && !closing_) events_.on_bad(no_utf8);
            return came_back(ec);
        }
        on_heard();
        if (closing_) {
            in_.clear();
        } else if (ws_->got_binary()) {
            refuse(no_text);
        } else if (in_.size() > this->home().limits().message_bytes_max) {
            refuse(too_big);
        } else if (ws_->is_message_done()) {
            deliver();
        }
        if (!over_ && !closing_) read();  // once closing, Beast reads what is left
        came_back({});
    }

    void deliver() {
        const auto bytes = in_.cdata();
        if (events_.on_text) events_.on_text({static_cast<const char*>(bytes.data()), bytes.size()});
        in_.clear();
        if (in_.capacity() > resting_buffer_bytes) in_ = beast::flat_buffer();
    }

    void refuse(std::uint16_t code) {
        in_.clear();
        if (events_.on_bad) events_.on_bad(code);  // the owner may write a last message and close in its own way
        close(code, {});
    }

    // ---- writing and closing -------------------------------------------------------------------------------------------------------

    void on_written(error_code ec) {
        writing_ = false;
        out_.reset();
        if (!ec) {
            if (closing_) say_goodbye();
            else if (events_.on_written) events_.on_written();
        }
        came_back(ec);
    }

    void say_goodbye() {
        if (over_) return;
        deadline_ = std::chrono::steady_clock::now() + goodbye_time;
        if (!ws_->is_open()) return;  // the peer was faster
        ++under_way_;
        ws_->async_close(reason_, [self = this->shared_from_this()](error_code) { self->came_back(asio::error::eof); });
    }

    void break_off() {
        if (std::exchange(over_, true)) return;
        error_code ignored;
        socket().close(ignored);
    }

    void came_back(error_code ec) {
        --under_way_;
        if (ec && !over_) break_off();
        if (over_ && under_way_ == 0) tell_closed();
    }

    void tell_closed() {
        const auto last = std::exchange(events_, {});
        if (last.on_closed) last.on_closed();
    }

    std::optional<beast::websocket::stream<Stream, false>> ws_;  // false: no compression
    place seat_;
    events events_;
    beast::flat_buffer in_;
    frame out_;
    beast::websocket::close_reason reason_;
    int under_way_ = 0;
    int looks_after_end_ = 0;
    bool taken_down_ = false;
    bool writing_ = false;
    bool closing_ = false;
    bool pinging_ = false;
    bool over_ = false;
    moment deadline_ = moment::max();  // of the end, once it has begun
    moment heard_{};
    moment moved_{};  // when the write under way began
    moment still_since_{};
    std::uint64_t acknowledged_ = 0;
};

}  // namespace beast_side

template <class Stream>
void become_websocket(std::shared_ptr<core> home, Stream stream, place seat, upgrade asked, request head) {
    using made = beast_side::beast_websocket<Stream>;
    std::make_shared<made>(std::move(home), std::move(stream), std::move(seat))->accept(asked, std::move(head));
}

}  // namespace sawt::net
