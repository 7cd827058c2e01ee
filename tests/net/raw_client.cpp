#include "tests/net/raw_client.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <stdexcept>

namespace sawt::test {

namespace {

constexpr int patience_ms = 10'000;

void wait(int descriptor, short what) {
    pollfd one{descriptor, what, 0};
    if (::poll(&one, 1, patience_ms) <= 0) throw std::runtime_error("the server says nothing");
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

raw_client::raw_client(std::uint16_t port, int receive_buffer, const std::function<void(int)>& before_connect)
    : descriptor_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (receive_buffer > 0) ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    if (before_connect) before_connect(descriptor_);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(port);
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor_, reinterpret_cast<sockaddr*>(&at), sizeof at) != 0) throw std::runtime_error("cannot connect");
}

raw_client::~raw_client() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

bool raw_client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        wait(descriptor_, POLLOUT);
        const auto sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string raw_client::read_some() {
    std::array<char, 16384> room{};
    wait(descriptor_, POLLIN);
    const auto got = ::recv(descriptor_, room.data(), room.size(), 0);
    return got <= 0 ? std::string() : std::string(room.data(), static_cast<std::size_t>(got));
}

void raw_client::finish() { ::shutdown(descriptor_, SHUT_WR); }

void raw_client::reset() {
    const linger hard{1, 0};
    ::setsockopt(descriptor_, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    ::close(descriptor_);
    descriptor_ = -1;
}

std::string http_answer::field(std::string_view name) const {
    std::string small(head);
    std::transform(small.begin(), small.end(), small.begin(), lower);
    std::string wanted = "\r\n" + std::string(name) + ": ";
    std::transform(wanted.begin(), wanted.end(), wanted.begin(), lower);
    const auto at = small.find(wanted);
    if (at == std::string::npos) return {};
    const auto begin = at + wanted.size();
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

std::optional<http_answer> http_reader::next(bool head_only) {
    http_answer one;
    std::size_t end = 0;
    while ((end = rest_.find("\r\n\r\n")) == std::string::npos) {
        const auto some = from_.read_some();
        if (some.empty()) return std::nullopt;
        rest_ += some;
    }
    one.head = rest_.substr(0, end + 4);
    rest_.erase(0, end + 4);
    one.status = static_cast<unsigned>(std::atoi(one.head.c_str() + 9));
    const auto length = one.field("Content-Length");
    const auto size = head_only || length.empty() ? 0 : static_cast<std::size_t>(std::atoll(length.c_str()));
    while (rest_.size() < size) {
        const auto some = from_.read_some();
        if (some.empty()) return std::nullopt;
        rest_ += some;
    }
    one.body = rest_.substr(0, size);
    rest_.erase(0, size);
    return one;
}

bool http_reader::closed() { return rest_.empty() && from_.read_some().empty(); }

std::string get(std::string_view path, std::string_view more) {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: hall.example\r\n" + std::string(more) + "\r\n";
}

std::uint16_t ws_frame::close_code() const {
    if (opcode != close_frame || payload.size() < 2) return 0;
    return static_cast<std::uint16_t>(static_cast<unsigned char>(payload[0]) << 8 | static_cast<unsigned char>(payload[1]));
}

std::string masked(int opcode, std::string_view payload, bool last) {
    constexpr std::string_view mask = "\x11\x22\x33\x44";
    std::string bytes(1, static_cast<char>((last ? 0x80 : 0) | opcode));
    const auto big_endian = [&](std::size_t value, int count) {
        for (int i = count - 1; i >= 0; --i) bytes += static_cast<char>(value >> (8 * i) & 0xff);
    };
    if (payload.size() < 126) {
        big_endian(0x80 | payload.size(), 1);
    } else if (payload.size() < 65536) {
        big_endian(0x80 | 126, 1);
        big_endian(payload.size(), 2);
    } else {
        big_endian(0x80 | 127, 1);
        big_endian(payload.size(), 8);
    }
    bytes += mask;
    for (std::size_t i = 0; i < payload.size(); ++i) bytes += static_cast<char>(payload[i] ^ mask[i % 4]);
    return bytes;
}

ws_client::ws_client(connection& over, std::string_view path, std::string_view more) : over_(over), reader_(over) {
    over.send(get(path, "Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + std::string(more)));
    if (auto answer = reader_.next()) answer_ = *answer;
}

std::optional<ws_frame> ws_client::next() {
    auto& rest = reader_.rest();
    const auto fill = [&](std::size_t size) {
        while (rest.size() < size) {
            const auto some = over_.read_some();
            if (some.empty()) return false;
            rest += some;
        }
        return true;
    };
    if (!fill(2)) return std::nullopt;
    ws_frame one;
    one.opcode = rest[0] & 0x0f;
    one.last = (rest[0] & 0x80) != 0;
    std::size_t size = rest[1] & 0x7f;
    std::size_t start = 2;
    if (const std::size_t more_bytes = size == 126 ? 2 : size == 127 ? 8 : 0; more_bytes > 0) {
        start += more_bytes;
        if (!fill(start)) return std::nullopt;
        size = 0;
        for (std::size_t i = 2; i < start; ++i) size = size << 8 | static_cast<unsigned char>(rest[i]);
    }
    if (!fill(start + size)) return std::nullopt;
    one.payload = rest.substr(start, size);
    rest.erase(0, start + size);
    return one;
}

std::optional<ws_frame> ws_client::next_but_pings() {
    auto one = next();
    while (one && one->opcode == ping) one = next();
    return one;
}

}  // namespace sawt::test
