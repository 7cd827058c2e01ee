// The files of whole elections with known results.
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <vector>

namespace sawt::test {

std::vector<std::filesystem::path> cases_in(const std::filesystem::path& folder);  // in the order of their names

nlohmann::json read_case(const std::filesystem::path& path);  // fails the test where it is not JSON

}  // namespace sawt::test
