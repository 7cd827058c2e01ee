// Committees elected seat by seat from approvals, against naive counts that share nothing with them.
#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include <algorithm>
#include <random>

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

namespace {

struct voter {
    rational weight;
    std::vector<std::string> approves;

    bool likes(const std::string& option) const { return std::find(approves.begin(), approves.end(), option) != approves.end(); }
};

struct elected {
    std::string option;
    std::string score;  // "none" when nobody approves it
    friend bool operator==(const elected&, const elected&) = default;
};

std::ostream& operator<<(std::ostream& out, const elected& e) { return out << e.option << " (" << e.score << ")"; }

bool holds(const std::vector<elected>& list, const std::string& option) {
    return std::any_of(list.begin(), list.end(), [&](const elected& e) { return e.option == option; });
}

std::vector<elected> naive_pav(const std::vector<voter>& voters, const std::vector<std::string>& options, std::size_t seats) {
    std::vector<elected> committee;
    while (committee.size() < std::min(seats, options.size())) {
        std::optional<std::pair<rational, std::string>> best;
        for (const auto& option : options) {
            if (holds(committee, option)) continue;
            rational gain;
            for (const voter& v : voters)
                if (v.likes(option)) gain += v.weight / (1 + std::count_if(committee.begin(), committee.end(), [&](const elected& e) { return v.likes(e.option); }));
            if (!best || gain > best->first) best = {gain, option};
        }
        committee.push_back({best->second, to_text(best->first)});
    }
    return committee;
}

std::vector<elected> naive_phragmen(const std::vector<voter>& voters, const std::vector<std::string>& options, std::size_t seats) {
    std::vector<elected> committee;
    std::vector<rational> loads(voters.size());
    while (committee.size() < std::min(seats, options.size())) {
        std::optional<std::pair<rational, std::string>> best;
        for (const auto& option : options) {
            rational sum = 1, weight;
            for (std::size_t v = 0; v < voters.size(); ++v) {
                if (!voters[v].likes(option)) continue;
                sum += voters[v].weight * loads[v];
                weight += voters[v].weight;
            }
            if (holds(committee, option) || weight == 0) continue;
            if (!best || sum / weight < best->first) best = {sum / weight, option};
        }
        if (!best) break;
        for (std::size_t v = 0; v < voters.size(); ++v)
            if (voters[v].likes(best->second)) loads[v] = best->first;
        committee.push_back({best->second, to_text(best->first)});
    }
    for (const auto& option : options)
        if (committee.size() < seats && !holds(committee, option)) committee.push_back({option, "none"});
    return committee;
}

outcome counted(const std::string& method, const std::vector<voter>& voters, const std::vector<std::string>& options, std::size_t seats) {
    const auto by = rule(method, json{{"seats", seats}}.dump(), options);
    ballot_box box(by, {}, {});
    for (const voter& v : voters) box.add(by->read({{"approve", v.approves}}), "", 1, v.weight);
    return box.count();
}

std::vector<elected> committee_of(const outcome& result, const std::vector<std::string>& options) {
    std::vector<elected> committee;
    for (const auto option : result.winners) committee.push_back({options[option], result.scores[option] ? to_text(*result.scores[option]) : "none"});
    return committee;
}

// As many like-minded voters of weight 1 as said.
std::vector<voter> parties(std::initializer_list<std::pair<int, std::vector<std::string>>> lists) {
    std::vector<voter> voters;
    for (const auto& [size, list] : lists) voters.insert(voters.end(), static_cast<std::size_t>(size), {1, list});
    return voters;
}

}  // namespace

TEST_CASE("committees are those of a naive count of fractions") {
    const unsigned seed = GENERATE(1U, 2U, 3U);
    std::mt19937 chance(seed);
    static const std::vector<std::string> weights{"1", "1", "2", "1/3", "0", "7/5", "123456789012345678901234567890", "1/998244353"};
    for (int i = 0; i < 200; ++i) {
        std::vector<std::string> options;
        for (std::size_t left = 1 + chance() % 7; left > 0; --left) options.push_back(std::string(1, static_cast<char>('A' + left)));
        const bool plain = chance() % 2 == 0;
        std::vector<voter> voters;
        for (std::size_t left = 1 + chance() % 10; left > 0; --left) {
            voter v{plain ? rational(1) : exact(weights[chance() % weights.size()]), {}};
            for (const auto& option : options)
                if (chance() % 5 < 2) v.approves.push_back(option);
            if (!v.approves.empty()) voters.push_back(std::move(v));
        }
        if (voters.empty()) continue;
        const std::size_t seats = 1 + chance() % 8;
        INFO("seed " << seed << ", election " << i << ": " << voters.size() << " voters, " << options.size() << " options, " << seats << " seats");
        REQUIRE(committee_of(counted("seq_pav", voters, options, seats), options) == naive_pav(voters, options, seats));
        REQUIRE(committee_of(counted("seq_phragmen", voters, options, seats), options) == naive_phragmen(voters, options, seats));
    }
}

TEST_CASE("parties with lists of their own get the seats of D'Hondt") {
    // Quotients: A 53, 26.5, 17.7, 13.25; B 24, 12; C 23, 11.5. So A gets four of seven seats, B two and C one.
    const std::vector<std::string> options{"A1", "A2", "A3", "A4", "A5", "B1", "B2", "C1", "C2"};
    const auto voters = parties({{53, {"A1", "A2", "A3", "A4", "A5"}}, {24, {"B1", "B2"}}, {23, {"C1", "C2"}}});
    const std::vector<std::string> order{"A1", "A2", "B1", "C1", "A3", "A4", "B2"};
    for (const std::string method : {"seq_pav", "seq_phragmen"}) {
        const auto committee = committee_of(counted(method, voters, options, 7), options);
        REQUIRE(committee.size() == order.size());
        for (std::size_t seat = 0; seat < order.size(); ++seat) CHECK(committee[seat].option == order[seat]);
    }
    // A seat's gain is the quotient, its load the reciprocal.
    CHECK(committee_of(counted("seq_pav", voters, options, 7), options)[4] == elected{"A3", "53/3"});
    CHECK(committee_of(counted("seq_phragmen", voters, options, 7), options)[4] == elected{"A3", "3/53"});
}

TEST_CASE("the ranking is the order of election, and options without a score come last together") {
    const std::vector<std::string> options{"A", "B", "C", "D"};
    const auto voters = parties({{3, {"B", "C"}}, {2, {"D"}}});
    const auto pav = counted("seq_pav", voters, options, 2);
    CHECK(pav.winners == positions{1, 3});
    CHECK(pav.ranking == tiers{{1}, {3}, {0, 2}});
    CHECK(scores(pav) == texts{"none", "3", "none", "2"});
    CHECK_FALSE(pav.tied);
    const auto all = counted("seq_phragmen", voters, options, 9);
    CHECK(all.winners == positions{1, 3, 2, 0});
    CHECK(all.ranking == tiers{{1}, {3}, {2}, {0}});
}

TEST_CASE("no ballot elects nobody, ballots of weight 0 elect by the ballot paper") {
    for (const std::string method : {"seq_pav", "seq_phragmen"}) {
        const auto none = counted(method, {}, {"A", "B"}, 2);
        CHECK(none.winners.empty());
        CHECK(none.ranking == tiers{{0, 1}});
        CHECK(counted(method, {{0, {"B"}}}, {"A", "B"}, 1).winners == positions{0});
        CHECK(rule(method, "{}", {})->count({}).ranking.empty());
    }
}
