#include "server/net/static_site.hpp"

#include "server/net/http_error.hpp"
#include "server/net/http_head.hpp"
#include "server/net/pages.hpp"

#include <algorithm>

namespace sawt::net {

namespace {

// Three bars that rise, as on the stage.
constexpr std::string_view mark =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3.5" fill="#0b5c56"/>)"
    R"(<path d="M4 12V9M8 12V6.5M12 12V4" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/></svg>)";

constexpr page mark_page{"favicon", "image/svg+xml", mark, {}, R"(W/"mark-1")", {}, {}, false};

bool is_code(std::string_view text) {
    return text.size() == 6 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "/stage/482913" belongs to `start` "/stage/".
bool is_code_under(std::string_view path, std::string_view start) { return path.substr(0, start.size()) == start && is_code(path.substr(start.size())); }

// The phone's page comes in one language: that of "?lang=", else the one the browser likes best, else Arabic.
const page* phone_page(const request& asked) {
    auto query = std::string_view(asked.query);
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const auto one = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (one == "lang=ar" || one == "lang=en" || one == "lang=fr") return find_page("phone-" + std::string(one.substr(5)));
    }
    return find_page("phone-" + std::string(language_of(asked.accept_language, "ar")));
}

const page* page_at(const request& asked) {
    const std::string_view path = asked.path;
    if (path == "/" || is_code_under(path, "/")) return phone_page(asked);
    if (is_code_under(path, "/stage/")) return find_page("stage");
    if (path == "/desk" || is_code_under(path, "/desk/")) return find_page("desk");
    if (is_code_under(path, "/records/")) return find_page("records");
    if (path == "/check") return find_page("check");
    if (path == "/favicon.ico") return &mark_page;
    if (path.substr(0, 7) == "/fonts/" || path.substr(0, 3) == "/m/") return find_page(path.substr(1));
    return nullptr;
}

std::string_view caching(const page& found) {
    if (found.immutable) return "public, max-age=31536000, immutable";
    if (!found.script_hash.empty()) return "no-cache";  // a page: kept, but asked for again each time
    return "public, max-age=86400";
}

}  // namespace

std::string page_policy(std::string_view script_hash, std::string_view style_hash, std::string_view host) {
    std::string policy = "default-src 'none'; script-src ";
    policy.append(script_hash).append("; style-src ").append(style_hash.empty() ? "'none'" : style_hash);
    policy.append("; font-src 'self' data:; img-src 'self' data:; connect-src 'self'");
    if (is_host(host)) policy.append(" ws://").append(host).append(" wss://").append(host);
    policy.append("; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'");
    return policy;
}

bool etag_matches(std::string_view if_none_match, std::string_view etag) {
    const auto opaque = [](std::string_view tag) {
        while (!tag.empty() && (tag.front() == ' ' || tag.front() == '\t')) tag.remove_prefix(1);
        while (!tag.empty() && (tag.back() == ' ' || tag.back() == '\t')) tag.remove_suffix(1);
        if (tag.substr(0, 2) == "W/") tag.remove_prefix(2);
        return tag;
    };
    if (opaque(if_none_match) == "*") return true;
    while (!if_none_match.empty()) {
        const auto end = std::min(if_none_match.find(','), if_none_match.size());
        if (const auto tag = opaque(if_none_match.substr(0, end)); tag.size() >= 2 && tag == opaque(etag)) return true;
        if_none_match.remove_prefix(std::min(end + 1, if_none_match.size()));
    }
    return false;
}

bool serve_page(const request& asked, response& answer) {
    const page* found = page_at(asked);
    if (found == nullptr) return false;
    if (asked.method != "GET" && asked.method != "HEAD") {
        answer = {};
        answer.status = 405;
        answer.headers.emplace_back("Allow", "GET, HEAD");
        answer.body = R"({"error":{"reason":"wrong-method","text":"This address can only be read (GET)."}})";
        return true;
    }
    response made;
    made.type = found->type;
    made.headers.emplace_back("ETag", found->etag);
    made.headers.emplace_back("Cache-Control", caching(*found));
    const bool by_language = found->name.substr(0, 6) == "phone-";
    if (!found->gzip.empty() || by_language) made.headers.emplace_back("Vary", by_language ? "Accept-Encoding, Accept-Language" : "Accept-Encoding");
    if (!found->script_hash.empty()) made.headers.emplace_back("Content-Security-Policy", page_policy(found->script_hash, found->style_hash, asked.host));
    if (etag_matches(asked.if_none_match, found->etag)) {
        made.status = 304;
    } else if (asked.accepts_gzip && !found->gzip.empty()) {
        made.headers.emplace_back("Content-Encoding", "gzip");
        made.fixed = found->gzip;
    } else {
        made.fixed = found->plain;
    }
    answer = std::move(made);
    return true;
}

}  // namespace sawt::net
