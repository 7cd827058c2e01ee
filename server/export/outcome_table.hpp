// The numbers of one decision as tables in one language: what stands under the pictures of the report and in the sheet of results. Numbers stay
// exact until they are shown. The first table has a line for each option, best first; some methods have a second one. Pure.
#pragma once

#include "server/export/decision_reading.hpp"

#include <string>
#include <variant>
#include <vector>

namespace sawt::exporting {

// A share is shown with the decimals of its whole column.
struct share_cell {
    rational of_one;
    decimal shown;
};

// Nothing: there is no such number, which is not 0.
using cell = std::variant<std::monostate, std::string, rational, share_cell>;

struct table_line {
    std::string id;          // of the option or term; "" for a line of something else
    std::size_t number = 0;  // on the ballot paper, from 1; 0 for none
    std::string label;
    bool leads = false;
    std::vector<cell> cells;  // after the label
};

struct outcome_table {
    std::string caption;
    std::string first = {};              // the head of the labels
    std::vector<std::string> columns;    // heads of the cells
    std::vector<table_line> lines;
    std::size_t charted_from = 0;        // the columns that a chart shows: one as bars, several stacked
    std::size_t charted = 1;             // how many; 0 for none
    std::string remark = {};
};

std::vector<outcome_table> tables_of(const voice& in, const decision& of);

// The options down, the groups across: what each group says of each option in one figure (a share, a mean, a grade, a place), with the part of
// the longest bar that goes with it, 0 to 1. Lines are in ballot-paper order.
struct group_figure {
    std::string text;
    cell value;
    double fill = 0;
    bool leads = false;
};
struct group_column {
    std::string name;
    std::string merged;  // whose ballots stand together, "" otherwise
    std::uint64_t ballots = 0, voters = 0;
    std::vector<group_figure> figures;
};
struct group_table {
    std::vector<std::pair<std::size_t, std::string>> options;  // number and label
    std::vector<group_column> columns;
    bool are_places = false;
};
group_table groups_of(const voice& in, const agenda& plan, const decision& of);

// Whether a percentage of the base says something; a place, a mean or a net sum is no share.
bool scores_are_shares(std::string_view method);

}  // namespace sawt::exporting
