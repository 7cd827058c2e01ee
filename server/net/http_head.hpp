// The rules for what stands in the head of a request, and the head of every response. Pure text in, text out; any thread.
#pragma once

#include "server/net/http.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sawt::net {

struct target_parts {
    std::string path;       // percent-decoded
    std::string query;      // raw
    std::string authority;  // of an absolute address ("GET http://host/path"), else empty
};

// Nothing when the target is no address of ours, or a percent sign has no two digits after it, or a control character hides behind one.
std::optional<target_parts> parse_target(std::string_view target);

// "example.org:8080", "[::1]:80": letters, digits, '.', '-', '_', a port of up to five digits. Empty is not valid.
bool is_host(std::string_view text);

// May a page of this Origin open a socket to this Host? Its scheme is http or https, and host and port are the same as in the Host header,
// where a missing port is the scheme's own. Over TLS the page itself must have come over TLS.
bool is_own_origin(std::string_view origin, std::string_view host, bool secure);

std::string_view trimmed(std::string_view text);         // without the spaces and tabs around it
bool names_gzip(std::string_view accept_encoding);         // and does not refuse it with q=0
bool has_token(std::string_view list, std::string_view token);  // in a comma-separated list, whatever the case
std::string_view bearer_of(std::string_view authorization);     // "Bearer abc" gives "abc", all else nothing

// The 24 characters that a WebSocket client sends: 16 bytes in base 64.
bool is_socket_key(std::string_view key);

struct answer_form {
    bool keep_alive = true;
    bool old_client = false;  // HTTP/1.0, which has to be told that the connection stays
    bool secure = false;
};

// Status line and header fields with the empty line; adds what every response of the server carries.
std::string response_head(const response& answer, const answer_form& form);

// 1xx, 204 and 304 have no body and no length.
bool has_body(unsigned status);

}  // namespace sawt::net
