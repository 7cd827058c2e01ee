// A client that sends and reads bytes, with no idea of its own of what is allowed. Blocking; every wait ends after ten seconds.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sawt::test {

// How a test sends and reads: over the bare socket, or through TLS (tls_client.hpp).
class connection {
public:
    virtual ~connection() = default;
    virtual bool send(std::string_view bytes) = 0;  // false: the peer is gone
    virtual std::string read_some() = 0;            // empty: the peer has closed, or broken off
};

class raw_client : public connection {
public:
    explicit raw_client(std::uint16_t port, int receive_buffer = 0, const std::function<void(int descriptor)>& before_connect = nullptr);
    ~raw_client() override;
    raw_client(const raw_client&) = delete;
    raw_client& operator=(const raw_client&) = delete;

    bool send(std::string_view bytes) override;
    std::string read_some() override;
    void finish();  // our side ends
    void reset();   // breaks off, as a phone that is switched off never does but a middlebox does
    int descriptor() const { return descriptor_; }

private:
    int descriptor_ = -1;
};

struct http_answer {
    unsigned status = 0;
    std::string head;  // with its last empty line
    std::string body;
    std::string field(std::string_view name) const;  // empty when absent
};

// Reads answers one after another, with what came too early kept for the next.
class http_reader {
public:
    explicit http_reader(connection& from) : from_(from) {}
    std::optional<http_answer> next(bool head_only = false);
    bool closed();  // nothing more comes, and the peer has closed
    std::string& rest() { return rest_; }

private:
    connection& from_;
    std::string rest_;
};

std::string get(std::string_view path, std::string_view more = "");  // a whole request head, Host included

struct ws_frame {
    int opcode = -1;
    bool last = true;
    std::string payload;
    std::uint16_t close_code() const;
};

enum opcode { more = 0, text = 1, binary = 2, close_frame = 8, ping = 9, pong = 10 };

std::string masked(int opcode, std::string_view payload, bool last = true);

// A WebSocket over a connection. The handshake's answer is kept for looking at.
class ws_client {
public:
    ws_client(connection& over, std::string_view path, std::string_view more = "Sec-WebSocket-Protocol: sawt.1\r\n");
    const http_answer& answer() const { return answer_; }
    bool open() const { return answer_.status == 101; }
    bool send(std::string_view words) { return over_.send(masked(text, words)); }
    std::optional<ws_frame> next();  // nothing: the connection has ended
    std::optional<ws_frame> next_but_pings();

private:
    connection& over_;
    http_reader reader_;
    http_answer answer_;
};

}  // namespace sawt::test
