// Equal Shares against a naive count that shares nothing with it: fractions, one share after another, every project asked in every round.
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
    std::vector<bool> approves;
};

struct election {
    std::vector<voter> voters;
    std::vector<rational> costs;
    rational budget;
    bool by_cost = true, integral = true, exhaustive = true;
    std::string completion = "none";
    rational increment = 1;

    rational votes(std::size_t project) const {
        rational sum;
        for (const voter& v : voters)
            if (v.approves[project]) sum += v.weight;
        return sum;
    }
    rational cost(const positions& bought) const {
        rational sum;
        for (const auto project : bought) sum += costs[project];
        return sum;
    }
};

bool holds(const positions& list, std::size_t project) { return std::find(list.begin(), list.end(), project) != list.end(); }

positions naive_purchases(const election& e, const rational& share) {
    positions bought;
    std::vector<rational> money(e.voters.size(), share);
    for (;;) {
        std::optional<std::size_t> best;
        rational best_rate, best_payment;
        for (std::size_t project = 0; project < e.costs.size(); ++project) {
            const rational votes = e.votes(project);
            if (holds(bought, project) || votes == 0) continue;
            std::vector<std::pair<rational, rational>> purses;  // money, weight
            rational held;
            for (std::size_t v = 0; v < e.voters.size(); ++v) {
                if (!e.voters[v].approves[project]) continue;
                purses.emplace_back(money[v], e.voters[v].weight);
                held += money[v] * e.voters[v].weight;
            }
            if (held < e.costs[project]) continue;
            std::sort(purses.begin(), purses.end());
            rational cost = e.costs[project], by = votes, payment = cost / by;
            for (const auto& [purse, weight] : purses) {
                if (by == 0) break;  // only voters without weight are left
                payment = cost / by;
                if (purse >= payment) break;
                cost -= purse * weight;
                by -= weight;
            }
            const rational rate = e.costs[project] == 0 ? rational(0) : rational(payment / (e.by_cost ? e.costs[project] : rational(1)));
            const auto better = [&] {
                if (!best || rate != best_rate) return !best || rate < best_rate;
                if (e.costs[project] != e.costs[*best]) return e.costs[project] < e.costs[*best];
                return votes > e.votes(*best);
            };
            if (!better()) continue;
            best = project;
            best_rate = rate;
            best_payment = payment;
        }
        if (!best) return bought;
        for (std::size_t v = 0; v < e.voters.size(); ++v)
            if (e.voters[v].approves[*best]) money[v] -= std::min(money[v], best_payment);
        bought.push_back(static_cast<std::uint32_t>(*best));
    }
}

positions naive_count(const election& e) {
    rational all;
    for (const voter& v : e.voters) all += v.weight;
    if (all == 0) return {};
    rational share = e.budget / all;
    const bool add1 = e.completion.starts_with("add1");
    if (add1 && e.integral) share = numerator(share) / denominator(share);
    positions bought = naive_purchases(e, share);
    const auto left_over = [&](bool that_fits) {
        for (std::size_t project = 0; project < e.costs.size(); ++project)
            if (e.votes(project) > 0 && !holds(bought, project) && (!that_fits || e.cost(bought) + e.costs[project] <= e.budget)) return true;
        return false;
    };
    while (add1 && left_over(e.exhaustive) && share <= e.budget) {
        share += e.increment;
        const positions next = naive_purchases(e, share);
        if (e.cost(next) > e.budget) break;
        bought = next;
    }
    if (e.completion.ends_with("greedy")) {
        while (true) {
            std::optional<std::size_t> best;
            for (std::size_t project = 0; project < e.costs.size(); ++project)
                if (e.votes(project) > 0 && !holds(bought, project) && e.cost(bought) + e.costs[project] <= e.budget && (!best || e.votes(project) > e.votes(*best)))
                    best = project;
            if (!best) break;
            bought.push_back(static_cast<std::uint32_t>(*best));
        }
    }
    return bought;
}

// The election as parameters and ballots, with all money multiplied.
outcome counted(const election& e, const rational& money = 1) {
    std::vector<std::string> options;
    auto costs = json::object();
    for (std::size_t project = 0; project < e.costs.size(); ++project) {
        options.push_back("p" + std::to_string(project));
        costs[options.back()] = to_text(e.costs[project] * money);
    }
    const json params{{"budget", to_text(e.budget * money)}, {"costs", costs}, {"increment", to_text(e.increment * money)}, {"completion", e.completion},
                      {"utility", e.by_cost ? "cost" : "cardinality"}, {"integral", e.integral}, {"exhaustive", e.exhaustive}};
    const auto by = rule("pb_mes", params.dump(), options);
    ballot_box box(by, {}, {});
    for (const voter& v : e.voters) {
        auto approve = json::array();
        for (std::size_t project = 0; project < options.size(); ++project)
            if (v.approves[project]) approve.push_back(options[project]);
        box.add(by->read({{"approve", approve}}), "", 1, v.weight);
    }
    return box.count();
}

class election_maker {
public:
    explicit election_maker(unsigned seed) : chance_(seed) {}

    election make() {
        election e;
        const std::size_t projects = 1 + below(6);
        const std::size_t density = 1 + below(3);
        const bool odd_weights = below(3) == 0;
        static const std::vector<std::string> weights{"1", "2", "1/2", "1/3", "0", "7/5"};
        static const std::vector<std::vector<std::string>> prices{{"1"}, {"1", "2", "3"}, {"0", "1", "2"}, {"1/2", "2/3", "1.1", "3"}, {"10", "20", "35"}};
        for (auto left = 1 + below(8); left > 0; --left) {
            voter v{odd_weights ? exact(weights[below(weights.size())]) : rational(1), {}};
            for (std::size_t project = 0; project < projects; ++project) v.approves.push_back(below(4) < density);
            if (std::find(v.approves.begin(), v.approves.end(), true) != v.approves.end()) e.voters.push_back(std::move(v));
        }
        const auto& price = prices[below(prices.size())];
        for (std::size_t project = 0; project < projects; ++project) e.costs.push_back(exact(price[below(price.size())]));
        rational total;
        for (const auto& cost : e.costs) total += cost;
        e.budget = total * static_cast<std::int64_t>(below(12)) / 10;
        e.by_cost = below(2) == 0;
        e.integral = below(2) == 0;
        e.exhaustive = below(2) == 0;
        e.completion = std::vector<std::string>{"none", "greedy", "add1", "add1_greedy"}[below(4)];
        e.increment = exact(std::vector<std::string>{"1", "1/2", "0.3", "2"}[below(4)]);
        return e;
    }
    std::size_t below(std::size_t end) { return chance_() % end; }

private:
    std::mt19937 chance_;
};

election equal_voters(std::vector<std::vector<bool>> approvals, std::vector<rational> costs, rational budget) {
    election e;
    for (auto& approves : approvals) e.voters.push_back({1, std::move(approves)});
    e.costs = std::move(costs);
    e.budget = std::move(budget);
    return e;
}

}  // namespace

TEST_CASE("equal shares buys what a naive count of fractions buys") {
    election_maker maker(GENERATE(1U, 2U, 3U, 4U));
    for (int i = 0; i < 150; ++i) {
        const election e = maker.make();
        const auto result = counted(e);
        INFO(i << ": " << e.voters.size() << " voters, " << e.costs.size() << " projects, " << e.completion << ", budget " << e.budget);
        REQUIRE(result.winners == naive_count(e));
        REQUIRE(json::parse(result.more)["spent"] == json::parse(counted(e).more)["spent"]);
    }
}

// Amounts that no float holds are counted by exact numbers alone; the choice must be the same as with the floats' help.
TEST_CASE("equal shares does not depend on the unit of money") {
    election_maker maker(5);
    const rational huge(boost::multiprecision::pow(boost::multiprecision::cpp_int(10), 120));
    for (int i = 0; i < 150; ++i) {
        election e = maker.make();
        e.integral = false;  // a whole share depends on the unit
        const auto expected = naive_count(e);
        INFO(i << ": " << e.voters.size() << " voters, " << e.costs.size() << " projects, " << e.completion << ", budget " << e.budget);
        REQUIRE(counted(e, huge).winners == expected);
        REQUIRE(counted(e, rational(1, 3)).winners == expected);
    }
}

TEST_CASE("supporters who have less give all, and the others share the rest") {
    // 30 each. A takes 15 from four voters; B then costs two of them all they have left, and a third 30.
    auto e = equal_voters({{true, true}, {true, true}, {true, false}, {true, false}, {false, true}}, {60, 60}, 150);
    CHECK(counted(e).winners == positions{0, 1});
    // The least bit more cannot be paid.
    e.costs[1] = exact("60.0000000000000000001");
    CHECK(counted(e).winners == positions{0});
}

TEST_CASE("among equal rates the cheaper, then the better liked, then the earlier project is bought") {
    // Utility 1 and cost / votes equal: 4/2 and 2/1.
    election e = equal_voters({{true, false}, {true, true}}, {4, 2}, 5);
    e.by_cost = false;
    CHECK(counted(e).winners == positions{1});
    CHECK(counted(equal_voters({{true, true}}, {3, 3}, 3)).winners == positions{0});
}

TEST_CASE("small steps to a large share are not climbed one by one") {
    // A third of the budget each; the project of one voter needs 9/10 of it, some 10^15 steps further up.
    election e = equal_voters({{true, false}, {false, true}, {false, true}}, {exact("900000000000"), exact("50000000000")}, exact("1000000000000"));
    e.completion = "add1";
    e.increment = exact("1/1000");
    CHECK(counted(e).winners == positions{1, 0});
    // Two halves that mirror each other: at every share on the way to the last project their supporters have equal parts to pay, after one of
    // each pair has paid all that is left. Only exact numbers can tell that these tie, and that they go on doing so.
    const rational billion = exact("1000000000");
    const std::vector<std::string> ballots{"ac", "c", "bd", "d", "e", "a", "a", "b", "b"};
    election mirrored;
    for (const auto& ballot : ballots) {
        voter& v = mirrored.voters.emplace_back(voter{1, {}});
        for (const char project : std::string("abcde")) v.approves.push_back(ballot.find(project) != ballot.npos);
    }
    for (const char* cost : {"5.4", "5.4", "2.1", "2.1", "2.8"}) mirrored.costs.push_back(billion * exact(cost));
    mirrored.budget = billion * 18;
    mirrored.completion = "add1";
    mirrored.increment = exact("1/1000000");
    CHECK(counted(mirrored).winners == positions{0, 1, 2, 3, 4});
}

TEST_CASE("projects without a price are bought if anybody wants them") {
    election e = equal_voters({{true, false, true}, {false, false, true}}, {0, 0, 5}, 0);
    CHECK(counted(e).winners == positions{0});
    for (voter& v : e.voters) v.weight = 0;
    e.completion = "add1_greedy";
    CHECK(counted(e).winners.empty());
}

TEST_CASE("wrong parameters of equal shares are named") {
    const auto said = [](const std::string& more) { return problem(make("pb_mes", R"({"budget":1,"costs":{"A":1,"B":1,"C":1},)" + more + "}")); };
    CHECK(said(R"("utility":"votes")") == R"(params.utility: must be "cost" or "cardinality")");
    CHECK(said(R"("completion":"all")").starts_with("params.completion: "));
    CHECK(said(R"("increment":0)").starts_with("params.increment: must be more than 0"));
    CHECK(said(R"("increment":0.5)").starts_with("params.increment: "));
    CHECK(said(R"("integral":1)").starts_with("params.integral: "));
    CHECK(said(R"("exhaustive":"yes")").starts_with("params.exhaustive: "));
    CHECK(said(R"("increment":"1/1000")") == "");
    CHECK(problem(make("pb_mes", "{}")).starts_with("params.budget: is missing"));
}
