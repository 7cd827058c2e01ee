// The log as a table: one row for each entry, for spreadsheets. Its columns are fixed, but for one for each option number, filled as
// ballot_cells.hpp says. Where ballots add up (choices, approvals, points), the sum of a column over the rows of a round that say "counted" is what the
// wall showed; the column "choices" has every ballot in words. Stakeholder groups under the workshop's limit stand as "others", as in every view.
// Rows are made one at a time from the log's lines, after the whole log was folded into a chronicle: only then is known which ballots
// were superseded and which groups are small. Pure.
#pragma once

#include "server/export/chronicle.hpp"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sawt::exporting {

struct log_row {
    entry_number entry = 0;
    utc_seconds at = 0;
    std::string event;  // "workshop", "join", "ballot", or what the facilitator did
    std::string item;
    std::string title;
    round_number round = 0;    // 0: none
    std::string round_status;
    std::string state;   // "counted", "abstained", "superseded", "refused", "repeated", "done"
    std::string reason;  // when refused
    std::string ballot_id;
    std::string voter;
    std::string name;  // of the voter, in a named vote
    std::string group;
    std::string channel;
    std::string by;
    std::string choices;                            // a ballot in words
    std::string annulled;                           // what of its round is void, and why
    std::vector<std::vector<std::string>> numbers;  // [axis][option], as ballot_numbers; empty but for ballots
};

class log_table {
public:
    // `of` must outlive the table, and have the whole log.
    explicit log_table(const chronicle& of);

    static constexpr std::array<std::string_view, 17> columns = {"entry", "time", "event", "item", "title", "round", "round status", "state", "reason",
                                                                 "ballot id", "voter", "name", "group", "channel", "by", "choices", "void"};

    // For each axis (one but for matrices), how many options the longest ballot paper has: 1, 2, …; for the second axis 1 (2), 2 (2), …
    const std::vector<std::size_t>& options_by_axis() const { return options_by_axis_; }
    std::vector<std::string> option_columns() const;

    // One of the lines that the chronicle was made of.
    log_row read(std::string_view line) const;

private:
    using group_names = std::map<std::string, std::string, std::less<>>;

    const group_names& names_in(std::string_view item, round_number round) const;
    void read_ballot(const ballot_cast& cast, log_row& into) const;

    const chronicle& of_;
    std::string language_;
    std::vector<std::size_t> options_by_axis_;
    group_names joined_;
    std::map<std::pair<std::string, round_number>, group_names> voted_;
};

}  // namespace sawt::exporting
