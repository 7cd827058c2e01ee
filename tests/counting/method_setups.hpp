// The parameter sets under which every method is tried and measured. A method that is not listed has none, and the tests say so: whoever
// adds a method adds its line here.
#pragma once

#include <nlohmann/json.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sawt::test {

struct method_setup {
    nlohmann::json params;
    std::string variant;  // its name in the benchmark, "" for the only one; "-" when it is not measured
};

// For these options. The first is the plainest.
std::vector<method_setup> setups_of(std::string_view method, std::span<const std::string> options);

}  // namespace sawt::test
