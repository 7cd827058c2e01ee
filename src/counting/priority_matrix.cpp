// Priority matrix: options rated on several axes, such as impact and feasibility. `{"scores":{"A":{"impact":4}}}`; what is missing is no opinion.
// Each axis is averaged over those who rated the option on it. `rank_by: sum` (default) adds axis weight times mean, `product` multiplies the
// means, whatever the weights. A mean that reaches the threshold of its axis is high; an option without a mean on every axis has no place.
#include "agreement_measures.hpp"
#include "ballot_paper.hpp"
#include "exact_json.hpp"
#include "methods.hpp"
#include "priority_axes.hpp"
#include "ranking.hpp"
#include "rating_tally.hpp"

#include <algorithm>

namespace sawt {

namespace {

using nlohmann::json;

std::vector<scale> scales_of(const std::vector<priority_axis>& axes) {
    std::vector<scale> scales;
    for (const priority_axis& axis : axes) scales.push_back(axis.values);
    return scales;
}

class priority_matrix final : public counting_rule {
public:
    explicit priority_matrix(const rule_spec& spec) : priority_matrix(spec, params(spec.params)) {}

    reading read(const json& ballot) const override {
        if (!ballot.is_object()) return invalid_ballot(reasons::wrong_shape);
        const auto scores = ballot.find("scores");
        if (scores == ballot.end()) return blank_ballot();
        if (!scores->is_object()) return invalid_ballot(reasons::wrong_shape);

        std::vector<mark> ratings;
        ratings.reserve(scores->size() * axes_.size());
        for (const auto& [id, given] : scores->get_ref<const json::object_t&>()) {
            const auto option = paper_.find(id);
            if (!option) return invalid_ballot(reasons::unknown_option);
            if (!given.is_object()) return invalid_ballot(reasons::wrong_shape);
            for (const auto& [name, on_it] : given.get_ref<const json::object_t&>()) {
                const auto axis = find_axis(name);
                if (!axis) return invalid_ballot(reasons::unknown_axis);
                const auto value = whole_value(on_it);
                if (!value) return invalid_ballot(reasons::not_whole);
                if (!grid_.on(*axis).has(*value)) return invalid_ballot(reasons::out_of_range);
                ratings.push_back({*option, *axis, *value});
            }
        }
        if (ratings.empty()) return blank_ballot();
        std::sort(ratings.begin(), ratings.end(), [](const mark& left, const mark& right) { return std::pair(left.option, left.axis) < std::pair(right.option, right.axis); });
        return {standing::counted, {std::move(ratings), {}}, {}};
    }

    std::unique_ptr<tally> open_tally() const override { return std::make_unique<rating_tally>(grid_); }

    outcome count(std::span<const weighted_tally> parts) const override {
        const counted_ratings ratings = collect_ratings(grid_, parts);
        outcome result;
        result.base = ratings.weight();
        auto stats = json::object();
        auto agreement = json::object();
        for (std::uint32_t option = 0; option < paper_.size(); ++option) {
            const std::span of_option(&ratings.on[option * axes_.size()], axes_.size());
            std::vector<std::optional<rational>> means;
            for (const weighted_distribution& on_axis : of_option) means.push_back(on_axis.mean());
            result.scores.push_back(score(means));
            json& told = stats[paper_.id(option)];
            told["quadrant"] = quadrant(means);
            for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
                told[axes_[axis].id] = exact_or_null(means[axis]);
                agreement[paper_.id(option)][axes_[axis].id] = exact_or_null(van_der_eijk(of_option[axis], axes_[axis].values));
            }
        }
        rank_by_score(result, wanted_, ratings.any_counted);
        result.more = json{{"stats", std::move(stats)}, {"agreement", std::move(agreement)}}.dump();
        return result;
    }

private:
    priority_matrix(const rule_spec& spec, const params& rules)
        : paper_(spec.options), axes_(read_axes(rules)), grid_(paper_.size(), scales_of(axes_)), wanted_(read_places(rules)) {
        product_ = rules.one_of("rank_by", {"sum", "product"}) == "product";
    }

    // There are two axes, or a few, so the shortest way is to look at each.
    std::optional<std::uint32_t> find_axis(std::string_view id) const {
        for (std::uint32_t axis = 0; axis < axes_.size(); ++axis)
            if (axes_[axis].id == id) return axis;
        return std::nullopt;
    }

    std::optional<rational> score(std::span<const std::optional<rational>> means) const {
        rational all = product_ ? 1 : 0;
        for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
            if (!means[axis]) return std::nullopt;
            if (product_)
                all *= *means[axis];
            else
                all += axes_[axis].weight * *means[axis];
        }
        return all;
    }

    json quadrant(std::span<const std::optional<rational>> means) const {
        std::string name;
        for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
            if (!means[axis]) return nullptr;
            name.append(name.empty() ? "" : "-").append(*means[axis] >= axes_[axis].threshold ? "high" : "low");
        }
        return name;
    }

    ballot_paper paper_;
    std::vector<priority_axis> axes_;
    rating_grid grid_;
    places wanted_;
    bool product_ = false;
};

}  // namespace

std::shared_ptr<const counting_rule> make_priority_matrix(const rule_spec& spec) { return std::make_shared<priority_matrix>(spec); }

}  // namespace sawt
