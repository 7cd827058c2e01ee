#include "server/net/beast_websocket.hpp"

namespace sawt::net {

template void become_websocket(std::shared_ptr<core>, plain_stream, place, upgrade, request);

}  // namespace sawt::net
