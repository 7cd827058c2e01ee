// The folder a server keeps its workshops in, and the lock by which it has that folder for itself. The lock is the kernel's (flock), so
// it is gone the moment its process is, however that ended.
#pragma once

#include "server/log/sqlite_log.hpp"

#include <filesystem>
#include <optional>
#include <string_view>

namespace sawt::log {

class folder_lock {
public:
    folder_lock() = default;
    ~folder_lock();
    folder_lock(folder_lock&& from) noexcept;
    folder_lock& operator=(folder_lock&& from) noexcept;

    // Why it could not be had; nothing when it is ours now.
    std::optional<open_problem> take(const std::filesystem::path& folder);

private:
    int file_ = -1;
};

// The key of the whole server stands here from the end of its first start on.
std::filesystem::path admin_key_file(const std::filesystem::path& folder);

// Brings to disk which files stand in a folder: a new name is only as durable as the folder it stands in.
std::optional<open_problem> sync_names(const std::filesystem::path& folder);

// Makes the folder, mode 0700, and the folders above it as the user's umask has it. The new names are on disk when it returns.
std::optional<open_problem> make_folder(const std::filesystem::path& folder);

// Makes an empty file that only its owner may read, unless there is one of that name.
std::optional<open_problem> make_private_file(const std::filesystem::path& file);

// Puts a small file that only its owner may read in place of one of that name, whole or not at all. It is on disk when it returns.
std::optional<open_problem> write_private_file(const std::filesystem::path& file, std::string_view text);

}  // namespace sawt::log
