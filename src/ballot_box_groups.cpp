// Results by stakeholder group, without giving away what a few people voted.
#include "ballot_box_part.hpp"

#include <algorithm>
#include <numeric>

namespace sawt {

// A small group alone in the merged set, or a merged set that is itself small, would be no better than showing the small group: whoever
// subtracts the shown groups from the total has it. So the next smallest join until neither is the case or nobody is left.
std::vector<bool> groups_to_merge(std::span<const std::uint64_t> ballots, std::uint64_t limit) {
    std::vector<std::size_t> by_size(ballots.size());
    std::iota(by_size.begin(), by_size.end(), std::size_t{0});
    std::erase_if(by_size, [&](std::size_t group) { return ballots[group] == 0; });
    std::stable_sort(by_size.begin(), by_size.end(), [&](std::size_t left, std::size_t right) { return ballots[left] < ballots[right]; });

    std::vector<bool> merge(ballots.size(), false);
    std::size_t groups = 0;
    std::uint64_t together = 0;
    for (const std::size_t group : by_size) {
        const bool is_small = ballots[group] < limit;
        const bool is_needed = groups > 0 && (groups == 1 || together < limit);
        if (!is_small && !is_needed) break;
        merge[group] = true;
        ++groups;
        together += ballots[group];
    }
    return merge;
}

std::vector<group_outcome> ballot_box::count_by_group(std::span<const std::string> all, std::uint64_t limit) const {
    // Ballots of no group, or of one that is not in the list, are groups here too: left out, they could be found by subtraction.
    std::vector<std::string> groups(all.begin(), all.end());
    for (const auto& [group, of_group] : parts_)
        if (of_group->ballots > 0 && std::find(all.begin(), all.end(), group) == all.end()) groups.push_back(group);

    std::vector<const part*> parts;
    std::vector<std::uint64_t> ballots;
    for (const auto& group : groups) {
        const auto found = parts_.find(group);
        parts.push_back(found == parts_.end() ? nullptr : found->second.get());
        ballots.push_back(parts.back() ? parts.back()->ballots : 0);
    }
    const auto merge = groups_to_merge(ballots, limit);

    const auto count_parts = [&](group_outcome& into, std::span<const part* const> members) {
        std::vector<weighted_tally> weighted;
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (!members[i]) continue;
            weighted.push_back(members[i]->times(into.groups[i], 1));
            members[i]->enter(into.cast, 1);
        }
        into.result = rule_->count(weighted);
    };

    std::vector<group_outcome> results;
    group_outcome others;
    std::vector<const part*> of_others;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (merge[i]) {
            others.groups.push_back(groups[i]);
            of_others.push_back(parts[i]);
        } else {
            group_outcome& own = results.emplace_back();
            own.groups.push_back(groups[i]);
            count_parts(own, {&parts[i], 1});
        }
    }
    if (!of_others.empty()) {
        count_parts(others, of_others);
        results.push_back(std::move(others));
    }
    return results;
}

}  // namespace sawt
