#include "server/cli/kept_keys.hpp"

#include "server/cli/commands.hpp"
#include "server/core/identity.hpp"
#include "server/log/advice.hpp"
#include "server/log/data_folder.hpp"

#include <sawt/merkle.hpp>

#include <sodium.h>

#include <algorithm>
#include <cerrno>

namespace sawt::cli {

namespace {

namespace fs = std::filesystem;

std::optional<std::string> first_line(const fs::path& file) {
    auto text = read_file(file.string());
    if (text) text->resize(std::min(text->find('\n'), text->size()));
    return text;
}

std::optional<key_problem> keep(const fs::path& file, const std::string& secret) {
    if (auto problem = log::write_private_file(file, secret + "\n")) return key_problem{std::move(problem->text)};
    return std::nullopt;
}

key_problem unreadable(const fs::path& file) {
    return key_problem{log::sentence("cannot read " + file.string(), {errno != 0 ? errno : EIO, boost::system::generic_category()})};
}

}  // namespace

std::variant<std::string, key_problem> admin_key_of(const fs::path& folder) {
    const fs::path file = log::admin_key_file(folder);
    if (std::error_code failed; fs::exists(file, failed) || failed) {
        auto kept = first_line(file);
        if (!kept) return unreadable(file);  // not replaced: addresses that hold it are in people's hands
        if (kept->size() >= 22) return *std::move(kept);
    }
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
    if (!text) return unreadable(file);
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
