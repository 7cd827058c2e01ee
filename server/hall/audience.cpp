#include "server/hall/audience.hpp"

#include <algorithm>

namespace sawt::hall {

void audience::enter(std::shared_ptr<session> who) {
    const std::uint64_t number = who->number();
    sessions_.emplace(number, std::move(who));
}

void audience::forget_role(session& who) {
    if (!who.role) return;
    auto& list = by_role_[static_cast<std::size_t>(*who.role)];
    // Order among sessions means nothing, so the last takes the place of the one that leaves.
    const auto place = std::find(list.begin(), list.end(), &who);
    if (place != list.end()) {
        *place = list.back();
        list.pop_back();
    }
    who.role.reset();
}

void audience::leave(std::uint64_t number) {
    const auto found = sessions_.find(number);
    if (found == sessions_.end()) return;
    forget_role(*found->second);
    sessions_.erase(found);
}

void audience::welcome(std::uint64_t number, core::role as, net::frame text) {
    const auto found = sessions_.find(number);
    if (found == sessions_.end()) return;
    session& who = *found->second;
    if (who.role != as) {
        forget_role(who);
        who.role = as;
        by_role_[static_cast<std::size_t>(as)].push_back(&who);
    }
    who.push(std::move(text));
}

void audience::reply(std::uint64_t number, net::frame text) {
    if (const auto found = sessions_.find(number); found != sessions_.end()) found->second->push(std::move(text));
}

void audience::broadcast(core::role to, const std::string& subject, const net::frame& text) {
    for (session* who : by_role_[static_cast<std::size_t>(to)]) {
        if (subject.empty()) {
            who->push(text);
        } else {
            who->put_newest(subject, text);
        }
    }
}

void audience::dismiss(std::uint64_t number, std::string_view reason, core::language in) {
    const auto found = sessions_.find(number);
    if (found == sessions_.end()) return;
    forget_role(*found->second);  // nothing more for it but the bye
    found->second->say_bye(reason, in);
}

void audience::dismiss_all(std::string_view reason) {
    for (auto& list : by_role_) list.clear();
    for (auto& [number, who] : sessions_) {
        who->role.reset();
        who->say_bye(reason, core::language::ar);
    }
}

}  // namespace sawt::hall
