// Agreement: how far voters agree on each option, rated on one scale. Three measures, whose papers stand in agreement_measures.hpp: consensus, van
// der Eijk's A and r_wg. Options are ranked like those of `score`; the measures themselves decide nothing.
#include "agreement_measures.hpp"
#include "exact_json.hpp"
#include "methods.hpp"
#include "rating_rule.hpp"

namespace sawt {

namespace {

using nlohmann::json;

class agreement final : public rating_rule {
public:
    explicit agreement(const rule_spec& spec) : rating_rule(spec, read_scale(params(spec.params))), ranking_(params(spec.params)) {}

private:
    void complete(outcome& result, const counted_ratings& ratings) const override {
        ranking_.rank(result, ratings);
        auto measures = by_option(ratings, [this](const weighted_distribution& of_option) {
            const auto consensus = tastle_wierman(of_option, values());
            return json{{"consensus", consensus ? json(*consensus) : json()},
                        {"van_der_eijk", exact_or_null(van_der_eijk(of_option, values()))},
                        {"rwg", exact_or_null(within_group(of_option, values()))}};
        });
        auto stats = by_option(ratings, [this](const weighted_distribution& of_option) {
            return json{{"n", exact_json(of_option.weight())},
                        {"mean", exact_or_null(of_option.mean())},
                        {"distribution", distribution_json(of_option, values())}};
        });
        result.more = json{{"measures", std::move(measures)}, {"stats", std::move(stats)}}.dump();
    }

    rating_ranking ranking_;
};

}  // namespace

std::shared_ptr<const counting_rule> make_agreement(const rule_spec& spec) { return std::make_shared<agreement>(spec); }

}  // namespace sawt
