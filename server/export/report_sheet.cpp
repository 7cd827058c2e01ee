// One decision on a sheet of its own: the question, the rule declared beforehand, what was decided and how firmly, pictures and tables.
#include "server/export/annulled.hpp"
#include "server/export/ballot_cells.hpp"
#include "server/export/html.hpp"
#include "server/export/outcome_table.hpp"
#include "server/export/pictures.hpp"
#include "server/export/report_parts.hpp"
#include "server/export/words.hpp"

#include <algorithm>

namespace sawt::exporting {

namespace {

using nlohmann::json;

constexpr std::size_t lines_max = 60;         // of words; whoever wants more has the sheets
constexpr std::size_t groups_across_max = 7;  // what A4 has room for; more stand in a second table

std::string fact(const char* id, std::string_view name, const std::string& html) { return std::string("<div data-fact=\"") + id + "\"><dt>" + escaped(name) + "</dt><dd>" + html + "</dd></div>"; }

std::string when_and_who(const voice& in, const std::optional<step>& did) {
    if (!did) return "–";
    return left_to_right(in.time(did->at)) + "<span class=\"soft\">" + escaped(actor_name(in, did->by)) + "</span>";
}

std::string base_text(const voice& in, const decision& of) {
    const auto value = number_in(at(of.result, {"base", "value"}));
    if (!value) return "–";
    const json& kind = at(of.result, {"base", "of"});
    if (kind == json("dots") || kind == json("points")) return escaped(in(words::base_points, in.number(*value)));
    return escaped(in(at(of.result, {"turnout", "counted"}) == json(0) || *value == *number_in(at(of.result, {"turnout", "counted"})) ? words::base_voters : words::base_weight, in.number(*value)));
}

std::string facts(const voice& in, const decision& of) {
    const json& turnout = at(of.result, {"turnout"});
    const auto number = [&](std::string_view member) { return in.number(number_in(at(turnout, {member})).value_or(0)); };
    std::string html = "<dl class=\"facts\">";
    html += fact("opened", in(words::opened), when_and_who(in, of.opened));
    html += fact("closed", in(words::closed), of.closed ? when_and_who(in, of.closed) : escaped(status_name(in, of.status)));
    const std::optional<rational> cast[] = {rational(of.ballots)};
    html += fact("secrecy", in(words::secrecy), escaped(secrecy_name(in, of.plan.ballots)));
    html += fact("ballots", in(words::ballots), in.number(of.ballots));
    if (of.voters > 0) html += fact("turnout", in(words::turnout), in.percent(to_percents(cast, rational(of.voters)).front()) + " <span class=\"soft\">" + escaped(in(words::n_of_m, in.number(of.ballots), in.number(of.voters))) + "</span>");
    html += fact("abstained", in(words::abstentions), number("empty"));
    if (at(turnout, {"invalid"}) != json(0)) html += fact("invalid", in(words::invalid), number("invalid"));
    html += fact("counted", in(words::counted), number("counted"));
    if (scores_are_shares(of.plan.method)) html += fact("base", in(words::base), base_text(in, of));
    if (!at(turnout, {"superseded"}).is_null()) html += fact("superseded", in(words::replaced), number("superseded"));
    if (of.refused > 0) html += fact("refused", in(words::refused), in.number(of.refused));
    html += fact("check", in(words::check_code), of.check.empty() ? escaped(in(words::check_at_close)) : "<strong class=\"code\">" + left_to_right(of.check) + "</strong>");
    return html + "</dl>";
}

std::string cell_html(const voice& in, const cell& what) {
    if (const auto* text = std::get_if<std::string>(&what)) return bdi(*text);
    if (const auto* number = std::get_if<rational>(&what)) return in.number(*number);
    if (const auto* share = std::get_if<share_cell>(&what)) return in.percent(share->shown);
    return "–";
}

std::string line_head(const voice& in, const decision& of, const table_line& line) {
    return std::string("<th scope=\"row\">") + (line.number > 0 ? "<span class=\"n\">" + in.number(line.number) + "</span>" : "") + struck_if(of.is_void(line.id), bdi(line.label)) + (line.leads ? "<span class=\"star\">★</span>" : "") + "</th>";
}

// Columns of figures are narrow; texts wrap.
bool is_text_column(const outcome_table& table, std::size_t column) {
    return std::any_of(table.lines.begin(), table.lines.end(), [&](const table_line& line) { return column < line.cells.size() && std::holds_alternative<std::string>(line.cells[column]); });
}

std::string main_table(const voice& in, const decision& of, const outcome_table& table) {
    const line_pictures pictures(in, of, table);
    std::string html = "<table class=\"result\"><caption>" + escaped(table.caption) + "</caption><thead><tr><th scope=\"col\">" + escaped(table.first) + "</th>";
    if (pictures.any()) html += "<td class=\"picture\"></td>";
    for (std::size_t i = 0; i < table.columns.size(); ++i) html += std::string("<th scope=\"col\"") + (is_text_column(table, i) ? "" : " class=\"num\"") + ">" + bdi(table.columns[i]) + "</th>";
    html += "</tr></thead><tbody>";
    for (std::size_t i = 0; i < std::min(lines_max, table.lines.size()); ++i) {
        const table_line& line = table.lines[i];
        html += std::string("<tr") + (line.id.empty() ? "" : " data-option=\"" + escaped(line.id) + "\"") + (line.leads ? " class=\"leads\"" : "") + ">" + line_head(in, of, line);
        if (pictures.any()) html += "<td class=\"picture\">" + pictures.of(line) + "</td>";
        for (std::size_t column = 0; column < line.cells.size(); ++column) html += std::string("<td") + (is_text_column(table, column) ? "" : " class=\"num\"") + ">" + cell_html(in, line.cells[column]) + "</td>";
        html += "</tr>";
    }
    html += "</tbody></table>";
    if (table.lines.size() > lines_max) html += "<p class=\"soft\">" + escaped(in(words::and_more, in.number(table.lines.size() - lines_max))) + "</p>";
    if (!table.remark.empty()) html += "<p class=\"remark\">" + escaped(table.remark) + "</p>";
    return html;
}

// Votes of each round as figures with a small bar, all on one scale.
std::string rounds_table(const voice& in, const decision& of, const outcome_table& table) {
    rational most = 1;
    for (const table_line& line : table.lines)
        for (const cell& one : line.cells)
            if (const auto* votes = std::get_if<rational>(&one)) most = std::max(most, *votes);
    constexpr std::size_t across_max = 8;
    std::string html;
    const std::size_t rounds = table.columns.size() - 1;
    for (std::size_t from = 0; from < std::max<std::size_t>(1, rounds); from += across_max) {
        const std::size_t to = std::min(rounds, from + across_max);
        html += "<table class=\"rounds\"><caption>" + escaped(in(words::rounds_table)) + "</caption><thead><tr><th scope=\"col\">" + escaped(table.first) + "</th>";
        for (std::size_t i = from; i < to; ++i) html += "<th scope=\"col\" class=\"num\">" + escaped(table.columns[i]) + "</th>";
        html += "<th scope=\"col\">" + escaped(table.columns.back()) + "</th></tr></thead><tbody>";
        for (const table_line& line : table.lines) {
            html += std::string("<tr") + (line.id.empty() ? " class=\"lapsed\"" : std::string(" data-option=\"") + escaped(line.id) + "\"" + (line.leads ? " class=\"leads\"" : "")) + ">" + line_head(in, of, line);
            for (std::size_t i = from; i < to; ++i) {
                const auto* votes = std::get_if<rational>(&line.cells[i]);
                html += "<td class=\"num\">" + (votes == nullptr ? std::string() : in.number(*votes) + (line.id.empty() ? "" : small_bar(in, rational(*votes / most).convert_to<double>(), line.leads))) + "</td>";
            }
            html += "<td>" + (std::holds_alternative<std::monostate>(line.cells.back()) ? "" : cell_html(in, line.cells.back())) + "</td></tr>";
        }
        html += "</tbody></table>";
    }
    if (!table.remark.empty()) html += "<p class=\"remark\">" + escaped(table.remark) + "</p>";
    return html;
}

// How many prefer the row to the column, tinted by who wins.
std::string duels_table(const voice& in, const decision& of, const outcome_table& table) {
    std::string html = "<table class=\"duels\"><caption>" + escaped(table.caption) + "</caption><thead><tr><th scope=\"col\">" + escaped(table.first) + "</th>";
    for (const table_line& line : table.lines) html += "<th scope=\"col\" class=\"num\"><span class=\"n\">" + in.number(line.number) + "</span></th>";
    html += "</tr></thead><tbody>";
    for (const table_line& line : table.lines) {
        html += std::string("<tr data-option=\"") + escaped(line.id) + "\"" + (line.leads ? " class=\"leads\"" : "") + ">" + line_head(in, of, line);
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
            const auto* votes = std::get_if<rational>(&line.cells[i]);
            const auto other = number_in(at(of.result, {"pairwise", table.lines[i].id, line.id}));
            html += std::string("<td class=\"num ") + (votes == nullptr || !other ? "self" : *votes > *other ? "won" : *votes < *other ? "lost" : "drawn") + "\">" + (votes == nullptr ? "" : in.number(*votes)) + "</td>";
        }
        html += "</tr>";
    }
    return html + "</tbody></table>";
}

std::string grade_key(const voice& in, const rating_scale& scale) {
    std::string html = "<ul class=\"key\">";
    const auto values = static_cast<std::size_t>(scale.high - scale.low + 1);
    for (std::size_t i = values; i-- > 0;)
        html += R"(<li><svg class="swatch" viewBox="0 0 10 10" aria-hidden="true" focusable="false"><rect class="part )" + tint_of(i, values) + R"(" width="10" height="10"/></svg>)" +
                bdi(scale.words.empty() ? in.number(rational(scale.low + static_cast<std::int64_t>(i))) : scale.words[i]) + "</li>";
    return html + "</ul><p class=\"soft\">" + escaped(in(words::middle_line)) + "</p>";
}

constexpr std::int64_t key_values_max = 21;

std::string figures(const voice& in, const decision& of) {
    const auto tables = tables_of(in, of);
    const std::string& method = of.plan.method;
    std::string html = whole_picture(in, of);
    if (method == "irv" || method == "stv") return html + rounds_table(in, of, tables.front());
    const rating_scale scale = scale_of(in, of);
    const bool is_stacked = method == "score" || method == "agreement" || method == "majority_judgment";
    if (is_stacked && scale.high - scale.low < key_values_max) html += grade_key(in, scale);
    if (method == "delphi") html += "<p class=\"soft\">" + escaped(in(words::boxes, in.number(rational(scale.low)), in.number(rational(scale.high)))) + "</p>";
    html += main_table(in, of, tables.front());
    if (tables.size() < 2) return html;
    if (method == "condorcet" || method == "schulze" || method == "ranked_pairs") return html + duels_table(in, of, tables[1]);
    if (scale.high - scale.low >= key_values_max) return html;
    const outcome_table& spread = tables[1];
    html += "<table class=\"spread\"><caption>" + escaped(spread.caption) + "</caption><thead><tr><th scope=\"col\">" + escaped(spread.first) + "</th>";
    for (const std::string& column : spread.columns) html += "<th scope=\"col\" class=\"num\">" + bdi(column) + "</th>";
    html += "</tr></thead><tbody>";
    for (const table_line& line : spread.lines) {
        html += "<tr>" + line_head(in, of, line);
        for (const cell& one : line.cells) html += "<td class=\"num\">" + cell_html(in, one) + "</td>";
        html += "</tr>";
    }
    return html + "</tbody></table>";
}

std::string by_group(const voice& in, const minutes& told, const decision& of) {
    const group_table table = groups_of(in, told.plan, of);
    if (table.columns.size() < 2 || table.options.empty()) return {};
    std::string html = "<div class=\"by-group\"><h3>" + escaped(in(words::by_group)) + "</h3>", merged;
    for (std::size_t from = 0; from < table.columns.size(); from += groups_across_max) {
        const std::size_t to = std::min(table.columns.size(), from + groups_across_max);
        html += "<table class=\"groups\"><thead><tr><th scope=\"col\">" + escaped(in(words::option)) + "</th>";
        for (std::size_t i = from; i < to; ++i) {
            const group_column& column = table.columns[i];
            html += "<th scope=\"col\">" + bdi(column.name) + "<span class=\"soft\">" + escaped(in(words::n_of_m, in.number(column.ballots), in.number(column.voters))) + "</span></th>";
            if (!column.merged.empty()) merged = column.merged;
        }
        html += "</tr></thead><tbody>";
        for (std::size_t line = 0; line < table.options.size(); ++line) {
            html += "<tr><th scope=\"row\"><span class=\"n\">" + in.number(table.options[line].first) + "</span>" + option_name(in, of, of.plan.option_ids[line]) + "</th>";
            for (std::size_t i = from; i < to; ++i) {
                const group_figure& figure = table.columns[i].figures[line];
                html += std::string("<td") + (figure.leads ? " class=\"leads\"" : "") + ">" + bdi(figure.text) + small_bar(in, figure.fill, figure.leads) + "</td>";
            }
            html += "</tr>";
        }
        html += "</tbody></table>";
    }
    if (!merged.empty()) html += "<p class=\"soft\">" + escaped(in(words::small_together, merged)) + "</p>";
    if (table.are_places) html += "<p class=\"soft\">" + escaped(in(words::figures_are_places)) + "</p>";
    return html + "</div>";
}

std::string by_name(const voice& in, const decision& of) {
    if (of.by_name.empty()) return {};
    std::string html = "<div class=\"by-name\"><h3>" + escaped(in(words::by_name)) + "</h3><table class=\"list\"><thead><tr><th scope=\"col\">" + escaped(in(words::name)) + "</th><th scope=\"col\">" + escaped(in(words::vote)) + "</th></tr></thead><tbody>";
    for (const named_ballot& one : of.by_name) {
        const reading read = read_as_written(of.plan, one.ballot);
        const std::string vote = read.is == standing::counted ? ballot_words(of.plan, read.says, std::string(in.language())) : std::string(in(words::blank_ballot));
        html += "<tr><th scope=\"row\">" + bdi(one.name) + "</th><td>" + bdi(vote) + "</td></tr>";
    }
    return html + "</tbody></table></div>";
}

std::string_view tie_rule(const voice& in, const decision& of) {
    const json told = parameters_of(of.plan);
    const bool in_rounds = of.plan.method == "irv" || of.plan.method == "stv";
    const json rule = told.value("tie_break", json(in_rounds ? "order" : "none"));
    return in(rule == json("backward") ? words::tie_backward : rule == json("order") ? words::tie_by_paper : words::tie_kept);
}

// Words and measures of agreement have no places that could be tied; some methods break ties in their own way, which their explanation tells.
bool has_tie_rule(std::string_view method) {
    constexpr std::string_view without[] = {"words", "delphi", "concordance", "agreement", "condorcet", "pb_greedy", "pb_mes", "seq_pav", "seq_phragmen"};
    return std::find(std::begin(without), std::end(without), method) == std::end(without);
}

std::string said(std::string_view name, const char* id, const std::string& text) {
    return text.empty() ? std::string() : std::string("<div data-said=\"") + id + "\"><dt>" + escaped(name) + "</dt><dd>" + escaped(text) + "</dd></div>";
}

std::string firmness(const voice& in, const decision& of) {
    std::string tie = in.text(of.why.tie);
    if (has_tie_rule(of.plan.method)) tie = (tie.empty() ? std::string(in(words::tie_none)) : tie) + " " + std::string(tie_rule(in, of));
    return "<dl class=\"said\">" + said(in(words::margin), "margin", in.text(of.why.margin)) + said(in(words::tie), "tie", tie) + said(in(words::robust), "robust", in.text(of.why.robust)) + "</dl>";
}

}  // namespace

std::string decision_sheet(const voice& in, const minutes& told, const decision& of) {
    const std::string title = in.text(of.plan.title), round = round_label(in, of);
    std::string html = "<section class=\"sheet" + std::string(of.counts() && !of.is_void() ? "" : " earlier") + "\" data-item=\"" + escaped(of.plan.id) + "\" data-round=\"" + std::to_string(of.round) + "\"><header><p class=\"kind\">" +
                       escaped(in(words::decision, in.number(of.number))) + (round.empty() ? "" : " · " + escaped(round)) + "</p><h2>" + struck_if(of.is_void(), bdi(title)) + "</h2>";
    if (!of.plan.note.empty()) html += "<p class=\"note\">" + bdi(in.text(of.plan.note)) + "</p>";
    if (!of.counts()) html += "<p class=\"warning\">" + escaped(in(words::not_last)) + "</p>";
    for (const void_note& note : void_notes(in, of)) html += "<p class=\"void\" data-void=\"" + (note.option.empty() ? "round" : escaped(note.option)) + "\">" + escaped(note.text) + "</p>";
    if (of.status == item_status::open) html += "<p class=\"warning\">" + escaped(in(words::still_open, in.number(told.entries))) + "</p>";
    html += "</header>";
    html += "<div class=\"rule\"><h3>" + escaped(in(words::rule)) + "</h3><p><b>" + escaped(method_name(in, of.plan.method)) + ".</b> " + escaped(in.text(of.why.how)) + "</p></div>";
    if (const std::string decided = in.text(of.why.decided); !decided.empty()) html += "<div class=\"decided\"><h3>" + escaped(in(words::decided)) + "</h3><p>" + struck_if(of.is_void(), escaped(decided)) + "</p></div>";
    html += facts(in, of);
    if (of.has_result()) html += figures(in, of) + firmness(in, of) + by_group(in, told, of);
    html += by_name(in, of);
    return html + "</section>";
}

}  // namespace sawt::exporting
