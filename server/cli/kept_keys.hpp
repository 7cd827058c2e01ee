// The keys of the whole server, each in a file of the data folder that its owner alone may read (mode 0600), made once.
#pragma once

#include <sawt/signed_note.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

namespace sawt::cli {

// Why a key cannot be had, in one sentence for the person at the terminal.
struct key_problem {
    std::string text;
};

// Opens the list of workshops (`admin-key`).
std::variant<std::string, key_problem> admin_key_of(const std::filesystem::path& folder);

// Signs the logs (`log-key`). A damaged file is never replaced: whoever keeps the public key would take every later log for a forged one.
std::variant<key_seed, key_problem> log_key_of(const std::filesystem::path& folder);

// The same without making one; nothing where there is none.
std::variant<std::optional<key_seed>, key_problem> log_key_in(const std::filesystem::path& folder);

}  // namespace sawt::cli
