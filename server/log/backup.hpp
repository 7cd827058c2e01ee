// A copy of a data folder while a server may be writing into it, from which a server can be started. Blocks.
#pragma once

#include "server/log/sqlite_log.hpp"

#include <cstdint>
#include <filesystem>
#include <variant>

namespace sawt::log {

struct backup_content {
    std::uint64_t workshops = 0;
    std::uint64_t entries = 0;
};

// Copies the log as it is at one moment, with all that was acknowledged before this was called, and the keys. `to` must not be there yet; it is
// there, whole, on disk and with every entry read again, when this succeeds, and is not when it fails.
std::variant<backup_content, open_problem> back_up(const std::filesystem::path& folder, const std::filesystem::path& to);

}  // namespace sawt::log
