#include "tests/catch.hpp"
#include "tests/net/raw_client.hpp"
#include "tests/net/running_server.hpp"

using namespace sawt;
using namespace sawt::test;

namespace {

// A reader that takes a little at a time: the slowness is the point.
class unhurried : public connection {
public:
    explicit unhurried(raw_client& over) : over_(over) {}
    bool send(std::string_view bytes) override { return over_.send(bytes); }
    std::string read_some() override {
        std::this_thread::sleep_for(std::chrono::milliseconds(12));
        return over_.read_some();
    }

private:
    raw_client& over_;
};

bool all_closed(const small_site::history& h) { return h.opened == h.closed; }

}  // namespace

TEST_CASE("an upgrade opens a socket with our subprotocol") {
    running_server running;
    raw_client client(running.port());
    ws_client ws(client, "/ws/echo", "Sec-WebSocket-Protocol: other, sawt.1\r\nOrigin: http://hall.example\r\n");
    REQUIRE(ws.open());
    CHECK(ws.answer().field("Sec-WebSocket-Accept") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    CHECK(ws.answer().field("Sec-WebSocket-Protocol") == "sawt.1");
    CHECK(ws.answer().field("Sec-WebSocket-Extensions").empty());
    ws.send("مرحبا");
    const auto echo = ws.next();
    CHECK(echo->opcode == text);
    CHECK(echo->payload == "مرحبا");
    ws.send("");
    CHECK(ws.next()->payload.empty());
    ws.send(std::string(65'536, 'm'));
    CHECK(ws.next()->payload == std::string(65'536, 'm'));

    raw_client other(running.port());
    ws_client bare(other, "/ws/echo", "Sec-WebSocket-Protocol: chat\r\nSec-WebSocket-Extensions: permessage-deflate\r\n");
    REQUIRE(bare.open());
    CHECK(bare.answer().field("Sec-WebSocket-Protocol").empty());
    CHECK(bare.answer().field("Sec-WebSocket-Extensions").empty());
}

TEST_CASE("an upgrade comes after other requests on the same connection") {
    running_server running;
    raw_client client(running.port());
    client.send(get("/echo"));
    CHECK(http_reader(client).next()->status == 200);
    ws_client ws(client, "/ws/echo");
    REQUIRE(ws.open());
    ws.send("x");
    CHECK(ws.next()->payload == "x");
}

TEST_CASE("an upgrade that is none is refused") {
    running_server running;
    struct trial {
        unsigned status;
        const char* request;
    };
    const auto t = GENERATE(values<trial>({
        {400, "POST /ws/echo HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"},
        {400, "GET /ws/echo HTTP/1.0\r\nHost: h\r\nUpgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"},
        {400, "GET /ws/echo HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"},
        {400, "GET /ws/echo HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Version: 13\r\n\r\n"},
        {400, "GET /ws/echo HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short\r\n\r\n"},
        {400, "GET /ws/echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nUpgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\nabc"},
        {426, "GET /ws/echo HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"},
        {403, "GET /ws/echo HTTP/1.1\r\nHost: h\r\nOrigin: http://evil.example\r\nUpgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"},
        {403, "GET /ws/echo HTTP/1.1\r\nHost: h\r\nOrigin: null\r\nUpgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"},
        {403, "GET /ws/echo HTTP/1.1\r\nHost: h\r\nOrigin:\r\nUpgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"},
        {403, "GET /ws/echo HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\nOrigin: http://h\r\nUpgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"},
        {404, "GET /elsewhere HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"},
        {404, "GET /ws/echo HTTP/1.1\r\nHost: h\r\n\r\n"},
    }));
    CAPTURE(t.request);
    raw_client client(running.port());
    client.send(t.request);
    CHECK(http_reader(client).next()->status == t.status);
    CHECK(running.site().seen().opened == 0);
}

TEST_CASE("a message in pieces is one message, and pings go between them") {
    running_server running;
    raw_client client(running.port());
    ws_client ws(client, "/ws/echo");
    client.send(masked(text, "one ", false) + masked(ping, "are you there") + masked(more, "two ", false) + masked(more, "", false) + masked(more, "three"));
    const auto answer = ws.next();
    CHECK(answer->opcode == pong);
    CHECK(answer->payload == "are you there");
    CHECK(ws.next()->payload == "one two three");
}

TEST_CASE("messages that break the rules end the socket with their code") {
    running_server running;
    struct trial {
        const char* what;
        std::string bytes;
        std::uint16_t code;
        std::vector<int> told;
    };
    const std::vector<trial> all{
        {"too big in one frame", masked(text, std::string(65'537, 'm')), 1009, {1009}},
        {"too big in pieces", masked(text, std::string(40'000, 'm'), false) + masked(more, std::string(40'000, 'm'), false), 1009, {1009}},
        {"binary", masked(binary, "x"), 1003, {1003}},
        {"not UTF-8", masked(text, "\xff\xfe"), 1007, {1007}},
        {"half a letter", masked(text, "\xd9"), 1007, {1007}},
        {"a surrogate", masked(text, "\xed\xa0\x80"), 1007, {1007}},
        {"not masked", std::string("\x81\x01x", 3), 1002, {}},
        {"a reserved bit", "\xc1" + masked(text, "x").substr(1), 1002, {}},
        {"an unknown opcode", masked(3, "x"), 1002, {}},
        {"a piece of nothing", masked(more, "x"), 1002, {}},
        {"a ping in pieces", masked(ping, "x", false), 1002, {}},
        {"a long ping", masked(ping, std::string(126, 'p')), 1002, {}},
        {"a close of one byte", masked(close_frame, "x"), 1002, {}},
    };
    for (const auto& t : all) {
        CAPTURE(t.what);
        const auto before = running.site().seen();
        raw_client client(running.port());
        ws_client ws(client, "/ws/echo");
        REQUIRE(ws.open());
        client.send(t.bytes);
        const auto answer = ws.next();
        REQUIRE(answer);
        CHECK(answer->close_code() == t.code);
        client.send(masked(close_frame, "\x03\xe8"));
        CHECK_FALSE(ws.next());
        REQUIRE(running.site().wait_until([&](const auto& h) { return h.closed == before.closed + 1; }));
        const auto bad = running.site().seen().bad;
        CHECK(std::vector<int>(bad.begin() + static_cast<std::ptrdiff_t>(before.bad.size()), bad.end()) == t.told);
    }
}

TEST_CASE("the owner may say why before a bad message ends the socket") {
    running_server running;
    raw_client client(running.port());
    ws_client ws(client, "/ws/polite");
    client.send(masked(text, std::string(70'000, 'm')));
    CHECK(ws.next()->payload == "too much");
    CHECK(ws.next()->close_code() == 4400);
}

TEST_CASE("either side may close") {
    running_server running;
    raw_client client(running.port());
    ws_client ws(client, "/ws/echo");
    SECTION("the client") {
        client.send(masked(close_frame, "\x03\xe8gone home"));
        CHECK(ws.next()->close_code() == 1000);
    }
    SECTION("the server, and the client agrees") {
        ws.send("leave");
        const auto leave = ws.next();
        CHECK(leave->close_code() == 4404);
        CHECK(leave->payload.substr(2) == "unknown-workshop");
        client.send(masked(close_frame, leave->payload));
    }
    SECTION("the server, after a message that is under way") {
        ws.send("last words");
        CHECK(ws.next()->payload == "goodbye");
        CHECK(ws.next()->close_code() == 4429);
        client.send(masked(close_frame, "\x11\x4d"));
    }
    SECTION("the server, and the client talks on for ever") {
        ws.send("leave");
        CHECK(ws.next()->close_code() == 4404);
        while (client.send(masked(text, std::string(1000, 'x')))) {
        }
        CHECK(running.site().wait_until(all_closed));
        return;
    }
    SECTION("the server, and the client says nothing more") { ws.send("leave"); ws.next(); }
    SECTION("the client goes without a word") { client.finish(); }
    CHECK_FALSE(ws.next());
    CHECK(running.site().wait_until(all_closed));
    CHECK(running.site().seen().closed_twice == 0);
}

TEST_CASE("a client that breaks off is forgotten") {
    running_server running;
    raw_client client(running.port());
    const char* path = GENERATE("/ws/echo", "/ws/flood", "/ws/huge");
    ws_client ws(client, path);
    REQUIRE(ws.open());
    client.reset();
    CHECK(running.site().wait_until([](const auto& h) { return h.opened == 1 && h.closed == 1; }));
}

TEST_CASE("a socket that its owner does not want is closed") {
    running_server running;
    raw_client client(running.port());
    ws_client ws(client, "/ws/ignored");
    CHECK(ws.open());
    CHECK_FALSE(ws.next());
}

TEST_CASE("a client that never reads costs little and is closed") {
    net::http_limits limits;
    limits.write_stall_s = 1;
    running_server running(limits);
    SECTION("while small messages flow") {
        raw_client client(running.port(), 4096);
        ws_client ws(client, "/ws/flood");
        REQUIRE(running.site().wait_until([](const auto& h) { return h.opened == 1 && h.closed == 1; }));
        CHECK(running.site().seen().written * 300 < 128 * 1024);  // what the kernels of both sides hold
    }
    SECTION("within one big message") {
        raw_client client(running.port(), 4096);
        ws_client ws(client, "/ws/huge");
        REQUIRE(running.site().wait_until([](const auto& h) { return h.closed == 1; }));
        CHECK(running.site().seen().written == 0);
    }
    SECTION("while the owner wants to close") {
        raw_client client(running.port(), 4096);
        ws_client ws(client, "/ws/huge-then-close");
        REQUIRE(running.site().wait_until([](const auto& h) { return h.closed == 1; }));
    }
    SECTION("a slow reader is no such client, nor silent while it reads") {
        limits.socket_silence_s = limits.write_stall_s = 2;
        running_server patient(limits);
        raw_client client(patient.port(), 32 * 1024);
        unhurried slow(client);
        ws_client ws(slow, "/ws/huge");
        const auto answer = ws.next();  // takes longer than either limit
        REQUIRE(answer);
        CHECK(answer->payload.size() == 4'000'000);
        ws.send("still here");
        CHECK(ws.next_but_pings()->payload == "still here");
    }
}

TEST_CASE("a silent client is asked, and closed when it does not answer") {
    net::http_limits limits;
    limits.socket_silence_s = 2;
    running_server running(limits);
    raw_client mute(running.port());
    ws_client silent(mute, "/ws/echo");
    raw_client lively(running.port());
    ws_client answering(lively, "/ws/echo");
    // Answers two pings, which takes as long as the other has to live.
    for (int i = 0; i < 2; ++i) {
        const auto asked = answering.next();
        REQUIRE(asked);
        CHECK(asked->opcode == ping);
        lively.send(masked(pong, asked->payload));
    }
    CHECK(silent.next()->opcode == ping);
    CHECK_FALSE(silent.next());
    answering.send("here");
    CHECK(answering.next_but_pings()->payload == "here");
}
