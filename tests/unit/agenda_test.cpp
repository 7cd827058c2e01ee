#include "tests/catch.hpp"

#include <sawt/agenda.hpp>

#include <nlohmann/json.hpp>

#include <functional>

using namespace sawt;
using nlohmann::json;

namespace {

json sound() {
    return json::parse(R"({"sawt":1,"title":{"ar":"ورشة","en":"Workshop"},"languages":["ar","en"],
        "groups":[{"id":"tanneries","name":"المدابغ","weight":"3/2"},{"id":"designers","name":"المصممون"}],
        "settings":{"digits":"arab","group_limit":3},
        "items":[{"id":"hello","kind":"slide","title":"أهلا"},
          {"id":"swot","kind":"swot","title":"تحليل","lines":{"strengths":[{"id":"s1","text":"خبرة"}],"threats":[{"id":"t1","text":"منافسة"}]}},
          {"id":"priorities","kind":"vote","title":"أولويات","options":[{"id":"a","text":"أ","answers":["s1"]},{"id":"b","text":"ب"}],
           "method":"dots","params":{"dots":5,"cap":3},"results":"live","seconds":60,"then":"close","shuffle":true}]})");
}

// The problem of the sound agenda after one change.
agenda_problem problem_after(const std::function<void(json&)>& change) {
    json file = sound();
    change(file);
    const auto read = read_agenda(file);
    REQUIRE(std::holds_alternative<agenda_problem>(read));
    CHECK_FALSE(std::get<agenda_problem>(read).problem.empty());
    return std::get<agenda_problem>(read);
}

}  // namespace

TEST_CASE("an agenda is read whole") {
    const auto read = read_agenda(sound());
    REQUIRE(std::holds_alternative<agenda>(read));
    const agenda& plan = std::get<agenda>(read);
    CHECK(plan.title.in("en") == "Workshop");
    CHECK(plan.rules.digits == "arab");
    CHECK(plan.rules.group_limit == 3);
    CHECK(plan.groups.at(0).weight == rational(3) / 2);
    CHECK(plan.has_group("designers"));
    CHECK_FALSE(plan.has_group("ministry"));
    REQUIRE(plan.items.size() == 3);
    const item& vote = plan.items[2];
    CHECK(vote.rule != nullptr);
    CHECK(vote.live_results);
    CHECK(vote.shuffle);
    CHECK(vote.seconds == 60u);
    CHECK(vote.close_at_zero);
    CHECK(vote.options[0].answers == std::vector<std::string>{"s1"});
    CHECK(vote.weighting.weights.at("tanneries") == rational(3) / 2);
    CHECK(plan.items[1].lines.threats.at(0).id == "t1");
}

TEST_CASE("a wrong agenda is refused with the path of the wrong member") {
    CHECK(problem_after([](json& f) { f["items"][2]["params"]["dots"] = "five"; }).path == "items[2].params.dots");
    CHECK(problem_after([](json& f) { f["items"][2]["params"]["dotz"] = 5; }).path == "items[2].params.dotz");
    CHECK(problem_after([](json& f) { f["items"][2]["method"] = "guessing"; }).path == "items[2].method");
    CHECK(problem_after([](json& f) { f["items"][2]["optoins"] = 1; }).path == "items[2].optoins");
    CHECK(problem_after([](json& f) { f["items"][2].erase("options"); }).path == "items[2].options");
    CHECK(problem_after([](json& f) { f["items"][2]["options"][1]["id"] = "a"; }).path == "items[2].options[1].id");
    CHECK(problem_after([](json& f) { f["items"][1]["id"] = "hello"; }).path == "items[1].id");
    CHECK(problem_after([](json& f) { f["items"][0]["title"] = "  "; }).path == "items[0].title");
    CHECK(problem_after([](json& f) { f["items"][0]["kind"] = "dance"; }).path == "items[0].kind");
    CHECK(problem_after([](json& f) { f["groups"][0]["weight"] = "heavy"; }).path == "groups[0].weight");
    CHECK(problem_after([](json& f) { f["groups"][0]["weight"] = -1; }).path == "groups[0].weight");
    CHECK(problem_after([](json& f) { f["groups"][0]["id"] = "others"; }).path == "groups[0].id");
    CHECK(problem_after([](json& f) { f["languages"] = json::array({"de"}); }).path == "languages[0]");
    CHECK(problem_after([](json& f) { f["sawt"] = 2; }).path == "sawt");
    CHECK(problem_after([](json& f) { f.erase("title"); }).path == "title");
    CHECK(problem_after([](json& f) { f["settings"]["group_limit"] = 0; }).path == "settings.group_limit");
    CHECK(problem_after([](json& f) { f["items"] = "none"; }).path == "items");
}

TEST_CASE("who votes with words chooses from no options") {
    const auto item_with = [](const char* options) {
        const std::string text = std::string(R"({"id":"w","kind":"vote","title":"T","method":"words","params":{"max_words":2})") + options + "}";
        return read_item(json::parse(text), {});
    };
    REQUIRE(std::holds_alternative<item>(item_with("")));
    CHECK(std::get<item>(item_with("")).options.empty());
    CHECK(std::holds_alternative<item>(item_with(R"(,"options":[])")));
    const auto wrong = item_with(R"(,"options":[{"id":"a","text":"A"}])");
    REQUIRE(std::holds_alternative<agenda_problem>(wrong));
    CHECK(std::get<agenda_problem>(wrong).path == "options");
}

TEST_CASE("a method that fills one place, or as many as the money pays, does not pretend to take seats") {
    const auto wrong_path = [](const std::string& method, const std::string& params) {
        const std::string text = R"({"id":"v","kind":"vote","title":"T","options":[{"id":"a","text":"A"},{"id":"b","text":"B"}],"method":")" + method + R"(","params":)" + params + "}";
        const auto read = read_item(json::parse(text), {});
        const auto* problem = std::get_if<agenda_problem>(&read);
        return problem ? problem->path : "";
    };
    for (const std::string method : {"irv", "condorcet"}) {
        CHECK(wrong_path(method, "{}") == "");
        CHECK(wrong_path(method, R"({"seats":2})") == "params.seats");
    }
    for (const std::string method : {"pb_greedy", "pb_mes"}) {
        CHECK(wrong_path(method, R"({"budget":5,"costs":{"a":1,"b":2}})") == "");
        CHECK(wrong_path(method, R"({"budget":5,"costs":{"a":1,"b":2},"seats":2})") == "params.seats");
    }
    CHECK(wrong_path("condorcet", R"({"tie_break":"order"})") == "params.tie_break");
    CHECK(wrong_path("irv", R"({"tie_break":"none"})") == "");
    CHECK(wrong_path("stv", R"({"seats":2})") == "");
}

TEST_CASE("grades and axes are named like all else on the pages, and no member of an axis is passed over") {
    const auto wrong_path = [](const std::string& method_and_params) {
        const std::string text = R"({"id":"v","kind":"vote","title":"T","options":[{"id":"a","text":"A"}],)" + method_and_params + "}";
        const auto read = read_item(json::parse(text), {});
        const auto* problem = std::get_if<agenda_problem>(&read);
        return problem ? problem->path : "";
    };
    const auto grades = [&](const std::string& list) { return wrong_path(R"("method":"majority_judgment","params":{"grades":)" + list + "}"); };
    CHECK(grades(R"(["poor",{"ar":"جيد","fr":"bien"}])") == "");
    CHECK(grades(R"(["poor"," "])") == "params.grades[1]");
    CHECK(grades(R"([{"not a language":"poor"},"good"])") == "params.grades[0].not a language");
    const auto axis = [&](const std::string& members) { return wrong_path(R"("method":"priority_matrix","params":{"axes":[{"id":"impact","min":1,"max":5)" + members + "}]}"); };
    CHECK(axis("") == "");
    CHECK(axis(R"(,"name":{"ar":"الأثر"},"low":"small","high":"large","weight":"-1/2","threshold":"7/2")") == "");
    CHECK(axis(R"(,"treshold":"7/2")") == "params.axes[0].treshold");
    CHECK(axis(R"(,"low":3)") == "params.axes[0].low");
    CHECK(axis(R"(,"weight":0.5)") == "params.axes[0].weight");
}

TEST_CASE("an agenda that is too large is refused with what is too much") {
    CHECK(problem_after([](json& f) {
              for (std::size_t i = 0; i <= options_max; ++i) f["items"][2]["options"].push_back({{"id", "o" + std::to_string(i)}, {"text", "x"}});
          }).path == "items[2].options");
    CHECK(problem_after([](json& f) { f["title"] = std::string(text_bytes_max + 1, 'x'); }).path == "title");
}

TEST_CASE("anything that is not an agenda is refused without a crash") {
    for (const char* text : {"null", "1", "[]", "{}", R"({"sawt":1})", R"({"sawt":1,"title":1,"languages":[],"items":[]})"}) CHECK(std::holds_alternative<agenda_problem>(read_agenda(json::parse(text))));
    CHECK(std::holds_alternative<agenda_problem>(read_item(json::parse("[]"), {})));
}
