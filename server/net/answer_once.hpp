// The promise of one answer to one request: taken once, from any thread, and kept even when the route drops it. While it is open the core's
// io_context does not run out of work.
#pragma once

#include "server/net/core.hpp"
#include "server/net/http_error.hpp"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/executor_work_guard.hpp>

namespace sawt::net {

class answer_once {
public:
    // `then` is called on the core's thread.
    answer_once(core_executor on, std::function<void(response)> then) : guard_(on), then_(std::move(then)) {}
    answer_once(const answer_once&) = delete;
    answer_once& operator=(const answer_once&) = delete;
    ~answer_once() {
        if (!given_.load()) give(error_response(transport_error::no_answer, ""));
    }

    void give(response answer) {
        if (given_.exchange(true)) return;
        boost::asio::dispatch(guard_.get_executor(),
                              [then = std::move(then_), answer = std::move(answer)]() mutable { then(std::move(answer)); });
        guard_.reset();
    }

private:
    boost::asio::executor_work_guard<core_executor> guard_;
    std::function<void(response)> then_;
    std::atomic<bool> given_ = false;
};

}  // namespace sawt::net
