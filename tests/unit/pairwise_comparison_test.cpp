#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include <cmath>

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

namespace {

outcome counted(const std::string& params, const std::vector<std::string>& ballots, const std::vector<std::string>& options = a_b_c) {
    return box_with(rule("pairwise_comparison", params, options), ballots).count();
}

std::string won(const std::string& winner, const std::string& loser) { return R"({"winner":")" + winner + R"(","loser":")" + loser + R"("})"; }

// A ladder in which each option beats the next one `wins` times and loses once.
std::vector<std::string> ladder(const std::vector<std::string>& options, int wins) {
    std::vector<std::string> ballots;
    for (std::size_t i = 0; i + 1 < options.size(); ++i) {
        for (int n = 0; n < wins; ++n) ballots.push_back(won(options[i], options[i + 1]));
        ballots.push_back(won(options[i + 1], options[i]));
    }
    return ballots;
}

}  // namespace

TEST_CASE("a ballot of pairs is one pair, or a list of them") {
    const auto by = rule("pairwise_comparison");
    CHECK(read(*by, won("C", "A")).says.options == std::vector<mark>{{.option = 2, .axis = 0, .value = 1}});
    CHECK(read(*by, R"({"tie":["C","A"]})").says.options == std::vector<mark>{{.option = 0, .axis = 2, .value = 0}});
    CHECK(read(*by, R"({"pairs":[{"winner":"C","loser":"A"}]})").says == read(*by, won("C", "A")).says);
    CHECK(read(*by, R"({"pairs":[{"winner":"C","loser":"B"},{"skip":["A","C"]},{"tie":["B","A"]}]})").says.options ==
          std::vector<mark>{{.option = 0, .axis = 1, .value = 0}, {.option = 2, .axis = 1, .value = 1}});
}

TEST_CASE("a ballot on which every pair is skipped says nothing") {
    const auto by = rule("pairwise_comparison");
    for (const std::string blank : {"{}", R"({"skip":["A","B"]})", R"({"pairs":[]})", R"({"pairs":[{"skip":["A","B"]},{"skip":["C","B"]}]})"}) {
        INFO(blank);
        CHECK(reason(*by, blank) == "blank");
    }
}

TEST_CASE("a pair stands once on a ballot, and has two sides") {
    const auto by = rule("pairwise_comparison");
    for (const std::string twice : {R"({"winner":"A","loser":"A"})", R"({"tie":["B","B"]})", R"({"skip":["B","B"]})",
                                    R"({"pairs":[{"winner":"A","loser":"B"},{"winner":"A","loser":"B"}]})", R"({"pairs":[{"winner":"A","loser":"B"},{"winner":"B","loser":"A"}]})",
                                    R"({"pairs":[{"tie":["A","B"]},{"winner":"A","loser":"C"},{"skip":["B","A"]}]})"}) {
        INFO(twice);
        CHECK(reason(*by, twice) == "repeated-option");
    }
    CHECK(reason(*by, won("A", "Z")) == "unknown-option");
    CHECK(reason(*by, R"({"skip":["A","Z"]})") == "unknown-option");
}

TEST_CASE("what is no pair has the wrong shape") {
    const auto by = rule("pairwise_comparison");
    for (const std::string wrong : {"[]", "3", R"({"winner":"A"})", R"({"loser":"A"})", R"({"winner":"A","loser":null})", R"({"winner":1,"loser":"A"})", R"({"tie":["A"]})",
                                    R"({"tie":["A","B","C"]})", R"({"tie":"AB"})", R"({"skip":null})", R"({"tie":[["A"],"B"]})", R"({"winner":"A","loser":"B","tie":["A","B"]})",
                                    R"({"tie":["A","B"],"skip":["A","B"]})", R"({"pairs":{}})", R"({"pairs":null})", R"({"pairs":[null]})", R"({"pairs":[{}]})",
                                    R"({"pairs":["A","B"]})", R"({"pairs":[],"winner":"A","loser":"B"})", R"({"pairs":[{"pairs":[]}]})"}) {
        INFO(wrong);
        CHECK(reason(*by, wrong) == "wrong-shape");
    }
}

TEST_CASE("a win rate counts one win and one loss more than there were") {
    const auto result = counted("{}", {won("A", "B"), won("A", "B"), R"({"pairs":[{"tie":["A","C"]},{"winner":"B","loser":"C"}]})"}, {"A", "B", "C", "D"});
    // A: 2.5 wins, 0.5 losses; B: 1 and 2; C: 0.5 and 1.5; D was never shown.
    CHECK(scores(result) == texts{"70", "40", "75/2", "50"});
    CHECK(result.ranking == tiers{{0}, {3}, {1}, {2}});
    CHECK(result.winners == positions{0});
    CHECK(result.base == 3);
    CHECK(json::parse(result.more)["stats"]["A"] == json{{"wins", "5/2"}, {"losses", "1/2"}});
}

TEST_CASE("nobody wins before a pair was judged") {
    for (const std::string params : {R"({})", R"({"model":"bradley_terry"})", R"({"model":"bradley_terry","prior":1})"}) {
        const auto result = counted(params, {"{}", R"({"skip":["A","B"]})"});
        CHECK(result.winners.empty());
        CHECK(result.ranking == tiers{{0, 1, 2}});
        CHECK_FALSE(result.tied);
        CHECK(rule("pairwise_comparison", params, {})->count({}).ranking.empty());
    }
}

TEST_CASE("two options differ by the logarithm of their wins") {
    const auto result = counted(R"({"model":"bradley_terry"})", {won("A", "B"), won("A", "B"), won("A", "B"), won("B", "A")}, {"A", "B"});
    const auto more = json::parse(result.more);
    CHECK(more["estimable"] == true);
    CHECK(std::abs(more["scores"]["A"].get<double>() - std::log(3.0) / 2) < 1e-12);
    CHECK(std::abs(more["scores"]["B"].get<double>() + std::log(3.0) / 2) < 1e-12);
    CHECK(result.winners == positions{0});
}

TEST_CASE("abilities along a ladder add up, however long and steep") {
    const int wins = GENERATE(1, 2, 1000);
    std::vector<std::string> options;
    for (int i = 0; i < 40; ++i) options.push_back("option-" + std::to_string(i));
    const auto by = rule("pairwise_comparison", R"({"model":"bradley_terry"})", options);
    ballot_box box(by, {}, {});
    for (std::size_t i = 0; i + 1 < options.size(); ++i) {
        box.add(read(*by, won(options[i], options[i + 1])), "", static_cast<std::uint64_t>(wins));
        box.add(read(*by, won(options[i + 1], options[i])), "");
    }
    const auto result = box.count();
    const auto fit = json::parse(result.more)["scores"];
    for (std::size_t i = 0; i < options.size(); ++i) {
        // On a tree the estimate fits every pair exactly: log(wins) from each rung to the next, 0 in the middle.
        const double expected = (19.5 - static_cast<double>(i)) * std::log(wins);
        CHECK(std::abs(fit[options[i]].get<double>() - expected) < 1e-9);
    }
    CHECK(result.ranking.size() == (wins == 1 ? 1 : options.size()));
    CHECK(result.winners.size() == (wins == 1 ? options.size() : 1));
}

TEST_CASE("the estimate makes the expected wins of every option the real ones") {
    const std::vector<std::string> options{"A", "B", "C", "D"};
    const auto ballots = std::vector<std::string>{won("A", "B"), won("A", "C"), won("A", "D"), won("B", "C"), won("B", "D"), won("C", "D"), won("D", "A"), won("C", "A"), won("B", "A"), won("A", "D")};
    const auto fit = json::parse(counted(R"({"model":"bradley_terry"})", ballots, options).more)["scores"];
    std::map<std::string, double> wins, expected;
    for (const auto& ballot : ballots) {
        const auto pair = json::parse(ballot);
        const std::string winner = pair["winner"], loser = pair["loser"];
        wins[winner] += 1;
        const double chance = 1 / (1 + std::exp(fit[loser].get<double>() - fit[winner].get<double>()));
        expected[winner] += chance;
        expected[loser] += 1 - chance;
    }
    for (const auto& option : options) CHECK(std::abs(wins[option] - expected[option]) < 1e-10);
}

TEST_CASE("an option that never won, or was never beaten, has no finite ability") {
    for (const auto& ballots : {ladder({"A", "B"}, 2), std::vector{won("A", "B"), won("B", "C"), won("A", "C")}, std::vector{won("A", "B"), won("B", "A"), won("B", "C")}}) {
        const auto result = counted(R"({"model":"bradley_terry"})", ballots);
        CHECK(json::parse(result.more) == json::parse(R"({"estimable":false,"scores":{"A":null,"B":null,"C":null}})"));
        CHECK(result.winners.empty());
        CHECK(result.ranking == tiers{{0, 1, 2}});
    }
    CHECK(json::parse(counted(R"({"model":"bradley_terry"})", {won("A", "B"), won("B", "C"), won("C", "A")}).more)["estimable"] == true);
    CHECK(json::parse(counted(R"({"model":"bradley_terry","prior":"1/1000"})", {won("A", "B")}).more)["estimable"] == true);
}

TEST_CASE("ballots of weight 0 do not make an estimate exist") {
    const auto by = rule("pairwise_comparison", R"({"model":"bradley_terry"})", {"A", "B"});
    ballot_box box(by, {}, {});
    box.add(read(*by, won("A", "B")), "");
    box.add(read(*by, won("B", "A")), "", 5, 0);
    CHECK(json::parse(box.count().more)["estimable"] == false);
    box.add(read(*by, won("B", "A")), "", 1, exact("1/3"));
    CHECK(box.count().winners == positions{0});
}

TEST_CASE("weights beyond any float change nothing but proportions") {
    const auto by = rule("pairwise_comparison", R"({"model":"bradley_terry"})", {"A", "B"});
    const rational huge(boost::multiprecision::pow(boost::multiprecision::cpp_int(10), 400));
    for (const rational& unit : {rational(1), huge, rational(1 / huge)}) {
        ballot_box box(by, {}, {});
        box.add(read(*by, won("A", "B")), "", 3, unit);
        box.add(read(*by, won("B", "A")), "", 1, unit);
        CHECK(std::abs(json::parse(box.count().more)["scores"]["A"].get<double>() - std::log(3.0) / 2) < 1e-12);
    }
    // So lopsided that no float holds both: still a finite answer, and the right winner.
    ballot_box box(by, {}, {});
    box.add(read(*by, won("A", "B")), "", 1, huge);
    box.add(read(*by, won("B", "A")), "", 1, rational(1 / huge));
    CHECK(box.count().winners == positions{0});
}

TEST_CASE("a prior draws abilities together") {
    // Four virtual wins each way beside three and one: log(7 / 5).
    const auto result = counted(R"({"model":"bradley_terry","prior":8})", ladder({"A", "B"}, 3), {"A", "B"});
    CHECK(std::abs(json::parse(result.more)["scores"]["A"].get<double>() - std::log(7.0 / 5) / 2) < 1e-12);
}

TEST_CASE("options of equal ability share a tier and the last place") {
    const auto result = counted(R"({"model":"bradley_terry"})", {won("A", "B"), won("B", "C"), won("C", "A"), won("A", "C"), won("C", "B"), won("B", "A")});
    CHECK(result.ranking == tiers{{0, 1, 2}});
    CHECK(result.winners == positions{0, 1, 2});
    REQUIRE(result.tied);
    CHECK(result.tied->options == positions{0, 1, 2});
}

TEST_CASE("wrong parameters of comparisons are named") {
    CHECK(problem(make("pairwise_comparison", R"({"model":"elo"})")) == R"(params.model: must be "win_rate" or "bradley_terry")");
    CHECK(problem(make("pairwise_comparison", R"({"model":"bradley_terry","prior":-1})")).starts_with("params.prior: must be 0 or more"));
    CHECK(problem(make("pairwise_comparison", R"({"model":"bradley_terry","prior":0.5})")).starts_with("params.prior: "));
    CHECK(problem(make("pairwise_comparison", R"({"model":"win_rate","prior":"1/2"})")) == "");
}
