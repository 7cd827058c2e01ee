#include "server/net/http_session.hpp"

#include "server/net/answer_once.hpp"
#include "server/net/http_error.hpp"
#include "server/net/http_head.hpp"
#include "server/net/socket_options.hpp"
#include "server/net/streams.hpp"
#include "server/net/websocket.hpp"

#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <array>
#include <optional>
#include <vector>

namespace sawt::net {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using parser = http::request_parser<http::string_body>;
using std::chrono::seconds;

constexpr auto linger_for = seconds(2);            // chosen: how long a peer may take to notice that we are done
constexpr std::size_t slack_bytes = 8 * 1024;      // what may wait unparsed besides a head: chunk sizes, the next requests
constexpr std::size_t head_read_bytes = 4 * 1024;  // most heads fit
constexpr std::size_t body_read_bytes = 32 * 1024;
constexpr std::size_t file_piece_bytes = 64 * 1024;  // of a body in a file, at a time

std::string_view view(boost::beast::string_view text) { return {text.data(), text.size()}; }

// idle: between requests. answering: the site has the request. lingering: our side is closed, theirs may still be talking.
enum class stage { handshake, idle, head, body, answering, writing, lingering };

template <class Stream>
class http_session final : public watched, public std::enable_shared_from_this<http_session<Stream>> {
public:
    template <class... TlsContext>
    http_session(std::shared_ptr<core> home, plain_stream socket, place seat, TlsContext&... context)
        : watched(std::move(home)), stream_(std::move(socket), context...), seat_(std::move(seat)) {}

    void start() {
        send_at_once(socket().native_handle());
        if constexpr (is_tls<Stream>) {
            enter(stage::handshake, seconds(this->home().limits().head_timeout_s));
            stream_.async_handshake(asio::ssl::stream_base::server, [self = this->shared_from_this()](error_code ec) {
                if (!ec) self->await_request();
            });
        } else {
            await_request();
        }
    }

    void look(moment now) override {
        if (now < deadline_) return;
        switch (stage_) {
            case stage::answering: break;
            case stage::head:
            case stage::body:
                late_ = true;  // the read under way ends, and what follows it answers 408
                cancel();
                break;
            case stage::writing:
                if (still_moving(now)) break;
                [[fallthrough]];
            default: close();
        }
    }

    void wind_up() override {
        if (stage_ == stage::idle || stage_ == stage::handshake) close();
    }

private:
    plain_stream& socket() { return socket_of(stream_); }
    const http_limits& limits() const { return this->home().limits(); }
    bool stopping() const { return this->home().shared()->stopping; }

    void enter(stage next, seconds at_most) {
        stage_ = next;
        deadline_ = std::chrono::steady_clock::now() + at_most;
    }
    void cancel() {
        error_code ignored;
        socket().cancel(ignored);
    }
    void close() {
        error_code ignored;
        socket().close(ignored);
    }

    // A slow download is served as long as the peer keeps taking bytes.
    bool still_moving(moment now) {
        const auto acknowledged = bytes_acknowledged(socket().native_handle());
        if (acknowledged == acknowledged_) return false;
        acknowledged_ = acknowledged;
        deadline_ = now + seconds(limits().write_stall_s);
        return true;
    }

    // ---- reading -------------------------------------------------------------------------------------------------------------------

    void await_request() {
        if (stopping() && !first_) return linger();
        parser_.emplace();
        parser_->eager(false);  // the head is looked at before its body
        parser_->header_limit(static_cast<std::uint32_t>(limits().head_bytes_max));
        parser_->body_limit(limits().body_bytes_max);
        asked_ = {};
        head_bytes_ = 0;
        head_done_ = false;
        late_ = false;
        if (in_.size() > 0) {  // the next of several requests sent at once
            enter(stage::head, seconds(limits().head_timeout_s));
            return parse();
        }
        // Nothing is owed to a connection that has said nothing yet; one that has been served may rest a while.
        enter(stage::idle, seconds(first_ ? limits().head_timeout_s : limits().keep_alive_s));
        read();
    }

    void read() {
        const auto room = in_.prepare(head_done_ ? body_read_bytes : head_read_bytes);
        stream_.async_read_some(room, [self = this->shared_from_this()](error_code ec, std::size_t bytes) { self->on_read(ec, bytes); });
    }

    void on_read(error_code ec, std::size_t bytes) {
        if (ec) {
            if (late_ && socket().is_open()) return fail(transport_error::request_timeout);
            return close();
        }
        in_.commit(bytes);
        if (stage_ == stage::idle) {
            // The first head's time runs from the accept on, so that a byte now and then wins nothing.
            if (first_) stage_ = stage::head;
            else enter(stage::head, seconds(limits().head_timeout_s));
        }
        parse();
    }

    void parse() {
        if (!head_done_ && head_bytes_ == 0) skip_empty_lines();
        while (!parser_->is_done()) {
            if (in_.size() == 0) return read();
            error_code ec;
            const auto used = parser_->put(in_.data(), ec);
            in_.consume(used);
            if (!head_done_) {
                head_bytes_ += used;
                if (head_bytes_ + (ec == http::error::need_more ? in_.size() : 0) > limits().head_bytes_max) return fail(transport_error::head_too_big);
            }
            if (ec == http::error::need_more) {
                if (in_.size() > limits().head_bytes_max + slack_bytes) return fail(transport_error::bad_request);
                return read();
            }
            if (ec == http::error::header_limit) return fail(transport_error::head_too_big);
            if (ec == http::error::body_limit) {
                note_language();
                return fail(transport_error::body_too_big);
            }
            if (ec) return fail(transport_error::bad_request);
            if (!head_done_ && parser_->is_header_done()) {
                head_done_ = true;
                parser_->eager(true);
                if (!on_head()) return;
            }
        }
        serve();
    }

    // RFC 9112, 2.2: empty lines before a request are passed over.
    void skip_empty_lines() {
        while (in_.size() > 0) {
            const char c = *static_cast<const char*>(in_.data().data());
            if (c != '\r' && c != '\n') return;
            in_.consume(1);
        }
    }

    void note_language() { asked_.accept_language = view(parser_->get()[http::field::accept_language]); }

    // ---- the head ------------------------------------------------------------------------------------------------------------------

    // False when the request has been answered, or taken over, without its body.
    bool on_head() {
        const auto& head = parser_->get();
        note_language();
        asked_.method = view(head.method_string());
        asked_.bearer = bearer_of(view(head[http::field::authorization]));
        asked_.if_none_match = view(head[http::field::if_none_match]);
        asked_.accepts_gzip = names_gzip(view(head[http::field::accept_encoding]));
        asked_.secure = is_tls<Stream>;
        keep_alive_ = parser_->keep_alive();
        old_client_ = head.version() < 11;
        if (seat_.over()) return fail(transport_error::full), false;

        auto target = parse_target(view(head.target()));
        if (!target) return fail(transport_error::bad_request), false;
        if (!take_host(target->authority)) return fail(transport_error::no_host), false;
        asked_.path = std::move(target->path);
        asked_.query = std::move(target->query);

        if (has_token(view(head[http::field::upgrade]), "websocket") && this->home().shared()->target.takes_sockets(asked_.path)) {
            take_over();
            return false;
        }
        if (const auto expected = view(head[http::field::expect]); !expected.empty() && !old_client_) {
            if (!has_token(expected, "100-continue")) return fail(transport_error::no_expectation), false;
            if (!parser_->is_done() && in_.size() == 0) return ask_for_body(), false;
        }
        enter(stage::body, seconds(limits().body_timeout_s));
        return true;
    }

    // RFC 9112, 3.2: exactly one Host, and a good one; only HTTP/1.0 may do without.
    bool take_host(std::string_view authority) {
        const auto& head = parser_->get();
        const auto count = head.count(http::field::host);
        if (count > 1 || (count == 0 && !old_client_)) return false;
        std::string_view host = view(head[http::field::host]);
        if (count == 1 && !is_host(host)) return false;
        asked_.host = authority.empty() ? host : authority;
        return true;
    }

    void ask_for_body() {
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        enter(stage::body, seconds(limits().body_timeout_s));
        asio::async_write(stream_, asio::buffer(go_on.data(), go_on.size()), [self = this->shared_from_this()](error_code ec, std::size_t) {
            if (ec) return self->close();
            self->read();
        });
    }

    void take_over() {
        const auto& head = parser_->get();
        const auto key = view(head[http::field::sec_websocket_key]);
        const bool good = asked_.method == "GET" && !old_client_ && has_token(view(head[http::field::connection]), "upgrade") &&
                          head.count(http::field::sec_websocket_key) == 1 && is_socket_key(key) && parser_->is_done() && in_.size() == 0;
        if (!good) return fail(transport_error::bad_upgrade);
        if (view(head[http::field::sec_websocket_version]) != "13") return fail(transport_error::wrong_version);
        // Browsers always send the page's Origin; programs that are no browser need not, and hold no other site's keys.
        const auto origins = head.count(http::field::origin);
        if (origins > 1 || (origins == 1 && !is_own_origin(view(head[http::field::origin]), asked_.host, asked_.secure)))
            return fail(transport_error::foreign_origin);
        if (stopping()) return fail(transport_error::full);

        upgrade wanted{std::string(key), false};
        for (auto [at, end] = head.equal_range(http::field::sec_websocket_protocol); at != end; ++at)
            if (has_token(view(at->value()), "sawt.1")) wanted.offers_sawt = true;
        stage_ = stage::answering;  // of this object only its end is left
        deadline_ = moment::max();
        become_websocket(this->shared_home(), std::move(stream_), std::move(seat_), std::move(wanted), std::move(asked_));
    }

    // ---- answering -----------------------------------------------------------------------------------------------------------------

    void serve() {
        asked_.body = std::move(parser_->get().body());
        stage_ = stage::answering;
        deadline_ = moment::max();
        const auto self = this->shared_from_this();
        auto promise = std::make_shared<answer_once>(this->home().context().get_executor(), [self](response answer) { self->write(std::move(answer)); });
        this->home().shared()->target.serve(std::move(asked_), [promise](response answer) { promise->give(std::move(answer)); });
    }

    // What cannot be understood, or is refused before it has been read, ends the connection.
    void fail(transport_error what) {
        keep_alive_ = false;
        write(error_response(what, asked_.accept_language));
    }

    void write(response answer) {
        if (!socket().is_open()) return;
        if (stopping()) keep_alive_ = false;
        answer_ = std::move(answer);
        head_out_ = response_head(answer_, {keep_alive_, old_client_, is_tls<Stream>});
        std::string_view body = answer_.fixed.empty() ? std::string_view(answer_.body) : answer_.fixed;
        const bool is_head_alone = !has_body(answer_.status) || parser_->get().method() == http::verb::head;
        if (is_head_alone) answer_.file.reset();
        if (is_head_alone || answer_.file) body = {};
        sent_of_file_ = 0;
        const std::array<asio::const_buffer, 2> all{asio::buffer(head_out_), asio::buffer(body.data(), body.size())};
        enter(stage::writing, seconds(limits().write_stall_s));
        acknowledged_ = bytes_acknowledged(socket().native_handle());
        asio::async_write(stream_, all, [self = this->shared_from_this()](error_code ec, std::size_t) { self->on_written(ec); });
    }

    void on_written(error_code ec) {
        if (ec) return close();
        if (answer_.file && sent_of_file_ < answer_.file->size()) return write_piece();
        answer_ = {};
        piece_ = {};
        first_ = false;
        if (!keep_alive_) return linger();
        await_request();
    }

    // A file that turns out shorter than was promised in the head breaks the connection, so that nobody takes it for whole.
    void write_piece() {
        piece_.resize(file_piece_bytes);
        const auto bytes = answer_.file->read(piece_.data(), piece_.size(), sent_of_file_);
        if (bytes == 0) return close();
        sent_of_file_ += bytes;
        enter(stage::writing, seconds(limits().write_stall_s));
        asio::async_write(stream_, asio::buffer(piece_.data(), bytes), [self = this->shared_from_this()](error_code ec, std::size_t) { self->on_written(ec); });
    }

    // ---- the end -------------------------------------------------------------------------------------------------------------------

    // Closing with unread bytes would reset the connection, and the peer might lose our last answer. So our side ends first, and what
    // still comes is thrown away for a moment.
    void linger() {
        enter(stage::lingering, linger_for);
        parser_.reset();
        if constexpr (is_tls<Stream>) {
            stream_.async_shutdown([self = this->shared_from_this()](error_code) { self->throw_away(); });
        } else {
            throw_away();
        }
    }

    void throw_away() {
        error_code gone;
        socket().shutdown(plain_stream::shutdown_send, gone);
        if (gone) return close();
        in_.clear();
        drain();
    }

    void drain() {
        socket().async_read_some(in_.prepare(head_read_bytes), [self = this->shared_from_this()](error_code ec, std::size_t) {
            if (ec) return self->close();
            self->drain();
        });
    }

    Stream stream_;
    place seat_;
    stage stage_ = stage::idle;
    moment deadline_ = moment::max();
    bool first_ = true;  // no request has been answered yet
    bool late_ = false;
    bool head_done_ = false;
    bool keep_alive_ = false;
    bool old_client_ = false;
    std::size_t head_bytes_ = 0;
    std::uint64_t acknowledged_ = 0;
    boost::beast::flat_buffer in_;
    std::optional<parser> parser_;
    request asked_;
    response answer_;
    std::string head_out_;
    std::uint64_t sent_of_file_ = 0;
    std::vector<char> piece_;
};

}  // namespace

void serve_connection(std::shared_ptr<core> home, plain_stream socket, place seat) {
    if (const auto tls = home->shared()->tls) {
        std::make_shared<http_session<tls_stream>>(home, std::move(socket), std::move(seat), *tls)->start();
    } else {
        std::make_shared<http_session<plain_stream>>(home, std::move(socket), std::move(seat))->start();
    }
}

}  // namespace sawt::net
