// Answers the addresses of the pages, the font and the mark out of what is packed into the program (pages.hpp). An address is looked up as a
// whole in a table, so no path leads anywhere else. Pure, any thread.
#pragma once

#include "server/net/http.hpp"

namespace sawt::net {

// False when the address belongs to none of them; then `answer` is as it was.
bool serve_page(const request& asked, response& answer);

// What a page at this Host may load and where it may connect. Older Safari does not let 'self' cover WebSockets, so they are named.
std::string page_policy(std::string_view script_hash, std::string_view style_hash, std::string_view host);

// If-None-Match against an ETag, compared weakly (RFC 9110, 13.1.2).
bool etag_matches(std::string_view if_none_match, std::string_view etag);

}  // namespace sawt::net
