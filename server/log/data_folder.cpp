#include "server/log/data_folder.hpp"

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

std::string reason(int error) { return std::generic_category().message(error); }

// A new name is only as durable as the folder it stands in.
void sync_folder(const fs::path& folder) {
    const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return;
    ::fsync(opened);
    ::close(opened);
}

// The number of the process that holds the lock, as it wrote it there; for the message only.
std::string holder(int lock_file) {
    std::array<char, 24> text{};
    const ssize_t length = ::pread(lock_file, text.data(), text.size() - 1, 0);
    const std::string number(text.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    const auto digits = number.find_first_not_of("0123456789");
    return number.substr(0, digits);
}

}  // namespace

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
    if (file < 0) return open_problem{"cannot write into the data folder " + folder.string() + ": " + reason(errno)};
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        const std::string process = holder(file);
        ::close(file);
        if (error != EWOULDBLOCK) return open_problem{"cannot lock the data folder " + folder.string() + ": " + reason(error)};
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
    if (failed) return open_problem{"cannot make the folder " + folder.parent_path().string() + ": " + failed.message()};
    if (::mkdir(folder.c_str(), 0700) != 0) {
        const int error = errno;
        if (error != EEXIST) return open_problem{"cannot make the data folder " + folder.string() + ": " + reason(error)};
        if (!fs::is_directory(folder, failed)) return open_problem{folder.string() + " is not a folder: choose another with --data"};
    }
    sync_folder(folder.parent_path());
    return std::nullopt;
}

std::optional<open_problem> make_private_file(const fs::path& file) {
    // O_EXCL matters: opening and closing a file that a connection of this process has open would drop that connection's locks.
    const int made = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made < 0) {
        if (errno == EEXIST) return std::nullopt;
        return open_problem{"cannot make " + file.string() + ": " + reason(errno)};
    }
    ::close(made);
    sync_folder(file.parent_path());
    return std::nullopt;
}

}  // namespace sawt::log
