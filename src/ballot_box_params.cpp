#include <sawt/ballot_box.hpp>

#include "counting/params.hpp"

#include <limits>

namespace sawt {

namespace {

group_weighting weighting_of(const params& rules) {
    group_weighting weighting;
    if (rules.one_of("group_mode", {"multiplier", "share"}) == "share") weighting.how = group_weighting::mode::share;
    const auto* weights = rules.find("group_weights");
    if (!weights) return weighting;
    if (!weights->is_object()) params::refuse("group_weights", "must be an object of groups and weights, such as {\"tanneries\": \"3/2\"}");
    for (const auto& [group, weight] : weights->items()) {
        const auto number = read_rational(weight);
        if (group.empty()) params::refuse("group_weights", "must name each group; an empty id stands for no group");
        if (!number || *number < 0)
            params::refuse("group_weights." + group, "must be 0 or more: a whole number, or a text such as \"3/2\" or \"1.5\"");
        weighting.weights.emplace(group, *number);
    }
    return weighting;
}

electorate electorate_of(const params& rules) {
    electorate entitled;
    entitled.eligible = rules.whole("eligible", 1, std::numeric_limits<std::int64_t>::max());
    entitled.quorum = rules.share("quorum");
    if (entitled.quorum && !entitled.eligible) params::refuse("quorum", "needs params.eligible, the number of people entitled to vote");
    return entitled;
}

template <class Result, class Read>
std::variant<Result, rule_problem> read_with(const Read& read, const nlohmann::json* object) {
    try {
        return read(params(object));
    } catch (rule_problem& problem) {
        return std::move(problem);
    }
}

}  // namespace

std::variant<group_weighting, rule_problem> read_weighting(const nlohmann::json* params) { return read_with<group_weighting>(&weighting_of, params); }

std::variant<electorate, rule_problem> read_electorate(const nlohmann::json* params) { return read_with<electorate>(&electorate_of, params); }

}  // namespace sawt
