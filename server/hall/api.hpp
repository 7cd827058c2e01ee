// The server's addresses (PROTOCOL.md, "Addresses"): pages, the JSON interface, downloads, and the door of the WebSocket.
#pragma once

#include "server/hall/downloads.hpp"
#include "server/hall/hall.hpp"
#include "server/net/http.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <string>

namespace sawt::hall {

class api : public net::site {
public:
    api(hall& rooms, std::string admin_key);

    void serve(net::request asked, std::function<void(net::response)> answer) override;
    bool takes_sockets(std::string_view path) const override;
    void connected(const net::request& asked, std::shared_ptr<net::websocket> socket, std::size_t core) override;

private:
    using answer = std::function<void(net::response)>;

    void serve_workshops(const net::request& asked, const answer& done);
    void serve_workshop(const net::request& asked, const std::string& code, const std::string& what, const answer& done);
    void found(const net::request& asked, const answer& done);
    void cast(const net::request& asked, room_host& host, const answer& done);
    void results(const net::request& asked, room_host& host, const answer& done);
    void checkpoint(room_host& host, const answer& done);
    void prove(const net::request& asked, room_host& host, const answer& done);
    void prove_growth(const net::request& asked, room_host& host, const answer& done);
    void download(const net::request& asked, room_host& host, const download_kind& kind, const answer& done);

    hall& rooms_;
    std::string admin_key_;
    std::atomic<std::uint64_t> sessions_made_ = 0;
};

}  // namespace sawt::hall
