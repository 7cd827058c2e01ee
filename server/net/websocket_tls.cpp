#include "server/net/beast_websocket.hpp"

#include <boost/beast/websocket/ssl.hpp>

namespace sawt::net {

template void become_websocket(std::shared_ptr<core>, tls_stream, place, upgrade, request);

}  // namespace sawt::net
