#include "ranking.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace sawt {

places read_places(const params& from) {
    places wanted;
    wanted.seats = static_cast<std::uint32_t>(from.whole("seats", 1, std::numeric_limits<std::int32_t>::max()).value_or(1));
    wanted.by_order = from.one_of("tie_break", {"none", "order"}) == "order";
    return wanted;
}

namespace {

std::vector<std::vector<std::uint32_t>> tiers_of(const std::vector<std::optional<rational>>& scores) {
    std::vector<std::uint32_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    // An empty optional is less than any score, so options without one come last. Equal ones stay in ballot-paper order.
    std::stable_sort(order.begin(), order.end(), [&](auto left, auto right) { return scores[left] > scores[right]; });
    std::vector<std::vector<std::uint32_t>> tiers;
    for (const auto option : order) {
        if (tiers.empty() || scores[tiers.back().front()] != scores[option]) tiers.emplace_back();
        tiers.back().push_back(option);
    }
    return tiers;
}

}  // namespace

void rank_by_score(outcome& result, const places& wanted, bool any_counted) {
    result.ranking = tiers_of(result.scores);
    fill_places(result, wanted, any_counted);
}

void fill_places(outcome& result, const places& wanted, bool any_counted) {
    result.winners.clear();
    result.tied.reset();
    if (!any_counted) return;
    std::size_t left = wanted.seats;
    for (const auto& tier : result.ranking) {
        const bool has_score = result.scores.empty() || result.scores[tier.front()];
        if (left == 0 || !has_score) break;
        if (tier.size() > left) result.tied = tie{tier, static_cast<std::uint32_t>(left)};
        const std::size_t taken = tier.size() > left && wanted.by_order ? left : tier.size();
        result.winners.insert(result.winners.end(), tier.begin(), tier.begin() + static_cast<std::ptrdiff_t>(taken));
        left -= std::min(left, tier.size());
    }
}

}  // namespace sawt
