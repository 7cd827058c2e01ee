#include "pair_ballot.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace sawt {

using nlohmann::json;

namespace {

constexpr std::int64_t skipped = -1;  // until the pairs that say nothing are taken out

std::pair<std::uint32_t, std::uint32_t> pair_of(const mark& m) { return std::minmax(m.option, m.axis); }

// Reads one pair into `into`; the reason why not, or "" when it is fine. An object without any of the four members is no pair.
std::string_view read_pair(const ballot_paper& paper, const json& pair, mark& into) {
    if (!pair.is_object()) return reasons::wrong_shape;
    const auto winner = pair.find("winner"), loser = pair.find("loser"), tie = pair.find("tie"), skip = pair.find("skip");
    const auto end = pair.end();
    const bool is_won = winner != end && loser != end;
    if ((winner != end || loser != end) != is_won || int{is_won} + int{tie != end} + int{skip != end} != 1) return reasons::wrong_shape;

    const json* first = is_won ? &*winner : nullptr;
    const json* second = is_won ? &*loser : nullptr;
    if (!is_won) {
        const json& both = tie != end ? *tie : *skip;
        if (!both.is_array() || both.size() != 2) return reasons::wrong_shape;
        first = &both[0];
        second = &both[1];
    }
    if (!first->is_string() || !second->is_string()) return reasons::wrong_shape;
    const auto better = paper.find(first->get_ref<const std::string&>());
    const auto other = paper.find(second->get_ref<const std::string&>());
    if (!better || !other) return reasons::unknown_option;
    if (*better == *other) return reasons::repeated_option;
    if (is_won)
        into = {.option = *better, .axis = *other, .value = pair_won};
    else
        into = {.option = std::min(*better, *other), .axis = std::max(*better, *other), .value = tie != end ? pair_tied : skipped};
    return {};
}

bool names_a_pair(const json& ballot) {
    for (const char* member : {"winner", "loser", "tie", "skip"})
        if (ballot.contains(member)) return true;
    return false;
}

}  // namespace

reading read_pairs(const ballot_paper& paper, const json& ballot) {
    if (!ballot.is_object()) return invalid_ballot(reasons::wrong_shape);
    const auto list = ballot.find("pairs");
    const bool is_one = names_a_pair(ballot);
    if (list == ballot.end() && !is_one) return blank_ballot();
    if (list != ballot.end() && (is_one || !list->is_array())) return invalid_ballot(reasons::wrong_shape);

    std::vector<mark> pairs(is_one ? 1 : list->size());
    for (std::size_t i = 0; i < pairs.size(); ++i)
        if (const auto reason = read_pair(paper, is_one ? ballot : (*list)[i], pairs[i]); !reason.empty()) return invalid_ballot(reason);

    std::sort(pairs.begin(), pairs.end(), [](const mark& left, const mark& right) { return pair_of(left) < pair_of(right); });
    const auto twice = std::adjacent_find(pairs.begin(), pairs.end(), [](const mark& left, const mark& right) { return pair_of(left) == pair_of(right); });
    if (twice != pairs.end()) return invalid_ballot(reasons::repeated_option);
    std::erase_if(pairs, [](const mark& m) { return m.value == skipped; });
    if (pairs.empty()) return blank_ballot();
    return {standing::counted, {std::move(pairs), {}}, {}};
}

}  // namespace sawt
