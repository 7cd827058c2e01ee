#include "server/net/static_site.hpp"
#include "tests/catch.hpp"

#include <optional>

using namespace sawt::net;

namespace {

std::optional<response> serve(std::string path, request asked = {}) {
    asked.path = std::move(path);
    if (asked.method.empty()) asked.method = "GET";
    if (asked.host.empty()) asked.host = "192.168.1.7:8080";
    response answer;
    if (!serve_page(asked, answer)) return std::nullopt;
    return answer;
}

std::string field(const response& answer, std::string_view name) {
    for (const auto& [key, value] : answer.headers)
        if (key == name) return value;
    return {};
}

}  // namespace

TEST_CASE("each address has its page") {
    struct trial {
        const char* path;
        const char* words;
    };
    const auto t = GENERATE(values<trial>({{"/", "phone"}, {"/482913", "phone"}, {"/000000", "phone"}, {"/stage/482913", "stage"}, {"/desk", "desk"},
                                           {"/desk/482913", "desk"}, {"/records/482913", "records"}, {"/check", "check"}, {"/fonts/a.woff2", "plain font"}, {"/m/ranking-12ab.js", "module"}, {"/favicon.ico", "<svg"}}));
    CAPTURE(t.path);
    const auto answer = serve(t.path);
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->fixed.find(t.words) != std::string_view::npos);
    CHECK_FALSE(field(*answer, "ETag").empty());
}

TEST_CASE("no other path leads to a file") {
    const auto path = GENERATE(values<std::string>({"", "/48291", "/4829133", "/48291a", "/stage", "/stage/", "/stage/482913/", "/stage/48291x", "/records", "/check/", "/check/482913", "/desk/", "/desk/1",
                                                    "/phone", "/phone-ar", "/m/phone-ar", "/m/", "/m", "/m/ranking.js", "/m/../stage", "/fonts", "/fonts/", "/fonts/x", "/fonts/../phone", "/fonts/../../etc/passwd", "/../482913", "//482913", "/./482913",
                                                    "/fonts//a.woff2", "/fonts/./a.woff2", "/FONTS/a.woff2", "/fonts/a.woff2/", "/fonts/a.woff2\\", "/..\\..\\x", "/%2e%2e/x",
                                                    "/stage/../482913", "/482913?", "/４８２９１３", "/favicon.ico/x"}));
    CAPTURE(path);
    CHECK_FALSE(serve(path));
}

TEST_CASE("a page allows its own script and style by hash, and its own server alone") {
    const auto answer = serve("/stage/482913");
    CHECK(field(*answer, "Content-Security-Policy") ==
          "default-src 'none'; script-src 'sha256-c2NyaXB0'; style-src 'sha256-c3R5bGU='; font-src 'self' data:; img-src 'self' data:; "
          "connect-src 'self' ws://192.168.1.7:8080 wss://192.168.1.7:8080; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
          "require-trusted-types-for 'script'");
    CHECK(field(*answer, "Cache-Control") == "no-cache");
    for (const char* wrong : {"", "h; script-src *", "h 'unsafe-inline'", "h,x", "h/x"}) {
        CAPTURE(wrong);
        const auto policy = page_policy("'sha256-a'", "", wrong);
        CHECK(policy.find("connect-src 'self';") != std::string::npos);
        CHECK(policy.find("style-src 'none';") != std::string::npos);
    }
    CHECK(field(*serve("/fonts/a.woff2"), "Content-Security-Policy").empty());
    CHECK(field(*serve("/check"), "Content-Security-Policy").find("script-src 'sha256-c2NyaXB0' 'wasm-unsafe-eval';") != std::string::npos);
    CHECK(field(*serve("/482913"), "Content-Security-Policy").find("script-src 'sha256-c2NyaXB0' 'self';") != std::string::npos);
}

TEST_CASE("the phone's page comes in the reader's language") {
    struct trial {
        const char* query;
        const char* accepts;
        const char* words;
    };
    const auto t = GENERATE(values<trial>({{"", "", "phone<"}, {"", "de-DE,de;q=0.9", "phone<"}, {"", "en-GB,en;q=0.8,ar;q=0.5", "in English"}, {"", "fr-FR", "in French"},
                                           {"", "en;q=0.2, ar;q=0.9", "phone<"}, {"lang=fr", "ar", "in French"}, {"as=a&lang=en", "", "in English"}, {"lang=de", "fr", "in French"},
                                           {"slang=en", "", "phone<"}, {"lang=en-GB&&=&", "", "phone<"}}));
    CAPTURE(t.query, t.accepts);
    request asked;
    asked.query = t.query;
    asked.accept_language = t.accepts;
    const auto answer = serve("/482913", asked);
    CHECK(answer->fixed.find(t.words) != std::string_view::npos);
    CHECK(field(*answer, "Vary") == "Accept-Encoding, Accept-Language");
}

TEST_CASE("who has the newest page already gets no other") {
    request asked;
    asked.if_none_match = GENERATE(values<std::string>({R"(W/"p1")", R"("p1")", R"("x", W/"p1")", "*", R"( "a" ,"p1" )"}));
    const auto answer = serve("/", asked);
    CHECK(answer->status == 304);
    CHECK(answer->fixed.empty());
    CHECK(field(*answer, "ETag") == R"(W/"p1")");
    CHECK_FALSE(field(*answer, "Content-Security-Policy").empty());
}

TEST_CASE("another tag gets the page") {
    request asked;
    asked.if_none_match = GENERATE(values<std::string>({"", "p1", R"("p2")", R"("p1)", R"("xp1")", ",", "W/"}));
    CHECK(serve("/", asked)->status == 200);
}

TEST_CASE("pages go out compressed to those who take it") {
    request asked;
    asked.accepts_gzip = true;
    const auto small = serve("/", asked);
    CHECK(small->fixed == "\x1f\x8bphone");
    CHECK(field(*small, "Content-Encoding") == "gzip");
    const auto plain = serve("/");
    CHECK(field(*plain, "Content-Encoding").empty());
    CHECK(field(*serve("/desk", asked), "Content-Encoding").empty());  // has no smaller form
}

TEST_CASE("what has a hash in its name is kept for ever") {
    CHECK(field(*serve("/m/ranking-12ab.js"), "Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(field(*serve("/fonts/a-12ab.woff2"), "Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(field(*serve("/fonts/a.woff2"), "Cache-Control") == "public, max-age=86400");
}

TEST_CASE("a page cannot be written to") {
    request asked;
    asked.method = "POST";
    const auto answer = serve("/482913", asked);
    CHECK(answer->status == 405);
    CHECK(field(*answer, "Allow") == "GET, HEAD");
    asked.method = "HEAD";
    CHECK(serve("/482913", asked)->status == 200);
}
