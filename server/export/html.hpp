// Text made fit for HTML. What people wrote goes through here and nowhere else. Pure.
#pragma once

#include <string>
#include <string_view>

namespace sawt::exporting {

// Fit for content and for attributes in double quotes; control characters that HTML does not know are left out.
std::string escaped(std::string_view text);

// In an element of its own direction, so that a name of another script lends its direction to nobody.
std::string bdi(std::string_view text);

}  // namespace sawt::exporting
