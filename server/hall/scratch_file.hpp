// A file for what is being made and then sent or copied: it has no name in the file system, so nothing is left of it whatever happens. In TMPDIR, else
// in /var/tmp, which is on a disk where /tmp may be memory. One owner.
#pragma once

#include <boost/system/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace sawt::hall {

class scratch_file {
public:
    static boost::system::result<scratch_file> make();

    // Takes over a file that a library writes by its name, and takes its name away.
    static boost::system::result<scratch_file> adopt(const std::string& path);

    scratch_file(scratch_file&& other) noexcept;
    scratch_file& operator=(scratch_file&&) = delete;
    ~scratch_file();

    // Appends; small pieces are gathered. After an error nothing more is written.
    void write(std::string_view text);

    // Writes out what was gathered; the first error there was, if any.
    boost::system::error_code finish();

    std::uint64_t size() const { return size_; }

    // What was written so far, from that byte on: at most so many bytes of it, 0 at its end and, with errno, when it cannot be read.
    std::size_t read(char* into, std::size_t bytes, std::uint64_t from) const;

    // For a library that writes into an open file; measure() then finds out how long it became.
    int descriptor() const { return descriptor_; }
    boost::system::error_code measure();

    // Gives the open file away.
    int release();

private:
    explicit scratch_file(int descriptor) : descriptor_(descriptor) {}
    void flush();

    int descriptor_;
    std::uint64_t size_ = 0;
    std::string gathered_;
    boost::system::error_code failed_;
};

// The folder for scratch files.
std::string scratch_folder();

}  // namespace sawt::hall
