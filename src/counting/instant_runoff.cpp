#include "instant_runoff.hpp"

namespace sawt {

template <class Whole>
instant_runoff<Whole>::instant_runoff(const preference_profile<Whole>& profile, std::size_t options)
    : profile_(profile), out_(options), holdings_(options), at_(profile.ballots()), votes_(options) {
    for (std::uint32_t ballot = 0; ballot < profile.ballots(); ++ballot) enter(ballot, profile.begin(ballot));
    renew_votes();
}

template <class Whole>
std::size_t instant_runoff<Whole>::still_in(preferences::tier_at tier) const {
    std::size_t in = 0;
    for (std::size_t at = tier.begin; at < tier.end; ++at) in += !out_[profile_.option(at)];
    return in;
}

// The ballot counts for what is still in of its first tier from `at` on, or ends.
template <class Whole>
void instant_runoff<Whole>::enter(std::uint32_t ballot, std::size_t at) {
    for (const std::size_t end = profile_.end(ballot); at < end;) {
        const auto tier = profile_.tier(at);
        if (const std::size_t in = still_in(tier); in > 0) {
            at_[ballot] = at;
            for (; at < tier.end; ++at) {
                if (out_[profile_.option(at)]) continue;
                give(profile_.option(at), in, profile_.weight(ballot), 1);
                holdings_[profile_.option(at)].ballots.push_back(ballot);
            }
            return;
        }
        at = tier.end;
    }
    exhausted_ += profile_.weight(ballot);
}

template <class Whole>
void instant_runoff<Whole>::give(std::uint32_t option, std::size_t sharers, const Whole& weight, int sign) {
    holding& held = holdings_[option];
    held.changed = true;
    Whole& sum = sharers == 1 ? held.alone : held.shared[sharers];
    if (sign > 0) sum += weight;
    else sum -= weight;
}

template <class Whole>
void instant_runoff<Whole>::eliminate(std::uint32_t option) {
    out_[option] = true;
    const auto ballots = std::move(holdings_[option].ballots);
    holdings_[option] = {};
    for (const std::uint32_t ballot : ballots) {
        const auto tier = profile_.tier(at_[ballot]);
        const std::size_t left = still_in(tier);
        if (left == 0) {
            enter(ballot, tier.end);
            continue;
        }
        for (std::size_t at = tier.begin; at < tier.end; ++at) {
            if (out_[profile_.option(at)]) continue;
            give(profile_.option(at), left + 1, profile_.weight(ballot), -1);
            give(profile_.option(at), left, profile_.weight(ballot), 1);
        }
    }
    renew_votes();
}

template <class Whole>
void instant_runoff<Whole>::renew_votes() {
    for (std::size_t option = 0; option < holdings_.size(); ++option) {
        holding& held = holdings_[option];
        if (!held.changed) continue;
        held.changed = false;
        votes_[option] = profile_.exact(held.alone);
        for (const auto& [sharers, sum] : held.shared)
            if (sum != 0) votes_[option] += profile_.exact(sum) / sharers;
    }
}

template class instant_runoff<std::int64_t>;
template class instant_runoff<cpp_int>;

}  // namespace sawt
