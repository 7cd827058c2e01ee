// Makes a WebSocket of a connection whose upgrade request has been found good (http_session.cpp does that).
#pragma once

#include "server/net/core.hpp"

#include <string>

namespace sawt::net {

struct upgrade {
    std::string key;         // Sec-WebSocket-Key
    bool offers_sawt = false;  // the subprotocol sawt.1 is among those offered, and is taken
};

// Answers the upgrade and then hands the socket to the site. `Stream` is plain_stream or tls_stream (streams.hpp).
template <class Stream>
void become_websocket(std::shared_ptr<core> home, Stream stream, place seat, upgrade asked, request head);

}  // namespace sawt::net
