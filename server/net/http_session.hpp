// Speaks HTTP/1.1 on one accepted connection until it closes or becomes a WebSocket. Lives on the core that accepted it and keeps itself
// alive by the operation under way.
#pragma once

#include "server/net/core.hpp"

namespace sawt::net {

// With `home->shared()->tls` the connection begins with a TLS handshake. Called on the core's thread, or before it runs.
void serve_connection(std::shared_ptr<core> home, plain_stream socket, place seat);

}  // namespace sawt::net
