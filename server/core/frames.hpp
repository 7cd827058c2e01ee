// The server's messages as text (PROTOCOL.md, "From the server"): rendered once for an audience and shared, or made for one person. Pure.
#pragma once

#include "server/core/message.hpp"
#include "server/core/shown_result.hpp"

#include <sawt/workshop.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sawt::core {

// How many are here, for `room` messages: of each stakeholder group, by its id ("" for none).
struct presence {
    std::uint64_t connected = 0;
    std::map<std::string, std::uint64_t, std::less<>> by_group;
    bool saving = true;
};

// Who is welcomed. Voter members are for voters; `join` and `pages` are JSON texts for the others, or empty.
struct guest {
    role as = role::voter;
    std::string participant;
    std::string token;
    std::string group;
    std::string name;
    std::map<std::string, std::string, std::less<>> voter_of;  // item -> the voter's pseudonym there
    std::string_view join;
    std::string_view pages;
};

std::string welcome_frame(const workshop& of, const guest& who, const presence& here, std::int64_t now_ms, const result_finder& results);
std::string change_frame(const workshop& of, const applied& did, role who, std::int64_t now_ms);
std::string tally_frame(const workshop& of, const item_state& it, const vote_round& round, role who, const result_finder& results);
std::string room_frame(const workshop& of, const presence& here, role who);

struct receipt {
    std::string id;
    std::string item;
    round_number round = 0;  // 0: none
    entry_number entry = 0;
    hash leaf{};
};

std::string receipt_frame(const receipt& r);
std::string refused_frame(const std::string& id, const std::string& item, const refusal& why, language in);
std::string pong_frame(const ping& p, std::int64_t now_ms);

// `retry_ms` absent: the client should not come back by itself.
std::string bye_frame(std::string_view reason, std::optional<int> retry_ms, language in);

// {"error":{"reason","text"}}
std::string error_body(std::string_view reason, language in, std::string_view detail = {});

}  // namespace sawt::core
