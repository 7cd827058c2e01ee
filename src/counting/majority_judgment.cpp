// Majority judgment (Balinski and Laraki 2007, 2011): voters give each option a grade in words, and its majority grade is the lower median. The
// same majority grades are compared by majority_value.hpp, to the end; the gauge and the "typical", "usual" and "central" judgments are other rules.
//
// Ballots rate like those of `score`, with the number of the grade, 0 the worst. `grades`: their names, worst first, each a text or texts by
// language. `missing`: a missing grade is the `worst` one (default), or, with `normalise`, each option's given grades are scaled to a common
// total and options that nobody graded come last.
#include "exact_json.hpp"
#include "majority_value.hpp"
#include "methods.hpp"
#include "rating_rule.hpp"

#include <algorithm>
#include <numeric>

namespace sawt {

namespace {

using nlohmann::json;

constexpr std::size_t grades_max = 100;

// A text, or an object of texts by language.
bool is_name(const json& grade) {
    if (grade.is_string()) return true;
    return grade.is_object() && !grade.empty() && std::all_of(grade.begin(), grade.end(), [](const json& text) { return text.is_string(); });
}

std::vector<json> read_grades(const params& from) {
    const json* names = from.find("grades");
    if (!names) params::refuse("grades", "is missing: a list of names, worst first");
    if (!names->is_array() || names->size() < 2 || names->size() > grades_max)
        params::refuse("grades", "must be a list of 2 to " + std::to_string(grades_max) + " names, worst first");
    for (std::size_t i = 0; i < names->size(); ++i)
        if (!is_name((*names)[i])) params::refuse("grades[" + std::to_string(i) + "]", "must be a text, or texts by language");
    return names->get<std::vector<json>>();
}

class majority_judgment final : public rating_rule {
public:
    explicit majority_judgment(const rule_spec& spec) : majority_judgment(spec, read_grades(params(spec.params))) {}

private:
    majority_judgment(const rule_spec& spec, std::vector<json> grades)
        : rating_rule(spec, {0, static_cast<std::int64_t>(grades.size()) - 1}), grades_(std::move(grades)), wanted_(read_places(params(spec.params))) {
        missing_is_worst_ = params(spec.params).one_of("missing", {"worst", "normalise"}) == "worst";
    }

    void complete(outcome& result, const counted_ratings& given) const override {
        counted_ratings ratings = given;
        if (missing_is_worst_)
            for (weighted_distribution& of_option : ratings.on) of_option.put_first(values().min, ratings.voters - of_option.total());

        std::vector<std::optional<majority_value>> judged(ratings.on.size());
        for (std::size_t option = 0; option < judged.size(); ++option)
            if (!ratings.on[option].empty()) judged[option].emplace(ratings.on[option]);
        rank(result, judged);
        fill_places(result, wanted_, ratings.any_counted);

        auto stats = by_option(ratings, [this](const weighted_distribution& of_option) {
            const json grade = of_option.empty() ? json() : grades_[static_cast<std::size_t>(majority_value(of_option).grade())];
            return json{{"grade", grade}, {"distribution", distribution_json(of_option, values())}};
        });
        result.more = json{{"stats", std::move(stats)}, {"agreement", agreement_json(ratings)}}.dump();
    }

    // Scores are the numbers of the majority grades. An empty optional is less than any value, so ungraded options come last.
    void rank(outcome& result, const std::vector<std::optional<majority_value>>& judged) const {
        for (const auto& value : judged) result.scores.push_back(value ? std::optional(rational(value->grade())) : std::nullopt);
        std::vector<std::uint32_t> order(judged.size());
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(), [&](auto left, auto right) { return judged[left] > judged[right]; });
        for (const auto option : order) {
            if (result.ranking.empty() || judged[result.ranking.back().front()] != judged[option]) result.ranking.emplace_back();
            result.ranking.back().push_back(option);
        }
    }

    std::vector<json> grades_;
    places wanted_;
    bool missing_is_worst_ = true;
};

}  // namespace

std::shared_ptr<const counting_rule> make_majority_judgment(const rule_spec& spec) { return std::make_shared<majority_judgment>(spec); }

}  // namespace sawt
