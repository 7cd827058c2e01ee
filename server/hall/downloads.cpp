#include "server/hall/downloads.hpp"

#include "server/export/csv.hpp"
#include "server/export/read_me.hpp"
#include "server/export/report.hpp"
#include "server/hall/proofs.hpp"
#include "server/hall/workbook.hpp"
#include "server/hall/zip_archive.hpp"
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
    download_kind{download_format::hand_over, "hand-over", "hand-over.zip", ".zip", "application/zip"},
};

boost::system::error_code damaged() { return make_error_code(boost::system::errc::illegal_byte_sequence); }

boost::system::error_code fold(const log::event_log& from, const std::string& code, std::uint64_t most, exporting::chronicle& into) {
    bool sound = true;
    const auto read = from.follow(code, 1, most, [&](log::stored_entry&& one) { sound = sound && into.add(one.line, one.leaf); });
    if (!read) return read.error();
    return sound ? boost::system::error_code() : damaged();
}

// All that may be given away now: the whole log, or as much of it as nobody can tell from how a secret vote stands that goes on.
boost::system::error_code fold_public(const log::event_log& from, const std::string& code, exporting::chronicle& into) {
    if (const auto failed = fold(from, code, all, into)) return failed;
    const entry_number upto = into.state().last_public();
    if (upto == into.state().last()) return {};
    into = exporting::chronicle();
    into.end_early();
    return fold(from, code, upto, into);
}

// The first `most` entries.
boost::system::error_code write_jsonl(const log::event_log& from, const std::string& code, std::uint64_t most, const note_signer* signer, scratch_file& to) {
    log_seal end;
    const auto read = from.follow(code, 1, most, [&](log::stored_entry&& one) {
        to.write(one.line);
        to.write("\n");
        if (signer != nullptr) end.add(one.leaf);
    });
    if (!read) return read.error();
    if (signer != nullptr) to.write(end.lines(*signer));
    return to.finish();
}

boost::system::error_code write_csv(const log::event_log& from, const exporting::chronicle& folded, scratch_file& to) {
    const exporting::log_table table(folded);
    to.write(exporting::csv_head(table));
    const auto read = from.follow(folded.state().code(), 1, folded.state().last(), [&](log::stored_entry&& one) { to.write(exporting::csv_line(table, one.line)); });
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

std::string report_html(const exporting::chronicle& folded, std::string_view language) {
    const std::string fonts = font_faces();
    return exporting::report_of(exporting::minutes_of(folded), {std::string(language), fonts, &local_offset}).html;
}

boost::system::result<scratch_file> make_workbook(const log::event_log& from, const exporting::chronicle& folded, std::string_view language) {
    workbook book(folded, language, &local_offset);
    if (!book.is_open()) return make_error_code(boost::system::errc::io_error);
    const auto read = from.follow(folded.state().code(), 1, folded.state().last(), [&](log::stored_entry&& one) { book.add(one.line); });
    if (!read) return read.error();
    return std::move(book).finish();
}

template <class Write>
boost::system::error_code add_written(zip_archive& to, const std::string& name, Write write) {
    auto file = scratch_file::make();
    if (!file) return file.error();
    if (const auto failed = write(*file)) return failed;
    to.add(name, *file);
    return {};
}

boost::system::result<scratch_file> make_hand_over(const log::event_log& from, const exporting::chronicle& folded, const note_signer* signer) {
    const workshop& state = folded.state();
    const std::string folder = "sawt-" + state.code() + "/";
    auto archive = zip_archive::make(folded.until());
    if (!archive) return archive.error();
    archive->add(folder + "READ-ME.txt", exporting::read_me(folded, &local_offset, signer != nullptr));
    for (const std::string& language : state.plan().languages) {
        archive->add(folder + "report-" + language + ".html", report_html(folded, language));
        const auto sheets = make_workbook(from, folded, language);
        if (!sheets) return sheets.error();
        archive->add(folder + "sheets-" + language + ".xlsx", *sheets);
    }
    boost::system::error_code failed = add_written(*archive, folder + "log.csv", [&](scratch_file& to) { return write_csv(from, folded, to); });
    if (!failed) failed = add_written(*archive, folder + "log.jsonl", [&](scratch_file& to) { return write_jsonl(from, state.code(), state.last(), signer, to); });
    if (failed) return failed;
    if (signer != nullptr) {
        archive->add(folder + "checkpoint.txt", signed_checkpoint(state.tree(), state.last(), *signer));
        archive->add(folder + "log-key.txt", to_text(signer->key()) + "\n");
    }
    if (const net::page* check = net::find_page("check")) archive->add(folder + "check.html", check->plain);
    return std::move(*archive).finish();
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
    exporting::chronicle folded;
    if (const auto failed = fold_public(from, code, folded)) return failed;
    if (folded.ends_early() && on.held_back) on.held_back(folded.state().last());
    if (format == download_format::xlsx) return make_workbook(from, folded, on.language);
    if (format == download_format::hand_over) return make_hand_over(from, folded, on.signer);
    auto file = scratch_file::make();
    if (!file) return file.error();
    boost::system::error_code failed;
    if (format == download_format::jsonl) {
        failed = write_jsonl(from, code, folded.state().last(), on.signer, *file);
    } else if (format == download_format::csv) {
        failed = write_csv(from, folded, *file);
    } else {
        file->write(report_html(folded, on.language));
        failed = file->finish();
    }
    if (failed) return failed;
    return file;
}

}  // namespace sawt::hall
