#include "tests/catch.hpp"
#include "tests/net/running_server.hpp"
#include "tests/net/tls_client.hpp"

#include <openssl/ssl.h>

using namespace sawt;
using namespace sawt::test;

TEST_CASE("TLS serves pages and sockets") {
    const tls_folder folder;
    const net::tls_files files{folder.file("cert.pem"), folder.file("key.pem")};
    running_server running({}, 2, &files);
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        tls_client client(running.port(), version);
        REQUIRE(client.shaken());
        CHECK(client.version() == (version == TLS1_2_VERSION ? "TLSv1.2" : "TLSv1.3"));
        CAPTURE(client.suite());
        CHECK((version == TLS1_3_VERSION || client.suite().substr(0, 6) == "ECDHE-"));
        http_reader reader(client);
        client.send(get("/echo"));
        const auto answer = reader.next();
        REQUIRE(answer);
        CHECK(answer->status == 200);
        CHECK(answer->field("Strict-Transport-Security") == "max-age=31536000");
        client.send(get("/big"));
        CHECK(reader.next()->body.size() == 3'000'000);
        ws_client ws(client, "/ws/echo", "Origin: https://hall.example\r\n");
        REQUIRE(ws.open());
        ws.send(std::string(60'000, 'm'));
        CHECK(ws.next()->payload.size() == 60'000);
        ws.send("leave");
        CHECK(ws.next()->close_code() == 4404);
        client.send(masked(close_frame, "\x11\x34"));
        CHECK_FALSE(ws.next());
    }
    CHECK(running.site().wait_until([](const auto& h) { return h.closed == 2; }));
    tls_client foreign(running.port(), TLS1_3_VERSION);
    CHECK(ws_client(foreign, "/ws/echo", "Origin: http://hall.example\r\n").answer().status == 403);
    tls_client closing(running.port(), TLS1_3_VERSION);
    closing.send(get("/echo", "Connection: close\r\n"));
    http_reader last(closing);
    CHECK(last.next()->status == 200);
    CHECK(last.closed());
}

TEST_CASE("old versions of TLS are refused, and so is plain text") {
    const tls_folder folder;
    const net::tls_files files{folder.file("cert.pem"), folder.file("key.pem")};
    net::http_limits limits;
    limits.head_timeout_s = 1;
    running_server running(limits, 1, &files);
    CHECK_FALSE(tls_client(running.port(), TLS1_1_VERSION).shaken());
    CHECK_FALSE(tls_client(running.port(), TLS1_VERSION).shaken());
    raw_client plain(running.port());
    plain.send(get("/echo"));
    CHECK_FALSE(http_reader(plain).next());
    raw_client mute(running.port());
    CHECK(mute.read_some().empty());  // says nothing, and is closed in time
    CHECK(tls_client(running.port(), TLS1_3_VERSION).shaken());
}

TEST_CASE("a server over TLS drains as well") {
    const tls_folder folder;
    const net::tls_files files{folder.file("cert.pem"), folder.file("key.pem")};
    running_server running({}, 1, &files);
    tls_client resting(running.port(), TLS1_3_VERSION);
    http_reader reader(resting);
    resting.send(get("/echo"));
    CHECK(reader.next()->status == 200);
    running.server().stop_accepting();
    CHECK(reader.closed());
    CHECK(running.ended_by_itself());
}

TEST_CASE("what is wrong with a certificate or key is said in a sentence") {
    const tls_folder folder;
    boost::asio::io_context context;
    small_site site;
    const auto problem = [&](const char* certificate, const char* key) {
        net::http_server server({&context}, site);
        const net::tls_files files{folder.file(certificate), folder.file(key)};
        const auto got = server.listen("127.0.0.1:0", &files);
        const auto* wrong = std::get_if<net::http_server::listen_problem>(&got);
        return wrong != nullptr ? wrong->text : std::string();
    };
    const auto says = [](const std::string& text, std::string_view words) {
        CAPTURE(text);
        CHECK(text.find(words) != std::string::npos);
        CHECK(text.find('\n') == std::string::npos);
    };
    says(problem("absent.pem", "key.pem"), "absent.pem cannot be read: No such file or directory");
    says(problem("cert.pem", "absent.pem"), "the TLS key");
    says(problem("nonsense.pem", "key.pem"), "give the certificate and its chain as PEM");
    says(problem("empty.pem", "key.pem"), "the TLS certificate");
    says(problem("key.pem", "key.pem"), "is not usable");
    says(problem("cert.pem", "nonsense.pem"), "give a private key as PEM");
    says(problem("cert.pem", "cert.pem"), "give a private key as PEM");
    says(problem("cert.pem", "other-key.pem"), "does not belong to the certificate");
    says(problem("cert.pem", "locked-key.pem"), "protected by a password");
    says(problem("", "key.pem"), "cannot be read");
    CHECK(problem("cert.pem", "key.pem").empty());
}
