#include "server/net/listener.hpp"

#include "server/net/http_session.hpp"

#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>

namespace sawt::net {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;
using reuse_port = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

namespace {
constexpr int backlog = 4096;                                // a hall that scans one QR picture; the kernel lowers it to its own limit
constexpr auto out_of_sockets = std::chrono::milliseconds(100);  // chosen: until descriptors may have come back
}  // namespace

listener::listener(std::shared_ptr<core> home) : home_(std::move(home)), acceptor_(home_->context()), timer_(home_->context()) {}

error_code listener::listen(const tcp::endpoint& at, bool shared_port) {
    error_code ec;
    const auto ok = [&] { return !ec; };
    acceptor_.open(at.protocol(), ec);
    if (ok()) acceptor_.set_option(asio::socket_base::reuse_address(true), ec);
    if (ok() && at.address().is_v6()) acceptor_.set_option(asio::ip::v6_only(false), ec);
    if (ok() && shared_port) acceptor_.set_option(reuse_port(true), ec);
    if (ok()) acceptor_.bind(at, ec);
    if (ok()) acceptor_.listen(backlog, ec);
    if (!ok()) {
        error_code ignored;
        acceptor_.close(ignored);
    }
    return ec;
}

tcp::endpoint listener::address() const {
    error_code ignored;
    return acceptor_.local_endpoint(ignored);
}

void listener::start() {
    asio::post(home_->context(), [self = shared_from_this()] { self->accept(); });
}

void listener::stop() {
    error_code ignored;
    acceptor_.close(ignored);
    timer_.cancel();
}

void listener::accept() {
    if (!acceptor_.is_open()) return;
    acceptor_.async_accept([self = shared_from_this()](error_code ec, plain_stream socket) {
        if (!self->acceptor_.is_open()) return;
        if (ec) {
            // Out of descriptors or memory: the connection stays in the kernel's queue, and asking again at once would only spin.
            if (ec != asio::error::connection_aborted) return self->pause();
            return self->accept();
        }
        place seat(self->home_->shared());
        if (!seat.far_over()) serve_connection(self->home_, std::move(socket), std::move(seat));
        self->accept();
    });
}

void listener::pause() {
    timer_.expires_after(out_of_sockets);
    timer_.async_wait([self = shared_from_this()](error_code ec) {
        if (!ec) self->accept();
    });
}

}  // namespace sawt::net
