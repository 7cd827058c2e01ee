// Counting a round: the whole, its stakeholder groups, how answers moved since the round before, and what would be without one of the groups.
#include <sawt/workshop.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace sawt {

namespace {

constexpr std::size_t top_places = 3;  // where one place is voted on; where more are, those

// What is counted, wherever it lives.
struct votes_of_round {
    const ballot_box& box;
    const ballot_box* before;
    const tally* shifts;
    std::span<const std::string> groups;
    std::uint64_t group_limit;
    bool closed;
};

// `more` is the text of an object, which gets one more member.
std::string with_shift(const std::string& more, const std::string& shift) {
    auto all = nlohmann::json::parse(more);
    all["shift"] = nlohmann::json::parse(shift);
    return all.dump();
}

// The best places in their order, ties together, as far as they are asked for, or what won where that is a set. Names, since two counts of words number them differently.
std::vector<std::vector<std::string>> top_of(const outcome& result, std::size_t places) {
    const auto name = [&](std::uint32_t option) { return result.terms.empty() ? std::to_string(option) : result.terms[option]; };
    std::vector<std::vector<std::string>> top;
    std::size_t taken = 0;
    const auto take = [&](std::span<const std::uint32_t> tier) {
        auto& names = top.emplace_back();
        for (const auto option : tier) names.push_back(name(option));
        std::sort(names.begin(), names.end());
        taken += tier.size();
    };
    if (result.as_set || result.ranking.empty()) take(result.winners);
    if (result.as_set) return top;
    for (const auto& tier : result.ranking)
        if (taken < places) take(tier);
    return top;
}

std::vector<std::vector<std::string>> swayed_by(const votes_of_round& votes, const round_result& all) {
    const std::size_t places = all.total.winners.size() > 1 ? all.total.winners.size() : top_places;
    const auto top = top_of(all.total, places);
    std::vector<std::vector<std::string>> swaying;
    for (const group_outcome& group : all.groups)
        if (group.cast.counted() > 0 && top_of(votes.box.count_without(group.groups), places) != top) swaying.push_back(group.groups);
    return swaying;
}

round_result count_all(const votes_of_round& votes) {
    round_result result{votes.box.cast(), votes.box.count(), {}, {}};
    if (votes.shifts) result.total.more = with_shift(result.total.more, votes.box.shift_since(*votes.before, *votes.shifts));
    if (votes.groups.empty()) return result;
    result.groups = votes.box.count_by_group(votes.groups, votes.group_limit);
    const auto several = std::count_if(result.groups.begin(), result.groups.end(), [](const group_outcome& group) { return group.cast.counted() > 0; });
    if (votes.closed && several > 1) result.swayed_by = swayed_by(votes, result);
    return result;
}

const ballot_box* box_before(const item_state& of, const vote_round& round) { return round.shifts ? of.round(round.number - 1)->box.get() : nullptr; }

}  // namespace

round_result count(const round_votes& votes) {
    return count_all({votes.box, votes.before ? &*votes.before : nullptr, votes.shifts.get(), votes.groups, votes.group_limit, votes.closed});
}

round_result workshop::count(const item_state& of, const vote_round& round) const {
    const auto groups = groups_in(of.plan);
    return count_all({*round.box, box_before(of, round), round.shifts.get(), groups, plan_.rules.group_limit, round.status == item_status::closed});
}

std::shared_ptr<const round_votes> workshop::votes_of(const item_state& of, const vote_round& round) const {
    const ballot_box* before = box_before(of, round);
    return std::make_shared<const round_votes>(round_votes{round.box->clone(), before ? std::optional(before->clone()) : std::nullopt,
                                                           round.shifts ? round.shifts->clone() : nullptr, groups_in(of.plan), plan_.rules.group_limit,
                                                           round.status == item_status::closed});
}

}  // namespace sawt
