// The table of the log (log_table.hpp) as CSV: RFC 4180, UTF-8 with a byte-order mark so that Excel reads the Arabic. A blank cell is not 0. Texts
// that a spreadsheet would take for a formula are neutralised. Line by line, so that a log of any length passes through. Pure.
#pragma once

#include "server/export/log_table.hpp"

#include <string>
#include <string_view>

namespace sawt::exporting {

// The first line, with the byte-order mark before it.
std::string csv_head(const log_table& of);

// The row of one of the log's lines.
std::string csv_line(const log_table& of, std::string_view line);

// One cell as RFC 4180 writes it, with formula characters (= + - @, tab, carriage return, NUL) at its start neutralised by an apostrophe.
std::string csv_cell(std::string_view text);

}  // namespace sawt::exporting
