// The numbers of one decision as tables in one language: what stands under the pictures of the report and in the sheet of results. Numbers stay
// exact until they are shown. The first table has a line for each option, best first; some methods have a second one. Pure.
#pragma once

#include "server/export/minutes.hpp"
#include "server/export/voice.hpp"

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

// Options in the order of the list: the ranking of the method, best first, with equal ones in ballot-paper order. `terms` where voters wrote them.
std::vector<std::string> order_of(const decision& of);

// Names of options, joined; void ones are marked in words.
std::string names_of(const voice& in, const decision& of, const nlohmann::json& ids);
std::string label_of(const voice& in, const decision& of, std::string_view option);
std::size_t number_of(const decision& of, std::string_view option);

nlohmann::json parameters_of(const item& vote);
local_text text_in_params(const nlohmann::json& value);

// Whether a percentage of the base says something; a place, a mean or a net sum is no share.
bool scores_are_shares(std::string_view method);

// The scale of a method that rates, and the words of its grades (empty for numbers).
struct rating_scale {
    std::int64_t low = 0, high = 0;
    std::vector<std::string> words;
};
rating_scale scale_of(const voice& in, const decision& of);

// The weights of an option's ratings by value, from `low` to `high`.
std::vector<rational> distribution_of(const decision& of, std::string_view option, const rating_scale& scale);

std::optional<rational> median_of(const std::vector<rational>& distribution, std::int64_t low);

}  // namespace sawt::exporting
