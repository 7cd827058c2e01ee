// The downloads of one workshop, made from its log alone: the same with a running server and without one.
#pragma once

#include "server/log/event_log.hpp"

#include <boost/system/result.hpp>

#include <string>

namespace sawt::hall {

// The log's lines, each with a line feed. Blocks.
boost::system::result<std::string> log_jsonl(const log::event_log& from, const std::string& code);

// The table of the log as CSV. Blocks.
boost::system::result<std::string> log_csv(const log::event_log& from, const std::string& code);

}  // namespace sawt::hall
