#include <sawt/refusal.hpp>

#include <array>

namespace sawt {

std::string_view to_text(reason why) {
    static constexpr std::array<std::string_view, 15> names = {"unknown-item", "not-a-vote",  "not-open", "closed",      "wrong-round", "invalid-ballot", "group-needed", "name-needed",
                                                               "not-allowed",  "bad-act",     "bad-agenda", "has-ballots", "bad-message", "not-saving",     "too-busy"};
    return names[static_cast<std::size_t>(why)];
}

}  // namespace sawt
