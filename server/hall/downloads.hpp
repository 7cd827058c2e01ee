// The downloads of one workshop, made from its log alone: the same with a running server and without one.
#pragma once

#include "server/log/event_log.hpp"

#include <sawt/signed_note.hpp>

#include <boost/system/result.hpp>

#include <string>

namespace sawt::hall {

// The log's lines, each with a line feed, and the end that proves them (log_seal.hpp); without a signer the entries alone. Blocks.
boost::system::result<std::string> log_jsonl(const log::event_log& from, const std::string& code, const note_signer* signer);

// The table of csv_export. Blocks.
boost::system::result<std::string> log_csv(const log::event_log& from, const std::string& code);

}  // namespace sawt::hall
