// Compares a result with the one a counting case expects, as the case format has it: exact numbers exactly, floats within 1e-9,
// winners and tiers as sets unless the case says that the order counts. Only the keys that are expected are compared.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace sawt::test {

// The first difference, with its path; "" when there is none.
std::string difference(const nlohmann::json& expected, const nlohmann::json& result);

}  // namespace sawt::test
