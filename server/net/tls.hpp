// The TLS side of the server: version 1.2 and 1.3, forward-secret suites only. Files are read once, before the first connection.
#pragma once

#include "server/net/http_server.hpp"

#include <memory>
#include <string>
#include <variant>

namespace boost::asio::ssl {
class context;
}

namespace sawt::net {

// A context to serve with, or the problem in one sentence that names the file and what to do.
std::variant<std::shared_ptr<boost::asio::ssl::context>, http_server::listen_problem> make_tls(const tls_files& files);

}  // namespace sawt::net
