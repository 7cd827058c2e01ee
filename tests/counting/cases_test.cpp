// Counts every case of a folder and compares with what the case expects. Cases of methods that are not built in are passed over.
#include "tests/catch.hpp"
#include "tests/counting/case_files.hpp"
#include "tests/counting/result_comparison.hpp"

#include <sawt/ballot_box.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sstream>

namespace {

using nlohmann::json;
using namespace sawt;
using test::cases_in;
using test::read_case;

// What `sawt count` may be given: the case without all that is not needed to count it.
json bare(const json& file) {
    json needed;
    for (const char* key : {"format", "method", "ballot", "options", "params", "ballots", "rounds"})
        if (file.contains(key)) needed[key] = file[key];
    return needed;
}

json counted(const json& file) {
    const auto result = count_case(file);
    const auto* wrong = std::get_if<rule_problem>(&result);
    INFO((wrong ? wrong->path + ": " + wrong->problem : ""));
    REQUIRE_FALSE(wrong);
    return std::get<json>(result);
}

// What the program prints for the files, one result a line. `files` are quoted for the shell.
std::vector<std::string> printed(const std::string& program, const std::string& files) {
    std::FILE* const out = popen(("'" + program + "' count" + files).c_str(), "r");
    REQUIRE(out != nullptr);
    std::string text;
    std::array<char, 65536> some{};
    while (const auto got = std::fread(some.data(), 1, some.size(), out)) text.append(some.data(), got);
    REQUIRE(pclose(out) == 0);
    std::vector<std::string> lines;
    std::istringstream all(text);
    for (std::string line; std::getline(all, line);) lines.push_back(line);
    return lines;
}

// The order of ballots never matters where no ballot replaces another, nor does splitting an entry in two.
json reordered_and_split(const json& file) {
    json other = file;
    auto& ballots = other["ballots"];
    if (std::any_of(ballots.begin(), ballots.end(), [](const json& ballot) { return ballot.contains("voter"); })) return other;
    std::reverse(ballots.begin(), ballots.end());
    if (ballots.empty()) return other;
    json& first = ballots.front();
    const std::uint64_t n = first.value("n", std::uint64_t{1});
    first["n"] = n / 2;
    json rest = first;
    rest["n"] = n - n / 2;
    ballots.push_back(rest);
    return other;
}

// A result without the places of invalid ballots, which move with the ballots.
json anywhere(json result) {
    for (json& of_reason : result["invalid"]) of_reason.erase("at");
    return result;
}

std::size_t count_folder(const std::filesystem::path& folder) {
    const auto methods = counting_methods();
    std::size_t cases = 0, passed_over = 0;
    for (const auto& path : cases_in(folder)) {
        INFO(path.filename().string());
        const json file = read_case(path);
        if (std::find(methods.begin(), methods.end(), file.value("method", "")) == methods.end()) {
            ++passed_over;
            continue;
        }
        REQUIRE(file.contains("expected"));
        const json result = counted(file);
        CHECK(test::difference(file["expected"], result) == "");
        CHECK(counted(bare(file)) == result);
        CHECK(anywhere(counted(reordered_and_split(file))) == anywhere(result));
        ++cases;
    }
    CHECK(passed_over == 0);
    std::cout << folder.filename().string() << ": " << cases << " cases counted, " << passed_over << " of other methods passed over\n";
    return cases;
}

}  // namespace

TEST_CASE("the cases of all methods, published and worked by hand, come out") { CHECK(count_folder(SAWT_CASES) >= 221); }

TEST_CASE("the program prints for each case what the case expects") {
    const char* const program = std::getenv("SAWT_PROGRAM");
    if (program == nullptr) return;  // a build of the record alone has no program
    std::string files;
    for (const auto& path : cases_in(SAWT_CASES)) files += " '" + path.string() + "'";
    const auto lines = printed(program, files);
    std::size_t next = 0;
    REQUIRE(lines.size() == cases_in(SAWT_CASES).size());
    for (const auto& path : cases_in(SAWT_CASES)) {
        INFO(path.filename().string());
        CHECK(test::difference(read_case(path)["expected"], json::parse(lines[next++])) == "");
    }
}

TEST_CASE("cases that others provide come out") {
    if (const char* folder = std::getenv("SAWT_COUNTING_CASES")) CHECK(count_folder(folder) > 0);
}
