#include "server/room/outbox.hpp"

#include <algorithm>

namespace sawt::room {

bool outbox::push(frame one) {
    // A single large frame (a welcome) always fits into an empty box.
    if (queue_.size() >= queue_max || (!queue_.empty() && bytes_ + one->size() > bytes_max)) return false;
    bytes_ += one->size();
    queue_.push_back(std::move(one));
    return true;
}

void outbox::put_newest(const std::string& subject, frame one) {
    const auto found = std::find_if(newest_.begin(), newest_.end(), [&](const auto& waiting) { return waiting.first == subject; });
    if (found != newest_.end()) {
        found->second = std::move(one);
    } else {
        newest_.emplace_back(subject, std::move(one));
    }
}

frame outbox::next() {
    if (!queue_.empty()) {
        frame one = std::move(queue_.front());
        queue_.pop_front();
        bytes_ -= one->size();
        return one;
    }
    if (newest_.empty()) return nullptr;
    frame one = std::move(newest_.front().second);
    newest_.erase(newest_.begin());
    return one;
}

}  // namespace sawt::room
