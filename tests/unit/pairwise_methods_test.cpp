// condorcet, schulze and ranked_pairs: what they share, and what each decides.
#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include <random>

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

namespace {

const std::vector<std::string> pairwise_methods{"condorcet", "schulze", "ranked_pairs"};

struct cast {
    std::string ranking;
    std::uint64_t n = 1;
    std::string weight = "1";
};

outcome counted(std::string_view method, const std::string& params, const std::vector<cast>& ballots, const std::vector<std::string>& options = a_b_c) {
    const auto by = rule(method, params, options);
    ballot_box box(by, {}, {});
    for (const auto& [ranking, n, weight] : ballots) box.add(read(*by, R"({"ranking":)" + ranking + "}"), "", n, exact(weight));
    return box.count();
}

json more(const outcome& result) { return json::parse(result.more); }

const std::vector<cast> cycle{{R"(["A","B","C"])", 4}, {R"(["B","C","A"])", 3}, {R"(["C","A","B"])", 2}};

}  // namespace

TEST_CASE("unranked options are last or left out, and tiers compare nothing") {
    const std::vector<cast> ballots{{R"(["B"])", 2}, {R"([["A","C"]])", 3}, {R"(["C","A"])", 1, "1/2"}};
    for (const auto& method : pairwise_methods) {
        INFO(method);
        CHECK(more(counted(method, "{}", ballots))["pairwise"] == json::parse(R"({"A":{"B":"7/2","C":0},"B":{"A":2,"C":2},"C":{"A":"1/2","B":"7/2"}})"));
        CHECK(more(counted(method, R"({"unranked":"ignore"})", ballots))["pairwise"] == json::parse(R"({"A":{"B":0,"C":0},"B":{"A":0,"C":0},"C":{"A":"1/2","B":0}})"));
    }
}

TEST_CASE("pairs are the same however they were reached") {
    for (const std::string params : {"{}", R"({"unranked":"ignore"})"}) {
        const auto by = rule("schulze", params);
        ballot_box box(by, {}, {});
        const auto a = read(*by, R"({"ranking":["A",["B","C"]]})"), b = read(*by, R"({"ranking":["B"]})");
        box.add(b, "", 1, exact("1/3"));
        box.add(a, "", 5);
        box.add(b, "", 1, exact("30000000000000000000"));
        box.take_back(b, "", 1, exact("1/3"), false);
        box.take_back(b, "", 1, exact("30000000000000000000"), true);
        CHECK(box.count().more == counted("schulze", params, {{R"(["A",["B","C"]])", 5}}).more);
    }
}

TEST_CASE("a cycle has no Condorcet winner and is its Smith set") {
    const auto result = counted("condorcet", "{}", cycle);
    CHECK(result.winners.empty());
    CHECK_FALSE(result.tied);
    CHECK(scores(result) == texts{"0", "0", "0"});
    CHECK(more(result)["smith"] == json({"A", "B", "C"}));
}

TEST_CASE("the Smith set takes in whoever ties with a member") {
    // D beats nobody in it, but ties with A; E loses to all.
    const std::vector<cast> ballots{{R"(["A","B","C","D","E"])", 1}, {R"(["D","B","C","A","E"])", 1}, {R"([["A","D"],"B","C","E"])", 1}};
    const auto result = counted("condorcet", "{}", ballots, {"A", "B", "C", "D", "E"});
    CHECK(result.winners.empty());
    CHECK(more(result)["smith"] == json({"A", "D"}));
    CHECK(result.ranking == tiers{{0, 3}, {1}, {2}, {4}});
}

TEST_CASE("one Condorcet winner, however many seats and whatever the tie-break") {
    const auto result = counted("condorcet", R"({"seats":2,"tie_break":"order"})", {{R"(["B","A"])", 1}});
    CHECK(result.winners == positions{1});
    CHECK(result.ranking == tiers{{1}, {0}, {2}});
}

TEST_CASE("a cycle is cut at its weakest link") {
    // B over C by 7 to 2, A over B by 6 to 3, C over A by 5 to 4.
    const auto schulze = counted("schulze", "{}", cycle);
    CHECK(schulze.ranking == tiers{{0}, {1}, {2}});
    CHECK(more(schulze)["paths"] == json::parse(R"({"A":{"B":6,"C":6},"B":{"A":5,"C":7},"C":{"A":5,"B":5}})"));
    const auto pairs = counted("ranked_pairs", "{}", cycle);
    CHECK(pairs.ranking == tiers{{0}, {1}, {2}});
    CHECK(more(pairs)["locked"] == json::parse(R"([["B","C"],["A","B"]])"));
}

// With `ignore` a ballot of two options says one pair, so any square can be made.
std::vector<cast> duels(std::uint64_t ab, std::uint64_t ba, std::uint64_t bc, std::uint64_t cb, std::uint64_t ca, std::uint64_t ac) {
    return {{R"(["A","B"])", ab}, {R"(["B","A"])", ba}, {R"(["B","C"])", bc}, {R"(["C","B"])", cb}, {R"(["C","A"])", ca}, {R"(["A","C"])", ac}};
}

TEST_CASE("winning votes and margins cut a cycle at different links") {
    const auto ballots = duels(5, 4, 4, 1, 3, 0);
    for (const std::string method : {"schulze", "ranked_pairs"}) {
        INFO(method);
        CHECK(counted(method, R"({"unranked":"ignore"})", ballots).ranking == tiers{{0}, {1}, {2}});
        CHECK(counted(method, R"({"unranked":"ignore","strength":"margins"})", ballots).ranking == tiers{{1}, {2}, {0}});
    }
}

TEST_CASE("of equal majorities the one with less opposition is locked first, then the ballot paper decides") {
    const auto less_opposed = counted("ranked_pairs", R"({"unranked":"ignore"})", duels(4, 3, 4, 2, 4, 1));
    CHECK(more(less_opposed)["locked"] == json::parse(R"([["C","A"],["B","C"]])"));
    CHECK(less_opposed.ranking == tiers{{1}, {2}, {0}});
    const auto equal = counted("ranked_pairs", R"({"unranked":"ignore"})", duels(4, 2, 4, 2, 4, 2));
    CHECK(more(equal)["locked"] == json::parse(R"([["A","B"],["B","C"]])"));
    // Schulze does not refine equal strengths: the three tie.
    CHECK(counted("schulze", R"({"unranked":"ignore"})", duels(4, 3, 4, 2, 4, 1)).ranking == tiers{{0, 1, 2}});
}

TEST_CASE("winners in one tier tie, and the ballot paper settles it only when asked") {
    const std::vector<cast> ballots{{R"([["C","B"],"A"])", 2}};
    for (const std::string method : {"schulze", "ranked_pairs"}) {
        INFO(method);
        const auto open = counted(method, "{}", ballots);
        CHECK(open.winners == positions{1, 2});
        REQUIRE(open.tied);
        CHECK(open.tied->options == positions{1, 2});
        const auto settled = counted(method, R"({"tie_break":"order"})", ballots);
        CHECK(settled.winners == positions{1});
        CHECK(settled.tied);
        CHECK(counted(method, R"({"seats":2})", ballots).tied.has_value() == false);
    }
}

TEST_CASE("no ballots: no winner, one tier, and all pairs 0") {
    for (const auto& method : pairwise_methods) {
        const auto result = counted(method, "{}", {});
        CHECK(result.winners.empty());
        CHECK(result.ranking == tiers{{0, 1, 2}});
        CHECK(more(result)["pairwise"]["A"]["B"] == 0);
        CHECK(counted(method, "{}", {}, {}).ranking.empty());
        CHECK(counted(method, "{}", {{R"(["A"])", 1}}, {"A"}).winners == positions{0});
        // A ballot of weight 0 is counted: everybody wins, together; and no one beats all others.
        CHECK(counted(method, "{}", {{R"(["A"])", 1, "0"}}).winners == (method == "condorcet" ? positions{} : positions{0, 1, 2}));
    }
}

// The machine words and the rationals of a count must decide alike, so weights that no word holds must change nothing but the numbers.
TEST_CASE("weights beyond machine words give the same places") {
    const auto seed = GENERATE(range(1U, 16U));
    std::mt19937 random(seed);
    const std::vector<std::string> options{"A", "B", "C", "D", "E"};
    std::vector<cast> ballots;
    for (int i = 0; i < 9; ++i) {
        std::vector<std::string> left = options;
        std::shuffle(left.begin(), left.end(), random);
        left.resize(1 + random() % 5);
        ballots.push_back({json(left).dump(), 1 + random() % 3});
    }
    auto heavy = ballots;
    for (cast& ballot : heavy) ballot.weight = "100000000000000000000000/7";
    for (const auto& method : pairwise_methods)
        for (const std::string params : {R"({"strength":"winning"})", R"({"strength":"margins","unranked":"ignore"})"}) {
            const auto light_result = counted(method, params, ballots, options), heavy_result = counted(method, params, heavy, options);
            CHECK(light_result.ranking == heavy_result.ranking);
            CHECK(light_result.winners == heavy_result.winners);
            CHECK(more(light_result)["locked"] == more(heavy_result)["locked"]);
        }
}
