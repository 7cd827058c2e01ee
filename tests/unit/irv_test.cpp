#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include <random>

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

namespace {

const std::vector<std::string> a_to_d{"A", "B", "C", "D"};

struct cast {
    std::string ranking;
    std::uint64_t n = 1;
    std::string weight = "1";
};

outcome count(const std::string& params, const std::vector<cast>& ballots, const std::vector<std::string>& options = a_to_d) {
    const auto by = rule("irv", params, options);
    ballot_box box(by, {}, {});
    for (const auto& [ranking, n, weight] : ballots) box.add(read(*by, R"({"ranking":)" + ranking + "}"), "", n, exact(weight));
    return box.count();
}

json rounds(const outcome& result) { return json::parse(result.more)["rounds"]; }

}  // namespace

TEST_CASE("the count stops at more than half of the ballots that still count") {
    const auto result = count("{}", {{R"(["A"])", 3}, {R"(["B"])", 2}, {R"(["C"])", 2}, {R"(["D","A"])", 1}});
    CHECK(rounds(result) == json::parse(R"([{"votes":{"A":3,"B":2,"C":2,"D":1},"exhausted":0,"eliminated":"D"},
        {"votes":{"A":4,"B":2,"C":2},"exhausted":0,"eliminated":"C"},
        {"votes":{"A":4,"B":2},"exhausted":2}])"));
    CHECK(result.winners == positions{0});
    CHECK(result.ranking == tiers{{0}, {1}, {2}, {3}});
    CHECK_FALSE(result.tied);
}

TEST_CASE("options without a first preference go out one by one") {
    const auto result = count("{}", {{R"(["A","D"])", 2}, {R"(["B"])", 2}});
    CHECK(rounds(result).size() == 4);
    CHECK(rounds(result)[0]["eliminated"] == "D");
    CHECK(rounds(result)[1]["eliminated"] == "C");
    CHECK(result.winners == positions{0});
}

TEST_CASE("equal ranks share the ballot among those still in, down to the last") {
    const auto result = count("{}", {{R"([["A","B","C"],"D"])", 1}, {R"(["D"])", 1, "3/5"}});
    CHECK(rounds(result) == json::parse(R"([{"votes":{"A":"1/3","B":"1/3","C":"1/3","D":"3/5"},"exhausted":0,"eliminated":"C"},
        {"votes":{"A":"1/2","B":"1/2","D":"3/5"},"exhausted":0,"eliminated":"B"},
        {"votes":{"A":1,"D":"3/5"},"exhausted":0}])"));
    const auto ended = count(R"({"equal_ranks":"exhaust"})", {{R"([["A","B","C"],"D"])", 1}, {R"(["D"])", 1, "3/5"}});
    CHECK(rounds(ended) == json::parse(R"([{"votes":{"A":0,"B":0,"C":0,"D":"3/5"},"exhausted":1}])"));
}

TEST_CASE("looking back settles ties by the latest round in which they differ") {
    // C and D tie with 4 after E is out; before, C had 3 and goes. By order D would go.
    const std::vector<std::string> options{"A", "B", "C", "D", "E"};
    const std::vector<cast> ballots{{R"(["A"])", 10}, {R"(["B"])", 10}, {R"(["C","A"])", 3}, {R"(["D","C"])", 4}, {R"(["E","C"])", 1}};
    CHECK(rounds(count(R"({"tie_break":"backward"})", ballots, options))[1]["eliminated"] == "C");
    CHECK(rounds(count("{}", ballots, options))[1]["eliminated"] == "D");
}

TEST_CASE("with no tie-break all that can win are winners") {
    // B and C go out in either order, and then A and D tie at three.
    const std::vector<cast> ballots{{R"(["A"])", 2}, {R"(["D"])", 2}, {R"(["B","A"])", 1}, {R"(["C","D"])", 1}};
    const auto result = count(R"({"tie_break":"none"})", ballots);
    CHECK(result.winners == positions{0, 3});
    REQUIRE(result.tied);
    CHECK(result.tied->options == positions{0, 3});
    CHECK(result.tied->seats == 1);
    CHECK(result.ranking.empty());
    CHECK(rounds(result) == json::parse(R"([{"votes":{"A":2,"B":1,"C":1,"D":2},"exhausted":0,"tied":["B","C"]}])"));

    const auto clear = count(R"({"tie_break":"none"})", {{R"(["A"])", 3}, {R"(["B"])", 2}, {R"(["C","A"])", 1}});
    CHECK(clear.winners == positions{0});
    CHECK_FALSE(clear.tied);
}

TEST_CASE("two hundred options that nobody tells apart can all win") {
    std::vector<std::string> options;
    std::vector<cast> ballots;
    for (int i = 0; i < 200; ++i) {
        options.push_back("o" + std::to_string(i));
        if (i % 2 == 0) ballots.push_back({R"([")" + options.back() + R"("])", 1});
    }
    const auto result = count(R"({"tie_break":"none"})", ballots, options);
    CHECK(result.winners.size() == 100);
    CHECK_FALSE(json::parse(result.more).contains("universes"));
}

TEST_CASE("no ballots, no rounds; ballots that all ended still leave a last option") {
    const auto none = count("{}", {});
    CHECK(none.winners.empty());
    CHECK(none.ranking == tiers{{0, 1, 2, 3}});
    CHECK(rounds(none).empty());
    const auto ended = count(R"({"equal_ranks":"exhaust"})", {{R"([["C","D"]])", 1}});
    CHECK(ended.winners == positions{0});
    CHECK(rounds(ended).back() == json::parse(R"({"votes":{"A":0},"exhausted":1})"));
    CHECK(count(R"({"tie_break":"none"})", {{R"(["A"])", 1, "0"}}).winners == positions{0, 1, 2, 3});
    CHECK(count("{}", {}, {}).ranking.empty());
}

TEST_CASE("irv refuses wrong parameters") {
    CHECK(problem(make("irv", R"({"tie_break":"lots"})")).starts_with("params.tie_break: "));
    CHECK(problem(make("irv", R"({"equal_ranks":"half"})")).starts_with("params.equal_ranks: "));
    CHECK(problem(make("irv", R"({"seats":0})")).starts_with("params.seats: "));
}

// The possible winners by following every single order, without sets, batches or memory.
namespace {

void follow(std::vector<std::uint32_t> in, const std::vector<std::pair<positions, int>>& ballots, std::vector<bool>& can_win) {
    std::vector<int> votes(can_win.size(), 0);
    int all = 0;
    for (const auto& [ranking, n] : ballots)
        for (const auto option : ranking)
            if (std::find(in.begin(), in.end(), option) != in.end()) {
                votes[option] += n;
                all += n;
                break;
            }
    int least = all;
    for (const auto option : in) {
        if (in.size() == 1 || 2 * votes[option] > all) {
            can_win[option] = true;
            return;
        }
        least = std::min(least, votes[option]);
    }
    for (const auto option : in) {
        if (votes[option] != least) continue;
        auto rest = in;
        rest.erase(std::find(rest.begin(), rest.end(), option));
        follow(rest, ballots, can_win);
    }
}

}  // namespace

TEST_CASE("possible winners are those of every order of elimination") {
    const auto seed = GENERATE(range(1U, 201U));
    std::mt19937 random(seed);
    const std::vector<std::string> options{"A", "B", "C", "D", "E", "F"};
    std::vector<std::pair<positions, int>> plain;
    std::vector<cast> ballots;
    const int kinds = 1 + static_cast<int>(random() % 7);
    for (int i = 0; i < kinds; ++i) {
        positions ranking{0, 1, 2, 3, 4, 5};
        std::shuffle(ranking.begin(), ranking.end(), random);
        ranking.resize(1 + random() % 6);
        auto ids = json::array();
        for (const auto option : ranking) ids.push_back(options[option]);
        plain.emplace_back(ranking, 1 + static_cast<int>(random() % 2));
        ballots.push_back({ids.dump(), static_cast<std::uint64_t>(plain.back().second), "1/3"});
    }
    std::vector<bool> can_win(6, false);
    follow({0, 1, 2, 3, 4, 5}, plain, can_win);
    positions expected;
    for (std::uint32_t option = 0; option < 6; ++option)
        if (can_win[option]) expected.push_back(option);
    CHECK(count(R"({"tie_break":"none"})", ballots, options).winners == expected);
}
