#include "tests/counting/case_files.hpp"

#include "tests/catch.hpp"

#include <sawt/canonical.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace sawt::test {

std::vector<std::filesystem::path> cases_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

nlohmann::json read_case(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const json_limits of_a_file{.bytes_max = 64U << 20};
    INFO(parse_problem(text, of_a_file));
    const auto value = parse_json(text, of_a_file);
    REQUIRE(value);
    return *value;
}

}  // namespace sawt::test
