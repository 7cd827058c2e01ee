#include "server/net/http_head.hpp"

#include <algorithm>
#include <array>

namespace sawt::net {

namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool same(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool starts_with(std::string_view text, std::string_view start) { return same(text.substr(0, start.size()), start); }

int hex(char c) {
    if (is_digit(c)) return c - '0';
    if (lower(c) >= 'a' && lower(c) <= 'f') return lower(c) - 'a' + 10;
    return -1;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::optional<std::string> percent_decoded(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high = hex(text[i + 1]);
            const int low = hex(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        }
        if (is_control(c)) return std::nullopt;
        plain += c;
    }
    return plain;
}

// The host and the port of an authority; the port empty where none is written.
struct host_port {
    std::string_view host;
    std::string_view port;
};

std::optional<host_port> split(std::string_view authority) {
    host_port parts;
    if (!authority.empty() && authority.front() == '[') {
        const auto end = authority.find(']');
        if (end == std::string_view::npos || end < 3) return std::nullopt;
        parts.host = authority.substr(0, end + 1);
        const auto inside = authority.substr(1, end - 1);
        if (!std::all_of(inside.begin(), inside.end(), [](char c) { return hex(c) >= 0 || c == ':' || c == '.'; })) return std::nullopt;
        authority.remove_prefix(end + 1);
    } else {
        const auto end = std::min(authority.find(':'), authority.size());
        parts.host = authority.substr(0, end);
        const auto known = [](char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_'; };
        if (parts.host.empty() || !std::all_of(parts.host.begin(), parts.host.end(), known)) return std::nullopt;
        authority.remove_prefix(end);
    }
    if (authority.empty()) return parts;
    parts.port = authority.substr(1);
    if (authority.front() != ':' || parts.port.empty() || parts.port.size() > 5) return std::nullopt;
    if (!std::all_of(parts.port.begin(), parts.port.end(), is_digit)) return std::nullopt;
    return parts;
}

// Walks a comma-separated list; stops when `use` says true.
template <class Use>
bool any_of_list(std::string_view list, Use use) {
    while (true) {
        const auto end = list.find(',');
        if (use(trimmed(list.substr(0, end)))) return true;
        if (end == std::string_view::npos) return false;
        list.remove_prefix(end + 1);
    }
}

std::string_view phrase(unsigned status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 301: return "Moved Permanently";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 307: return "Temporary Redirect";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 406: return "Not Acceptable";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 411: return "Length Required";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 417: return "Expectation Failed";
        case 421: return "Misdirected Request";
        case 422: return "Unprocessable Content";
        case 426: return "Upgrade Required";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
        default: return "Status";
    }
}

// What no value of a field may hold: it would end the field and begin another.
bool fits_field(std::string_view text) { return std::none_of(text.begin(), text.end(), [](char c) { return is_control(c) && c != '\t'; }); }

void add(std::string& head, std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::optional<target_parts> parse_target(std::string_view target) {
    target_parts parts;
    const bool plain = starts_with(target, "http://");
    if (plain || starts_with(target, "https://")) {
        target.remove_prefix(plain ? 7 : 8);
        const auto end = std::min(target.find_first_of("/?"), target.size());
        parts.authority = target.substr(0, end);
        target.remove_prefix(end);
        if (!is_host(parts.authority)) return std::nullopt;
        if (target.empty() || target.front() == '?') {
            parts.path = "/";
            parts.query = target.substr(std::min<std::size_t>(1, target.size()));
            return parts;
        }
    }
    if (target.empty() || target.front() != '/') return std::nullopt;
    target = target.substr(0, target.find('#'));  // a fragment never belongs here; some clients send it all the same
    const auto question = target.find('?');
    auto path = percent_decoded(target.substr(0, question));
    if (!path) return std::nullopt;
    parts.path = *std::move(path);
    if (question != std::string_view::npos) parts.query = target.substr(question + 1);
    return parts;
}

bool is_host(std::string_view text) { return text.size() <= 255 && split(text).has_value(); }

bool is_own_origin(std::string_view origin, std::string_view host, bool secure) {
    bool over_tls = false;
    if (origin.substr(0, 7) == "http://") {
        origin.remove_prefix(7);
    } else if (origin.substr(0, 8) == "https://") {
        origin.remove_prefix(8);
        over_tls = true;
    } else {
        return false;
    }
    if (secure && !over_tls) return false;
    const auto theirs = split(origin);
    const auto ours = split(host);
    if (!theirs || !ours) return false;
    // Behind a proxy that ends TLS our side is plain while the page's is not, so the missing port of either is that of the page's scheme.
    const std::string_view usual = over_tls ? "443" : "80";
    const auto or_usual = [&](std::string_view port) { return port.empty() ? usual : port; };
    return same(theirs->host, ours->host) && or_usual(theirs->port) == or_usual(ours->port);
}

bool names_gzip(std::string_view accept_encoding) {
    return any_of_list(accept_encoding, [](std::string_view one) {
        const auto end = one.find(';');
        if (!same(trimmed(one.substr(0, end)), "gzip")) return false;
        if (end == std::string_view::npos) return true;
        const auto weight = trimmed(one.substr(end + 1));
        // q=0, q=0.0, … is a refusal.
        return !(starts_with(weight, "q=0") && weight.find_first_not_of("0.", 2) == std::string_view::npos);
    });
}

bool has_token(std::string_view list, std::string_view token) {
    return any_of_list(list, [&](std::string_view one) { return same(one, token); });
}

std::string_view bearer_of(std::string_view authorization) {
    if (!starts_with(authorization, "bearer ")) return {};
    return trimmed(authorization.substr(7));
}

bool is_socket_key(std::string_view key) {
    if (key.size() != 24 || key.substr(22) != "==") return false;
    return std::all_of(key.begin(), key.begin() + 22, [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '/'; });
}

bool has_body(unsigned status) { return status >= 200 && status != 204 && status != 304; }

std::string response_head(const response& answer, const answer_form& form) {
    // Each stands unless the response sets its own. The last two keep other sites' pages from framing or reading what we answer.
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> usual{{
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cache-Control", "no-store"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
    }};
    const auto size = answer.file ? answer.file->size() : answer.fixed.empty() ? answer.body.size() : answer.fixed.size();
    std::string head;
    head.reserve(512);
    head.append("HTTP/1.1 ").append(std::to_string(answer.status)).append(" ").append(phrase(answer.status)).append("\r\n");
    if (has_body(answer.status)) {
        if (!answer.type.empty() && fits_field(answer.type)) add(head, "Content-Type", answer.type);
        add(head, "Content-Length", std::to_string(size));
    }
    for (const auto& [name, value] : answer.headers)
        if (fits_field(name) && fits_field(value)) add(head, name, value);
    for (const auto& [name, value] : usual) {
        const auto set = [&, usual_name = name](const auto& field) { return same(field.first, usual_name); };
        if (std::none_of(answer.headers.begin(), answer.headers.end(), set)) add(head, name, value);
    }
    if (form.secure) {
        add(head, "Strict-Transport-Security", "max-age=31536000");
        add(head, "Cross-Origin-Opener-Policy", "same-origin");  // browsers complain of it on plain http, where they ignore it
    }
    if (!form.keep_alive) add(head, "Connection", "close");
    if (form.keep_alive && form.old_client) add(head, "Connection", "keep-alive");
    return head.append("\r\n");
}

}  // namespace sawt::net
