// What a client says (PROTOCOL.md, "From the client"), read once at the edge into forms that cannot be wrong. Pure.
#pragma once

#include <sawt/entry.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace sawt::core {

enum class role : std::uint8_t { voter, stage, facilitator, organiser };
inline constexpr std::size_t role_count = 4;

std::string_view to_text(role who);

enum class language : std::uint8_t { ar, en, fr };

// "ar", "en-GB", an Accept-Language list: the first of our languages in it, else Arabic.
language language_of(std::string_view wish);

struct hello {
    role as = role::voter;
    std::string token;  // of a voter; "" asks for a new one
    std::string key;    // of the other roles
    std::optional<std::string> group;
    std::optional<std::string> name;  // of a voter, without spaces around it
    std::optional<language> lang;
};

struct cast {
    std::string id;
    std::string item;
    round_number round = 1;
    std::string ballot;  // canonical JSON
};

struct act_request {
    act what;  // `by`, `ends` and generated ids are decide's to fill in
};

struct ping {
    std::string t;  // JSON text of the member, sent back as it came
};

// A message that cannot be taken: `id` when it had one, so that it can be answered.
struct bad_message {
    std::string id;
    std::string problem;
    bool fatal = false;  // not a JSON object with a type: the socket is closed
};

using message = std::variant<hello, cast, act_request, ping, bad_message>;

message read_message(std::string_view text);

// The body of POST …/cast: a cast, and the group and the name the voter chose.
struct posted_cast {
    cast what;
    std::optional<std::string> group;
    std::optional<std::string> name;
};

std::variant<posted_cast, bad_message> read_posted_cast(std::string_view text);

}  // namespace sawt::core
