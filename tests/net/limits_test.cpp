#include "tests/catch.hpp"
#include "tests/net/raw_client.hpp"
#include "tests/net/running_server.hpp"

#include <poll.h>
#include <sys/resource.h>

#include <ctime>
#include <random>

using namespace sawt;
using namespace sawt::test;

TEST_CASE("slow heads and bodies are told so and closed") {
    net::http_limits limits;
    limits.head_timeout_s = 1;
    limits.body_timeout_s = 1;
    limits.keep_alive_s = 1;
    running_server running(limits);
    raw_client client(running.port());
    http_reader reader(client);
    SECTION("half a head") {
        client.send("GET / HTTP/1.1\r\nHost: h\r\n");
        const auto answer = reader.next();
        REQUIRE(answer);
        CHECK(answer->status == 408);
        CHECK(answer->body.find("request-timeout") != std::string::npos);
    }
    SECTION("half a second head") {
        client.send(get("/echo") + "GET /ec");
        CHECK(reader.next()->status == 200);
        CHECK(reader.next()->status == 408);
    }
    SECTION("half a body") {
        client.send("POST /echo HTTP/1.1\r\nHost: h\r\nAccept-Language: ar\r\nContent-Length: 9\r\n\r\nhalf");
        const auto answer = reader.next();
        REQUIRE(answer);
        CHECK(answer->status == 408);
        CHECK(answer->body.find("تأخّر") != std::string::npos);
    }
    SECTION("nothing at all gets no answer") {}
    SECTION("nothing after an answer") {
        client.send(get("/echo"));
        CHECK(reader.next()->status == 200);
    }
    CHECK(reader.closed());
}

TEST_CASE("a byte now and then does not keep a connection") {
    net::http_limits limits;
    limits.head_timeout_s = 1;
    running_server running(limits);
    raw_client client(running.port());
    client.send("GET /");
    // The server's answer is the clock: bytes go on until it comes.
    std::thread drip([&] {
        while (client.send("a")) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    });
    const auto answer = http_reader(client).next();
    client.finish();
    drip.join();
    REQUIRE(answer);
    CHECK(answer->status == 408);
}

TEST_CASE("a reader that takes nothing of its answer is closed") {
    net::http_limits limits;
    limits.write_stall_s = 1;
    running_server running(limits);
    raw_client client(running.port(), 4096);
    for (int i = 0; i < 8; ++i) client.send(get("/big"));
    running.server().stop_accepting();
    CHECK(running.ended_by_itself());  // nobody has read a byte, and the server is free of it
}

TEST_CASE("a full server says so and recovers") {
    net::http_limits limits;
    limits.connections_max = 3;
    running_server running(limits);
    std::vector<std::unique_ptr<raw_client>> guests;
    for (int i = 0; i < 3; ++i) {
        guests.push_back(std::make_unique<raw_client>(running.port()));
        guests.back()->send(get("/echo"));
        CHECK(http_reader(*guests.back()).next()->status == 200);
    }
    {
        raw_client extra(running.port());
        extra.send(get("/echo"));
        http_reader reader(extra);
        const auto answer = reader.next();
        REQUIRE(answer);
        CHECK(answer->status == 503);
        CHECK(answer->field("Retry-After") == "2");
        CHECK(answer->body.find(R"("full")") != std::string::npos);
        CHECK(reader.closed());
    }
    guests.front()->send(get("/echo"));
    CHECK(http_reader(*guests.front()).next()->status == 200);
    guests.clear();
    for (int tries = 0;; ++tries) {  // until the server has noticed that they left
        raw_client again(running.port());
        again.send(get("/echo"));
        const auto answer = http_reader(again).next();
        REQUIRE(answer);
        if (answer->status == 200) break;
        REQUIRE(tries < 1000);
    }
}

TEST_CASE("a server out of descriptors waits without spinning and goes on") {
    running_server running;
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
    // The client's own descriptor is the lowest that was free, so none under it is, and the next one is over the limit.
    const auto out_of_descriptors = [&](int descriptor) {
        const rlimit tight{static_cast<rlim_t>(descriptor) + 1, before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &tight);
    };
    raw_client client(running.port(), 0, out_of_descriptors);
    client.send(get("/echo"));
    const auto spent = std::clock();
    pollfd answer{client.descriptor(), POLLIN, 0};
    const bool answered = ::poll(&answer, 1, 400) > 0;
    const auto busy = static_cast<double>(std::clock() - spent) / CLOCKS_PER_SEC;
    ::setrlimit(RLIMIT_NOFILE, &before);
    CHECK_FALSE(answered);
    CHECK(busy < 0.2);
    CHECK(http_reader(client).next()->status == 200);
}

TEST_CASE("both cores get connections") {
    running_server running({}, 2);
    std::vector<std::unique_ptr<raw_client>> clients;
    for (int i = 0; i < 64; ++i) {
        clients.push_back(std::make_unique<raw_client>(running.port()));
        REQUIRE(ws_client(*clients.back(), "/ws/echo").open());
    }
    CHECK(running.site().wait_until([](const auto& h) { return h.opened == 64; }));
    CHECK(running.site().seen().cores == std::set<std::size_t>{0, 1});
}

TEST_CASE("a server that stops lets go of everything") {
    running_server running({}, 2);
    raw_client resting(running.port());
    resting.send(get("/echo"));
    http_reader reader(resting);
    CHECK(reader.next()->status == 200);
    raw_client fresh(running.port());
    raw_client talking(running.port());
    talking.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\no");
    raw_client socket(running.port());
    ws_client ws(socket, "/ws/echo");
    REQUIRE(ws.open());
    ws.send("x");
    CHECK(ws.next()->payload == "x");

    running.server().stop_accepting();
    CHECK(reader.closed());
    CHECK(fresh.read_some().empty());
    talking.send("k");  // a request that had begun is answered
    http_reader last(talking);
    const auto answer = last.next();
    if (answer) CHECK(answer->field("Connection") == "close");
    CHECK(last.closed());
    ws.send("leave");  // sockets are the site's to close
    const auto leave = ws.next();
    REQUIRE(leave);
    CHECK(leave->close_code() == 4404);
    socket.send(masked(close_frame, leave->payload));
    CHECK_FALSE(ws.next());
    CHECK(running.ended_by_itself());
    CHECK_THROWS(raw_client(running.port()));
}

TEST_CASE("two servers do not share a port by mistake") {
    const std::size_t cores = GENERATE(1u, 2u);
    running_server running({}, cores);
    std::vector<std::unique_ptr<boost::asio::io_context>> contexts;
    std::vector<boost::asio::io_context*> all;
    for (std::size_t i = 0; i < cores; ++i) all.push_back(contexts.emplace_back(std::make_unique<boost::asio::io_context>()).get());
    small_site site;
    net::http_server second(all, site);
    const auto listen = [&](const std::string& where) {
        const auto got = second.listen(where);
        const auto* wrong = std::get_if<net::http_server::listen_problem>(&got);
        return wrong != nullptr ? wrong->text : "";
    };
    CHECK(listen("127.0.0.1:" + std::to_string(running.port())).find("another program has this port") != std::string::npos);
    for (const char* wrong : {"", "8080", "127.0.0.1", ":8080", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "127.0.0.1:-1", "[::1:80"}) {
        CAPTURE(wrong);
        CHECK(listen(wrong).find("give HOST:PORT") != std::string::npos);
    }
    CHECK(listen("no-such-host.invalid:0").find("no such host") != std::string::npos);
    CHECK(listen("192.0.2.1:0").find("cannot listen on 192.0.2.1:0: ") == 0);
    CHECK(listen("127.0.0.1:0").empty());
    CHECK(listen("localhost:0").empty());
}

TEST_CASE("bytes of any kind do no harm") {
    net::http_limits limits;
    limits.head_timeout_s = 1;
    running_server running(limits, 2);
    const auto seed = std::random_device()();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const std::vector<std::string> seeds{
        get("/echo", "Authorization: Bearer x\r\nIf-None-Match: \"p1\"\r\n"),
        "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        get("/ws/echo", "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n") + masked(text, "hello"),
    };
    const auto any = [&](std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random); };
    for (int round = 0; round < 400; ++round) {
        std::string bytes;
        if (round % 4 == 0) {
            for (std::size_t i = any(2000); i > 0; --i) bytes += static_cast<char>(any(256));
        } else {
            bytes = seeds[any(seeds.size())];
            for (std::size_t i = any(6); i > 0; --i) bytes[any(bytes.size())] = static_cast<char>(any(256));
            if (round % 3 == 0) bytes.insert(any(bytes.size()), bytes.substr(any(bytes.size())));
        }
        raw_client client(running.port());
        client.send(bytes);
        if (round % 2 == 0) client.finish();
        else if (round % 5 == 0) client.reset();
    }
    // Garbage on an open socket. This once left sockets behind: binary garbage was refused with a close, and the protocol error that came
    // after it in the same packet locked the stream up.
    for (int round = 0; round < 100; ++round) {
        raw_client client(running.port());
        ws_client ws(client, "/ws/echo");
        REQUIRE(ws.open());
        std::string bytes;
        for (std::size_t i = any(500); i > 0; --i) bytes += static_cast<char>(any(256));
        if (round % 2 == 0) bytes = masked(static_cast<int>(any(16)), bytes, any(2) == 0) + bytes;
        client.send(bytes);
    }
    CHECK(running.site().wait_until([](const auto& h) { return h.opened >= 100 && h.opened == h.closed; }));
    raw_client client(running.port());
    client.send(get("/echo"));
    CHECK(http_reader(client).next()->status == 200);
    CHECK(running.site().seen().closed_twice == 0);
}
