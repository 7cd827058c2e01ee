#include "server/log/data_folder.hpp"

#include "server/log/advice.hpp"

#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sawt::log {

namespace {

namespace fs = std::filesystem;

open_problem problem(const std::string& what_failed, int error) { return {sentence(what_failed, {error, boost::system::generic_category()})}; }

// The number of the process that holds the lock, as it wrote it there; for the message only.
std::string holder(int lock_file) {
    std::array<char, 24> text{};
    const ssize_t length = ::pread(lock_file, text.data(), text.size() - 1, 0);
    const std::string number(text.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    const auto digits = number.find_first_not_of("0123456789");
    return number.substr(0, digits);
}

}  // namespace

fs::path admin_key_file(const fs::path& folder) { return folder / "admin-key"; }

std::optional<open_problem> sync_names(const fs::path& folder) {
    const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return std::nullopt;  // a folder that we may write into and not read
    const int error = ::fsync(opened) == 0 || errno == EINVAL ? 0 : errno;  // EINVAL: this file system syncs no folders
    ::close(opened);
    if (error != 0) return problem("cannot bring the names in " + folder.string() + " to disk", error);
    return std::nullopt;
}

folder_lock::~folder_lock() {
    if (file_ >= 0) ::close(file_);
}

folder_lock::folder_lock(folder_lock&& from) noexcept : file_(std::exchange(from.file_, -1)) {}

folder_lock& folder_lock::operator=(folder_lock&& from) noexcept {
    std::swap(file_, from.file_);
    return *this;
}

std::optional<open_problem> folder_lock::take(const fs::path& folder) {
    // The file stays when the server ends: taking it away would let a third server lock another file of the same name.
    const fs::path name = folder / "sawt.lock";
    const int file = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return problem("cannot write into the data folder " + folder.string(), errno);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        const std::string process = holder(file);
        ::close(file);
        if (error != EWOULDBLOCK) return problem("cannot lock the data folder " + folder.string(), error);
        return open_problem{"another server is running on the data folder " + folder.string() +
                            (process.empty() ? std::string{} : " (process " + process + ")") + ": stop it, or choose another folder with --data"};
    }
    const std::string process = std::to_string(::getpid()) + "\n";
    if (::ftruncate(file, 0) == 0 && ::pwrite(file, process.data(), process.size(), 0) < 0) {
        // The number only makes another server's message more helpful: on a full disk the lock is as good without it.
    }
    if (file_ >= 0) ::close(file_);
    file_ = file;
    return std::nullopt;
}

std::optional<open_problem> make_folder(const fs::path& folder) {
    std::error_code failed;
    if (fs::is_directory(folder, failed)) return std::nullopt;
    if (folder.has_parent_path()) fs::create_directories(folder.parent_path(), failed);
    if (failed) return problem("cannot make the folder " + folder.parent_path().string(), failed.value());
    if (::mkdir(folder.c_str(), 0700) != 0) {
        const int error = errno;
        if (error != EEXIST) return problem("cannot make the data folder " + folder.string(), error);
        if (!fs::is_directory(folder, failed)) return open_problem{folder.string() + " is not a folder: choose another with --data"};
    }
    return sync_names(folder.parent_path());
}

std::optional<open_problem> make_private_file(const fs::path& file) {
    // O_EXCL matters: opening and closing a file that a connection of this process has open would drop that connection's locks.
    const int made = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made < 0) {
        if (errno == EEXIST) return std::nullopt;
        return problem("cannot make " + file.string(), errno);
    }
    ::close(made);
    return sync_names(file.parent_path());
}

std::optional<open_problem> write_private_file(const fs::path& file, std::string_view text) {
    const fs::path fresh = file.string() + ".new";
    const std::string what = "cannot write " + file.string();
    const int made = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (made < 0) return problem(what, errno);
    errno = ENOSPC;  // what a write that stops half-way means
    const bool written = ::write(made, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(made) == 0;
    const int error = errno;
    ::close(made);
    if (!written) return problem(what, error);
    if (::rename(fresh.c_str(), file.c_str()) != 0) return problem(what, errno);
    return sync_names(file.parent_path());
}

}  // namespace sawt::log
