// Score voting (range voting, Likert items, marks from 0 to 10): each option is judged by those who rated it. A missing rating is no opinion, not
// zero; many range and STAR counts take it for zero, which `rank_by: sum` amounts to. Quantiles are those of type 2, variance that of the population.
#include "exact_json.hpp"
#include "methods.hpp"
#include "rating_rule.hpp"

namespace sawt {

namespace {

using nlohmann::json;

class score final : public rating_rule {
public:
    explicit score(const rule_spec& spec) : rating_rule(spec, read_scale(params(spec.params))), ranking_(params(spec.params)) {}

private:
    void complete(outcome& result, const counted_ratings& ratings) const override {
        ranking_.rank(result, ratings);
        auto stats = by_option(ratings, [this](const weighted_distribution& of_option) {
            return json{{"n", exact_json(of_option.weight())},
                        {"mean", exact_or_null(of_option.mean())},
                        {"median", exact_or_null(of_option.quantile(1, 2))},
                        {"variance", exact_or_null(of_option.variance())},
                        {"distribution", distribution_json(of_option, values())}};
        });
        result.more = json{{"stats", std::move(stats)}, {"agreement", agreement_json(ratings)}}.dump();
    }

    rating_ranking ranking_;
};

}  // namespace

std::shared_ptr<const counting_rule> make_score(const rule_spec& spec) { return std::make_shared<score>(spec); }

}  // namespace sawt
