#include "server/net/http_server.hpp"

#include "server/net/core.hpp"
#include "server/net/http_head.hpp"
#include "server/net/listener.hpp"
#include "server/net/tls.hpp"

#include <boost/asio/dispatch.hpp>

#include <charconv>

namespace sawt::net {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

namespace {

std::string text_of(const tcp::endpoint& at) {
    const auto port = std::to_string(at.port());
    const auto address = at.address().to_string();
    return at.address().is_v6() ? "[" + address + "]:" + port : address + ":" + port;
}

// "0.0.0.0:8080", "[::]:8080", "localhost:8080", or the problem.
std::variant<tcp::endpoint, http_server::listen_problem> endpoint_of(const std::string& where, asio::io_context& context) {
    using problem = http_server::listen_problem;
    const auto colon = where.rfind(':');
    unsigned port = 65536;
    if (colon != std::string::npos && colon + 1 < where.size()) {
        const char* end = where.data() + where.size();
        const auto [stop, wrong] = std::from_chars(where.data() + colon + 1, end, port);
        if (stop != end || wrong != std::errc()) port = 65536;
    }
    if (port > 65535 || colon == 0 || !is_host(where)) return problem{"cannot listen on \"" + where + "\": give HOST:PORT, as 0.0.0.0:8080 or [::]:8080"};
    std::string host = where.substr(0, colon);
    if (host.front() == '[') host = host.substr(1, host.size() - 2);
    error_code ec;
    if (const auto address = asio::ip::make_address(host, ec); !ec) return tcp::endpoint(address, static_cast<std::uint16_t>(port));
    const auto found = tcp::resolver(context).resolve(host, std::to_string(port), tcp::resolver::passive, ec);
    if (ec || found.empty()) return problem{"cannot listen on " + where + ": no such host here"};
    return found.begin()->endpoint();
}

}  // namespace

struct http_server::inside {
    std::shared_ptr<house> shared;
    std::vector<std::shared_ptr<core>> cores;
    std::vector<std::shared_ptr<listener>> listeners;
};

http_server::http_server(std::vector<asio::io_context*> cores, site& target, http_limits limits) : inside_(std::make_shared<inside>()) {
    inside_->shared = std::shared_ptr<house>(new house{target, limits, nullptr, 0, false});
    for (std::size_t i = 0; i < cores.size(); ++i) inside_->cores.push_back(std::make_shared<core>(*cores[i], i, inside_->shared));
}

http_server::~http_server() { stop_accepting(); }

std::variant<std::string, http_server::listen_problem> http_server::listen(const std::string& where, const tls_files* tls) {
    auto at = endpoint_of(where, inside_->cores.front()->context());
    if (auto* wrong = std::get_if<listen_problem>(&at)) return *wrong;
    auto endpoint = std::get<tcp::endpoint>(at);
    if (tls != nullptr) {
        auto made = make_tls(*tls);
        if (auto* wrong = std::get_if<listen_problem>(&made)) return *wrong;
        inside_->shared->tls = std::get<0>(made);
    }

    const bool shared_port = inside_->cores.size() > 1;
    error_code ec;
    // A shared port would let a second server in by mistake and halve the hall between the two. A first listener that shares with nobody
    // finds out; it makes way at once.
    if (shared_port && endpoint.port() != 0) {
        const auto trial = std::make_shared<listener>(inside_->cores.front());
        ec = trial->listen(endpoint, false);
        trial->stop();
    }
    std::vector<std::shared_ptr<listener>> listeners;
    for (const auto& home : inside_->cores) {
        if (ec) break;
        listeners.push_back(std::make_shared<listener>(home));
        ec = listeners.back()->listen(endpoint, shared_port);
        if (!ec) endpoint = listeners.back()->address();
    }
    if (ec == asio::error::address_in_use) return listen_problem{"cannot listen on " + where + ": another program has this port; give --listen HOST:PORT with another"};
    if (ec == asio::error::access_denied) return listen_problem{"cannot listen on " + where + ": ports under 1024 are for the administrator; give --listen HOST:PORT with another"};
    if (ec) return listen_problem{"cannot listen on " + where + ": " + ec.message()};

    for (const auto& one : listeners) one->start();
    inside_->listeners.insert(inside_->listeners.end(), listeners.begin(), listeners.end());
    return text_of(endpoint);
}

void http_server::stop_accepting() {
    if (inside_->shared->stopping.exchange(true)) return;
    for (const auto& home : inside_->cores) asio::dispatch(home->context(), [home] { home->wind_up(); });
    for (std::size_t i = 0; i < inside_->listeners.size(); ++i) {
        const auto& home = inside_->cores[i % inside_->cores.size()];
        asio::dispatch(home->context(), [one = inside_->listeners[i]] { one->stop(); });
    }
}

}  // namespace sawt::net
