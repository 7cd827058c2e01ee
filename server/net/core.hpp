// One core of the server: its io_context, and everything that lives on it and has a deadline. One coarse timer a core looks after all of
// them, because a timer of its own for each of 50,000 sockets costs more than the sockets. Only the core's thread touches a core; what all
// cores share is in `house`.
#pragma once

#include "server/net/http_server.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <atomic>
#include <chrono>
#include <memory>

namespace boost::asio::ssl {
class context;
}

namespace sawt::net {

using moment = std::chrono::steady_clock::time_point;
using core_executor = boost::asio::io_context::executor_type;
using plain_stream = boost::asio::basic_stream_socket<boost::asio::ip::tcp, core_executor>;
using core_timer = boost::asio::basic_waitable_timer<std::chrono::steady_clock, boost::asio::wait_traits<std::chrono::steady_clock>, core_executor>;

// What all cores share.
struct house {
    site& target;
    const http_limits limits;
    std::shared_ptr<boost::asio::ssl::context> tls;  // set before the first accept, then only read; null without TLS
    std::atomic<std::size_t> connections = 0;
    std::atomic<bool> stopping = false;
};

// One connection's place among `connections_max`, given back when the connection ends.
class place {
public:
    explicit place(std::shared_ptr<house> of) : house_(std::move(of)), number_(house_->connections.fetch_add(1) + 1) {}
    place(place&&) noexcept = default;
    place& operator=(place&&) = delete;
    ~place() {
        if (house_) house_->connections.fetch_sub(1);
    }

    // Beyond the limit a connection is told so, and beyond these extra places it is dropped without a word.
    bool over() const { return number_ > house_->limits.connections_max; }
    bool far_over() const { return number_ > house_->limits.connections_max + refusals_max; }

private:
    static constexpr std::size_t refusals_max = 1024;
    std::shared_ptr<house> house_;
    std::size_t number_;
};

class core;

// Something with a deadline: a link in its core's ring.
class watched {
public:
    explicit watched(std::shared_ptr<core> home);
    watched(const watched&) = delete;
    watched& operator=(const watched&) = delete;
    virtual ~watched();

    virtual void look(moment now) = 0;  // several times a second; may close its socket, must not end any object's life at once
    virtual void wind_up() = 0;         // the server stops accepting

protected:
    core& home() const { return *home_; }
    const std::shared_ptr<core>& shared_home() const { return home_; }

private:
    friend class core;
    std::shared_ptr<core> home_;
    watched* before_ = nullptr;
    watched* after_ = nullptr;
};

class core : public std::enable_shared_from_this<core> {
public:
    core(boost::asio::io_context& context, std::size_t number, std::shared_ptr<house> of);

    boost::asio::io_context& context() const { return context_; }
    std::size_t number() const { return number_; }
    const std::shared_ptr<house>& shared() const { return house_; }
    const http_limits& limits() const { return house_->limits; }

    void wind_up();

private:
    friend class watched;
    void link(watched& one);
    void unlink(watched& one);
    void tick();

    boost::asio::io_context& context_;
    const std::size_t number_;
    std::shared_ptr<house> house_;
    core_timer timer_;
    watched* first_ = nullptr;
};

}  // namespace sawt::net
