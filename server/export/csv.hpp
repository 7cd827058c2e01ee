// The log as a table for a spreadsheet (RFC 4180, UTF-8 with a byte-order mark so that Excel reads the Arabic): one row for each entry, with
// a column for each option number (1, 2, …; for the second axis of a matrix 1 (2), 2 (2), …), filled as ballot_cells.hpp says. Where ballots add
// up (choices, approvals, points), the sum of a column over the rows of a round that say "counted" is what the wall showed; the column "choices"
// has every ballot in words. A blank cell is not 0. Texts that a spreadsheet would take for a formula are neutralised. Stakeholder groups under the workshop's limit
// stand as "others", as in every view. Pure; one owner.
#pragma once

#include <sawt/workshop.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace sawt::exporting {

class csv_export {
public:
    csv_export();
    ~csv_export();

    // The lines of one workshop's log in order, each with its leaf. False when a line is not an entry.
    bool add(std::string_view line, const hash& leaf);

    // The whole table. Only now is known which ballots were superseded and which groups are small.
    std::string finish() const;

private:
    struct inside;
    std::unique_ptr<inside> inside_;
};

// One cell as RFC 4180 writes it, with formula characters (= + - @, tab, carriage return, NUL) at its start neutralised by an apostrophe.
std::string csv_cell(std::string_view text);

}  // namespace sawt::exporting
