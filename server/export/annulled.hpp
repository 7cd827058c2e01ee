// What is void, in words, as the pages say it (web/shared/annulled.js): it keeps its place and its numbers, and the reason stands beside it. Pure.
#pragma once

#include "server/export/minutes.hpp"
#include "server/export/voice.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sawt::exporting {

struct void_note {
    std::string option;  // "" for the round
    std::string text;
};

// The round first, then options in ballot-paper order. What people wrote stands between directional isolates.
std::vector<void_note> void_notes(const voice& in, const decision& of);

// The same as one text, for a cell; "" where all of it stands.
std::string void_text(const voice& in, const decision& of);

// An option's name where nothing can be struck through: "Export fair (void)".
std::string marked(const voice& in, const decision& of, std::string_view option, const std::string& label);

}  // namespace sawt::exporting
