// The sheets of what was decided: decisions, results with their charts, turnout by group, the agenda.
#include "server/export/annulled.hpp"
#include "server/export/words.hpp"
#include "server/hall/workbook_inside.hpp"

#include <algorithm>

namespace sawt::hall {

namespace {

using namespace exporting;

constexpr double line_height = 15;    // points
constexpr std::size_t lines_max = 20;  // of one row
constexpr lxw_row_t chart_rows = 18;  // that a chart covers at the usual height
constexpr lxw_color_t colour_of_bars = 0x0B5D66;

// From worst to best, as in the report.
constexpr lxw_color_t tints[] = {0xA8431C, 0xBD6139, 0xCF8159, 0xDFA480, 0xECC9AD, 0xE4E0D5, 0xBCDCD8, 0x8EC6C1, 0x5DADAA, 0x2F8F8F, 0x0B5D66};

// How many lines a wrapped text takes. Nobody measures it for us: programs that open a sheet keep rows at one line unless told.
std::size_t lines_of(std::string_view text, std::size_t width) {
    const auto characters = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    return std::max<std::size_t>(1, (characters + characters / 8 + width - 1) / width);  // an eighth more, for words that go over
}

// Directional isolates are for running text; in a cell of its own a number needs none.
std::string without_isolates(std::string text) {
    for (const std::string_view mark : {"\u2066", "\u2067", "\u2068", "\u2069"})
        for (auto found = text.find(mark); found != std::string::npos; found = text.find(mark)) text.erase(found, mark.size());
    return text;
}

}  // namespace

void workbook::inside::write_decisions() {
    lxw_worksheet* on = sheet(std::string(in(words::sheet_decisions)));
    std::vector<std::string> names;
    for (const word& each : {words::number_sign, words::question, words::method, words::round_column, words::state, words::opened, words::closed, words::ballots, words::people_joined, words::turnout,
                             words::abstentions, words::invalid, words::counted, words::weight, words::result, words::decided, words::margin, words::tie, words::robust, words::rule, words::check_code, words::void_column, words::secrecy})
        names.emplace_back(in(each));
    worksheet_set_column(on, 0, 0, 5, nullptr);
    worksheet_set_column(on, 1, 2, 28, nullptr);
    worksheet_set_column(on, 3, 3, 8, nullptr);
    worksheet_set_column(on, 4, 6, 22, nullptr);
    worksheet_set_column(on, 7, 13, 11, nullptr);
    worksheet_set_column(on, 14, 19, 36, nullptr);
    worksheet_set_column(on, 20, 20, 13, nullptr);
    worksheet_set_column(on, 21, 21, 36, nullptr);
    worksheet_set_column(on, 22, 22, 18, nullptr);
    worksheet_freeze_panes(on, 1, 2);
    worksheet_fit_to_pages(on, 2, 0);  // so many columns on one page nobody can read; the questions stand on both
    worksheet_repeat_rows(on, 0, 0);
    worksheet_repeat_columns(on, 0, 1);
    heads(on, 0, names);
    lxw_row_t row = 0;
    for (const decision& one : told.decisions) {
        ++row;
        const nlohmann::json& turnout = at(one.result, {"turnout"});
        const auto counted = [&](lxw_col_t column, std::string_view member) { value(on, row, column, number_in(at(turnout, {member})).value_or(0)); };
        value(on, row, 0, static_cast<std::uint64_t>(one.number));
        text(on, row, 1, in.text(one.plan.title), one.is_void() ? struck : wrapped);
        text(on, row, 2, method_name(in, one.plan.method), wrapped);
        value(on, row, 3, std::uint64_t{one.round});
        text(on, row, 4, status_name(in, one.status), wrapped);
        if (one.opened) text(on, row, 5, in.time(one.opened->at) + " " + std::string(actor_name(in, one.opened->by)), wrapped);
        if (one.closed) text(on, row, 6, in.time(one.closed->at) + " " + std::string(actor_name(in, one.closed->by)), wrapped);
        value(on, row, 7, one.ballots);
        value(on, row, 8, one.voters);
        if (one.voters > 0) share(on, row, 9, rational(one.ballots, one.voters), true);
        counted(10, "empty");
        counted(11, "invalid");
        counted(12, "counted");
        counted(13, "weight");
        if (one.has_result()) text(on, row, 14, names_of(in, one, at(one.result, {"winners"})), wrapped);
        text(on, row, 15, without_isolates(in.text(one.why.decided)), wrapped);
        text(on, row, 16, without_isolates(in.text(one.why.margin)), wrapped);
        text(on, row, 17, without_isolates(in.text(one.why.tie)), wrapped);
        text(on, row, 18, without_isolates(in.text(one.why.robust)), wrapped);
        text(on, row, 19, without_isolates(in.text(one.why.how)), wrapped);
        text(on, row, 20, one.check, strong);
        text(on, row, 21, without_isolates(void_text(in, one)), wrapped);
        text(on, row, 22, secrecy_name(in, one.plan.ballots));
        std::size_t lines = lines_of(in.text(one.plan.title), 28);
        for (const std::string& said : {in.text(one.why.decided), in.text(one.why.margin), in.text(one.why.tie), in.text(one.why.robust), in.text(one.why.how), void_text(in, one)}) lines = std::max(lines, lines_of(said, 36));
        worksheet_set_row(on, row, line_height * static_cast<double>(std::min(lines, lines_max)), nullptr);
    }
}

// Each decision as a block: its question, its tables, and a chart beside the first that has one.
void workbook::inside::write_results() {
    const std::string name(in(words::sheet_results));
    lxw_worksheet* on = sheet(name);
    worksheet_set_column(on, 0, 0, 5, nullptr);
    worksheet_set_column(on, 1, 1, 40, nullptr);
    worksheet_set_column(on, 2, 40, 14, nullptr);
    lxw_row_t row = 0;
    for (const decision& one : told.decisions) {
        if (one.status == item_status::waiting) continue;
        const std::string round = one.rounds > 1 ? " · " + in(words::round, in.number(std::uint64_t{one.round}), in.number(std::uint64_t{one.rounds})) : "";
        text(on, row++, 0, in.number(one.number) + ". " + in.text(one.plan.title) + round, one.is_void() ? struck_title : title);
        for (const void_note& note : void_notes(in, one)) text(on, row++, 0, without_isolates(note.text), strong);
        text(on, row++, 0, method_name(in, one.plan.method));
        if (!one.has_result()) text(on, row++, 0, in(words::no_result));
        else
            for (const outcome_table& block : tables_of(in, one)) row = write_block(on, row, one, block);
        ++row;
    }
}

lxw_row_t workbook::inside::write_block(lxw_worksheet* on, lxw_row_t row, const decision& one, const outcome_table& block) {
    const lxw_row_t first = row;
    std::vector<std::string> names{std::string(in(words::number_sign)), block.first};
    names.insert(names.end(), block.columns.begin(), block.columns.end());
    names.emplace_back(in(words::chosen));
    heads(on, row++, names);
    for (const table_line& each : block.lines) {
        if (each.number > 0) value(on, row, 0, static_cast<std::uint64_t>(each.number));
        text(on, row, 1, marked(in, one, each.id, each.label), one.is_void(each.id) ? struck : each.leads ? strong : plain);
        for (std::size_t i = 0; i < each.cells.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i + 2);
            if (const auto* exact = std::get_if<rational>(&each.cells[i])) value(on, row, column, *exact);
            else if (const auto* part = std::get_if<share_cell>(&each.cells[i])) share(on, row, column, part->of_one, !part->shown.part.empty());
            else if (const auto* said = std::get_if<std::string>(&each.cells[i])) text(on, row, column, without_isolates(*said));
        }
        if (each.leads) text(on, row, static_cast<lxw_col_t>(block.columns.size() + 2), "✓", strong);
        ++row;
    }
    if (!block.remark.empty()) text(on, row++, 1, without_isolates(block.remark));
    if (block.charted == 0 || block.lines.empty()) return row;
    chart(on, std::string(in(words::sheet_results)), one, block, first, first + static_cast<lxw_row_t>(block.lines.size()));
    return std::max(row, first + chart_rows);
}

void workbook::inside::chart(lxw_worksheet* on, const std::string& name, const decision& one, const outcome_table& block, lxw_row_t first, lxw_row_t last) {
    const bool stacked = block.charted > 1;
    lxw_chart* made = workbook_add_chart(book, stacked ? LXW_CHART_BAR_STACKED_PERCENT : LXW_CHART_BAR);
    const auto shown = static_cast<lxw_row_t>(std::min<std::size_t>(last - first, 20));  // of words, the most frequent
    for (std::size_t i = 0; i < block.charted; ++i) {
        const auto column = static_cast<lxw_col_t>(2 + block.charted_from + i);
        lxw_chart_series* series = chart_add_series(made, nullptr, nullptr);
        chart_series_set_categories(series, name.c_str(), first + 1, 1, first + shown, 1);
        chart_series_set_values(series, name.c_str(), first + 1, column, first + shown, column);
        chart_series_set_name_range(series, name.c_str(), first, column);
        // Grades stand best first in their table, numbers lowest first.
        const std::size_t place = one.plan.method == "majority_judgment" ? block.charted - 1 - i : i;
        lxw_chart_fill fill{};
        fill.color = stacked ? tints[place * 10 / std::max<std::size_t>(1, block.charted - 1)] : colour_of_bars;
        chart_series_set_fill(series, &fill);
    }
    if (stacked) chart_legend_set_position(made, LXW_CHART_LEGEND_BOTTOM);
    else chart_legend_set_position(made, LXW_CHART_LEGEND_NONE);
    chart_title_set_name(made, cell_text(in.text(one.plan.title)).c_str());
    lxw_chart_font small{};
    small.size = 11;
    chart_title_set_name_font(made, &small);
    // The library's y axis of bars that lie is the one with their names: the first on top. Bars begin where lines of text begin.
    chart_axis_set_reverse(made->y_axis);
    if (in.is_right_to_left()) chart_axis_set_reverse(made->x_axis);
    lxw_chart_options options{};
    options.x_scale = 1.2;
    options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    worksheet_insert_chart_opt(on, first, static_cast<lxw_col_t>(block.columns.size() + 4), made, &options);
}

void workbook::inside::write_turnout() {
    lxw_worksheet* on = sheet(std::string(in(words::sheet_turnout)));
    std::vector<std::string> names;
    for (const word& each : {words::number_sign, words::question, words::round_column, words::group, words::ballots, words::people_joined, words::turnout}) names.emplace_back(in(each));
    worksheet_set_column(on, 0, 0, 5, nullptr);
    worksheet_set_column(on, 1, 1, 44, nullptr);
    worksheet_set_column(on, 2, 2, 8, nullptr);
    worksheet_set_column(on, 3, 3, 44, nullptr);
    worksheet_set_column(on, 4, 6, 13, nullptr);
    worksheet_freeze_panes(on, 1, 0);
    heads(on, 0, names);
    lxw_row_t row = 0;
    const auto write = [&](const decision& one, std::string_view group, std::uint64_t ballots, std::uint64_t voters, lxw_format* as) {
        ++row;
        value(on, row, 0, static_cast<std::uint64_t>(one.number));
        text(on, row, 1, in.text(one.plan.title), as);
        value(on, row, 2, std::uint64_t{one.round});
        text(on, row, 3, group, as);
        value(on, row, 4, ballots);
        value(on, row, 5, voters);
        if (voters > 0) share(on, row, 6, rational(ballots, voters), true);
    };
    for (const decision& one : told.decisions) {
        if (one.status == item_status::waiting) continue;
        for (const group_cut& cut : one.groups) {
            std::string name = group_name(in, told.plan, cut.id), merged;
            for (const std::string& id : cut.merged) merged += (merged.empty() ? "" : std::string(in(words::and_))) + group_name(in, told.plan, id);
            write(one, merged.empty() ? name : name + " (" + merged + ")", cut.ballots, cut.voters, plain);
        }
        write(one, in(words::everyone), one.ballots, one.voters, strong);
    }
}

// Items in their order, and below each vote its options in every language of the workshop.
void workbook::inside::write_agenda() {
    lxw_worksheet* on = sheet(std::string(in(words::agenda_title)));
    std::vector<std::string> names;
    for (const word& each : {words::number_sign, words::identifier, words::kind, words::method}) names.emplace_back(in(each));
    for (const std::string& language : told.plan.languages) names.push_back(language);
    names.emplace_back(in(words::parameters));
    worksheet_set_column(on, 0, 0, 6, nullptr);
    worksheet_set_column(on, 1, 3, 20, nullptr);
    worksheet_set_column(on, 4, static_cast<lxw_col_t>(4 + told.plan.languages.size()), 44, nullptr);
    worksheet_freeze_panes(on, 1, 0);
    heads(on, 0, names);
    lxw_row_t row = 0;
    const auto texts = [&](const local_text& written, lxw_format* as) {
        for (std::size_t i = 0; i < told.plan.languages.size(); ++i) text(on, row, static_cast<lxw_col_t>(4 + i), written.in(told.plan.languages[i]), as);
    };
    std::uint64_t place = 0;
    for (const item& one : told.items) {
        ++row;
        value(on, row, 0, ++place);
        text(on, row, 1, one.id, strong);
        text(on, row, 2, in(one.kind == item_kind::vote ? words::kind_vote : one.kind == item_kind::swot ? words::kind_swot : words::kind_slide));
        if (one.kind == item_kind::vote) text(on, row, 3, method_name(in, one.method));
        texts(one.title, strong);
        if (one.kind == item_kind::vote) text(on, row, static_cast<lxw_col_t>(4 + told.plan.languages.size()), one.params);
        for (std::size_t i = 0; i < one.options.size(); ++i) {
            ++row;
            text(on, row, 1, one.options[i].id);
            text(on, row, 2, in(words::option));
            value(on, row, 3, static_cast<std::uint64_t>(i + 1));
            texts(one.options[i].text, plain);
        }
    }
}

}  // namespace sawt::hall
