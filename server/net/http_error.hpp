// The errors that the transport itself answers, before any route has seen the request: `{"error":{"reason":…,"text":…}}` with the text in
// the asker's language. Pure, any thread.
#pragma once

#include "server/net/http.hpp"

#include <string_view>

namespace sawt::net {

enum class transport_error {
    bad_request,      // 400
    no_host,          // 400
    bad_upgrade,      // 400
    wrong_version,    // 426: a WebSocket version other than 13
    foreign_origin,   // 403
    request_timeout,  // 408
    body_too_big,     // 413
    no_expectation,   // 417
    head_too_big,     // 431
    no_answer,        // 500: a route lost the request
    full,             // 503
};

response error_response(transport_error what, std::string_view accept_language);

// "ar", "en" or "fr": the one that Accept-Language likes best; `otherwise` where it names none of them.
std::string_view language_of(std::string_view accept_language, std::string_view otherwise = "en");

}  // namespace sawt::net
