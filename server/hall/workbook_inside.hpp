// What the files of the workbook share: the book being written, its formats, and how a cell is filled. workbook.cpp makes the book and its ballots,
// workbook_sheets.cpp what was decided. The other headers know nothing of libxlsxwriter.
#pragma once

#include "server/export/outcome_table.hpp"
#include "server/export/report.hpp"
#include "server/hall/workbook.hpp"

#include <xlsxwriter.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sawt::hall {

// Characters that XML cannot hold are left out, and what is too long for a cell is cut.
std::string cell_text(std::string_view text);

struct workbook::inside {
    const exporting::chronicle& of;
    exporting::minutes told;
    exporting::voice in;
    exporting::log_table table;
    std::string folder;
    std::string path;
    lxw_workbook* book = nullptr;
    lxw_worksheet* ballots = nullptr;
    lxw_row_t next_ballot = 0;
    int ballot_sheets = 0;

    lxw_format *head = nullptr, *title = nullptr, *plain = nullptr, *wrapped = nullptr, *strong = nullptr, *struck = nullptr, *struck_title = nullptr, *number = nullptr, *whole_share = nullptr, *fine_share = nullptr;

    inside(const exporting::chronicle& from, std::string_view language, exporting::time_zone zone)
        : of(from), told(exporting::minutes_of(from)), in(exporting::report_language(told.plan, language), told.plan.rules.digits == "arab", std::move(zone)), table(from) {}

    void open();
    lxw_format* format(bool bold, bool wrap, const char* numbers = nullptr);
    lxw_worksheet* sheet(const std::string& name);
    void heads(lxw_worksheet* on, lxw_row_t row, const std::vector<std::string>& names);
    void text(lxw_worksheet* on, lxw_row_t row, lxw_col_t column, std::string_view what, lxw_format* as = nullptr);
    void value(lxw_worksheet* on, lxw_row_t row, lxw_col_t column, const rational& what) { worksheet_write_number(on, row, column, what.convert_to<double>(), number); }
    void value(lxw_worksheet* on, lxw_row_t row, lxw_col_t column, std::uint64_t what) { worksheet_write_number(on, row, column, static_cast<double>(what), number); }
    void share(lxw_worksheet* on, lxw_row_t row, lxw_col_t column, const rational& of_one, bool fine) { worksheet_write_number(on, row, column, of_one.convert_to<double>(), fine ? fine_share : whole_share); }

    void write_decisions();
    void write_results();
    lxw_row_t write_block(lxw_worksheet* on, lxw_row_t row, const exporting::decision& one, const exporting::outcome_table& block);
    void chart(lxw_worksheet* on, const std::string& name, const exporting::decision& one, const exporting::outcome_table& block, lxw_row_t first, lxw_row_t last);
    void write_turnout();
    void write_agenda();
    void next_ballot_sheet();
};

}  // namespace sawt::hall
