// The report: what a workshop decided, as one HTML page that needs nothing but itself, neither script nor network, and prints on A4. A sheet for each
// decision, and an appendix for whoever audits. All its numbers come from minutes. Pure.
#pragma once

#include "server/export/minutes.hpp"
#include "server/export/voice.hpp"

#include <string>
#include <string_view>

namespace sawt::exporting {

struct report_options {
    std::string language;          // one that is not the workshop's gives the first of the workshop's
    std::string_view font_faces;   // @font-face rules of "cairo", with the fonts in data: addresses; empty: fonts of the reader's system
    time_zone zone;
};

struct report {
    std::string html;
    std::string policy;  // a content security policy under which it looks as it should; it stands in the page too
};

report report_of(const minutes& told, const report_options& options);

// The language in which a report that was asked for in `wanted` is written.
std::string report_language(const agenda& plan, std::string_view wanted);

}  // namespace sawt::exporting
