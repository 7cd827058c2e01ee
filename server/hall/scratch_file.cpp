#include "server/hall/scratch_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

namespace sawt::hall {

namespace {

constexpr std::size_t gathered_bytes = 256 * 1024;

boost::system::error_code last_error() { return {errno, boost::system::system_category()}; }

}  // namespace

std::string scratch_folder() {
    const char* told = std::getenv("TMPDIR");
    return told != nullptr && *told != '\0' ? told : "/var/tmp";
}

boost::system::result<scratch_file> scratch_file::make() {
    std::string path = scratch_folder() + "/sawt-XXXXXX";
    const int descriptor = ::mkostemp(path.data(), O_CLOEXEC);
    if (descriptor < 0) return last_error();
    ::unlink(path.c_str());
    return scratch_file(descriptor);
}

boost::system::result<scratch_file> scratch_file::adopt(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return last_error();
    scratch_file file(descriptor);
    ::unlink(path.c_str());
    if (const auto failed = file.measure()) return failed;
    return file;
}

boost::system::error_code scratch_file::measure() {
    struct stat told {};
    if (::fstat(descriptor_, &told) != 0) return last_error();
    size_ = static_cast<std::uint64_t>(told.st_size);
    return {};
}

std::size_t scratch_file::read(char* into, std::size_t bytes, std::uint64_t from) const {
    errno = 0;
    const ssize_t got = ::pread(descriptor_, into, bytes, static_cast<off_t>(from));
    return got > 0 ? static_cast<std::size_t>(got) : 0;
}

scratch_file::scratch_file(scratch_file&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_), gathered_(std::move(other.gathered_)), failed_(other.failed_) {}

scratch_file::~scratch_file() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void scratch_file::write(std::string_view text) {
    gathered_.append(text);
    if (gathered_.size() >= gathered_bytes) flush();
}

void scratch_file::flush() {
    std::string_view rest = gathered_;
    while (!rest.empty() && !failed_) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written < 0) {
            if (errno != EINTR) failed_ = last_error();
            continue;
        }
        size_ += static_cast<std::uint64_t>(written);
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    gathered_.clear();
}

boost::system::error_code scratch_file::finish() {
    flush();
    return failed_;
}

int scratch_file::release() { return std::exchange(descriptor_, -1); }

}  // namespace sawt::hall
