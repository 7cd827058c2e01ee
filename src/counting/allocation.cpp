// Allocation (constant sum): each voter spreads `total` whole points over the options. They must add up to exactly that, or with
// `exact: false` to at most that; a ballot that does not is invalid as a whole, since there is no agreed way to scale it.
#include "additive.hpp"
#include "exact_json.hpp"
#include "methods.hpp"

#include <numeric>

namespace sawt {

namespace {

using nlohmann::json;

constexpr std::uint64_t total_max = 1'000'000'000;  // sums over a ballot stay in a machine word

class allocation final : public additive_rule {
public:
    explicit allocation(const rule_spec& spec) : additive_rule(spec) {
        const params rules(spec.params);
        const auto total = rules.whole("total", 1, total_max);
        if (!total) params::refuse("total", "is missing: how many points each voter spreads, a whole number from 1");
        total_ = static_cast<std::int64_t>(*total);
        exact_ = rules.yes_or_no("exact", true);
        report_mean_ = rules.yes_or_no("report_mean", false);
    }

    reading read(const json& ballot) const override {
        if (!ballot.is_object()) return invalid_ballot(reasons::wrong_shape);
        const auto points = ballot.find("points");
        if (points == ballot.end()) return blank_ballot();
        if (!points->is_object()) return invalid_ballot(reasons::wrong_shape);

        std::vector<mark> given;
        std::int64_t left = total_;
        for (const auto& [id, value] : points->get_ref<const json::object_t&>()) {
            const auto option = paper().find(id);
            if (!option) return invalid_ballot(reasons::unknown_option);
            const auto on_it = whole_value(value);
            if (!on_it) return invalid_ballot(reasons::not_whole);
            if (*on_it < 0) return invalid_ballot(reasons::out_of_range);
            if (*on_it > left) return invalid_ballot(reasons::too_many);
            left -= *on_it;
            if (*on_it > 0) given.push_back({.option = *option, .value = *on_it});
        }
        if (given.empty()) return blank_ballot();
        if (exact_ && left > 0) return invalid_ballot(reasons::too_few);
        return counted_ballot(std::move(given));
    }

private:
    // Shares are shares of the points given. The mean is over all counted ballots: an option that a ballot leaves out has 0 points there.
    void complete(outcome& result) const override {
        const rational voters = result.base;
        if (report_mean_) {
            auto stats = json::object();
            for (std::uint32_t option = 0; option < paper().size(); ++option) {
                json& mean = stats[paper().id(option)]["mean"];
                if (voters != 0) mean = exact_json(rational(*result.scores[option] / voters));
            }
            result.more = json{{"stats", std::move(stats)}}.dump();
        }
        result.base = std::accumulate(result.scores.begin(), result.scores.end(), rational(0), [](const rational& sum, const auto& score) -> rational { return sum + *score; });
        result.base_of = "points";
    }

    std::int64_t total_ = 0;
    bool exact_ = true;
    bool report_mean_ = false;
};

}  // namespace

std::shared_ptr<const counting_rule> make_allocation(const rule_spec& spec) { return std::make_shared<allocation>(spec); }

}  // namespace sawt
