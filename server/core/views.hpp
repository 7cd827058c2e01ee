// Who may see what of a workshop: its parts as JSON for one role. Voters and the stage see the items that were shown, and results once
// they are revealed; facilitator and organiser see all. Pure.
#pragma once

#include "server/core/message.hpp"
#include "server/core/shown_result.hpp"

#include <sawt/workshop.hpp>

#include <nlohmann/json_fwd.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sawt::core {

bool sees_all(role who);
bool sees_item(role who, const item_state& it);
bool sees_results(role who, const item_state& it, const vote_round& round);

nlohmann::json workshop_view(const workshop& of, role who);
nlohmann::json item_view(const item_state& it);
nlohmann::json stage_view_of(const workshop& of, role who);

// An object's text with more members, each of them JSON text already; those that are empty are left out.
std::string with_members(const nlohmann::json& object, std::initializer_list<std::pair<const char*, std::string_view>> more);

// The ids of the items this role sees, in agenda order.
nlohmann::json order_view(const workshop& of, role who);

// The newest state of one round, as a `tally` message. A frozen stage holds back what came since from stage and voters.
std::string tally_view(const workshop& of, const item_state& it, const vote_round& round, role who, const result_finder& results);

// The rounds a newcomer of this role needs: the current ones for voters and stage (and the one re-shown on the stage, and of a Delphi vote the one before), all for the others.
std::vector<std::pair<const item_state*, const vote_round*>> tallies_for(const workshop& of, role who);

// The answer of GET …/results.
std::string results_view(const workshop& of, bool with_key, const result_finder& results);

}  // namespace sawt::core
