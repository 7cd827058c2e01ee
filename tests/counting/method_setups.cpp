#include "tests/counting/method_setups.hpp"

namespace sawt::test {

namespace {

using nlohmann::json;

constexpr const char* unmeasured = "-";

// The same parameters, and more.
json with(json params, const json& more) {
    params.update(more);
    return params;
}

// Costs between 1,000 and 9,000 with many that are equal; a third of all projects can be paid.
json budget(std::span<const std::string> options) {
    auto costs = json::object();
    std::int64_t total = 0;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const auto cost = 1000 + static_cast<std::int64_t>(i * 7 % 17) * 500;
        costs[options[i]] = cost;
        total += cost;
    }
    return {{"budget", total / 3}, {"costs", costs}};
}

// Small costs, some of them nothing, some of them fractions: ties and exact fits are frequent.
json small_budget(std::span<const std::string> options) {
    static const std::vector<json> prices{1, 2, "1/2", 0, 3, "2/3", 1};
    auto costs = json::object();
    for (std::size_t i = 0; i < options.size(); ++i) costs[options[i]] = prices[i % prices.size()];
    return {{"budget", 4}, {"costs", costs}};
}

std::vector<method_setup> of_ratings(std::string_view method) {
    const json zero_to_ten{{"min", 0}, {"max", 10}};
    const json likert{{"min", 1}, {"max", 5}};
    if (method == "agreement") return {{zero_to_ten, ""}, {with(likert, {{"seats", 2}, {"rank_by", "median"}}), unmeasured}};
    if (method == "delphi") return {{zero_to_ten, ""}, {with(likert, {{"rank_by", "median"}, {"consensus_iqr", "3/2"}, {"min_raters", 2}}), unmeasured}};
    if (method == "majority_judgment") {
        const json grades{{"grades", {"to reject", "poor", "acceptable", "good", "very good", "excellent"}}};
        return {{grades, ""},
                {with(grades, {{"missing", "normalise"}}), unmeasured},
                {{{"grades", {"no", "yes"}}, {"seats", 2}, {"tie_break", "order"}}, unmeasured}};
    }
    if (method == "priority_matrix") {
        const json axes = json::parse(R"({"axes":[{"id":"impact","min":1,"max":5},{"id":"effort","min":0,"max":10,"weight":"-1/2","threshold":"3.5"}]})");
        return {{axes, ""}, {with(axes, {{"rank_by", "product"}, {"seats", 2}}), unmeasured}};
    }
    return {{zero_to_ten, ""},
            {with(likert, {{"rank_by", "median"}, {"seats", 2}}), unmeasured},
            {with({{"min", -3}, {"max", 3}}, {{"rank_by", "sum"}, {"tie_break", "order"}}), unmeasured},
            {with(likert, {{"min_raters", 3}}), unmeasured}};
}

std::vector<method_setup> of_rankings(std::string_view method) {
    const json strict{{"strict", true}, {"max_ranked", 3}};
    const json ignore{{"unranked", "ignore"}};
    const json margins{{"strength", "margins"}};
    if (method == "borda")
        return {{json::object(), ""},
                {{{"variant", "zero"}, {"start", "1/2"}}, unmeasured},
                {{{"variant", "modified"}, {"seats", 2}}, unmeasured},
                {{{"variant", "dowdall"}}, "dowdall"},
                {strict, unmeasured}};
    if (method == "condorcet") return {{json::object(), ""}, {ignore, unmeasured}, {strict, unmeasured}};
    if (method == "irv")
        return {{json::object(), ""},
                {{{"tie_break", "backward"}}, unmeasured},
                {{{"tie_break", "none"}}, unmeasured},
                {{{"equal_ranks", "exhaust"}}, unmeasured},
                {strict, unmeasured}};
    if (method == "stv")
        return {{{{"seats", 3}}, "wigm"},
                {{{"seats", 2}, {"quota", "hb"}, {"tie_break", "backward"}}, unmeasured},
                {{{"seats", 2}, {"quota", "hare"}, {"equal_ranks", "exhaust"}}, unmeasured},
                {{{"seats", 3}, {"variant", "scottish"}, {"strict", true}, {"tie_break", "backward"}}, "scottish"},
                {{{"seats", 3}, {"variant", "meek"}}, "meek"}};
    if (method == "concordance") return {{json::object(), ""}, {strict, unmeasured}};
    return {{json::object(), ""}, {with(ignore, {{"seats", 2}}), unmeasured}, {margins, unmeasured}, {with(ignore, margins), unmeasured}};  // schulze, ranked_pairs
}

std::vector<method_setup> of_budgets(std::string_view method, std::span<const std::string> options) {
    const json real = budget(options), small = small_budget(options);
    if (method == "pb_greedy")
        return {{real, ""}, {with(small, {{"by", "votes_per_cost"}}), unmeasured}, {with(small, {{"skip", false}}), unmeasured}};
    return {{real, ""},
            {with(real, {{"completion", "add1_greedy"}}), "add1_greedy"},
            {with(small, {{"completion", "greedy"}, {"utility", "cardinality"}}), unmeasured},
            {with(small, {{"completion", "add1"}, {"increment", "1/3"}}), unmeasured},
            {with(small, {{"completion", "add1_greedy"}, {"utility", "cardinality"}, {"integral", false}, {"exhaustive", false}, {"increment", "1/4"}}),
             unmeasured}};
}

}  // namespace

std::vector<method_setup> setups_of(std::string_view method, std::span<const std::string> options) {
    const auto is = [&](auto... names) { return ((method == names) || ...); };
    if (is("plurality")) return {{json::object(), ""}, {{{"majority", "1/2"}, {"seats", 2}}, unmeasured}, {{{"tie_break", "order"}}, unmeasured}};
    if (is("approval"))
        return {{json::object(), ""}, {{{"max", 2}, {"confidence", true}}, unmeasured}, {{{"min", 1}, {"seats", 2}, {"tie_break", "order"}}, unmeasured}};
    if (is("qa_upvotes")) return {{json::object(), ""}};
    if (is("dots")) return {{{{"dots", 10}}, ""}, {{{"dots", 5}, {"cap", 3}, {"seats", 2}}, unmeasured}, {{{"dots", 4}, {"use_all", true}}, unmeasured}};
    if (is("allocation")) return {{{{"total", 100}}, ""}, {{{"total", 7}, {"exact", false}, {"report_mean", true}}, unmeasured}};
    if (is("quadratic")) return {{{{"credits", 100}}, ""}, {{{"credits", 20}, {"negative", true}, {"seats", 2}}, unmeasured}};
    if (is("score", "agreement", "delphi", "majority_judgment", "priority_matrix")) return of_ratings(method);
    if (is("borda", "condorcet", "schulze", "ranked_pairs", "irv", "stv", "concordance")) return of_rankings(method);
    if (is("pairwise_comparison"))
        return {{json::object(), "win_rate"},
                {{{"model", "bradley_terry"}}, "bradley_terry"},
                {{{"model", "bradley_terry"}, {"prior", "1/2"}, {"seats", 2}}, unmeasured}};
    if (is("pb_greedy", "pb_mes")) return of_budgets(method, options);
    if (is("seq_pav", "seq_phragmen")) return {{{{"seats", 5}}, ""}, {{{"seats", 2}}, unmeasured}};
    if (is("words")) return {{json::object(), ""}, {{{"max_words", 2}}, unmeasured}};
    return {};
}

}  // namespace sawt::test
