#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

namespace {

const std::string for_a = R"({"choice":"A"})";
const std::string for_b = R"({"choice":"B"})";
const std::string blank = "{}";
const std::string spoilt = R"({"choice":"Z"})";

group_weighting weighting(group_weighting::mode how, std::map<std::string, rational, std::less<>> weights) { return {how, std::move(weights)}; }

json counted(const json& file) {
    const auto result = count_case(file);
    if (const auto* wrong = std::get_if<rule_problem>(&result)) return wrong->path + ": " + wrong->problem;
    return std::get<json>(result);
}

json small_case() {
    return json::parse(R"({"format":"sawt-count-case/1","method":"plurality","ballot":"choice","options":["A","B"],"params":{},"ballots":[{"choice":"A"}]})");
}

}  // namespace

TEST_CASE("blank and invalid ballots are cast, but only valid marks are counted") {
    const auto box = box_with(rule("plurality"), {for_a, for_a, blank, spoilt});
    const auto cast = box.cast();
    CHECK(cast.ballots == 4);
    CHECK(cast.empty == 1);
    CHECK(cast.invalid == 1);
    CHECK(cast.counted() == 2);
    CHECK(cast.weight == 2);
    CHECK(cast.superseded == 0);
}

TEST_CASE("as a multiplier, the weight of a group multiplies each of its ballots") {
    const auto by = rule("plurality");
    ballot_box box(by, weighting(group_weighting::mode::multiplier, {{"tanneries", exact("3/2")}, {"guests", 0}}), {});
    CHECK(box.add(read(*by, for_a), "tanneries", 2) == standing::counted);
    CHECK(box.add(read(*by, for_b), "importers") == standing::counted);  // weighs 1: it has no weight of its own
    CHECK(box.add(read(*by, for_b), "") == standing::counted);
    CHECK(box.add(read(*by, for_b), "guests", 7) == standing::counted);
    CHECK(scores(box.count()) == texts{"3", "2", "0"});
    CHECK(box.cast().weight == 5);
    CHECK(box.cast().counted() == 11);
}

TEST_CASE("as a share, a group weighs the same whatever its turnout") {
    const auto by = rule("plurality");
    ballot_box box(by, weighting(group_weighting::mode::share, {{"tanneries", 50}, {"importers", 50}, {"absent", 100}}), {});
    box.add(read(*by, for_a), "tanneries", 3);
    box.add(read(*by, for_b), "importers", 300);
    CHECK(scores(box.count()) == texts{"50", "50", "0"});
    CHECK(box.count().base == 100);  // the share of the absent goes to nobody
    CHECK(box.count().tied);
    box.add(read(*by, for_b), "tanneries", 6);
    CHECK(scores(box.count()) == texts{"50/3", "250/3", "0"});
}

TEST_CASE("as a share, any ballot of a group without a weight is invalid") {
    const auto by = rule("plurality");
    ballot_box box(by, weighting(group_weighting::mode::share, {{"tanneries", 1}}), {});
    CHECK(box.add(read(*by, for_a), "importers") == standing::invalid);
    CHECK(box.add(read(*by, blank), "importers") == standing::invalid);
    CHECK(box.add(read(*by, for_a), "") == standing::invalid);
    CHECK(box.cast().invalid == 3);
    CHECK(box.count().winners.empty());
    box.take_back(read(*by, blank), "importers", 1, 1, false);
    CHECK(box.cast().invalid == 2);
}

TEST_CASE("a weight of zero counts without effect, in shares too") {
    const auto by = rule("plurality");
    ballot_box box(by, weighting(group_weighting::mode::share, {{"tanneries", 1}}), {});
    box.add(read(*by, for_a), "tanneries", 2, 0);
    CHECK(box.cast().counted() == 2);
    CHECK(box.cast().weight == 0);
    const auto result = box.count();
    CHECK(scores(result) == texts{"0", "0", "0"});
    CHECK(result.winners == positions{0, 1, 2});  // a ballot was counted, and all options are equal
    CHECK(result.tied);
}

TEST_CASE("a negative weight makes a ballot invalid") {
    const auto by = rule("plurality");
    ballot_box box(by, {}, {});
    CHECK(box.add(read(*by, for_a), "", 1, -1) == standing::invalid);
    CHECK(box.add(read(*by, blank), "", 1, exact("-1/2")) == standing::invalid);
    CHECK(box.cast().invalid == 2);
}

TEST_CASE("a ballot that was replaced is counted only as superseded") {
    const auto by = rule("plurality");
    ballot_box box(by, {}, {});
    box.add(read(*by, for_a), "tanneries");
    box.take_back(read(*by, for_a), "tanneries", 1, 1, true);
    box.add(read(*by, for_b), "tanneries");
    CHECK(box.cast().ballots == 1);
    CHECK(box.cast().superseded == 1);
    CHECK(scores(box.count()) == texts{"0", "1", "0"});
}

TEST_CASE("sums stay exact beyond every machine word, and come back to nothing") {
    const auto by = rule("plurality");
    ballot_box box(by, {}, {});
    constexpr std::uint64_t many = 18'000'000'000'000'000'000U;
    const rational heavy = exact("123456789012345678901234567890/7");
    box.add(read(*by, for_a), "", many, heavy);
    for (int i = 0; i < 5000; ++i) box.add(read(*by, for_b), "", 1'000'000'000);
    CHECK(scores(box.count()) == texts{to_text(heavy * many), "5000000000000", "0"});
    box.take_back(read(*by, for_a), "", many, heavy, false);
    for (int i = 0; i < 5000; ++i) box.take_back(read(*by, for_b), "", 1'000'000'000, 1, false);
    CHECK(scores(box.count()) == texts{"0", "0", "0"});
    CHECK(box.cast().weight == 0);
    CHECK(box.cast().ballots == 0);
    CHECK(box.count().winners.empty());
}

TEST_CASE("a machine word that is nearly full is emptied before it overflows") {
    const auto by = rule("dots", R"({"dots":1000000000})");
    ballot_box box(by, {}, {});
    const auto ballot = read(*by, R"({"points":{"A":1000000000}})");
    for (int i = 0; i < 40; ++i) box.add(ballot, "", 1'000'000'000);
    CHECK(scores(box.count()) == texts{"40000000000000000000", "0", "0"});  // more than 2^65
}

TEST_CASE("a result tells its turnout, and a quorum reached exactly is met") {
    const auto by = rule("plurality");
    ballot_box box(by, {}, {20, exact("1/2")});
    box.add(read(*by, for_a), "", 4);
    box.add(read(*by, blank), "", 4);
    box.add(read(*by, spoilt), "");
    const auto told = [&] { return to_json(box.count(), box.cast(), box.entitled(), a_b_c)["turnout"]; };
    CHECK(told() == json::parse(R"({"ballots":9,"empty":4,"invalid":1,"counted":4,"weight":4,"turnout":"9/20","quorum_met":false})"));
    box.add(read(*by, spoilt), "");
    CHECK(told()["turnout"] == "1/2");
    CHECK(told()["quorum_met"] == true);
}

TEST_CASE("a result as JSON has ids, exact numbers, and single options outside lists") {
    const auto by = rule("plurality", R"({"majority":"0"})");
    ballot_box box(by, {}, {});
    box.add(read(*by, for_a), "", 1, exact("1/3"));
    box.add(read(*by, for_b), "", 1, exact("1/3"));
    CHECK(to_json(box.count(), box.cast(), {}, a_b_c) == json::parse(R"({
        "scores":{"A":"1/3","B":"1/3","C":0},"base":{"of":"voters","value":"2/3"},"winners":["A","B"],"ranking":[["A","B"],"C"],
        "tie":{"options":["A","B"],"seats":1},"turnout":{"ballots":2,"empty":0,"invalid":0,"counted":2,"weight":"2/3"},"passed":["A","B"]})"));
}

TEST_CASE("a whole number beyond what browsers hold exactly is told as its digits") {
    const auto by = rule("plurality");
    ballot_box box(by, {}, {});
    box.add(read(*by, for_a), "", 1, exact("9007199254740991"));
    box.add(read(*by, for_b), "", 1, exact("9007199254740992"));
    const auto told = to_json(box.count(), box.cast(), {}, a_b_c)["scores"];
    CHECK(told["A"] == 9007199254740991);
    CHECK(told["B"] == "9007199254740992");
}

TEST_CASE("a case needs only its format, method, options and ballots") {
    json file = small_case();
    file.erase("params");
    file.erase("ballot");
    CHECK(counted(file)["winners"] == json{"A"});
}

TEST_CASE("of one voter's ballots in a case the last counts, whatever it is") {
    json file = small_case();
    file["ballots"] = json::parse(R"([{"voter":"v","choice":"A","n":3,"group":"g"},{"voter":"w","choice":"B"},{"voter":"v","choice":"Z","weight":"2"}])");
    const auto result = counted(file);
    CHECK(result["turnout"] == json::parse(R"({"ballots":2,"empty":0,"invalid":1,"counted":1,"superseded":3,"weight":1})"));
    CHECK(result["scores"] == json::parse(R"({"A":0,"B":1})"));
}

TEST_CASE("a wrong case is refused with the path of what is wrong") {
    const auto said = [](const std::string& pointer, const json& value) {
        json file = small_case();
        file[json::json_pointer(pointer)] = value;
        const auto result = counted(file);
        return result.is_string() ? result.get<std::string>() : "counted";
    };
    CHECK(said("/format", "sawt-count-case/2") == "format: must be \"sawt-count-case/1\"");
    CHECK(said("/method", "lottery").starts_with("method: must be one of"));
    CHECK(said("/method", 1).starts_with("method: "));
    CHECK(said("/options", "A").starts_with("options: "));
    CHECK(said("/options/1", 2).starts_with("options[1]: "));
    CHECK(said("/options/1", "A").starts_with("options: "));
    CHECK(said("/params/seats", 0).starts_with("params.seats: "));
    CHECK(said("/params/group_weights", 0).starts_with("params.group_weights: "));
    CHECK(said("/params/eligible", "20").starts_with("params.eligible: "));
    CHECK(said("/ballots", json::object()).starts_with("ballots: "));
    CHECK(said("/ballots/0", "A").starts_with("ballots[0]: "));
    CHECK(said("/ballots/0/n", -1).starts_with("ballots[0].n: "));
    CHECK(said("/ballots/0/n", 1.5).starts_with("ballots[0].n: "));
    CHECK(said("/ballots/0/weight", 0.5).starts_with("ballots[0].weight: "));
    CHECK(said("/ballots/0/weight", "one").starts_with("ballots[0].weight: "));
    CHECK(said("/ballots/0/group", 1).starts_with("ballots[0].group: "));
    CHECK(said("/ballots/0/voter", 1).starts_with("ballots[0].voter: "));
    CHECK(said("/ballots/0/n", 0) == "counted");
    CHECK(counted(json::array()).get<std::string>().starts_with("(the file): "));
    json without = small_case();
    without.erase("ballots");
    CHECK(counted(without) == "ballots: is missing");
    json full = small_case();
    full["ballots"] = json::parse(R"([{"n":18446744073709551615,"choice":"A"},{"choice":"A"}])");
    CHECK(counted(full).get<std::string>().starts_with("ballots[1].n: "));
}
