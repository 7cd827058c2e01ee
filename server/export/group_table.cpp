// A result by stakeholder group, in one figure for each option: the figures of the pages' group tables (web/shared/group_cells.js).
#include "server/export/outcome_table.hpp"
#include "server/export/words.hpp"

#include <algorithm>

namespace sawt::exporting {

namespace {

using nlohmann::json;

double part(const rational& value, const rational& whole) {
    if (whole <= 0) return 0;
    return std::clamp(rational(value / whole).convert_to<double>(), 0.0, 1.0);
}

bool is_scale(std::string_view method) { return method == "score" || method == "agreement" || method == "delphi"; }
bool is_budget(std::string_view method) { return method == "pb_greedy" || method == "pb_mes"; }

group_figure none() { return {"–", {}, 0, false}; }

std::vector<group_figure> share_figures(const voice& in, const decision& of, const json& result) {
    std::vector<std::optional<rational>> scores;
    for (const std::string& id : of.plan.option_ids) scores.push_back(number_in(at(result, {"scores", id})));
    const rational base = number_in(at(result, {"base", "value"})).value_or(0);
    const auto percents = to_percents(scores, base);
    std::vector<group_figure> figures;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const rational share = base > 0 ? rational(scores[i].value_or(0) / base) : rational();
        figures.push_back({in.percent(percents[i]), share_cell{share, percents[i]}, part(share, 1), false});
    }
    return figures;
}

// The place in the group's own ranking; those that tie share it.
std::vector<group_figure> place_figures(const voice& in, const decision& of, const json& result) {
    const auto& ids = of.plan.option_ids;
    std::vector<group_figure> figures(ids.size(), none());
    std::size_t place = 1;
    for (const json& tier : at(result, {"ranking"})) {
        const json tied = tier.is_array() ? tier : json::array({tier});
        for (const json& id : tied) {
            const std::size_t number = number_of(of, id.get<std::string>());
            if (number > 0) figures[number - 1] = {in.number(place), rational(place), part(rational(ids.size() - place + 1), rational(ids.size())), false};
        }
        place += tied.size();
    }
    return figures;
}

group_figure scale_figure(const voice& in, const decision& of, const json& result, const std::string& id) {
    const json params = parameters_of(of.plan);
    const bool is_score = of.plan.method == "score" && params.value("rank_by", "mean") != "sum";
    const json& told = is_score ? at(result, {"scores", id}) : at(result, {"stats", id, of.plan.method == "delphi" ? "median" : "mean"});
    const auto value = number_in(told);
    if (!value) return none();
    const rating_scale scale = scale_of(in, of);
    return {in.number(*value), *value, part(*value - scale.low, rational(scale.high - scale.low)), false};
}

group_figure grade_figure(const voice& in, const decision& of, const json& result, const std::string& id) {
    const auto grade = number_in(at(result, {"scores", id}));
    const rating_scale scale = scale_of(in, of);
    if (!grade || *grade > scale.high || *grade < 0) return none();
    const std::string& name = scale.words[static_cast<std::size_t>(grade->convert_to<double>())];
    return {name, name, part(*grade, rational(scale.high)), false};
}

group_figure project_figure(const voice& in, const json& result, const std::string& id) {
    const rational votes = number_in(at(result, {"scores", id})).value_or(0);
    return {in.number(votes), votes, part(votes, number_in(at(result, {"turnout", "counted"})).value_or(0)), false};
}

std::vector<group_figure> figures_of(const voice& in, const decision& of, const json& result) {
    const std::string& method = of.plan.method;
    if (at(result, {"turnout", "counted"}) == json(0)) return {of.plan.option_ids.size(), none()};
    std::vector<group_figure> figures;
    if (scores_are_shares(method)) figures = share_figures(in, of, result);
    else if (is_scale(method) || is_budget(method) || method == "majority_judgment")
        for (const std::string& id : of.plan.option_ids)
            figures.push_back(is_budget(method) ? project_figure(in, result, id) : is_scale(method) ? scale_figure(in, of, result, id) : grade_figure(in, of, result, id));
    else figures = place_figures(in, of, result);
    const json& winners = at(result, {"winners"});
    for (std::size_t i = 0; i < figures.size(); ++i) figures[i].leads = std::find(winners.begin(), winners.end(), json(of.plan.option_ids[i])) != winners.end();
    return figures;
}

}  // namespace

group_table groups_of(const voice& in, const agenda& plan, const decision& of) {
    group_table table;
    const std::string& method = of.plan.method;
    table.are_places = !scores_are_shares(method) && !is_scale(method) && !is_budget(method) && method != "majority_judgment";
    for (std::size_t i = 0; i < of.plan.options.size(); ++i) table.options.emplace_back(i + 1, in.text(of.plan.options[i].text));
    for (const group_cut& cut : of.groups) {
        if (cut.ballots == 0) continue;
        group_column column{group_name(in, plan, cut.id), "", cut.ballots, cut.voters, figures_of(in, of, cut.result)};
        for (const std::string& id : cut.merged) {
            if (!column.merged.empty()) column.merged += in(words::and_);
            column.merged += group_name(in, plan, id);
        }
        table.columns.push_back(std::move(column));
    }
    return table;
}

}  // namespace sawt::exporting
