// The two kinds of connection, and what has to be done differently on them. Only for the .cpp files that speak on sockets: OpenSSL's and
// Asio's TLS headers take a second to compile.
#pragma once

#include "server/net/core.hpp"

#include <boost/asio/ssl/stream.hpp>

namespace sawt::net {

using tls_stream = boost::asio::ssl::stream<plain_stream>;

template <class Stream>
inline constexpr bool is_tls = false;
template <>
inline constexpr bool is_tls<tls_stream> = true;

inline plain_stream& socket_of(plain_stream& stream) { return stream; }
inline plain_stream& socket_of(tls_stream& stream) { return stream.next_layer(); }

}  // namespace sawt::net
