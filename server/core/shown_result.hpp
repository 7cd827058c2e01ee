// A counted round as it is shown: rendered once for each count, and shared by the messages to all audiences. Pure.
#pragma once

#include <sawt/workshop.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace sawt::core {

// Each is JSON text, ready to stand in a message.
struct shown_result {
    std::uint64_t ballots = 0;
    std::string result;     // R of the protocol
    std::string groups;     // [G, …], or "" where the workshop has no groups
    std::string explained;  // or "" where there is nothing to say
};

// Small stakeholder groups are merged for everyone.
shown_result show(const workshop& of, const item_state& it, const round_result& counted);

// Where views get the results of a round from: the newest there is, as of now or as of the freeze. Null: not counted yet.
using result_finder = std::function<std::shared_ptr<const shown_result>(const item_state& it, const vote_round& round, bool frozen)>;

// Counts whenever it is asked.
result_finder counting_at_once(const workshop& of);

}  // namespace sawt::core
