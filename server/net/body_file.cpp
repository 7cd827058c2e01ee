#include "server/net/body_file.hpp"

#include <unistd.h>

#include <cerrno>

namespace sawt::net {

body_file::~body_file() { ::close(descriptor_); }

std::size_t body_file::read(char* into, std::size_t most, std::uint64_t from) const {
    while (true) {
        const ssize_t got = ::pread(descriptor_, into, most, static_cast<off_t>(from));
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) return 0;
    }
}

}  // namespace sawt::net
