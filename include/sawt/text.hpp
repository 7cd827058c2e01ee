// Texts that people read, in one language or several, and the ids that machines read.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sawt {

using entry_number = std::uint64_t;  // position in a workshop's log, from 1; 0 is "none yet"
using round_number = std::uint32_t;  // from 1
using utc_seconds = std::int64_t;    // since 1970, leap seconds not counted

// A `T` of PROTOCOL.md: one text of an unnamed language, or texts by language in the order they were written.
struct local_text {
    std::vector<std::pair<std::string, std::string>> by_language;  // the unnamed language is ""

    bool empty() const { return by_language.empty(); }

    // The text in this language, else in the first one there is, else "".
    std::string_view in(std::string_view language) const;

    friend bool operator==(const local_text&, const local_text&) = default;
};

nlohmann::json to_json(const local_text& text);

// "2026-11-24T08:00:00Z" and back (nothing else is read; -1 where it is not a time).
std::string to_iso(utc_seconds at);
utc_seconds from_iso(std::string_view text);

// 1 to 64 characters a-z A-Z 0-9 - _
bool is_id(std::string_view text);

}  // namespace sawt
