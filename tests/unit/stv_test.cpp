#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include <cmath>
#include <random>

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

namespace {

const std::vector<std::string> a_to_e{"A", "B", "C", "D", "E"};

struct cast {
    std::string ranking;
    std::uint64_t n = 1;
    std::string weight = "1";
    std::string group = "";
};

outcome count(const std::string& params, const std::vector<cast>& ballots, const std::vector<std::string>& options = a_to_e) {
    const auto by = rule("stv", params, options);
    ballot_box box(by, {}, {});
    for (const auto& [ranking, n, weight, group] : ballots) box.add(read(*by, R"({"ranking":)" + ranking + "}"), group, n, exact(weight));
    return box.count();
}

json more(const outcome& result) { return json::parse(result.more); }

std::vector<std::string> options_named(std::size_t number) {
    std::vector<std::string> options;
    for (std::size_t i = 0; i < number; ++i) options.push_back("o" + std::to_string(i));
    return options;
}

// Ballots of every kind: short and long, with and without ties.
std::vector<cast> random_ballots(std::mt19937& random, const std::vector<std::string>& options, bool ties) {
    std::vector<cast> ballots;
    const std::size_t kinds = 3 + random() % 10;
    for (std::size_t i = 0; i < kinds; ++i) {
        auto left = options;
        std::shuffle(left.begin(), left.end(), random);
        left.resize(1 + random() % options.size());
        auto ranking = json::array();
        for (const auto& id : left) {
            if (ties && !ranking.empty() && random() % 4 == 0) {
                if (!ranking.back().is_array()) ranking.back() = json::array({ranking.back()});
                ranking.back().push_back(id);
            } else {
                ranking.push_back(id);
            }
        }
        ballots.push_back({ranking.dump(), 1 + random() % 9});
    }
    return ballots;
}

}  // namespace

TEST_CASE("surpluses move on at exact values, then the lowest goes out") {
    // Quota floor(20/3) + 1 = 7. A's surplus of 5 moves at 5/12: 10/3 to B, 5/3 to C. Then E and D go out.
    const auto result = count(R"({"seats":2})", {{R"(["A","B"])", 8}, {R"(["A","C","B"])", 4}, {R"(["B"])", 2}, {R"(["C"])", 3}, {R"(["D","B"])", 2}, {R"(["E","C"])", 1}});
    CHECK(more(result) == json::parse(R"({"quota":7,"rounds":[
        {"votes":{"A":12,"B":2,"C":3,"D":2,"E":1},"exhausted":0,"elected":["A"],"transferred":"A"},
        {"votes":{"A":7,"B":"16/3","C":"14/3","D":2,"E":1},"exhausted":0,"eliminated":"E"},
        {"votes":{"A":7,"B":"16/3","C":"17/3","D":2},"exhausted":0,"eliminated":"D"},
        {"votes":{"A":7,"B":"22/3","C":"17/3"},"exhausted":0,"elected":["B"]}]})"));
    CHECK(result.winners == positions{0, 1});
    CHECK(result.ranking == tiers{{0}, {1}, {2}, {3}, {4}});
    CHECK_FALSE(result.tied);
}

TEST_CASE("the quotas elect at least at it, or only above it") {
    const std::vector<cast> ballots{{R"(["A"])", 4}, {R"(["B"])", 4}, {R"(["C"])", 4}};
    CHECK(more(count(R"({"seats":2})", ballots, a_b_c))["quota"] == 5);
    const auto hb = count(R"({"seats":2,"quota":"hb"})", ballots, a_b_c);
    CHECK(more(hb)["quota"] == 4);
    CHECK(more(hb)["rounds"][0]["eliminated"] == "C");
    const auto hare = count(R"({"seats":3,"quota":"hare"})", ballots, a_b_c);
    CHECK(more(hare)["rounds"].size() == 1);
    CHECK(hare.winners == positions{0, 1, 2});
    CHECK(more(count(R"({"seats":2})", {{R"(["A"])", 1, "7/2"}}, a_b_c))["quota"] == 2);
}

TEST_CASE("of equal surpluses the one elected first is transferred") {
    // Quota 6. B's surplus brings A to 8, where C has been since the first round.
    const std::vector<cast> ballots{{R"(["B","A"])", 9}, {R"(["C"])", 8}, {R"(["A"])", 5}, {R"(["D"])", 3}, {R"(["E"])", 1}};
    for (const std::string ties : {"order", "backward"}) {
        const auto rounds = more(count(R"({"seats":4,"tie_break":")" + ties + R"("})", ballots))["rounds"];
        CHECK(rounds[0]["elected"] == json({"B", "C"}));
        CHECK(rounds[0]["transferred"] == "B");
        CHECK(rounds[1]["elected"] == json({"A"}));
        CHECK(rounds[1]["transferred"] == "C");
    }
}

TEST_CASE("Scotland cuts values to five decimals, and the loss is nobody's") {
    // Quota 4; A's surplus 3 of 7: value 0.42857 each.
    const std::vector<cast> ballots{{R"(["A","B"])", 7}, {R"(["C"])", 3}};
    const auto result = count(R"({"seats":2,"variant":"scottish","tie_break":"backward"})", ballots, a_b_c);
    CHECK(more(result)["rounds"][1]["votes"]["B"] == "299999/100000");
    CHECK(more(result)["rounds"][1]["exhausted"] == "1/100000");
    CHECK(more(count(R"({"seats":2})", ballots, a_b_c))["rounds"][1]["votes"]["B"] == 3);
    CHECK(result.winners == positions{0, 2});
}

TEST_CASE("parts of a split ballot go to the rest of its tier before they go on") {
    // Each of A, B, C has 2 of the tied ballots; C goes out, and its part goes to A and B.
    const auto result = count(R"({"seats":1})", {{R"([["A","B","C"],"D"])", 6}, {R"(["A"])", 1}, {R"(["B"])", 2}, {R"(["D"])", 5}});
    const auto rounds = more(result)["rounds"];
    CHECK(rounds[0]["votes"] == json::parse(R"({"A":3,"B":4,"C":2,"D":5,"E":0})"));
    CHECK(rounds[2]["votes"] == json::parse(R"({"A":4,"B":5,"D":5})"));
    CHECK(rounds[3]["votes"] == json::parse(R"({"B":8,"D":5})"));
    CHECK(rounds[3]["exhausted"] == 1);
    CHECK(result.winners == positions{1});
    CHECK(more(count(R"({"seats":1,"equal_ranks":"exhaust"})", {{R"([["A","B"]])", 6}, {R"(["C"])", 1}}))["rounds"][0]["exhausted"] == 6);
}

TEST_CASE("ballots that tie very many options are counted as quickly as others") {
    const auto options = options_named(60);
    const std::string all_tied = "[" + json(options).dump() + "]";
    const auto result = count(R"({"seats":3})", {{all_tied, 60}, {R"(["o7"])", 1}}, options);
    const auto rounds = more(result)["rounds"];
    CHECK(rounds[0]["votes"]["o7"] == 2);
    CHECK(rounds[1]["votes"]["o0"] == "60/59");
    CHECK(result.winners.front() == 7);
    CHECK(result.winners.size() == 3);
    CHECK(count(R"({"seats":3,"variant":"meek"})", {{all_tied, 60}, {R"(["o7"])", 1}}, options).winners.front() == 7);
}

TEST_CASE("Meek's keep factors settle where the elected hold exactly the quota") {
    // A has 6 where the quota is 3, keeps half of each ballot, and B has 4 with the other halves.
    const auto result = count(R"({"seats":2,"variant":"meek"})", {{R"(["A","B"])", 6}, {R"(["B"])", 1}, {R"(["C"])", 2}}, a_b_c);
    CHECK(result.winners == positions{0, 1});
    const auto first = more(result)["rounds"][0];
    CHECK(first["quota"] == 3.0);
    CHECK(first["elected"] == json({"A"}));
    CHECK_FALSE(more(result).contains("quota"));

    // Ballots that end lower the quota: with 8 for A alone and 1 for B, C each, A settles where 8f = (8f + 2)/3, f = 1/8.
    const auto ends = more(count(R"({"seats":2,"variant":"meek"})", {{R"(["A"])", 8}, {R"(["B"])", 1}, {R"(["C","B"])", 1}}, a_b_c))["rounds"];
    CHECK(std::abs(ends[1]["votes"]["A"].get<double>() - 1) < 1e-8);
    CHECK(std::abs(ends[1]["exhausted"].get<double>() - 7) < 1e-8);
    CHECK(ends[1]["eliminated"] == "C");
    CHECK(ends[2]["votes"]["B"] == 2.0);
}

TEST_CASE("all places are filled as far as there are options, most votes first") {
    for (const std::string variant : {"wigm", "scottish", "meek"}) {
        INFO(variant);
        const std::string params = R"({"seats":5,"variant":")" + variant + "\"}";
        CHECK(count(params, {{R"(["B"])", 2}, {R"(["C"])", 1}}, a_b_c).winners == positions{1, 2, 0});
        CHECK(count(params, {{R"(["B"])", 2, "0"}}, a_b_c).winners == positions{0, 1, 2});
        CHECK(count(params, {}, a_b_c).winners.empty());
        CHECK(count(params, {}, a_b_c).ranking == tiers{{0, 1, 2}});
        CHECK(count(params, {}, {}).ranking.empty());
        CHECK(count(R"({"variant":")" + variant + "\"}", {{R"(["B"])", 2, "0"}}, a_b_c).winners == positions{0});
    }
    CHECK(count(R"({"quota":"hare"})", {{R"(["B"])", 2, "0"}}, a_b_c).winners == positions{0});
}

TEST_CASE("stv refuses wrong parameters") {
    CHECK(problem(make("stv", R"({"tie_break":"none"})")).starts_with("params.tie_break: "));
    CHECK(problem(make("stv", R"({"variant":"irish"})")).starts_with("params.variant: "));
    CHECK(problem(make("stv", R"({"variant":"scottish","quota":"hare"})")).starts_with("params.quota: "));
    CHECK(problem(make("stv", R"({"variant":"meek","quota":"hare"})")).starts_with("params.quota: "));
    CHECK(problem(make("stv", R"({"seats":-1})")).starts_with("params.seats: "));
}

// The order of ballots, their splitting, and machine words or large numbers change no winner and no round.
TEST_CASE("ballots may come in any order, in pieces and by groups") {
    const auto seed = GENERATE(range(1U, 41U));
    std::mt19937 random(seed);
    const auto ballots = random_ballots(random, a_to_e, seed % 2 == 0);
    std::vector<cast> pieces;
    for (const cast& ballot : ballots) {
        pieces.push_back({ballot.ranking, 1, "1/2", "x"});
        pieces.push_back({ballot.ranking, ballot.n, "1", random() % 2 == 0 ? "x" : "y"});
        pieces.push_back({ballot.ranking, 1, "1/2", "z"});
    }
    auto added = ballots;
    for (cast& ballot : added) ++ballot.n;
    std::shuffle(pieces.begin(), pieces.end(), random);
    for (const std::string variant : {"wigm", "scottish", "meek"}) {
        INFO(variant);
        const std::string params = R"({"seats":2,"tie_break":"backward","variant":")" + variant + "\"}";
        const auto whole = count(params, added), in_pieces = count(params, pieces);
        CHECK(whole.winners == in_pieces.winners);
        CHECK(whole.ranking == in_pieces.ranking);
        CHECK(whole.more == in_pieces.more);
    }
}

TEST_CASE("weights beyond machine words elect the same") {
    const auto seed = GENERATE(range(1U, 41U));
    std::mt19937 random(seed);
    const auto ballots = random_ballots(random, a_to_e, seed % 2 == 0);
    auto heavy = ballots;
    for (cast& ballot : heavy) ballot.weight = "1000000000000000000000/7";
    const std::string params = R"({"seats":2,"quota":"hb"})";
    CHECK(count(params, ballots).winners == count(params, heavy).winners);
    CHECK(count(params, ballots).ranking == count(params, heavy).ranking);
    CHECK(more(count(params, ballots))["rounds"].size() == more(count(params, heavy))["rounds"].size());
}
