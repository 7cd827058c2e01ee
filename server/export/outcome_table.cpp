#include "server/export/outcome_table.hpp"

#include "server/export/annulled.hpp"
#include "server/export/words.hpp"

#include <sawt/canonical.hpp>

#include <algorithm>
#include <cmath>

namespace sawt::exporting {

namespace {

using nlohmann::json;

cell number_cell(const json& value) {
    if (auto number = number_in(value)) return *std::move(number);
    return {};
}

rational number_or_0(const json& value) { return number_in(value).value_or(rational()); }

bool is_any_of(std::string_view method, std::initializer_list<std::string_view> list) { return std::find(list.begin(), list.end(), method) != list.end(); }

const json& score_of(const decision& of, const std::string& option) { return at(of.result, {"scores", option}); }

table_line line_of(const voice& in, const decision& of, const std::string& option) {
    table_line line;
    line.id = option;
    line.number = number_of(of, option);
    line.label = label_of(in, of, option);
    const json& winners = at(of.result, {"winners"});
    line.leads = of.has_result() && std::find(winners.begin(), winners.end(), json(option)) != winners.end();
    return line;
}

outcome_table table_with(const voice& in, const decision& of, std::vector<std::string> columns) {
    outcome_table table;
    table.caption = in(words::result);
    table.first = in(words::option);
    table.columns = std::move(columns);
    for (const std::string& option : order_of(of)) table.lines.push_back(line_of(in, of, option));
    return table;
}

std::string heading(const voice& in, const word& what) { return std::string(in(what)); }

// What the scores of a method count.
const word& unit_of(std::string_view method) {
    if (is_any_of(method, {"dots", "allocation", "borda"})) return words::points;
    if (method == "quadratic") return words::net_votes;
    if (method == "words") return words::mentions;
    return words::votes;
}

std::vector<decimal> shares_of(const decision& of, const std::vector<std::string>& options) {
    std::vector<std::optional<rational>> scores;
    for (const std::string& option : options) scores.push_back(number_in(score_of(of, option)));
    return to_percents(scores, number_or_0(at(of.result, {"base", "value"})));
}

outcome_table sums(const voice& in, const decision& of) {
    const bool shares = scores_are_shares(of.plan.method);
    outcome_table table = table_with(in, of, {heading(in, unit_of(of.plan.method))});
    const bool intervals = !table.lines.empty() && at(of.result, {"stats", table.lines.front().id, "low"}).is_null() == false;
    const bool means = !table.lines.empty() && at(of.result, {"stats", table.lines.front().id, "mean"}).is_null() == false;
    if (shares) table.columns.push_back(heading(in, words::share));
    if (intervals) table.columns.push_back(heading(in, words::interval));
    if (means) table.columns.push_back(heading(in, words::mean));
    if (of.plan.method == "words") table.first = heading(in, words::term);
    const rational base = number_or_0(at(of.result, {"base", "value"}));
    const auto percents = shares_of(of, order_of(of));
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
        table_line& line = table.lines[i];
        const json& score = score_of(of, line.id);
        line.cells.push_back(score.is_null() ? cell(rational()) : number_cell(score));
        if (shares) line.cells.push_back(share_cell{base > 0 ? rational(number_or_0(score) / base) : rational(), percents[i]});
        if (intervals) {
            const auto low = to_percents(std::vector{number_in(at(of.result, {"stats", line.id, "low"})), number_in(at(of.result, {"stats", line.id, "high"}))}, 1);
            line.cells.push_back(in.percent(low[0]) + "–" + in.percent(low[1]));
        }
        if (means) line.cells.push_back(number_cell(at(of.result, {"stats", line.id, "mean"})));
    }
    return table;
}

// Van der Eijk's A in a word. Below zero the ratings stand in two camps; around zero they are spread evenly; 1 is one mind.
cell agreement_cell(const voice& in, const json& a) {
    const auto value = number_in(a);
    if (!value) return {};
    return heading(in, *value < 0 ? words::agree_split : *value < rational(1, 5) ? words::agree_low : *value < rational(3, 5) ? words::agree_some : words::agree_broad);
}

const json& agreement_in(const decision& of, const std::string& option) {
    const json& told = at(of.result, {"agreement", option});
    return told.is_null() ? at(of.result, {"measures", option, "van_der_eijk"}) : told;
}

// For showing only.
cell deviation_cell(const decision& of, const std::string& option, const std::vector<rational>& distribution, std::int64_t low) {
    auto variance = number_in(at(of.result, {"stats", option, "variance"}));
    if (!variance) {
        rational total, sum, squares;
        for (std::size_t i = 0; i < distribution.size(); ++i) {
            const rational value(low + static_cast<std::int64_t>(i));
            total += distribution[i];
            sum += distribution[i] * value;
            squares += distribution[i] * value * value;
        }
        if (total <= 0) return {};
        variance = squares / total - (sum / total) * (sum / total);
    }
    const double root = std::sqrt(variance->convert_to<double>());
    return std::isfinite(root) ? cell(rational(root)) : cell();
}

std::vector<outcome_table> ratings(const voice& in, const decision& of) {
    const bool is_agreement = of.plan.method == "agreement";
    const rating_scale scale = scale_of(in, of);
    outcome_table table = table_with(in, of, {heading(in, words::mean), heading(in, words::median), heading(in, words::deviation), heading(in, words::agreement)});
    if (is_agreement) {
        table.columns.push_back(heading(in, words::consensus_measure));
        table.columns.push_back(heading(in, words::rwg));
    }
    table.columns.push_back(heading(in, words::raters));
    outcome_table spread = table_with(in, of, {});
    spread.caption = in(words::distribution);
    for (std::int64_t value = scale.low; value <= scale.high; ++value) spread.columns.push_back(in.number(rational(value)));
    spread.charted = spread.columns.size();
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
        table_line& line = table.lines[i];
        const auto distribution = distribution_of(of, line.id, scale);
        const json& median = at(of.result, {"stats", line.id, "median"});
        line.cells.push_back(number_cell(at(of.result, {"stats", line.id, "mean"})));
        if (const auto found = median.is_null() ? median_of(distribution, scale.low) : number_in(median)) line.cells.emplace_back(*found);
        else line.cells.emplace_back();
        line.cells.push_back(deviation_cell(of, line.id, distribution, scale.low));
        line.cells.push_back(agreement_cell(in, agreement_in(of, line.id)));
        if (is_agreement) {
            line.cells.push_back(number_cell(at(of.result, {"measures", line.id, "consensus"})));
            line.cells.push_back(number_cell(at(of.result, {"measures", line.id, "rwg"})));
        }
        line.cells.push_back(number_cell(at(of.result, {"stats", line.id, "n"})));
        for (const rational& weight : distribution) spread.lines[i].cells.emplace_back(weight);
    }
    return {std::move(table), std::move(spread)};
}

std::vector<outcome_table> grades(const voice& in, const decision& of) {
    const rating_scale scale = scale_of(in, of);
    outcome_table table = table_with(in, of, {heading(in, words::grade), heading(in, words::agreement)});
    table.charted = 0;
    outcome_table spread = table_with(in, of, {});
    spread.caption = in(words::grades_given);
    for (auto grade = scale.words.rbegin(); grade != scale.words.rend(); ++grade) spread.columns.push_back(*grade);  // best first
    spread.charted = spread.columns.size();
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
        table_line& line = table.lines[i];
        const auto grade = number_in(score_of(of, line.id));
        const auto index = grade ? static_cast<std::size_t>(grade->convert_to<double>()) : scale.words.size();
        line.cells.push_back(index < scale.words.size() ? cell(scale.words[index]) : cell());
        line.cells.push_back(agreement_cell(in, agreement_in(of, line.id)));
        const auto distribution = distribution_of(of, line.id, scale);
        for (auto weight = distribution.rbegin(); weight != distribution.rend(); ++weight) spread.lines[i].cells.emplace_back(*weight);
    }
    return {std::move(table), std::move(spread)};
}

outcome_table estimates(const voice& in, const decision& of) {
    const bool moved = !at(of.result, {"shift"}).is_null();
    outcome_table table = table_with(in, of, {heading(in, words::median), heading(in, words::quartiles), heading(in, words::mean), heading(in, words::consensus)});
    if (moved) table.columns.push_back(heading(in, words::shift));
    table.columns.push_back(heading(in, words::raters));
    for (table_line& line : table.lines) {
        const json& stats = at(of.result, {"stats", line.id});
        line.leads = false;
        line.cells.push_back(number_cell(at(stats, {"median"})));
        const auto q1 = number_in(at(stats, {"q1"})), q3 = number_in(at(stats, {"q3"}));
        line.cells.push_back(q1 && q3 ? cell(in.number(*q1) + "–" + in.number(*q3)) : cell());
        line.cells.push_back(number_cell(at(stats, {"mean"})));
        line.cells.push_back(heading(in, at(stats, {"consensus"}) == json(true) ? words::yes : words::no));
        if (moved) line.cells.push_back(number_cell(at(of.result, {"shift", line.id, "median_shift"})));
        line.cells.push_back(number_cell(at(stats, {"n"})));
    }
    return table;
}

std::string axis_end(const voice& in, const json& axis, bool high) {
    if (const json& named = at(axis, {high ? "high" : "low"}); !named.is_null()) return in.text(text_in_params(named));
    const json& name = at(axis, {"name"});
    return in(high ? words::axis_high : words::axis_low, in.text(text_in_params(name.is_null() ? at(axis, {"id"}) : name)));
}

outcome_table matrix(const voice& in, const decision& of) {
    const json axes = parameters_of(of.plan).value("axes", json::array());
    outcome_table table = table_with(in, of, {});
    for (const json& axis : axes) table.columns.push_back(in.text(text_in_params(axis.value("name", axis.at("id")))));
    table.columns.push_back(heading(in, words::quadrant));
    table.columns.push_back(heading(in, words::total));
    table.charted_from = axes.size() + 1;
    for (table_line& line : table.lines) {
        const json& stats = at(of.result, {"stats", line.id});
        for (const json& axis : axes) line.cells.push_back(number_cell(at(stats, {axis.at("id").get<std::string>()})));
        std::string quadrant;
        if (const json& told = at(stats, {"quadrant"}); told.is_string()) {
            std::string_view rest = told.get_ref<const std::string&>();
            for (const json& axis : axes) {
                if (!quadrant.empty()) quadrant += " · ";
                quadrant += axis_end(in, axis, rest.starts_with("high"));
                rest.remove_prefix(std::min(rest.size(), rest.find('-') == std::string_view::npos ? rest.size() : rest.find('-') + 1));
            }
        }
        line.cells.push_back(quadrant.empty() ? cell() : cell(std::move(quadrant)));
        line.cells.push_back(number_cell(score_of(of, line.id)));
    }
    return table;
}

void number_places(const decision& of, outcome_table& table) {
    std::size_t place = 1;
    for (const json& tier : at(of.result, {"ranking"})) {
        const json ids = tier.is_array() ? tier : json::array({tier});
        for (table_line& line : table.lines)
            if (std::find(ids.begin(), ids.end(), json(line.id)) != ids.end()) line.cells.insert(line.cells.begin(), rational(place));
        place += ids.size();
    }
    for (table_line& line : table.lines)
        if (line.cells.empty()) line.cells.emplace_back();
}

std::vector<outcome_table> duels(const voice& in, const decision& of) {
    outcome_table table = table_with(in, of, {heading(in, words::place)});
    table.charted = 0;
    number_places(of, table);
    if (of.plan.method == "condorcet") {
        table.columns.push_back(heading(in, words::duels));
        table.charted_from = 1;
        table.charted = 1;
        for (table_line& line : table.lines) line.cells.push_back(number_cell(score_of(of, line.id)));
    }
    std::vector<outcome_table> tables{std::move(table)};
    if (at(of.result, {"pairwise"}).is_null()) return tables;
    outcome_table each = table_with(in, of, {});
    each.caption = in(words::duels_table);
    each.charted = 0;
    const auto order = order_of(of);
    for (const std::string& other : order) each.columns.push_back(in(words::against, in.number(number_of(of, other))));
    for (table_line& line : each.lines)
        for (const std::string& other : order) line.cells.push_back(other == line.id ? cell() : number_cell(at(of.result, {"pairwise", line.id, other})));
    tables.push_back(std::move(each));
    return tables;
}

bool lists(const json& ids, const std::string& id) { return ids == json(id) || (ids.is_array() && std::find(ids.begin(), ids.end(), json(id)) != ids.end()); }

outcome_table transfers(const voice& in, const decision& of) {
    const json& rounds = at(of.result, {"rounds"});
    outcome_table table = table_with(in, of, {});
    table.charted = 0;
    for (std::size_t i = 0; i < rounds.size(); ++i) table.columns.push_back(in(words::count_round, in.number(i + 1)));
    table.columns.push_back(heading(in, words::ending));
    // A ranking may be empty (a tie that no rule settles), but the rounds know the options.
    for (table_line& line : table.lines) {
        std::string ending;
        for (std::size_t i = 0; i < rounds.size(); ++i) {
            const json& votes = at(rounds[i], {"votes", line.id});
            line.cells.push_back(votes.is_null() ? cell() : number_cell(votes));
            if (ending.empty() && lists(at(rounds[i], {"eliminated"}), line.id)) ending = in(words::out_in, in.number(i + 1));
        }
        if (line.leads) ending = in(words::wins_place);
        line.cells.push_back(ending.empty() ? cell() : cell(std::move(ending)));
    }
    table_line lapsed;
    lapsed.label = in(words::exhausted);
    for (const json& round : rounds) lapsed.cells.push_back(number_cell(at(round, {"exhausted"})));
    lapsed.cells.emplace_back();
    table.lines.push_back(std::move(lapsed));
    if (const auto quota = number_in(at(of.result, {"quota"}))) table.remark = in(words::quota, in.number(*quota));
    return table;
}

outcome_table projects(const voice& in, const decision& of) {
    const json params = parameters_of(of.plan);
    const rational budget = number_or_0(at(params, {"budget"})), spent = number_or_0(at(of.result, {"spent"}));
    outcome_table table = table_with(in, of, {heading(in, words::cost), heading(in, words::votes), heading(in, words::ending)});
    table.charted_from = 1;
    const json& bought = at(of.result, {"bought"});
    const auto turn = [&](const std::string& id) { return static_cast<std::size_t>(std::find(bought.begin(), bought.end(), json(id)) - bought.begin()); };
    std::stable_sort(table.lines.begin(), table.lines.end(), [&](const table_line& a, const table_line& b) { return turn(a.id) < turn(b.id); });
    for (table_line& line : table.lines) {
        line.cells.push_back(number_cell(at(params, {"costs", line.id})));
        line.cells.emplace_back(number_or_0(score_of(of, line.id)));
        line.cells.emplace_back(turn(line.id) < bought.size() ? in(words::funded_as, in.number(turn(line.id) + 1)) : heading(in, words::not_funded));
    }
    table.remark = in(words::spent_of, in.number(spent), in.number(budget)) + std::string(in(words::and_)) + in(words::money_left, in.number(budget - spent));
    return table;
}

outcome_table committee(const voice& in, const decision& of) {
    outcome_table table = table_with(in, of, {heading(in, words::ending), heading(in, of.plan.method == "seq_pav" ? words::gain : words::load)});
    table.charted = 0;
    const json& winners = at(of.result, {"winners"});
    for (table_line& line : table.lines) {
        const auto turn = std::find(winners.begin(), winners.end(), json(line.id)) - winners.begin();
        line.cells.emplace_back(line.leads ? in(words::chosen_as, in.number(rational(turn + 1))) : heading(in, words::not_chosen));
        line.cells.push_back(number_cell(score_of(of, line.id)));
    }
    return table;
}

outcome_table mean_ranks(const voice& in, const decision& of) {
    outcome_table table = table_with(in, of, {heading(in, words::mean_rank)});
    for (table_line& line : table.lines) {
        line.leads = false;
        line.cells.push_back(number_cell(at(of.result, {"measures", "mean_rank", line.id})));
    }
    std::stable_sort(table.lines.begin(), table.lines.end(), [](const table_line& a, const table_line& b) {
        const auto *left = std::get_if<rational>(&a.cells.front()), *right = std::get_if<rational>(&b.cells.front());
        return left != nullptr && (right == nullptr || *left < *right);
    });
    if (const auto w = number_in(at(of.result, {"measures", "kendall_w"}))) table.remark = in(words::kendall, "\u2066W = " + in.number(*w) + "\u2069");
    return table;
}

outcome_table comparisons(const voice& in, const decision& of) {
    const bool is_rate = parameters_of(of.plan).value("model", "win_rate") == "win_rate";
    outcome_table table = table_with(in, of, {heading(in, is_rate ? words::win_rate : words::ability)});
    const bool counts = !table.lines.empty() && !at(of.result, {"stats", table.lines.front().id, "wins"}).is_null();
    if (counts) {
        table.columns.push_back(heading(in, words::wins));
        table.columns.push_back(heading(in, words::losses));
    }
    for (table_line& line : table.lines) {
        line.cells.push_back(number_cell(score_of(of, line.id)));
        if (!counts) continue;
        line.cells.push_back(number_cell(at(of.result, {"stats", line.id, "wins"})));
        line.cells.push_back(number_cell(at(of.result, {"stats", line.id, "losses"})));
    }
    return table;
}

}  // namespace

std::vector<outcome_table> tables_of(const voice& in, const decision& of) {
    const std::string_view method = of.plan.method;
    if (is_any_of(method, {"score", "agreement"})) return ratings(in, of);
    if (method == "majority_judgment") return grades(in, of);
    if (method == "delphi") return {estimates(in, of)};
    if (method == "priority_matrix") return {matrix(in, of)};
    if (is_any_of(method, {"condorcet", "schulze", "ranked_pairs"})) return duels(in, of);
    if (is_any_of(method, {"irv", "stv"})) return {transfers(in, of)};
    if (is_any_of(method, {"pb_greedy", "pb_mes"})) return {projects(in, of)};
    if (is_any_of(method, {"seq_pav", "seq_phragmen"})) return {committee(in, of)};
    if (method == "concordance") return {mean_ranks(in, of)};
    if (method == "pairwise_comparison") return {comparisons(in, of)};
    return {sums(in, of)};
}

bool scores_are_shares(std::string_view method) { return is_any_of(method, {"plurality", "approval", "qa_upvotes", "dots", "allocation"}); }

}  // namespace sawt::exporting
