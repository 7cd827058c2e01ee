#include "server/hall/downloads.hpp"

#include "server/export/csv.hpp"
#include "server/export/report.hpp"
#include "server/hall/workbook.hpp"
#include "server/net/pages.hpp"

#include <sawt/log_seal.hpp>

#include <algorithm>
#include <array>
#include <ctime>
#include <limits>

namespace sawt::hall {

namespace {

constexpr std::uint64_t all = std::numeric_limits<std::int64_t>::max();

constexpr std::array kinds{
    download_kind{download_format::jsonl, "jsonl", "log.jsonl", ".jsonl", "application/jsonl; charset=utf-8"},
    download_kind{download_format::csv, "csv", "log.csv", ".csv", "text/csv; charset=utf-8"},
    download_kind{download_format::xlsx, "xlsx", "log.xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    download_kind{download_format::report, "report", "report.html", ".html", "text/html; charset=utf-8"},
};

boost::system::error_code damaged() { return make_error_code(boost::system::errc::illegal_byte_sequence); }

boost::system::error_code fold(const log::event_log& from, const std::string& code, exporting::chronicle& into) {
    bool sound = true;
    const auto read = from.follow(code, 1, all, [&](log::stored_entry&& one) { sound = sound && into.add(one.line, one.leaf); });
    if (!read) return read.error();
    return sound ? boost::system::error_code() : damaged();
}

boost::system::error_code write_jsonl(const log::event_log& from, const std::string& code, const note_signer* signer, scratch_file& to) {
    log_seal end;
    const auto read = from.follow(code, 1, all, [&](log::stored_entry&& one) {
        to.write(one.line);
        to.write("\n");
        if (signer != nullptr) end.add(one.leaf);
    });
    if (!read) return read.error();
    if (signer != nullptr) to.write(end.lines(*signer));
    return to.finish();
}

boost::system::error_code write_csv(const log::event_log& from, const std::string& code, scratch_file& to) {
    exporting::chronicle folded;
    if (const auto failed = fold(from, code, folded)) return failed;
    const exporting::log_table table(folded);
    to.write(exporting::csv_head(table));
    const auto read = from.follow(code, 1, folded.state().last(), [&](log::stored_entry&& one) { to.write(exporting::csv_line(table, one.line)); });
    return read ? to.finish() : read.error();
}

// The font that the pages have, so that the report looks the same years later and without this server.
std::string font_faces() {
    std::string rules;
    for (const char* name : {"fonts/cairo-latin.woff2", "fonts/cairo-arabic.woff2"})
        if (const net::page* font = net::find_page(name)) {
            const auto* bytes = reinterpret_cast<const std::uint8_t*>(font->plain.data());
            rules += "@font-face{font-family:cairo;font-weight:200 1000;src:url(data:font/woff2;base64," + to_base64({bytes, font->plain.size()}) + ") format(\"woff2\")}";
        }
    return rules;
}

// As this machine's clock tells the time.
std::int64_t local_offset(utc_seconds at) {
    const auto when = static_cast<std::time_t>(at);
    std::tm local{};
    return localtime_r(&when, &local) == nullptr ? 0 : local.tm_gmtoff;
}

boost::system::error_code write_report(const log::event_log& from, const std::string& code, std::string_view language, scratch_file& to) {
    exporting::chronicle folded;
    if (const auto failed = fold(from, code, folded)) return failed;
    const std::string fonts = font_faces();
    to.write(exporting::report_of(exporting::minutes_of(folded), {std::string(language), fonts, &local_offset}).html);
    return to.finish();
}

boost::system::result<scratch_file> make_workbook(const log::event_log& from, const std::string& code, std::string_view language) {
    exporting::chronicle folded;
    if (const auto failed = fold(from, code, folded)) return failed;
    workbook book(folded, language, &local_offset);
    if (!book.is_open()) return make_error_code(boost::system::errc::io_error);
    const auto read = from.follow(code, 1, folded.state().last(), [&](log::stored_entry&& one) { book.add(one.line); });
    if (!read) return read.error();
    return std::move(book).finish();
}

}  // namespace

const download_kind* download_at(std::string_view path) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const download_kind& one) { return one.path == path; });
    return found == kinds.end() ? nullptr : &*found;
}

const download_kind* download_named(std::string_view name) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const download_kind& one) { return one.name == name; });
    return found == kinds.end() ? nullptr : &*found;
}

boost::system::result<scratch_file> make_download(const log::event_log& from, const std::string& code, download_format format, const download_terms& on) {
    if (format == download_format::xlsx) return make_workbook(from, code, on.language);
    auto file = scratch_file::make();
    if (!file) return file.error();
    boost::system::error_code failed;
    if (format == download_format::jsonl)
        failed = write_jsonl(from, code, on.signer, *file);
    else if (format == download_format::csv)
        failed = write_csv(from, code, *file);
    else
        failed = write_report(from, code, on.language, *file);
    if (failed) return failed;
    return file;
}

}  // namespace sawt::hall
