// The log's own thread: it takes everything that waits and appends it in one transaction, so a batch is whatever arrived during the last
// flush (group commit, no timer). Any thread may submit; answers come on the log's thread and must only pass things on.
#pragma once

#include "server/log/event_log.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace sawt::log {

class log_writer {
public:
    // Called once with what `append` gave for exactly these proposals, in their order.
    using answer = std::function<void(boost::system::result<std::vector<placed>>)>;

    explicit log_writer(event_log& into);
    ~log_writer();  // stop()

    log_writer(const log_writer&) = delete;
    log_writer& operator=(const log_writer&) = delete;

    void submit(std::vector<proposal> batch, answer done);

    // Finishes what was submitted, then ends the thread. Later submits are answered with errc::operation_canceled.
    void stop();

private:
    struct inside;
    std::unique_ptr<inside> inside_;
};

}  // namespace sawt::log
