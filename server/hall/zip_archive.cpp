#include "server/hall/zip_archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <utility>
#include <vector>

namespace sawt::hall {

namespace {

constexpr std::size_t piece_bytes = 256 * 1024;

}  // namespace

void zip_archive::close_archive::operator()(archive* open) const { archive_write_free(open); }

zip_archive::zip_archive(scratch_file file, std::unique_ptr<archive, close_archive> to, utc_seconds at) : file_(std::move(file)), to_(std::move(to)), at_(at) {}

boost::system::result<zip_archive> zip_archive::make(utc_seconds at) {
    auto file = scratch_file::make();
    if (!file) return file.error();
    std::unique_ptr<archive, close_archive> to(archive_write_new());
    if (to == nullptr) return make_error_code(boost::system::errc::not_enough_memory);
    if (archive_write_set_format_zip(to.get()) != ARCHIVE_OK || archive_write_zip_set_compression_deflate(to.get()) != ARCHIVE_OK || archive_write_open_fd(to.get(), file->descriptor()) != ARCHIVE_OK)
        return make_error_code(boost::system::errc::io_error);
    return zip_archive(*std::move(file), std::move(to), at);
}

void zip_archive::failed(int error) {
    if (!failed_) failed_ = error != 0 ? boost::system::error_code(error, boost::system::system_category()) : make_error_code(boost::system::errc::io_error);
}

bool zip_archive::begin(const std::string& name, std::uint64_t size) {
    if (failed_) return false;
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), &archive_entry_free);
    if (entry != nullptr) {
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_mtime(entry.get(), static_cast<time_t>(at_), 0);
    }
    if (entry == nullptr || archive_write_header(to_.get(), entry.get()) != ARCHIVE_OK) failed(entry == nullptr ? ENOMEM : archive_errno(to_.get()));
    return !failed_;
}

bool zip_archive::write(const void* bytes, std::size_t size) {
    if (archive_write_data(to_.get(), bytes, size) != static_cast<la_ssize_t>(size)) failed(archive_errno(to_.get()));
    return !failed_;
}

void zip_archive::add(const std::string& name, std::string_view content) {
    if (begin(name, content.size())) write(content.data(), content.size());
}

void zip_archive::add(const std::string& name, const scratch_file& content) {
    if (!begin(name, content.size())) return;
    std::vector<char> piece(piece_bytes);
    for (std::uint64_t done = 0; done < content.size();) {
        const std::size_t bytes = content.read(piece.data(), piece.size(), done);
        if (bytes == 0) return failed(errno);
        if (!write(piece.data(), bytes)) return;
        done += bytes;
    }
}

boost::system::result<scratch_file> zip_archive::finish() && {
    if (!failed_ && archive_write_close(to_.get()) != ARCHIVE_OK) failed(archive_errno(to_.get()));
    to_.reset();
    if (failed_) return failed_;
    if (const auto measured = file_.measure()) return measured;
    return std::move(file_);
}

}  // namespace sawt::hall
