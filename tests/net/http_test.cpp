#include "tests/catch.hpp"
#include "tests/net/raw_client.hpp"
#include "tests/net/running_server.hpp"

using namespace sawt;
using namespace sawt::test;
using namespace std::string_literals;

namespace {

// What one connection answers to these bytes, as statuses; -1 where it closes.
std::vector<int> statuses(std::uint16_t port, std::string_view bytes, std::size_t answers) {
    raw_client client(port);
    client.send(bytes);
    http_reader reader(client);
    std::vector<int> all;
    for (std::size_t i = 0; i < answers; ++i) {
        const auto one = reader.next();
        all.push_back(one ? static_cast<int>(one->status) : -1);
        if (!one) break;
    }
    return all;
}

}  // namespace

TEST_CASE("a connection serves one request after another") {
    running_server running;
    raw_client client(running.port());
    http_reader reader(client);
    for (int i = 0; i < 3; ++i) {
        client.send(get("/echo?n=" + std::to_string(i), "Authorization: Bearer k1\r\nAccept-Language: ar\r\n"));
        const auto answer = reader.next();
        REQUIRE(answer);
        CHECK(answer->status == 200);
        CHECK(answer->body == "GET|n=" + std::to_string(i) + "|hall.example|k1|ar|");
        CHECK(answer->field("X-Content-Type-Options") == "nosniff");
        CHECK(answer->field("Connection").empty());
    }
    client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello");
    CHECK(reader.next()->body == "POST||h|||hello");
    client.send("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n");
    CHECK(reader.next()->body == "POST||h|||hello");
    client.send(get("/late"));
    CHECK(reader.next()->body == "late");
    client.send(get("/dropped"));  // a route that loses the request
    CHECK(reader.next()->status == 500);
    client.send(get("/echo", "Connection: close\r\n"));
    CHECK(reader.next()->field("Connection") == "close");
    CHECK(reader.closed());
}

TEST_CASE("requests sent at once are answered in their order") {
    running_server running;
    raw_client client(running.port());
    std::string all;
    for (int i = 0; i < 200; ++i) all += get("/echo?" + std::to_string(i)) + (i % 7 == 0 ? "\r\n" : "");
    client.send(all);
    http_reader reader(client);
    for (int i = 0; i < 200; ++i) {
        const auto answer = reader.next();
        REQUIRE(answer);
        REQUIRE(answer->body.find("|" + std::to_string(i) + "|") != std::string::npos);
    }
}

TEST_CASE("a request may come byte by byte") {
    running_server running;
    raw_client client(running.port());
    for (const char byte : get("/echo?slow") + "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nok") client.send({&byte, 1});
    http_reader reader(client);
    CHECK(reader.next()->status == 200);
    CHECK(reader.next()->body == "POST||h|||ok");
}

TEST_CASE("HEAD is answered by the head alone") {
    running_server running;
    raw_client client(running.port());
    client.send("HEAD /echo HTTP/1.1\r\nHost: h\r\n\r\n" + get("/echo"));
    http_reader reader(client);
    const auto head = reader.next(true);
    CHECK(head->status == 200);
    CHECK(head->field("Content-Length") == "10");
    CHECK(reader.next()->body == "GET||hall.example|||");
}

TEST_CASE("a client of HTTP/1.0 is served once, or longer when it asks") {
    running_server running;
    raw_client once(running.port());
    once.send("GET /echo HTTP/1.0\r\n\r\n");
    http_reader reader(once);
    CHECK(reader.next()->body == "GET|||||");
    CHECK(reader.closed());
    raw_client longer(running.port());
    longer.send("GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /echo HTTP/1.0\r\n\r\n");
    http_reader second(longer);
    CHECK(second.next()->field("Connection") == "keep-alive");
    CHECK(second.next()->status == 200);
}

TEST_CASE("what is no good request is answered 400 and closed") {
    running_server running;
    const std::string bad = GENERATE(values<std::string>({
        "NONSENSE\r\n\r\n",
        "GET /echo\r\n\r\n",
        "GET  /echo HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET /echo HTTP/2.0\r\nHost: h\r\n\r\n",
        "GET /echo HTTP/1.1\r\n\r\n",
        "GET /echo HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /echo HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET /echo HTTP/1.1\r\nHost: h/../x\r\n\r\n",
        "GET /echo HTTP/1.1\r\nHost: h\r\nNo colon\r\n\r\n",
        "GET /echo HTTP/1.1\r\nHost : h\r\n\r\n",
        "GET echo HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET /a%00b HTTP/1.1\r\nHost: h\r\n\r\n",
        "CONNECT h:80 HTTP/1.1\r\nHost: h\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
        "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "GET /\0 HTTP/1.1\r\nHost: h\r\n\r\n"s,
        "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",  // TLS on a plain port
    }));
    CAPTURE(bad);
    raw_client client(running.port());
    client.send(bad);
    http_reader reader(client);
    const auto answer = reader.next();
    REQUIRE(answer);
    CHECK(answer->status == 400);
    CHECK(answer->field("Content-Type") == "application/json; charset=utf-8");
    CHECK(answer->body.find(R"({"error":{"reason":"bad-)") == 0);
    CHECK(reader.closed());
    CHECK(statuses(running.port(), get("/echo"), 1) == std::vector{200});
}

TEST_CASE("heads and bodies have a limit") {
    running_server running;
    raw_client client(running.port());
    http_reader reader(client);
    SECTION("a head of one long line") {
        client.send("GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n");
        const auto answer = reader.next();
        CHECK(answer->status == 431);
        CHECK(answer->body.find("head-too-big") != std::string::npos);
    }
    SECTION("a head of many lines") {
        std::string head = "GET / HTTP/1.1\r\nHost: h\r\n";
        for (int i = 0; i < 2'000; ++i) head += "X-" + std::to_string(i) + ": y\r\n";
        client.send(head);
        CHECK(reader.next()->status == 431);
    }
    SECTION("a head as long as allowed") {
        client.send(get("/echo", "X: " + std::string(16'000, 'a') + "\r\n"));
        CHECK(reader.next()->status == 200);
        return;
    }
    SECTION("a body that says it is too big, with the asker's language") {
        client.send("POST /echo HTTP/1.1\r\nHost: h\r\nAccept-Language: fr\r\nContent-Length: 1049601\r\n\r\n");
        client.send(std::string(1'000'000, 'b'));
        const auto answer = reader.next();
        CHECK(answer->status == 413);
        CHECK(answer->body.find("La requête") != std::string::npos);
    }
    SECTION("a body that says nothing and does not end") {
        client.send("POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
        const std::string piece = "10000\r\n" + std::string(0x10000, 'b') + "\r\n";
        for (int i = 0; i < 20; ++i) client.send(piece);
        CHECK(reader.next()->status == 413);
    }
    SECTION("a body as big as allowed") {
        client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 1049600\r\n\r\n" + std::string(1'049'600, 'b'));
        CHECK(reader.next()->body.size() == 1'049'600 + 10);
        return;
    }
    CHECK(reader.closed());
}

TEST_CASE("a client that asks first is told to go on") {
    running_server running;
    raw_client client(running.port());
    http_reader reader(client);
    client.send("POST /echo HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    CHECK(reader.next()->status == 100);
    client.send("ok");
    CHECK(reader.next()->body == "POST||h|||ok");
    client.send("POST /echo HTTP/1.1\r\nHost: h\r\nExpect: miracles\r\nContent-Length: 2\r\n\r\n");
    CHECK(reader.next()->status == 417);
}

TEST_CASE("an absolute address names the host") {
    running_server running;
    raw_client client(running.port());
    client.send("GET http://other.example:81/echo?q HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK(http_reader(client).next()->body == "GET|q|other.example:81|||");
}

TEST_CASE("no value ends its header field") {
    running_server running;
    raw_client client(running.port());
    client.send(get("/wrong-field"));
    CHECK(http_reader(client).next()->head.find("Set-Cookie") == std::string::npos);
}

TEST_CASE("a big answer arrives whole through a small window") {
    running_server running;
    raw_client client(running.port(), 32 * 1024);
    client.send(get("/big"));
    CHECK(http_reader(client).next()->body == std::string(3'000'000, 'b'));
}
