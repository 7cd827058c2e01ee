// Names that people wrote, made fit to stand within a sentence.
#pragma once

#include <string>
#include <string_view>

namespace sawt {

// On one line, without controls of direction (which would break out of the isolate), and at most this many characters, as readers count
// them: what is longer ends in "…", between two words where there is room to choose.
inline constexpr std::size_t name_characters_max = 60;
std::string short_name(std::string_view written);

// In a first-strong isolate, so that a name of another script keeps its own direction and lends it to nobody.
std::string isolated(std::string_view text);

}  // namespace sawt
