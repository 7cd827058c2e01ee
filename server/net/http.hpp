// What the server's routes see of HTTP and WebSocket: plain requests in, plain responses out, and sockets behind one small class. Beast
// stays behind this header (http_session.cpp, websocket.cpp, listener.cpp), so its inside can be exchanged.
#pragma once

#include "server/net/body_file.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sawt::net {

using frame = std::shared_ptr<const std::string>;  // one text message, shared by all who get it

struct request {
    std::string method;
    std::string path;    // percent-decoded, "/api/workshops/482913/results"; "/" at least
    std::string query;   // without '?', raw
    std::string host;    // validated Host header: letters, digits, '.', '-', ':', '[', ']'; empty when absent or wrong
    std::string bearer;  // Authorization: Bearer …
    std::string accept_language;
    std::string if_none_match;
    bool accepts_gzip = false;
    bool secure = false;  // came over TLS
    std::string body;
};

struct response {
    unsigned status = 200;
    std::string type = "application/json; charset=utf-8";
    std::vector<std::pair<std::string, std::string>> headers;  // besides what the server adds itself: length, date, nosniff, referrer policy, …
    std::string body;
    std::string_view fixed;  // used instead of `body` when not empty; lives as long as the program
    std::shared_ptr<const body_file> file;  // used instead of both when there
};

// One WebSocket, on the core that accepted it. All members are called on its executor, and all callbacks come there. Nothing is queued
// inside: one message at a time is written, the owner (a session with its outbox) decides what goes next.
class websocket {
public:
    struct events {
        std::function<void(std::string_view)> on_text;  // a whole text message
        std::function<void()> on_written;               // the message given to write() is with the kernel; the next may be given
        std::function<void()> on_closed;                // once, last; the peer closed, broke off, went silent for 60 s, or close() is done
        std::function<void(std::uint16_t code)> on_bad; // before on_closed: too big (1009), binary (1003), not UTF-8 (1007)
    };

    virtual ~websocket() = default;

    // Starts reading. Called once, right after the upgrade. The socket keeps itself alive until on_closed, and then drops its callbacks.
    virtual void start(events e) = 0;

    virtual void write(frame text) = 0;  // only when no write is under way
    virtual bool writing() const = 0;

    // Lets a write under way end (at most 2 s), sends a close frame, and closes within 2 s more whatever the peer does.
    virtual void close(std::uint16_t code, std::string_view reason) = 0;

    virtual boost::asio::any_io_executor executor() const = 0;
};

// The answerer of all requests. Its members are called on the core of the connection and must not block.
class site {
public:
    virtual ~site() = default;

    // `answer` may be called later and from any thread, once. A thread that calls it is joined before the connection's io_context ends.
    virtual void serve(request asked, std::function<void(response)> answer) = 0;

    // True when an upgrade on this path is welcome (any other path answers through serve).
    virtual bool takes_sockets(std::string_view path) const = 0;

    // A fresh WebSocket on `core` (0 … threads-1), not yet started.
    virtual void connected(const request& asked, std::shared_ptr<websocket> socket, std::size_t core) = 0;
};

}  // namespace sawt::net
