// The parts of the report, as HTML. Pure.
#pragma once

#include "server/export/minutes.hpp"
#include "server/export/voice.hpp"

#include <string>
#include <string_view>

namespace sawt::exporting {

extern const std::string_view report_style;

// The sheet of one decision.
std::string decision_sheet(const voice& in, const minutes& told, const decision& of);

// For the auditor: the log, rounds and codes, parameters, the facilitator's steps, how to verify.
std::string appendix(const voice& in, const minutes& told);

// A time or a code: from left to right in any text.
std::string left_to_right(std::string_view text);

// Text that is struck through where it does not stand.
std::string struck_if(bool is_void, const std::string& html);

// An option's name.
std::string option_name(const voice& in, const decision& of, std::string_view option);

// "Title", and where there are several rounds which.
std::string round_label(const voice& in, const decision& of);

}  // namespace sawt::exporting
