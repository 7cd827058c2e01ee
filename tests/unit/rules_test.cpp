#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include <algorithm>

using namespace sawt;
using namespace sawt::test;

TEST_CASE("methods are known by name, in alphabetical order") {
    const auto methods = counting_methods();
    CHECK(std::is_sorted(methods.begin(), methods.end()));
    for (const std::string_view name : {"plurality", "approval", "dots"}) CHECK(std::find(methods.begin(), methods.end(), name) != methods.end());
    CHECK(problem(make("plurality", "{}")) == "");
    CHECK(problem(make("Plurality", "{}")).starts_with("method: must be one of: agreement, allocation, approval, "));
}

TEST_CASE("a wrong parameter is named with its path and what would be right") {
    const auto said = [](std::string_view method, const std::string& params) { return problem(make(method, params)); };
    CHECK(said("plurality", "[]") == "params: must be an object {…}");
    CHECK(said("plurality", R"({"seats":0})") == "params.seats: must be a whole number from 1 to 2147483647");
    CHECK(said("plurality", R"({"seats":"2"})").starts_with("params.seats: "));
    CHECK(said("plurality", R"({"seats":-1})").starts_with("params.seats: "));
    CHECK(said("plurality", R"({"seats":1.5})").starts_with("params.seats: "));
    CHECK(said("plurality", R"({"tie_break":"backward"})") == R"(params.tie_break: must be "none" or "order")");
    CHECK(said("plurality", R"({"tie_break":true})").starts_with("params.tie_break: "));
    CHECK(said("plurality", R"({"majority":0.5})") == R"(params.majority: must be a share from 0 to 1, written as a text such as "1/2" or "0.5")");
    CHECK(said("plurality", R"({"majority":"3/2"})").starts_with("params.majority: "));
    CHECK(said("plurality", R"({"majority":"-1/2"})").starts_with("params.majority: "));
    CHECK(said("approval", R"({"min":4})") == "params.min: must be a whole number from 0 to 3");
    CHECK(said("approval", R"({"min":2,"max":1})") == "params.min: must be a whole number from 0 to 1");
    CHECK(said("approval", R"({"max":0})").starts_with("params.max: "));
    CHECK(said("approval", R"({"confidence":95})") == "params.confidence: must be true or false");
    CHECK(said("dots", "{}") == "params.dots: is missing: how many dots each voter has, a whole number from 1");
    CHECK(said("dots", R"({"dots":0})").starts_with("params.dots: "));
    CHECK(said("dots", R"({"dots":1000000001})").starts_with("params.dots: "));
    CHECK(said("dots", R"({"dots":5,"cap":0})").starts_with("params.cap: "));
    CHECK(said("dots", R"({"dots":5,"use_all":1})").starts_with("params.use_all: "));
    CHECK(said("dots", R"({"dots":10,"cap":3,"use_all":true})") == "params.cap: is too small: with use_all, 3 options must have room for 10 dots");
    CHECK(said("dots", R"({"dots":9,"cap":3,"use_all":true})") == "");
}

TEST_CASE("parameters of other methods are passed over, and null is absent") {
    CHECK(problem(make("plurality", R"({"dots":"many","cap":-1,"variant":"scottish"})")) == "");
    CHECK(problem(make("dots", R"({"dots":3,"cap":null,"seats":null})")) == "");
    CHECK(problem(make_rule({"approval", nullptr, a_b_c})) == "");
    const nlohmann::json null;
    CHECK(problem(make_rule({"approval", &null, a_b_c})) == "");
}

TEST_CASE("an option cannot be on the ballot paper twice") {
    CHECK(problem(make("plurality", "{}", {"A", "B", "A"})) == R"(options: must all be different; "A" comes twice)");
}

TEST_CASE("a rule keeps nothing of what it was made from") {
    std::shared_ptr<const counting_rule> by;
    {
        const std::string method = "dots";
        const auto params = nlohmann::json::parse(R"({"dots":2})");
        const std::vector<std::string> options{"an option with a long name", "another one with a long name"};
        by = std::get<0>(make_rule({method, &params, options}));
    }
    CHECK(read(*by, R"({"points":{"another one with a long name":2}})").says.options == std::vector<mark>{{.option = 1, .value = 2}});
}

TEST_CASE("weights of groups and the electorate are read with the same care") {
    const auto weighting = [](const std::string& text) {
        const auto params = nlohmann::json::parse(text);
        return read_weighting(&params);
    };
    const auto electorate_said = [](const std::string& text) {
        const auto params = nlohmann::json::parse(text);
        const auto made = read_electorate(&params);
        const auto* wrong = std::get_if<rule_problem>(&made);
        return wrong ? wrong->path + ": " + wrong->problem : "";
    };
    const auto weights = std::get<group_weighting>(weighting(R"({"group_mode":"share","group_weights":{"tanneries":"3/2","importers":2,"showrooms":"0.1"}})"));
    CHECK(weights.how == group_weighting::mode::share);
    CHECK(weights.weights.at("tanneries") == exact("3/2"));
    CHECK(weights.weights.at("importers") == 2);
    CHECK(weights.weights.at("showrooms") == exact("1/10"));
    CHECK(std::get<group_weighting>(read_weighting(nullptr)).weights.empty());

    CHECK(std::get<rule_problem>(weighting(R"({"group_weights":{"tanneries":-1}})")).path == "params.group_weights.tanneries");
    CHECK(std::get<rule_problem>(weighting(R"({"group_weights":{"tanneries":1.5}})")).path == "params.group_weights.tanneries");
    CHECK(std::get<rule_problem>(weighting(R"({"group_weights":{"":1}})")).path == "params.group_weights");
    CHECK(std::get<rule_problem>(weighting(R"({"group_weights":["tanneries"]})")).path == "params.group_weights");
    CHECK(std::get<rule_problem>(weighting(R"({"group_mode":"equal"})")).path == "params.group_mode");

    CHECK(electorate_said(R"({"eligible":20,"quorum":"1/2"})") == "");
    CHECK(electorate_said(R"({"eligible":0})").starts_with("params.eligible: "));
    CHECK(electorate_said(R"({"eligible":20,"quorum":0.5})").starts_with("params.quorum: "));
    CHECK(electorate_said(R"({"eligible":20,"quorum":2})").starts_with("params.quorum: "));
    CHECK(electorate_said(R"({"quorum":"1/2"})").starts_with("params.quorum: needs params.eligible"));
}
