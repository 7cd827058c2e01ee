// The sample agendas, one for each method, are read as the server reads them.
#include "tests/catch.hpp"

#include <sawt/agenda.hpp>
#include <sawt/canonical.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using nlohmann::json;
using namespace sawt;

json agenda_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const auto value = parse_json(std::string{std::istreambuf_iterator<char>(file), {}});
    REQUIRE(value);
    return *value;
}

}  // namespace

TEST_CASE("every method has a sample agenda that the server takes without a problem") {
    for (const std::string_view method : counting_methods()) {
        INFO(method);
        const std::filesystem::path path = std::filesystem::path(SAWT_AGENDAS) / (std::string(method) + ".json");
        REQUIRE(std::filesystem::exists(path));
        const auto read = read_agenda(agenda_file(path));
        if (const auto* wrong = std::get_if<agenda_problem>(&read)) FAIL(wrong->path << " " << wrong->problem);
        const agenda& plan = std::get<agenda>(read);
        CHECK(plan.sample);
        CHECK(plan.languages.size() == 3);
        CHECK(std::any_of(plan.items.begin(), plan.items.end(), [&](const item& one) { return one.method == method; }));
        for (const item& one : plan.items)
            for (const char* language : {"ar", "en", "fr"}) CHECK_FALSE(one.title.in(language).empty());
    }
}
