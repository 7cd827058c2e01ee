#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include "src/counting/majority_value.hpp"

#include <random>

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

namespace {

const std::string six_grades = R"("grades":["to reject","poor","acceptable","good","very good","excellent"])";

// The book's way: take the lower median away, again and again.
std::vector<std::int64_t> medians_taken_away(std::vector<std::int64_t> grades) {
    std::sort(grades.begin(), grades.end());
    std::vector<std::int64_t> taken;
    while (!grades.empty()) {
        const auto median = grades.begin() + static_cast<std::ptrdiff_t>((grades.size() + 1) / 2 - 1);
        taken.push_back(*median);
        grades.erase(median);
    }
    return taken;
}

majority_value judged(const std::vector<std::int64_t>& grades, std::int64_t times = 1) {
    std::map<std::int64_t, std::int64_t> counts;
    for (const auto grade : grades) counts[grade] += times;
    weighted_distribution made(1);
    for (const auto& [grade, count] : counts) made.append(grade, count);
    return majority_value(made);
}

}  // namespace

TEST_CASE("run lengths compare as taking grades away one by one does") {
    std::mt19937 chance(3);
    const auto random_grades = [&](std::size_t n) {
        std::vector<std::int64_t> grades(n);
        for (auto& grade : grades) grade = static_cast<std::int64_t>(chance() % 3);
        return grades;
    };
    for (int round = 0; round < 3000; ++round) {
        const std::size_t n = 1 + chance() % 9;
        const auto left = random_grades(n);
        const auto right = random_grades(n);
        INFO(json(left) << " and " << json(right));
        CHECK(judged(left).grade() == medians_taken_away(left).front());
        CHECK((judged(left) <=> judged(right)) == (medians_taken_away(left) <=> medians_taken_away(right)));
        // The same grades of other numbers of voters compare as they do after scaling both to a common number.
        CHECK((judged(left, 6) <=> judged(right, 5)) == (medians_taken_away(left) <=> medians_taken_away(right)));
    }
}

TEST_CASE("options with different numbers of grades are scaled to a common one") {
    CHECK(judged({1, 2}) == judged({1, 1, 2, 2}));
    CHECK(judged({0, 1, 2}) > judged({0, 0, 1, 2}));
    CHECK(judged({1, 1, 2}) > judged({1, 1, 1, 2}));
}

TEST_CASE("a grade is the number of one, and a missing one is the worst") {
    const auto by = rule("majority_judgment", "{" + six_grades + "}");
    CHECK(reason(*by, R"({"scores":{"A":5,"B":0}})") == "counted");
    CHECK(reason(*by, R"({"scores":{"A":6}})") == "out-of-range");
    CHECK(reason(*by, R"({"scores":{"A":-1}})") == "out-of-range");
    CHECK(reason(*by, R"({"scores":{"A":"good"}})") == "not-whole");
    CHECK(reason(*by, R"({"scores":{"Z":1}})") == "unknown-option");
    CHECK(reason(*by, R"({"scores":{}})") == "blank");

    const auto result = box_with(by, {R"({"scores":{"A":5,"B":1}})", R"({"scores":{"A":4,"B":1}})", R"({"scores":{"B":2}})", "{}"}).count();
    CHECK(scores(result) == texts{"4", "1", "0"});
    CHECK(result.ranking == tiers{{0}, {1}, {2}});
    const json more = json::parse(result.more);
    CHECK(more["stats"]["A"] == json::parse(R"({"grade":"very good","distribution":{"0":1,"1":0,"2":0,"3":0,"4":1,"5":1}})"));
    CHECK(more["stats"]["C"]["distribution"]["0"] == 3);
    CHECK(more["agreement"]["C"] == 1);
}

TEST_CASE("normalised, each option is judged by the grades it was given") {
    const auto by = rule("majority_judgment", "{" + six_grades + R"(,"missing":"normalise"})");
    const auto result = box_with(by, {R"({"scores":{"A":5}})", R"({"scores":{"A":3,"B":5}})", R"({"scores":{"B":3}})", R"({"scores":{"B":5}})", R"({"scores":{"B":3}})"}).count();
    CHECK(scores(result) == texts{"3", "3", "none"});
    CHECK(result.ranking == tiers{{0, 1}, {2}});
    CHECK(result.tied->options == positions{0, 1});
    CHECK(json::parse(result.more)["stats"]["C"] == json::parse(R"({"grade":null,"distribution":{"0":0,"1":0,"2":0,"3":0,"4":0,"5":0}})"));
}

TEST_CASE("equal grades that differ only far from the middle are told apart, and same ones tie") {
    const auto by = rule("majority_judgment", "{" + six_grades + "}");
    ballot_box box(by, {}, {});
    box.add(read(*by, R"({"scores":{"A":2,"B":2,"C":2}})"), "", 3'000'000'000U, 1);
    box.add(read(*by, R"({"scores":{"A":0,"B":0,"C":0}})"), "", 1'000'000'000U, 1);
    box.add(read(*by, R"({"scores":{"A":4,"B":5,"C":4}})"), "", 1, exact("1/7"));
    const auto result = box.count();
    CHECK(scores(result) == texts{"2", "2", "2"});
    CHECK(result.ranking == tiers{{1}, {0, 2}});
    CHECK(result.winners == positions{1});
    CHECK(scores(box_with(by, {}).count()) == texts{"none", "none", "none"});
    CHECK(box_with(by, {}).count().ranking == tiers{{0, 1, 2}});
}

TEST_CASE("grades are named by texts, or by texts in languages that results repeat") {
    const auto by = rule("majority_judgment", R"({"grades":[{"ar":"ضعيف","en":"poor"},{"ar":"جيد","en":"good"}]})");
    const auto result = box_with(by, {R"({"scores":{"A":1}})"}).count();
    CHECK(json::parse(result.more)["stats"]["A"]["grade"] == json::parse(R"({"ar":"جيد","en":"good"})"));

    const auto said = [](const std::string& params) { return problem(make("majority_judgment", params)); };
    CHECK(said("{}") == "params.grades: is missing: a list of names, worst first");
    CHECK(said(R"({"grades":["one"]})").starts_with("params.grades: "));
    CHECK(said(R"({"grades":{"0":"one","1":"two"}})").starts_with("params.grades: "));
    CHECK(said(R"({"grades":["one",2]})") == "params.grades[1]: must be a text, or texts by language");
    CHECK(said(R"({"grades":["one",{"en":2}]})").starts_with("params.grades[1]: "));
    CHECK(said(R"({"grades":["one","two"],"missing":"ignore"})") == R"(params.missing: must be "worst" or "normalise")");
}
