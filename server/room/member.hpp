// One client as the room knows it.
#pragma once

#include "server/room/room.hpp"

namespace sawt::room {

struct room::member {
    core::role as = core::role::voter;
    core::language lang = core::language::ar;
    std::string token;        // of a voter
    std::string participant;  // of a voter
    std::string group;        // "" until chosen
    std::string name;         // "" until given
    std::size_t waiting = 0;  // messages without an answer yet
    bool visiting = false;    // came by HTTP: no socket, one answer
};

}  // namespace sawt::room
