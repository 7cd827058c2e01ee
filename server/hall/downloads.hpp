// The downloads of one workshop, made from its log alone: the same with a running server and without one. Each is made in a scratch file, entry by entry, so
// that a log of any length takes no more memory than its fold.
#pragma once

#include "server/hall/scratch_file.hpp"
#include "server/log/event_log.hpp"

#include <sawt/signed_note.hpp>

#include <boost/system/result.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace sawt::hall {

// `hand_over` is one archive with all the others, of one and the same moment, the signed checkpoint and the page that checks.
enum class download_format : std::uint8_t { jsonl, csv, xlsx, report, hand_over };

struct download_kind {
    download_format format;
    std::string_view name;  // as `sawt export --format` takes it
    std::string_view path;  // the last part of its address: "log.jsonl"
    std::string_view ending;
    std::string_view type;
};

// Null for a path that is none.
const download_kind* download_at(std::string_view path);
const download_kind* download_named(std::string_view name);

struct download_terms {
    std::string language;                  // of the report and of the sheets, as far as the workshop has it; the hand-over has each of its languages
    const note_signer* signer = nullptr;  // of the end that proves a log.jsonl (log_seal.hpp); without one the file is its entries alone, and the archive has no checkpoint
    std::function<void(entry_number upto)> held_back{};  // told when a secret vote is open, so that the download ends before its opening
};

// Blocks.
boost::system::result<scratch_file> make_download(const log::event_log& from, const std::string& code, download_format format, const download_terms& on);

}  // namespace sawt::hall
