#include "server/hall/downloads.hpp"

#include "server/export/csv.hpp"

#include <limits>

namespace sawt::hall {

namespace {

constexpr std::uint64_t all = std::numeric_limits<std::int64_t>::max();

boost::system::error_code damaged() { return make_error_code(boost::system::errc::illegal_byte_sequence); }

}  // namespace

boost::system::result<std::string> log_jsonl(const log::event_log& from, const std::string& code) {
    std::string text;
    const auto read = from.follow(code, 1, all, [&](log::stored_entry&& one) { text.append(one.line).append(1, '\n'); });
    if (!read) return read.error();
    return text;
}

boost::system::result<std::string> log_csv(const log::event_log& from, const std::string& code) {
    exporting::chronicle folded;
    bool sound = true;
    const auto first = from.follow(code, 1, all, [&](log::stored_entry&& one) { sound = sound && folded.add(one.line, one.leaf); });
    if (!first) return first.error();
    if (!sound) return damaged();
    const exporting::log_table table(folded);
    std::string text = exporting::csv_head(table);
    const auto second = from.follow(code, 1, folded.state().last(), [&](log::stored_entry&& one) { text += exporting::csv_line(table, one.line); });
    if (!second) return second.error();
    return text;
}

}  // namespace sawt::hall
