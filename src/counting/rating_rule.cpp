#include "rating_rule.hpp"

#include "agreement_measures.hpp"
#include "exact_json.hpp"

namespace sawt {

using nlohmann::json;

rating_rule::rating_rule(const rule_spec& spec, const scale& values) : paper_(spec.options), grid_(paper_.size(), {values}) {}

reading rating_rule::read(const json& ballot) const {
    if (!ballot.is_object()) return invalid_ballot(reasons::wrong_shape);
    const auto scores = ballot.find("scores");
    if (scores == ballot.end()) return blank_ballot();
    if (!scores->is_object()) return invalid_ballot(reasons::wrong_shape);
    if (scores->empty()) return blank_ballot();

    std::vector<mark> ratings;
    ratings.reserve(scores->size());
    for (const auto& [id, given] : scores->get_ref<const json::object_t&>()) {
        const auto option = paper_.find(id);
        if (!option) return invalid_ballot(reasons::unknown_option);
        const auto value = whole_value(given);
        if (!value) return invalid_ballot(reasons::not_whole);
        if (!values().has(*value)) return invalid_ballot(reasons::out_of_range);
        ratings.push_back({.option = *option, .value = *value});
    }
    return counted_ballot(std::move(ratings));
}

std::unique_ptr<tally> rating_rule::open_tally() const { return std::make_unique<rating_tally>(grid_); }

outcome rating_rule::count(std::span<const weighted_tally> parts) const {
    const counted_ratings ratings = collect_ratings(grid_, parts);
    outcome result;
    result.base = ratings.weight();
    complete(result, ratings);
    return result;
}

json rating_rule::by_option(const counted_ratings& ratings, const std::function<json(const weighted_distribution&)>& tell) const {
    auto object = json::object();
    for (std::uint32_t option = 0; option < paper_.size(); ++option) object[paper_.id(option)] = tell(ratings.on[option]);
    return object;
}

json rating_rule::agreement_json(const counted_ratings& ratings) const {
    return by_option(ratings, [&](const weighted_distribution& of_option) { return exact_or_null(van_der_eijk(of_option, values())); });
}

rating_ranking::rating_ranking(const params& from) : by_(from.one_of("rank_by", {"mean", "median", "sum"})), wanted_(read_places(from)) {
    const json* least = from.find("min_raters");
    if (!least) return;
    const auto weight = read_rational(*least);
    if (!weight || *weight < 0) params::refuse("min_raters", "must be a weight of 0 or more: a whole number, or a text such as \"3/2\"");
    min_raters_ = *weight;
}

std::optional<rational> rating_ranking::score(const weighted_distribution& ratings) const {
    if (ratings.weight() < min_raters_) return std::nullopt;
    if (by_ == "median") return ratings.quantile(1, 2);
    return by_ == "sum" ? ratings.sum() : ratings.mean();
}

void rating_ranking::rank(outcome& result, const counted_ratings& ratings) const {
    result.scores.clear();
    for (const weighted_distribution& of_option : ratings.on) result.scores.push_back(score(of_option));
    rank_by_score(result, wanted_, ratings.any_counted);
}

json distribution_json(const weighted_distribution& ratings, const scale& values) {
    constexpr std::uint64_t told_whole_max = 1001;
    auto object = json::object();
    if (values.categories() <= told_whole_max)
        for (std::int64_t value = values.min; value <= values.max; ++value) object[std::to_string(value)] = 0;
    for (const auto& run : ratings.runs()) object[std::to_string(run.value)] = exact_json(ratings.weight_of(run));
    return object;
}

}  // namespace sawt
