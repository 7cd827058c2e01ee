#include "server/cli/kept_keys.hpp"

#include "server/cli/commands.hpp"
#include "server/core/identity.hpp"

#include <sawt/merkle.hpp>

#include <sodium.h>

#include <algorithm>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace sawt::cli {

namespace {

namespace fs = std::filesystem;

std::optional<std::string> first_line(const fs::path& file) {
    auto text = read_file(file.string());
    if (text) text->resize(std::min(text->find('\n'), text->size()));
    return text;
}

// Written beside and then renamed, so that a crash leaves the whole file or none.
std::optional<key_problem> keep(const fs::path& file, const std::string& secret) {
    const std::string fresh = file.string() + ".new";
    const int written = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const std::string line = secret + "\n";
    bool done = written >= 0 && ::write(written, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && ::fsync(written) == 0;
    if (written >= 0) ::close(written);
    done = done && ::rename(fresh.c_str(), file.c_str()) == 0;
    const int folder = done ? ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    done = done && folder >= 0 && ::fsync(folder) == 0;
    if (folder >= 0) ::close(folder);
    return done ? std::nullopt : std::optional(key_problem{"the key file " + file.string() + " cannot be written"});
}

}  // namespace

std::variant<std::string, key_problem> admin_key_of(const fs::path& folder) {
    const fs::path file = folder / "admin-key";
    if (auto kept = first_line(file); kept && kept->size() >= 22) return *std::move(kept);
    std::string raw(16, '\0');
    randombytes_buf(raw.data(), raw.size());
    std::string key = core::to_base64url(raw);
    if (auto problem = keep(file, key)) return *std::move(problem);
    return key;
}

std::variant<std::optional<key_seed>, key_problem> log_key_in(const fs::path& folder) {
    const fs::path file = folder / "log-key";
    std::error_code failed;
    if (!fs::exists(file, failed) && !failed) return std::nullopt;
    const auto text = first_line(file);
    if (!text) return key_problem{"the key file " + file.string() + " cannot be read"};
    const auto bytes = from_base64(*text);
    key_seed seed{};
    if (!bytes || bytes->size() != seed.size()) return key_problem{"the key file " + file.string() + " is damaged; put the right one back from a copy of the folder"};
    std::copy(bytes->begin(), bytes->end(), seed.begin());
    return seed;
}

std::variant<key_seed, key_problem> log_key_of(const fs::path& folder) {
    auto kept = log_key_in(folder);
    if (auto* problem = std::get_if<key_problem>(&kept)) return std::move(*problem);
    if (const auto& seed = std::get<std::optional<key_seed>>(kept)) return *seed;
    key_seed seed{};
    randombytes_buf(seed.data(), seed.size());
    if (auto problem = keep(folder / "log-key", to_base64(seed))) return *std::move(problem);
    return seed;
}

}  // namespace sawt::cli
