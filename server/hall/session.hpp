// One client's socket in one room: what it says goes to the room's home core, what the room says waits in its outbox until the socket
// takes it. Lives and dies on the core of its socket.
#pragma once

#include "server/core/message.hpp"
#include "server/net/http.hpp"
#include "server/room/outbox.hpp"

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace sawt::hall {

class room_host;

// Close codes of PROTOCOL.md ("Byes and close codes"), and whether the client should come back.
struct goodbye {
    std::string_view reason;
    std::uint16_t code;
    bool comes_back;
};

goodbye goodbye_for(std::string_view reason);

class session : public std::enable_shared_from_this<session> {
public:
    // `in` is null where the code is unknown: the session then only says so.
    session(net::websocket& socket, std::shared_ptr<room_host> in, std::uint32_t core, std::uint64_t number);

    void start();

    // From the room, on this core.
    void push(net::frame text);
    void put_newest(const std::string& subject, net::frame text);
    void say_bye(std::string_view reason, core::language in);

    std::uint64_t number() const { return number_; }
    std::optional<core::role> role;  // set by the welcome

private:
    void on_text(std::string_view text);
    void on_closed();
    bool too_many();
    void write_on();

    net::websocket* socket_;  // keeps itself alive until on_closed; not touched after (closed_)
    std::shared_ptr<room_host> in_;
    std::uint32_t core_;
    std::uint64_t number_;
    room::outbox waiting_;
    boost::asio::steady_timer hello_timer_;
    std::chrono::steady_clock::time_point window_began_;
    int window_messages_ = 0;
    core::language lang_ = core::language::ar;
    bool greeted_ = false;
    std::optional<goodbye> leaving_;
    bool closed_ = false;
};

}  // namespace sawt::hall
