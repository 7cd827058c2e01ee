// JSON in canonical form (RFC 8785): members sorted by UTF-16 code units, no blanks, shortest escapes. The log's entries are
// written in it, since their bytes are what is hashed.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace sawt {

// Nothing when the value holds a number that is not whole or is beyond 2^53 - 1 either way (exact numbers are texts in Sawt), or text that is not UTF-8.
std::optional<std::string> canonical(const nlohmann::json& value);

// Limits that outside text must keep before it is parsed: bytes and nesting.
struct json_limits {
    std::size_t bytes_max = 64 * 1024;
    std::size_t depth_max = 16;
};

// Parses strictly (UTF-8, no duplicate members, no comments, nothing after the value); nothing when the text breaks a limit or is not JSON.
// A discarded reason is not kept: use parse_problem() to tell a person what is wrong and where.
std::optional<nlohmann::json> parse_json(std::string_view text, const json_limits& limits = {});
std::string parse_problem(std::string_view text, const json_limits& limits = {});

}  // namespace sawt
