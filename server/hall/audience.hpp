// The sessions of one room on one core, by role: a frame crosses to the core once and is handed out here. Only that core touches it.
#pragma once

#include "server/core/message.hpp"
#include "server/hall/session.hpp"

#include <array>
#include <memory>
#include <unordered_map>
#include <vector>

namespace sawt::hall {

class audience {
public:
    void enter(std::shared_ptr<session> who);
    void leave(std::uint64_t number);

    // The session is now one of this role, and gets its welcome first.
    void welcome(std::uint64_t number, core::role as, net::frame text);
    void reply(std::uint64_t number, net::frame text);
    void broadcast(core::role to, const std::string& subject, const net::frame& text);
    void dismiss(std::uint64_t number, std::string_view reason, core::language in);
    void dismiss_all(std::string_view reason);

    std::size_t size() const { return sessions_.size(); }

private:
    void forget_role(session& who);

    std::unordered_map<std::uint64_t, std::shared_ptr<session>> sessions_;
    std::array<std::vector<session*>, core::role_count> by_role_;
};

}  // namespace sawt::hall
