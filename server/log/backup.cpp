#include "server/log/backup.hpp"

#include "server/log/advice.hpp"
#include "server/log/data_folder.hpp"
#include "server/log/sqlite_file.hpp"

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include <unistd.h>

namespace sawt::log {

namespace {

namespace fs = std::filesystem;

// Without the log-key the copy would sign with another one, and those who know the first could no longer check it.
constexpr const char* key_files[] = {"admin-key", "log-key"};

open_problem cannot(const std::string& what_failed, int error) { return {sentence(what_failed, {error, boost::system::generic_category()})}; }

// One transaction reads all pages, so the copy is of one moment; in WAL mode a writer goes on meanwhile.
std::optional<open_problem> copy_log(const fs::path& folder, const fs::path& into) {
    sqlite::connection from, to;
    if (auto why = open_to_read(from, log_file(folder))) return why;
    const fs::path file = log_file(into);
    if (auto why = make_private_file(file)) return why;
    errno = 0;
    if (sqlite::open(to, file.string(), SQLITE_OPEN_READWRITE) != SQLITE_OK) return trouble(to, file, errno);
    sqlite3_backup* const copying = sqlite3_backup_init(to.get(), "main", from.get(), "main");
    if (copying == nullptr) return trouble(to, file, errno);
    const int stepped = sqlite3_backup_step(copying, -1);
    const int system_error = errno;
    const int finished = sqlite3_backup_finish(copying);  // syncs, as synchronous=FULL wants it
    if (stepped == SQLITE_DONE && finished == SQLITE_OK) return std::nullopt;
    if (disk_full(stepped, system_error)) return cannot("cannot write " + file.string(), ENOSPC);
    return open_problem{sentence("cannot copy the log to " + file.string(), meaning(stepped == SQLITE_DONE ? finished : stepped))};
}

std::optional<open_problem> copy_keys(const fs::path& folder, const fs::path& into) {
    for (const char* name : key_files) {
        std::error_code failed;
        if (!fs::exists(folder / name, failed) && !failed) continue;  // a folder that was only served by an earlier version
        errno = 0;
        std::ifstream file(folder / name, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        if (!file.is_open() || file.bad()) return cannot("cannot read " + (folder / name).string(), errno != 0 ? errno : EIO);
        if (auto why = write_private_file(into / name, text)) return why;
    }
    return std::nullopt;
}

// As a server would open it, and each entry against its leaf: what cannot be restored is no backup.
std::variant<backup_content, open_problem> read_again(const fs::path& folder) {
    auto opened = open_sqlite_log(folder, access::write);
    if (auto* why = std::get_if<open_problem>(&opened)) return std::move(*why);
    const auto& log = *std::get<std::unique_ptr<event_log>>(opened);
    const auto records = log.workshops();
    if (!records) return open_problem{sentence("the copy's list of workshops cannot be read", records.error())};
    backup_content content;
    for (const workshop_record& one : *records) {
        const auto read = log.follow(one.code, 1, std::numeric_limits<std::int64_t>::max(), [](stored_entry&&) {});
        if (!read) return open_problem{sentence("the log of workshop " + one.code + " is damaged, and so is its copy", read.error())};
        ++content.workshops;
        content.entries += *read;
    }
    return content;
}

std::variant<backup_content, open_problem> fill_backup(const fs::path& folder, const fs::path& into) {
    if (auto why = make_folder(into)) return std::move(*why);
    if (auto why = copy_log(folder, into)) return std::move(*why);
    if (auto why = copy_keys(folder, into)) return std::move(*why);
    return read_again(into);
}

}  // namespace

std::variant<backup_content, open_problem> back_up(const fs::path& folder, const fs::path& to) {
    std::error_code failed;
    const fs::path target = fs::absolute(to, failed).lexically_normal();
    const fs::path name = target.has_filename() ? target : target.parent_path();
    if (fs::exists(fs::symlink_status(name, failed))) return open_problem{name.string() + " is there already: name a folder that is not there yet"};
    if (!fs::exists(log_file(folder), failed)) return open_problem{"there is no log in the folder " + folder.string() + " (no sawt.db): name the data folder of a server with --data"};
    const fs::path unfinished = name.string() + ".unfinished-" + std::to_string(::getpid());
    fs::remove_all(unfinished, failed);  // of one that was killed, whose number this process has now
    auto made = fill_backup(folder, unfinished);
    if (std::holds_alternative<open_problem>(made) || ::rename(unfinished.c_str(), name.c_str()) != 0) {
        if (std::holds_alternative<backup_content>(made)) made = cannot("cannot give the backup its name " + name.string(), errno);
        fs::remove_all(unfinished, failed);
    } else if (auto why = sync_names(name.parent_path())) {
        made = std::move(*why);
        fs::remove_all(name, failed);
    }
    return made;
}

}  // namespace sawt::log
