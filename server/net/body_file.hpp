// A response body that lies in a file, for what is too long to stand in memory: it is read and sent piece by piece. Owns the file; any thread.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sawt::net {

class body_file {
public:
    // Takes over an open file of `size` bytes.
    body_file(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
    ~body_file();
    body_file(const body_file&) = delete;
    body_file& operator=(const body_file&) = delete;

    std::uint64_t size() const { return size_; }

    // Up to `most` bytes from `from` on; 0 at the end, and when the file cannot be read. Blocks for the disk, which has just written it.
    std::size_t read(char* into, std::size_t most, std::uint64_t from) const;

private:
    int descriptor_;
    std::uint64_t size_;
};

}  // namespace sawt::net
