// A server on a free port with a small site: routes that echo, come late or never, and sockets that echo, flood or take leave.
#pragma once

#include "server/net/http_server.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace sawt::test {

class small_site : public net::site {
public:
    ~small_site() override;
    void serve(net::request asked, std::function<void(net::response)> answer) override;
    bool takes_sockets(std::string_view path) const override { return path.substr(0, 4) == "/ws/"; }
    void connected(const net::request& asked, std::shared_ptr<net::websocket> socket, std::size_t core) override;

    // What the sockets have lived through, for waiting on.
    struct history {
        int opened = 0, closed = 0, closed_twice = 0;
        std::size_t written = 0;  // messages that went to the kernel
        std::vector<int> bad;
        std::set<std::size_t> cores;
    };
    history seen();
    void join_late();  // before the cores that the late answers go to come to an end: see net::site
    template <class Condition>
    bool wait_until(Condition condition) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::seconds(10), [&] { return condition(history_); });
    }

private:
    struct guest;
    void note(const std::function<void(history&)>& change);

    std::mutex mutex_;
    std::condition_variable changed_;
    history history_;
    std::vector<std::thread> late_;
};

class running_server {
public:
    explicit running_server(net::http_limits limits = {}, std::size_t cores = 1, const net::tls_files* tls = nullptr);
    ~running_server();

    std::uint16_t port() const { return port_; }
    small_site& site() { return site_; }
    net::http_server& server() { return *server_; }
    bool ended_by_itself();  // after stop_accepting: every io_context ran out of work within ten seconds

private:
    small_site site_;
    std::vector<std::unique_ptr<boost::asio::io_context>> contexts_;
    std::unique_ptr<net::http_server> server_;
    std::vector<std::thread> threads_;
    std::mutex mutex_;
    std::condition_variable ended_;
    std::size_t running_ = 0;
    std::uint16_t port_ = 0;
};

}  // namespace sawt::test
