// The count of the alternative vote: who has which votes while options go out one by one. Only the ballots of the option that goes out are
// touched, so a whole count reads each ballot a few times.
#pragma once

#include "preference_profile.hpp"

#include <map>

namespace sawt {

template <class Whole>
class instant_runoff {
public:
    instant_runoff(const preference_profile<Whole>& profile, std::size_t options);

    // Votes by option, exact; 0 for those that went out. What the ballots that ended weigh is not in them.
    const std::vector<rational>& votes() const { return votes_; }
    rational exhausted() const { return profile_.exact(exhausted_); }

    void eliminate(std::uint32_t option);

private:
    // What an option has of the ballots that count for it: whole ones, and by number those that it shares with others in a tier.
    struct holding {
        Whole alone = 0;
        std::map<std::size_t, Whole> shared;
        std::vector<std::uint32_t> ballots;
        bool changed = true;
    };

    void enter(std::uint32_t ballot, std::size_t at);
    void give(std::uint32_t option, std::size_t sharers, const Whole& weight, int sign);
    std::size_t still_in(preferences::tier_at tier) const;
    void renew_votes();

    const preference_profile<Whole>& profile_;
    std::vector<bool> out_;
    std::vector<holding> holdings_;
    std::vector<std::size_t> at_;  // by ballot: where its tier begins
    Whole exhausted_ = 0;
    std::vector<rational> votes_;
};

extern template class instant_runoff<std::int64_t>;
extern template class instant_runoff<cpp_int>;

// All options that can win when every order of elimination among tied ones is followed (parallel universes).
struct possible_winners {
    std::vector<std::uint32_t> options;
    bool complete = true;  // false: there were too many orders to follow them all, and others may be possible too
};

template <class Whole>
possible_winners follow_every_order(const preference_profile<Whole>& profile, std::size_t options);

extern template possible_winners follow_every_order(const preference_profile<std::int64_t>&, std::size_t);
extern template possible_winners follow_every_order(const preference_profile<cpp_int>&, std::size_t);

}  // namespace sawt
