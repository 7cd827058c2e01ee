#include "server/net/socket_options.hpp"

#include <linux/tcp.h>  // not <netinet/tcp.h>: its tcp_info ends before tcpi_bytes_acked
#include <netinet/in.h>
#include <sys/socket.h>

namespace sawt::net {

namespace {

void set(int descriptor, int level, int option, int value) {
    // A socket that refuses an option still works; a peer that has gone meanwhile shows itself at the next read.
    (void)::setsockopt(descriptor, level, option, &value, sizeof value);
}

}  // namespace

void send_at_once(int descriptor) { set(descriptor, IPPROTO_TCP, TCP_NODELAY, 1); }

void keep_send_queue_short(int descriptor) {
    set(descriptor, SOL_SOCKET, SO_SNDBUF, 32 * 1024);
    // Of these at most 8 KiB may wait unsent; the rest is for what is on its way.
    set(descriptor, IPPROTO_TCP, TCP_NOTSENT_LOWAT, 8 * 1024);
}

std::uint64_t bytes_acknowledged(int descriptor) {
    tcp_info state{};
    socklen_t size = sizeof state;
    if (::getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &state, &size) != 0) return 0;
    return state.tcpi_bytes_acked;
}

}  // namespace sawt::net
