// The one table of texts for people in which the server answers: refusals, byes and HTTP errors, in Arabic, English and French.
#pragma once

#include "server/core/message.hpp"

#include <sawt/refusal.hpp>

#include <string>
#include <string_view>

namespace sawt::core {

// What to tell a person, and what they can do; with the English detail where only a facilitator or a developer meets it.
std::string text_for(const refusal& why, language in);

// The same for the reasons of `bye` and of HTTP errors ("unknown-workshop", "wrong-key", …). An unknown reason gives the reason itself.
std::string text_for_reason(std::string_view reason, language in);

// True when the same message may succeed a moment later, so the client keeps it and sends it again.
bool may_pass(reason why);

}  // namespace sawt::core
