#include "server/net/core.hpp"

namespace sawt::net {

namespace {
constexpr auto tick_every = std::chrono::milliseconds(250);  // chosen: deadlines are whole seconds
}

watched::watched(std::shared_ptr<core> home) : home_(std::move(home)) { home_->link(*this); }

watched::~watched() { home_->unlink(*this); }

core::core(boost::asio::io_context& context, std::size_t number, std::shared_ptr<house> of)
    : context_(context), number_(number), house_(std::move(of)), timer_(context) {}

void core::link(watched& one) {
    const bool was_empty = first_ == nullptr;
    one.after_ = first_;
    if (first_ != nullptr) first_->before_ = &one;
    first_ = &one;
    if (was_empty) tick();
}

void core::unlink(watched& one) {
    (one.before_ != nullptr ? one.before_->after_ : first_) = one.after_;
    if (one.after_ != nullptr) one.after_->before_ = one.before_;
    if (first_ == nullptr) timer_.cancel();  // so that an empty core lets its io_context come to an end
}

void core::tick() {
    timer_.expires_after(tick_every);
    timer_.async_wait([weak = weak_from_this()](boost::system::error_code ec) {
        const auto self = weak.lock();
        if (ec || !self || self->first_ == nullptr) return;
        const auto now = std::chrono::steady_clock::now();
        for (watched* one = self->first_; one != nullptr; one = one->after_) one->look(now);
        self->tick();
    });
}

void core::wind_up() {
    for (watched* one = first_; one != nullptr; one = one->after_) one->wind_up();
}

}  // namespace sawt::net
