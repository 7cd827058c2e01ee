#include "server/cli/commands.hpp"

#include <sawt/ballot_box.hpp>
#include <sawt/canonical.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>

namespace sawt::cli {

namespace {

// Case files of whole elections are larger than anything that comes over the wire.
constexpr json_limits case_limits{.bytes_max = 256 * 1024 * 1024, .depth_max = 16};

// Prints the result, or says what is wrong with the file.
int count_one(const std::string& case_file, int indent) {
    const auto text = read_file(case_file);
    if (!text) return fail(2, case_file + " cannot be read; give the path of a case file");
    const auto file = parse_json(*text, case_limits);
    if (!file) return fail(2, case_file + " is not a case file: " + parse_problem(*text, case_limits));
    const auto counted = count_case(*file);
    if (const auto* why = std::get_if<rule_problem>(&counted)) return fail(2, case_file + ": " + why->path + " " + why->problem);
    std::cout << std::get<nlohmann::json>(counted).dump(indent) << '\n';
    return 0;
}

}  // namespace

int count(const std::vector<std::string>& case_files) {
    const int indent = case_files.size() == 1 ? 2 : -1;  // of several, each result has a line
    int status = 0;
    for (const auto& one : case_files) status = std::max(status, count_one(one, indent));
    return std::cout.flush() ? status : fail(1, "the result cannot be written");
}

}  // namespace sawt::cli
