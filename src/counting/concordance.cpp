// How far voters agree on a ranking: Kendall's W with the correction for ties (Kendall and Babington Smith 1939), and between stakeholder groups
// Kendall's tau-b (1945).
//
// Ranks are mid-ranks within a ballot, 1 the best; unranked options tie for last. W = 12 S / (m^2 (n^3 - n) - m T): S the sum of squared deviations
// of the rank sums, m the weight, n the options, T the weighted sum of t^3 - t over tiers of size t. W is exact, from 0 to 1, and null when the
// divisor is 0 (nothing counted, one option, or every ballot ties all).
//
// `more`: `measures` with `kendall_w`, `mean_rank` (rank sum / m, null for m = 0), and with two or more groups that have counted ballots
// `kendall_tau_b`: by "a|b", names in alphabetical order, tau-b between the mean ranks of the two groups; null when a group ties everything
// or weighs nothing. It is no rational and hence a JSON float; ballots of no group have no part in it.
//
// Scores are the mean ranks, and the ranking goes by them, the least first. At most 1,000,000 options, so that n^3 stays in a machine word.
#include "exact_json.hpp"
#include "exact_sums.hpp"
#include "methods.hpp"
#include "ranking.hpp"
#include "ranking_ballot.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace sawt {

namespace {

using boost::multiprecision::cpp_int;
using nlohmann::json;

constexpr std::size_t options_max = 1'000'000;

constexpr std::int64_t ties_of(std::size_t size) {
    const auto t = static_cast<std::int64_t>(size);
    return t * t * t - t;
}

// Doubled mid-ranks, which are whole. The rank of unranked options is added once, for all; ranked ones add only the difference.
class rank_tally final : public tally {
public:
    explicit rank_tally(std::size_t options) : options_(options), sums_(options + 2) {}

    static const rank_tally& of(const weighted_tally& part) {
        assert(dynamic_cast<const rank_tally*>(part.votes));
        return static_cast<const rank_tally&>(*part.votes);
    }

    void add(const marks& ballot, const rational& weight) override { change(ballot, weight, 1); }
    void take_back(const marks& ballot, const rational& weight) override { change(ballot, weight, -1); }
    std::unique_ptr<tally> clone() const override { return std::make_unique<rank_tally>(*this); }

    bool empty() const { return entries_ == 0; }
    rational doubled_ranks(std::size_t option) const { return sums_.total(option) + sums_.total(for_all()); }
    rational ties() const { return sums_.total(for_all() + 1); }

private:
    std::size_t for_all() const { return options_; }

    void change(const marks& ballot, const rational& weight, int sign) {
        order_.assign(ballot.options);
        entries_ += sign;
        const std::size_t unranked = options_ - order_.ranked();
        const auto last = static_cast<std::int64_t>(order_.ranked() + 1 + options_);
        const auto times_max = std::max<std::int64_t>(2 * static_cast<std::int64_t>(options_), ties_of(options_));
        sums_.change(weight, sign, times_max, [&](auto add) {
            if (unranked > 0) add(for_all(), last);
            std::int64_t ties = ties_of(unranked);
            for (std::size_t tier = 0; tier < order_.tiers(); ++tier) {
                const auto doubled_rank = static_cast<std::int64_t>(2 * order_.tier_begin(tier) + order_.tier_size(tier) + 1);
                for (const std::uint32_t option : order_.tier(tier)) add(option, unranked > 0 ? doubled_rank - last : doubled_rank);
                ties += ties_of(order_.tier_size(tier));
            }
            add(for_all() + 1, ties);
        });
    }

    std::size_t options_;
    exact_sums sums_;
    std::int64_t entries_ = 0;
    ranking_order order_;  // of the ballot at hand
};

// Every option's place among the ranks of a group; equal ranks have the same place.
struct group_order {
    std::string name;
    std::vector<std::uint32_t> places;  // empty when the group weighs nothing
};

group_order order_of(const weighted_tally& part, std::size_t options) {
    group_order group{std::string(part.group), {}};
    if (part.weight * part.factor == 0) return group;
    const rank_tally& votes = rank_tally::of(part);
    std::vector<rational> ranks;
    for (std::size_t option = 0; option < options; ++option) ranks.push_back(votes.doubled_ranks(option));
    std::vector<rational> in_order = ranks;
    std::sort(in_order.begin(), in_order.end());
    for (const rational& rank : ranks) group.places.push_back(static_cast<std::uint32_t>(std::lower_bound(in_order.begin(), in_order.end(), rank) - in_order.begin()));
    return group;
}

json tau_b(const group_order& x, const group_order& y) {
    if (x.places.empty() || y.places.empty()) return nullptr;
    std::int64_t agreeing = 0;  // concordant pairs less discordant ones
    std::int64_t apart_in_x = 0, apart_in_y = 0;
    for (std::size_t a = 0; a < x.places.size(); ++a)
        for (std::size_t b = 0; b < a; ++b) {
            const int in_x = (x.places[a] > x.places[b]) - (x.places[a] < x.places[b]);
            const int in_y = (y.places[a] > y.places[b]) - (y.places[a] < y.places[b]);
            agreeing += in_x * in_y;
            apart_in_x += in_x != 0;
            apart_in_y += in_y != 0;
        }
    if (apart_in_x == 0 || apart_in_y == 0) return nullptr;
    return static_cast<double>(agreeing) / std::sqrt(static_cast<double>(apart_in_x) * static_cast<double>(apart_in_y));
}

json tau_b_of_all(std::vector<group_order> groups) {
    std::sort(groups.begin(), groups.end(), [](const group_order& left, const group_order& right) { return left.name < right.name; });
    auto of_pairs = json::object();
    for (std::size_t b = 1; b < groups.size(); ++b)
        for (std::size_t a = 0; a < b; ++a) of_pairs[groups[a].name + "|" + groups[b].name] = tau_b(groups[a], groups[b]);
    return of_pairs;
}

class concordance final : public counting_rule {
public:
    explicit concordance(const rule_spec& spec) : paper_(spec.options), wanted_(read_places(params(spec.params))), ballot_(params(spec.params)) {
        if (paper_.size() > options_max) throw rule_problem{"options", "must be at most " + std::to_string(options_max) + " for this method"};
    }

    reading read(const json& ballot) const override { return ballot_.read(paper_, ballot); }
    std::unique_ptr<tally> open_tally() const override { return std::make_unique<rank_tally>(paper_.size()); }

    outcome count(std::span<const weighted_tally> parts) const override {
        outcome result;
        std::vector<rational> doubled_ranks(paper_.size());
        rational ties = 0;
        std::vector<group_order> groups;
        bool any_counted = false;
        for (const weighted_tally& part : parts) {
            const rank_tally& votes = rank_tally::of(part);
            if (votes.empty()) continue;
            any_counted = true;
            result.base += part.weight * part.factor;
            for (std::size_t option = 0; option < paper_.size(); ++option) doubled_ranks[option] += votes.doubled_ranks(option) * part.factor;
            ties += votes.ties() * part.factor;
            if (!part.group.empty()) groups.push_back(order_of(part, paper_.size()));
        }
        rank(result, doubled_ranks, any_counted);

        auto mean_ranks = json::object();
        for (std::uint32_t option = 0; option < paper_.size(); ++option) mean_ranks[paper_.id(option)] = exact_or_null(result.scores[option]);
        json measures{{"kendall_w", exact_or_null(kendall_w(doubled_ranks, ties, result.base))}, {"mean_rank", std::move(mean_ranks)}};
        if (groups.size() >= 2) measures["kendall_tau_b"] = tau_b_of_all(std::move(groups));
        result.more = json{{"measures", std::move(measures)}}.dump();
        return result;
    }

private:
    // With doubled rank sums D, whose mean is m (n + 1), 12 S is three times the sum of squared deviations of D.
    static std::optional<rational> kendall_w(const std::vector<rational>& doubled_ranks, const rational& ties, const rational& weight) {
        const cpp_int n = doubled_ranks.size();
        const rational divisor = weight * weight * rational(n * n * n - n) - weight * ties;
        if (divisor == 0) return std::nullopt;
        const rational mean = weight * rational(n + 1);
        rational squares = 0;
        for (const rational& sum : doubled_ranks) squares += (sum - mean) * (sum - mean);
        return 3 * squares / divisor;
    }

    // The least mean rank is the best, so places go by what is turned about.
    void rank(outcome& result, const std::vector<rational>& doubled_ranks, bool any_counted) const {
        std::vector<std::optional<rational>> mean_ranks(paper_.size());
        result.scores.assign(paper_.size(), std::nullopt);
        for (std::size_t option = 0; option < paper_.size() && result.base != 0; ++option) {
            mean_ranks[option] = doubled_ranks[option] / (2 * result.base);
            result.scores[option] = -*mean_ranks[option];
        }
        rank_by_score(result, wanted_, any_counted);
        result.scores = std::move(mean_ranks);
    }

    ballot_paper paper_;
    places wanted_;
    ranking_ballot ballot_;
};

}  // namespace

std::shared_ptr<const counting_rule> make_concordance(const rule_spec& spec) { return std::make_shared<concordance>(spec); }

}  // namespace sawt
