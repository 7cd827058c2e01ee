// What a person reads first who opens the hand-over years later: what each file is, and how to check them, in each of the workshop's languages. Pure.
#pragma once

#include "server/export/chronicle.hpp"
#include "server/export/voice.hpp"

#include <string>

namespace sawt::exporting {

// Plain text. `proven`: the archive has a checkpoint and the key that it was signed with.
std::string read_me(const chronicle& of, const time_zone& zone, bool proven);

}  // namespace sawt::exporting
