// Every order of elimination, over sets of options that are still in. What happens from a set on does not depend on how it was reached, so each is
// looked at once; and options that go out in any order, because together they have fewer votes than the next, go out together: whoever could
// be stopped at on the way wins after it too. Only real ties are left to fork.
#include "instant_runoff.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace sawt {

namespace {

using option_set = std::vector<bool>;
using option_list = std::vector<std::uint32_t>;

// The options whose ballots count, reckoned from nothing.
template <class Whole>
std::vector<rational> votes_of(const preference_profile<Whole>& profile, const option_set& in) {
    std::vector<Whole> alone(in.size(), Whole(0));
    std::vector<rational> shared(in.size());
    for (std::size_t ballot = 0; ballot < profile.ballots(); ++ballot) {
        for (std::size_t at = profile.begin(ballot); at < profile.end(ballot);) {
            const auto tier = profile.tier(at);
            std::size_t sharers = 0;
            for (at = tier.begin; at < tier.end; ++at) sharers += in[profile.option(at)];
            if (sharers == 0) continue;
            for (at = tier.begin; at < tier.end; ++at) {
                if (!in[profile.option(at)]) continue;
                if (sharers == 1) alone[profile.option(at)] += profile.weight(ballot);
                else shared[profile.option(at)] += profile.exact(profile.weight(ballot)) / sharers;
            }
            break;
        }
    }
    for (std::size_t option = 0; option < in.size(); ++option) shared[option] += profile.exact(alone[option]);
    return shared;
}

// How many of the options, sorted by votes, fewest first, are sure to go out before any other: the most that together have fewer votes than the
// next. Votes only move on from those that went out, so the sum of the rest of them never grows, and the others' never shrink.
std::size_t sure_to_go(const option_list& sorted, const std::vector<rational>& votes) {
    std::size_t sure = 0;
    rational together = 0;
    for (std::size_t next = 1; next < sorted.size(); ++next) {
        together += votes[sorted[next - 1]];
        if (together < votes[sorted[next]]) sure = next;
    }
    return sure;
}

// Bounds the work: what an afternoon's votes can need, and some seconds at most.
std::size_t sets_max(std::size_t marks) {
    constexpr std::size_t marks_read_max = std::size_t{1} << 28;
    return std::max<std::size_t>(4096, marks_read_max / (marks + 1));
}

class search {
public:
    explicit search(std::size_t options) : can_win_(options, false) { next_.emplace_back(options, true); }

    template <class Whole>
    possible_winners run(const preference_profile<Whole>& profile) {
        const std::size_t most = sets_max(profile.marks() + can_win_.size());
        possible_winners found;
        while (!next_.empty()) {
            const option_set in = std::move(next_.back());
            next_.pop_back();
            if (tells_nothing(in) || !seen_.insert(in).second) continue;
            if (seen_.size() > most) {
                found.complete = false;
                break;
            }
            step(in, votes_of(profile, in));
        }
        for (std::uint32_t option = 0; option < can_win_.size(); ++option)
            if (can_win_[option]) found.options.push_back(option);
        return found;
    }

private:
    // Only options that are known to be able to win already could win from there.
    bool tells_nothing(const option_set& in) const {
        for (std::size_t option = 0; option < in.size(); ++option)
            if (in[option] && !can_win_[option]) return false;
        return true;
    }

    void step(const option_set& in, const std::vector<rational>& votes) {
        option_list sorted;
        rational all = 0;
        for (std::uint32_t option = 0; option < in.size(); ++option) {
            if (!in[option]) continue;
            sorted.push_back(option);
            all += votes[option];
        }
        std::stable_sort(sorted.begin(), sorted.end(), [&](auto left, auto right) { return votes[left] < votes[right]; });
        if (sorted.size() == 1 || 2 * votes[sorted.back()] > all) {
            can_win_[sorted.back()] = true;
            return;
        }
        if (const std::size_t sure = sure_to_go(sorted, votes); sure > 0) return go_on_without(in, {sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sure)});

        // The last one pushed is followed first: there one goes out that is known to be able to win, so that others show themselves soon.
        option_list lowest;
        for (const std::uint32_t option : sorted)
            if (votes[option] == votes[sorted.front()]) lowest.push_back(option);
        std::stable_partition(lowest.begin(), lowest.end(), [this](std::uint32_t option) { return !can_win_[option]; });
        for (const std::uint32_t option : lowest) go_on_without(in, {option});
    }

    void go_on_without(option_set in, const option_list& out) {
        for (const std::uint32_t option : out) in[option] = false;
        next_.push_back(std::move(in));
    }

    std::vector<bool> can_win_;
    std::vector<option_set> next_;
    std::set<option_set> seen_;
};

}  // namespace

template <class Whole>
possible_winners follow_every_order(const preference_profile<Whole>& profile, std::size_t options) {
    if (options == 0) return {};
    return search(options).run(profile);
}

template possible_winners follow_every_order(const preference_profile<std::int64_t>&, std::size_t);
template possible_winners follow_every_order(const preference_profile<cpp_int>&, std::size_t);

}  // namespace sawt
