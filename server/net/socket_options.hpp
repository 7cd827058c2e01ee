// What the server asks of the kernel about one TCP socket, by its descriptor. Linux; no state, any thread.
#pragma once

#include <cstdint>

namespace sawt::net {

// Answers go out at once; a hall's round trip must not wait for more bytes.
void send_at_once(int descriptor);

// Keeps the kernel's queue short, so that a stalled phone has no old tallies waiting for it there.
void keep_send_queue_short(int descriptor);

// How many bytes the peer has acknowledged so far: the only sign that a slow peer still takes something.
std::uint64_t bytes_acknowledged(int descriptor);

}  // namespace sawt::net
