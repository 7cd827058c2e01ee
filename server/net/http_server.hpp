// Listens, speaks HTTP/1.1 and upgrades to WebSocket, plain or TLS. One io_context a core, each with its own listening socket on the same
// port (SO_REUSEPORT); a connection lives and dies on the core that accepted it.
#pragma once

#include "server/net/http.hpp"

#include <boost/asio/io_context.hpp>

#include <string>
#include <variant>
#include <vector>

namespace sawt::net {

struct tls_files {
    std::string certificate;
    std::string key;
};

struct http_limits {
    std::size_t body_bytes_max = 1024 * 1024 + 1024;
    std::size_t head_bytes_max = 16 * 1024;
    std::size_t message_bytes_max = 64 * 1024;  // of a WebSocket message
    std::size_t connections_max = 50'000;       // on the whole server; never by address: a hall stands behind one
    int head_timeout_s = 5;                     // for a whole request head, so that slow heads hold nothing
    int body_timeout_s = 20;
    int keep_alive_s = 30;
    int socket_silence_s = 60;
    int write_stall_s = 20;  // without one byte acknowledged by the peer
};

class http_server {
public:
    // One core per context; `target` outlives the server. Contexts are run by the caller.
    http_server(std::vector<boost::asio::io_context*> cores, site& target, http_limits limits = {});
    ~http_server();

    // Binds and listens on "HOST:PORT" ("[::]:8080" too; port 0 picks one). Returns the real "HOST:PORT", or the problem in one sentence.
    struct listen_problem {
        std::string text;
    };
    std::variant<std::string, listen_problem> listen(const std::string& where, const tls_files* tls = nullptr);

    // Stops accepting and closes idle HTTP connections. WebSockets are the site's to say goodbye to.
    void stop_accepting();

private:
    struct inside;
    std::shared_ptr<inside> inside_;
};

}  // namespace sawt::net
