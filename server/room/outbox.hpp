// What waits to be written to one client. Answers and changes go in order and are never dropped; of a tally, and of the room's counts,
// only the newest waits, so a slow phone skips to it instead of making a queue. Pure; one owner (the session, on its core).
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace sawt::room {

using frame = std::shared_ptr<const std::string>;

class outbox {
public:
    // Waiting answers and changes beyond this make a slow reader: it is told to come back for a fresh welcome.
    static constexpr std::size_t queue_max = 256;
    static constexpr std::size_t bytes_max = 4 * 1024 * 1024;

    // False when the queue is full; the frame is not taken then.
    bool push(frame one);

    // Replaces the waiting frame of the same subject ("priorities/1", "room").
    void put_newest(const std::string& subject, frame one);

    // The next frame to write: ordered ones first, then the newest ones in turn. Null when nothing waits.
    frame next();

    bool empty() const { return queue_.empty() && newest_.empty(); }

private:
    std::deque<frame> queue_;
    std::size_t bytes_ = 0;
    std::vector<std::pair<std::string, frame>> newest_;
};

}  // namespace sawt::room
