#include "server/net/http_error.hpp"
#include "server/net/http_head.hpp"
#include "tests/catch.hpp"

using namespace sawt::net;

TEST_CASE("only a page of the same host and port may open a socket") {
    struct trial {
        const char* origin;
        const char* host;
        bool allowed;
    };
    const auto t = GENERATE(values<trial>({
        {"http://192.168.1.7:8080", "192.168.1.7:8080", true},
        {"http://hall.example", "hall.example", true},
        {"http://hall.example", "hall.example:80", true},
        {"http://hall.example:80", "hall.example", true},
        {"https://hall.example", "hall.example", true},  // behind a proxy that ends TLS
        {"https://hall.example", "hall.example:443", true},
        {"http://HALL.example", "hall.EXAMPLE", true},
        {"http://[::1]:8080", "[::1]:8080", true},
        {"http://hall_2.local:8080", "hall_2.local:8080", true},
        {"", "hall.example", false},
        {"null", "hall.example", false},
        {"null", "null", false},
        {"*", "hall.example", false},
        {"hall.example", "hall.example", false},
        {"//hall.example", "hall.example", false},
        {"ws://hall.example", "hall.example", false},
        {"file://", "hall.example", false},
        {"file://hall.example", "hall.example", false},
        {"ftp://hall.example", "hall.example", false},
        {"data:text/html,hall.example", "hall.example", false},
        {"chrome-extension://hall.example", "hall.example", false},
        {"HTTP://hall.example", "hall.example", false},
        {"http:hall.example", "hall.example", false},
        {"http:/hall.example", "hall.example", false},
        {"http:///hall.example", "hall.example", false},
        {"http://evil.example", "hall.example", false},
        {"http://hall.example.evil.example", "hall.example", false},
        {"http://evil-hall.example", "hall.example", false},
        {"http://evilhall.example", "hall.example", false},
        {"http://sub.hall.example", "hall.example", false},
        {"http://example", "hall.example", false},
        {"http://hall.example.", "hall.example", false},
        {"http://hall.example:8080", "hall.example", false},
        {"http://hall.example", "hall.example:8080", false},
        {"http://hall.example:8081", "hall.example:8080", false},
        {"http://hall.example:443", "hall.example", false},
        {"https://hall.example", "hall.example:80", false},
        {"https://hall.example:80", "hall.example:443", false},
        {"http://hall.example:", "hall.example", false},
        {"http://hall.example:080", "hall.example", false},
        {"http://hall.example:80a", "hall.example:80", false},
        {"http://hall.example:8080808080", "hall.example", false},
        {"http://hall.example/", "hall.example", false},
        {"http://hall.example/page", "hall.example", false},
        {"http://hall.example?x", "hall.example", false},
        {"http://hall.example#x", "hall.example", false},
        {"http://hall.example@evil.example", "hall.example", false},
        {"http://evil.example@hall.example", "hall.example", false},
        {"http://hall.example:pass@evil.example", "hall.example", false},
        {"http://hall.example\\.evil.example", "hall.example", false},
        {"http://hall.example%00.evil.example", "hall.example", false},
        {"http://hall.example%2eevil", "hall.example", false},
        {" http://hall.example", "hall.example", false},
        {"http://hall.example ", "hall.example", false},
        {"http://hall.example, http://evil.example", "hall.example", false},
        {"http://hall.example http://evil.example", "hall.example", false},
        {"http://hаll.example", "hall.example", false},  // a Cyrillic letter
        {"http://127.0.0.1", "localhost", false},
        {"http://2130706433", "127.0.0.1", false},
        {"http://[::1]", "[::2]", false},
        {"http://[::1", "[::1", false},
        {"http://[]", "[]", false},
        {"http://", "", false},
        {"http://hall.example", "", false},
        {"http://hall.example", "hall.example:99999999", false},
    }));
    CAPTURE(t.origin, t.host);
    CHECK(is_own_origin(t.origin, t.host, false) == t.allowed);
}

TEST_CASE("a server with TLS takes pages that came over TLS alone") {
    CHECK(is_own_origin("https://hall.example", "hall.example", true));
    CHECK(is_own_origin("https://hall.example:8443", "hall.example:8443", true));
    CHECK_FALSE(is_own_origin("http://hall.example", "hall.example", true));
    CHECK_FALSE(is_own_origin("http://hall.example:443", "hall.example:443", true));
}

TEST_CASE("a request's target is taken apart and decoded") {
    auto plain = parse_target("/api/x?key=1&q=%20");
    REQUIRE(plain);
    CHECK(plain->path == "/api/x");
    CHECK(plain->query == "key=1&q=%20");
    CHECK(parse_target("/a%20%C3%A9")->path == "/a é");
    CHECK(parse_target("/a#b?c")->path == "/a");
    CHECK(parse_target("http://h.example:80/x?y")->path == "/x");
    CHECK(parse_target("http://h.example:80/x?y")->authority == "h.example:80");
    CHECK(parse_target("HTTPS://h.example")->path == "/");
    CHECK(parse_target("http://h.example?y")->query == "y");
    for (const char* wrong : {"", "x", "*", "host:443", "/%", "/%4", "/%zz", "/%00", "/%0a", "/a%7f", "http://", "http:///x", "http://a@b/", "ftp://h/x"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_target(wrong));
    }
}

TEST_CASE("a Host is letters, digits and a port") {
    for (const char* good : {"a", "a.b-c_d:1", "192.168.1.7:65535", "[::1]", "[fe80::1]:8080", "[::ffff:1.2.3.4]"}) CHECK(is_host(good));
    for (const char* bad : {"", ":80", "a:", "a:b", "a:123456", "a b", "a/b", "a;b", "a'b", "a\"b", "[", "[]", "[::1]x", "[g::1]", "a,b", "é", "*"}) CHECK_FALSE(is_host(bad));
    CHECK_FALSE(is_host(std::string(256, 'a')));
}

TEST_CASE("gzip is sent to those who ask for it") {
    for (const char* yes : {"gzip", "br, gzip", "GZIP;q=0.5", "deflate,gzip ;q=1.0", "gzip; q=0.001"}) CHECK(names_gzip(yes));
    for (const char* no : {"", "br", "xgzip", "gzipx", "gzip;q=0", "gzip; q=0.000", "identity"}) CHECK_FALSE(names_gzip(no));
}

TEST_CASE("a WebSocket key is sixteen bytes in base 64") {
    CHECK(is_socket_key("dGhlIHNhbXBsZSBub25jZQ=="));
    for (const char* no : {"", "dGhlIHNhbXBsZSBub25jZQ", "dGhlIHNhbXBsZSBub25jZQ=", "dGhlIHNhbXBsZSBub25j*Q==", "dGhlIHNhbXBsZSBub25jZQ==="}) CHECK_FALSE(is_socket_key(no));
}

TEST_CASE("errors speak the asker's language") {
    CHECK(language_of("") == "en");
    CHECK(language_of("de") == "en");
    CHECK(language_of("ar-PS,ar;q=0.9,en;q=0.8") == "ar");
    CHECK(language_of("de, fr;q=0.7, en;q=0.3") == "fr");
    CHECK(language_of("en;q=0.2,ar;q=0.9") == "ar");
    CHECK(language_of("arc") == "en");
    CHECK(language_of("fr;q=nonsense") == "en");
    CHECK(error_response(transport_error::full, "ar").body.find("الخادم") != std::string::npos);
    CHECK(error_response(transport_error::body_too_big, "").body == R"({"error":{"reason":"too-big","text":"The request is too big."}})");
}

TEST_CASE("every response forbids sniffing, framing and keeping, unless it says otherwise") {
    response plain;
    plain.body = "{}";
    const auto head = response_head(plain, {true, false, false});
    for (const char* line : {"HTTP/1.1 200 OK\r\n", "\r\nContent-Length: 2\r\n", "\r\nX-Content-Type-Options: nosniff\r\n", "\r\nReferrer-Policy: no-referrer\r\n",
                             "\r\nCache-Control: no-store\r\n", "frame-ancestors 'none'"}) {
        CAPTURE(line);
        CHECK(head.find(line) != std::string::npos);
    }
    for (const char* line : {"\r\nStrict-Transport-Security: max-age=", "\r\nCross-Origin-Opener-Policy: same-origin\r\n"}) {
        CAPTURE(line);
        CHECK(head.find(line) == std::string::npos);
        CHECK(response_head(plain, {true, false, true}).find(line) != std::string::npos);
    }
    plain.headers.emplace_back("cache-control", "no-cache");
    CHECK(response_head(plain, {}).find("no-store") == std::string::npos);
    plain.status = 204;
    CHECK(response_head(plain, {}).find("Content-Length") == std::string::npos);
}
