// The pages and fonts, packed into the program at build time (web/pack.mjs): one HTML response a page, its script and style allowed by
// hash, plain and gzip; the phone's in each language, with the modules and words that it fetches later. Immutable data, any thread.
#pragma once

#include <string_view>

namespace sawt::net {

struct page {
    std::string_view name;  // "phone-ar", "stage", "desk", "records", "check", "fonts/cairo-arabic.woff2", "m/ranking-1f….js", …
    std::string_view type;  // content type
    std::string_view plain;
    std::string_view gzip;         // empty where it would not be smaller
    std::string_view etag;         // with its quotes
    std::string_view script_hash;  // 'sha256-…', as the sources of scripts stand in a content security policy; empty for fonts
    std::string_view style_hash;
    bool immutable = false;  // the name changes with the content
};

// Null for a name that is not there.
const page* find_page(std::string_view name);

}  // namespace sawt::net
