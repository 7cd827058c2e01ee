#include "server/export/csv.hpp"

namespace sawt::exporting {

std::string csv_cell(std::string_view text) {
    constexpr std::string_view formula("=+-@\t\r\0", 7);
    std::string safe;
    if (!text.empty() && formula.find(text.front()) != std::string_view::npos) safe.push_back('\'');
    safe.append(text);
    if (safe.find_first_of("\",\n\r") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) {
        if (c == '"') quoted.push_back('"');
        quoted.push_back(c);
    }
    quoted.push_back('"');
    return quoted;
}

std::string csv_head(const log_table& of) {
    std::string text = "\xEF\xBB\xBF";
    for (const std::string_view name : log_table::columns) text.append(text.size() > 3 ? "," : "").append(name);
    for (const std::string& name : of.option_columns()) text.append(",").append(name);
    return text + "\r\n";
}

std::string csv_line(const log_table& of, std::string_view line) {
    const log_row row = of.read(line);
    std::string text = std::to_string(row.entry);
    for (const std::string& cell : {to_iso(row.at), row.event, row.item, row.title, row.round == 0 ? std::string{} : std::to_string(row.round), row.round_status, row.state, row.reason,
                                    row.ballot_id, row.voter, row.name, row.group, row.channel, row.by, row.choices, row.annulled})
        text.append(",").append(csv_cell(cell));
    for (std::size_t axis = 0; axis < of.options_by_axis().size(); ++axis)
        for (std::size_t option = 0; option < of.options_by_axis()[axis]; ++option) {
            text.append(",");
            if (axis < row.numbers.size() && option < row.numbers[axis].size()) text.append(row.numbers[axis][option]);
        }
    return text + "\r\n";
}

}  // namespace sawt::exporting
