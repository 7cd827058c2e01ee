#include "server/hall/downloads.hpp"

#include "server/export/csv.hpp"

#include <sawt/log_seal.hpp>

#include <limits>

namespace sawt::hall {

namespace {

constexpr std::uint64_t all = std::numeric_limits<std::int64_t>::max();

boost::system::error_code damaged() { return make_error_code(boost::system::errc::illegal_byte_sequence); }

}  // namespace

boost::system::result<std::string> log_jsonl(const log::event_log& from, const std::string& code, const note_signer* signer) {
    std::string text;
    log_seal end;
    const auto read = from.follow(code, 1, all, [&](log::stored_entry&& one) {
        text.append(one.line).append(1, '\n');
        if (signer != nullptr) end.add(one.leaf);
    });
    if (!read) return read.error();
    if (signer != nullptr) text.append(end.lines(*signer));
    return text;
}

boost::system::result<std::string> log_csv(const log::event_log& from, const std::string& code) {
    exporting::csv_export table;
    bool sound = true;
    const auto read = from.follow(code, 1, all, [&](log::stored_entry&& one) { sound = table.add(one.line, one.leaf) && sound; });
    if (!read) return read.error();
    if (!sound) return damaged();
    return table.finish();
}

}  // namespace sawt::hall
