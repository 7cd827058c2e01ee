#include "server/hall/workbook.hpp"

#include "server/export/words.hpp"
#include "server/hall/workbook_inside.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace sawt::hall {

namespace {

using namespace exporting;

constexpr lxw_row_t rows_max = 1'048'576;     // of one sheet, by the file format; a longer log goes on in another
constexpr std::size_t text_bytes_max = 8000;  // of one cell; the format allows 32,767 characters
constexpr lxw_color_t colour_of_act = 0x0B5D66, colour_of_heads = 0x55606B, colour_of_lines = 0xD8D2C6;

}  // namespace

std::string cell_text(std::string_view text) {
    std::size_t size = std::min(text.size(), text_bytes_max);
    while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;  // between two characters
    std::string kept;
    for (const char c : text.substr(0, size))
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') kept += c;
    return kept;
}

void workbook::inside::open() {
    std::string made = scratch_folder() + "/sawt-XXXXXX";
    if (::mkdtemp(made.data()) == nullptr) return;
    folder = made;
    path = folder + "/workshop.xlsx";
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    options.use_zip64 = LXW_TRUE;
    book = workbook_new_opt(path.c_str(), &options);
    if (book == nullptr) return;
    head = format(true, true);
    format_set_font_color(head, colour_of_heads);
    format_set_bottom(head, LXW_BORDER_THIN);
    format_set_bottom_color(head, colour_of_lines);
    title = format(true, false);
    format_set_font_color(title, colour_of_act);
    format_set_font_size(title, 13);
    plain = format(false, false);
    wrapped = format(false, true);
    strong = format(true, false);
    struck = format(false, true);
    format_set_font_strikeout(struck);
    struck_title = format(true, false);
    format_set_font_size(struck_title, 13);
    format_set_font_strikeout(struck_title);
    number = format(false, false, "#,##0.##");
    whole_share = format(false, false, "0%");
    fine_share = format(false, false, "0.0%");
    lxw_doc_properties about{};
    std::string name = cell_text(in.text(told.plan.title));
    about.title = name.data();  // copied
    workbook_set_properties(book, &about);
    write_decisions();
    write_results();
    write_turnout();
    write_agenda();
    next_ballot_sheet();
}

lxw_format* workbook::inside::format(bool bold, bool wrap, const char* numbers) {
    lxw_format* made = workbook_add_format(book);
    if (bold) format_set_bold(made);
    if (wrap) format_set_text_wrap(made);
    if (numbers != nullptr) format_set_num_format(made, numbers);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    if (in.is_right_to_left()) format_set_reading_order(made, 2);
    return made;
}

lxw_worksheet* workbook::inside::sheet(const std::string& name) {
    lxw_worksheet* made = workbook_add_worksheet(book, name.c_str());
    if (in.is_right_to_left()) worksheet_right_to_left(made);
    worksheet_set_landscape(made);
    worksheet_set_paper(made, 9);  // A4
    worksheet_fit_to_pages(made, 1, 0);
    return made;
}

void workbook::inside::text(lxw_worksheet* on, lxw_row_t row, lxw_col_t column, std::string_view what, lxw_format* as) {
    if (!what.empty()) worksheet_write_string(on, row, column, cell_text(what).c_str(), as == nullptr ? plain : as);
}

void workbook::inside::heads(lxw_worksheet* on, lxw_row_t row, const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < names.size(); ++i) text(on, row, static_cast<lxw_col_t>(i), names[i], head);
}

// The columns of the CSV, with its names, so that what reads one reads the other.
void workbook::inside::next_ballot_sheet() {
    std::string name(in(words::ballots));
    if (++ballot_sheets > 1) name += " " + std::to_string(ballot_sheets);
    ballots = sheet(name);
    next_ballot = 1;
    worksheet_freeze_panes(ballots, 1, 0);
    worksheet_set_column(ballots, 0, 0, 9, nullptr);
    worksheet_set_column(ballots, 1, 1, 21, nullptr);
    worksheet_set_column(ballots, 4, 4, 30, nullptr);
    worksheet_set_column(ballots, 14, 15, 40, nullptr);
    std::vector<std::string> names(log_table::columns.begin(), log_table::columns.end());
    for (std::string& each : table.option_columns()) names.push_back(std::move(each));
    heads(ballots, 0, names);
}

workbook::workbook(const exporting::chronicle& of, std::string_view language, exporting::time_zone zone) : inside_(std::make_unique<inside>(of, language, std::move(zone))) { inside_->open(); }

workbook::~workbook() {
    if (inside_->book != nullptr) workbook_close(inside_->book);
    std::error_code ignored;
    if (!inside_->folder.empty()) std::filesystem::remove_all(inside_->folder, ignored);
}

bool workbook::is_open() const { return inside_->book != nullptr; }

void workbook::add(std::string_view line) {
    const log_row read = inside_->table.read(line);
    if (read.event != "ballot") return;
    if (inside_->next_ballot == rows_max) inside_->next_ballot_sheet();
    lxw_worksheet* on = inside_->ballots;
    const lxw_row_t row = inside_->next_ballot++;
    inside_->value(on, row, 0, read.entry);
    lxw_col_t column = 1;
    for (const std::string& cell : {to_iso(read.at), read.event, read.item, read.title}) inside_->text(on, row, column++, cell);
    inside_->value(on, row, column++, std::uint64_t{read.round});
    for (const std::string& cell : {read.round_status, read.state, read.reason, read.ballot_id, read.voter, read.name, read.group, read.channel, read.by, read.choices, read.annulled}) inside_->text(on, row, column++, cell);
    for (std::size_t axis = 0; axis < inside_->table.options_by_axis().size(); ++axis)
        for (std::size_t option = 0; option < inside_->table.options_by_axis()[axis]; ++option, ++column)
            if (axis < read.numbers.size() && option < read.numbers[axis].size() && !read.numbers[axis][option].empty())
                worksheet_write_number(on, row, column, std::stod(read.numbers[axis][option]), inside_->number);
}

boost::system::result<scratch_file> workbook::finish() && {
    const lxw_error failed = workbook_close(std::exchange(inside_->book, nullptr));
    if (failed != LXW_NO_ERROR) return make_error_code(boost::system::errc::io_error);
    return scratch_file::adopt(inside_->path);
}

}  // namespace sawt::hall
