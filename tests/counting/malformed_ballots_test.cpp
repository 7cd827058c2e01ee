// Every way to spoil a ballot of each method, with the reason that it is refused for: malformed_ballots.json, which the room's tests read too.
#include "tests/catch.hpp"
#include "tests/counting/case_files.hpp"

#include <sawt/ballot_box.hpp>

#include <set>

namespace {

using nlohmann::json;
using namespace sawt;

json case_of(const json& spoilt) {
    return {{"format", "sawt-count-case/1"}, {"method", spoilt["method"]}, {"options", spoilt["options"]}, {"params", spoilt["params"]}, {"ballots", json::array()}};
}

json counted_or_refused(const json& file, std::string& path) {
    auto result = count_case(file);
    if (const auto* wrong = std::get_if<rule_problem>(&result)) {
        path = wrong->path;
        return {};
    }
    return std::get<json>(std::move(result));
}

}  // namespace

TEST_CASE("a malformed ballot of any kind is not counted, and the result says why and where it stands") {
    std::set<std::string> methods;
    for (const json& spoilt : test::read_case(SAWT_MALFORMED_BALLOTS)) {
        methods.insert(spoilt["method"]);
        std::size_t place = 0;
        json all = case_of(spoilt);
        std::map<std::string, json> expected;
        for (const json& one : spoilt["ballots"]) {
            const std::string reason = one["reason"];
            INFO(spoilt["method"] << " " << one["ballot"].dump().substr(0, 200));
            json file = case_of(spoilt);
            file["ballots"].push_back(one["ballot"]);
            std::string path;
            const json result = counted_or_refused(file, path);
            if (!one["ballot"].is_object()) {  // no ballot at all: the file is wrong, and is told where
                CHECK(path == "ballots[0]");
                continue;
            }
            REQUIRE(path == "");
            CHECK(result["invalid"] == json::array({{{"reason", reason}, {"n", 1}, {"at", {"ballots[0]"}}}}));
            CHECK(result["turnout"]["invalid"] == 1);
            CHECK(result["turnout"]["counted"] == 0);
            CHECK(result["winners"].empty());
            all["ballots"].push_back(one["ballot"]);
            expected[reason].push_back("ballots[" + std::to_string(place++) + "]");
        }
        std::string path;
        const json result = counted_or_refused(all, path);
        REQUIRE(path == "");
        auto told = json::array();
        for (const auto& [reason, at] : expected) {
            auto first = at;
            if (first.size() > 20) first.erase(first.begin() + 20, first.end());
            told.push_back({{"reason", reason}, {"n", at.size()}, {"at", first}});
        }
        CHECK(result["invalid"] == told);
        CHECK(result["turnout"]["invalid"] == place);
    }
    for (const std::string_view method : counting_methods()) CHECK(methods.contains(std::string(method)));
}

TEST_CASE("ballots that weigh nothing valid are told apart from malformed ones, and superseded ones are not told") {
    const auto result = count_case(json::parse(R"({"format":"sawt-count-case/1","method":"plurality","options":["A","B"],
        "params":{"group_mode":"share","group_weights":{"tanneries":1}},"ballots":[
        {"choice":"A","group":"tanneries"},
        {"choice":"A","group":"designers","n":3},
        {"choice":"B","group":"tanneries","weight":-1},
        {"choice":"Z","group":"tanneries","voter":"v"},
        {"choice":"B","group":"tanneries","voter":"v"}]})"));
    const json& told = std::get<json>(result);
    CHECK(told["invalid"] == json::parse(R"([{"reason":"negative-weight","n":1,"at":["ballots[2]"]},{"reason":"no-group-weight","n":3,"at":["ballots[1]"]}])"));
    CHECK(told["turnout"]["invalid"] == 4);
    CHECK(told["turnout"]["counted"] == 2);
}
