#include "meek_tree.hpp"

#include <algorithm>

namespace sawt {

template <class Whole>
meek_tree<Whole>::meek_tree(const preference_profile<Whole>& profile, std::size_t options)
    : profile_(profile), states_(options, state::hopeful), nodes_(1), nodes_of_(options) {
    for (std::uint32_t ballot = 0; ballot < profile.ballots(); ++ballot)
        if (profile.weight(ballot) != 0) insert(ballot);
}

template <class Whole>
std::vector<cpp_int> meek_tree<Whole>::distribute(const std::vector<cpp_int>& keep, unsigned bits) const {
    std::vector<cpp_int> votes(states_.size());
    std::vector<cpp_int> moves_on(nodes_.size());
    moves_on[0] = cpp_int(1) << bits;
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
        const node& here = nodes_[i];
        if (here.weight == 0) continue;
        moves_on[i] = moves_on[here.parent];
        const cpp_int part = moves_on[i] / here.options.size();
        for (const std::uint32_t option : here.options) {
            const cpp_int kept = states_[option] == state::elected ? cpp_int(part * keep[option] >> bits) : part;
            votes[option] += kept * here.weight;
            moves_on[i] -= kept;
        }
    }
    return votes;
}

// Takes out the ballots whose way leads through the option and lets them find their way anew.
template <class Whole>
void meek_tree<Whole>::restage(std::uint32_t option, state becomes) {
    states_[option] = becomes;
    std::vector<std::uint32_t> ballots;
    for (const std::uint32_t top : nodes_of_[option]) {
        for (std::uint32_t above = top; above != 0;) {
            above = nodes_[above].parent;
            nodes_[above].weight -= nodes_[top].weight;
        }
        take_out(top, ballots);
    }
    for (const std::uint32_t ballot : ballots) insert(ballot);
}

template <class Whole>
void meek_tree<Whole>::take_out(std::uint32_t top, std::vector<std::uint32_t>& ballots) {
    std::vector<std::uint32_t> below{top};
    while (!below.empty()) {
        node& here = nodes_[below.back()];
        below.pop_back();
        if (here.weight == 0) continue;  // then nothing came through
        here.weight = 0;
        ballots.insert(ballots.end(), here.ballots.begin(), here.ballots.end());
        here.ballots.clear();
        below.insert(below.end(), here.children.begin(), here.children.end());
    }
}

template <class Whole>
void meek_tree<Whole>::insert(std::uint32_t ballot) {
    const Whole& weight = profile_.weight(ballot);
    std::uint32_t here = 0;
    nodes_[0].weight += weight;
    bool goes_on = true;
    for (std::size_t at = profile_.begin(ballot), end = profile_.end(ballot); goes_on && at < end;) {
        const auto tier = profile_.tier(at);
        tier_.clear();
        goes_on = false;
        for (at = tier.begin; at < tier.end; ++at) {
            const std::uint32_t option = profile_.option(at);
            if (states_[option] == state::eliminated) continue;
            tier_.push_back(option);
            goes_on = goes_on || states_[option] == state::elected;
        }
        if (tier_.empty()) {
            goes_on = true;
            continue;
        }
        here = child_of(here, tier_);
        nodes_[here].weight += weight;
    }
    nodes_[here].ballots.push_back(ballot);
}

template <class Whole>
std::uint32_t meek_tree<Whole>::child_of(std::uint32_t parent, const std::vector<std::uint32_t>& tier) {
    const auto next_number = static_cast<std::uint32_t>(states_.size() + tiers_.size());
    const std::uint32_t number = tier.size() == 1 ? tier.front() : tiers_.try_emplace(tier, next_number).first->second;
    const auto [child, is_new] = children_.try_emplace(static_cast<std::uint64_t>(parent) << 32 | number, static_cast<std::uint32_t>(nodes_.size()));
    if (is_new) {
        node& added = nodes_.emplace_back();
        added.options = tier;
        added.parent = parent;
        nodes_[parent].children.push_back(child->second);
        for (const std::uint32_t option : tier) nodes_of_[option].push_back(child->second);
    }
    return child->second;
}

template class meek_tree<std::int64_t>;
template class meek_tree<cpp_int>;

}  // namespace sawt
