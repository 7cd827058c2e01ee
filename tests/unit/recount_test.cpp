// Ballots come and are taken back at random; after each step the box must say what a naive count of the ballots that are left says.
// The naive count shares nothing with the counting under test: it reads the JSON itself and adds up fractions one ballot at a time.
#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include <algorithm>
#include <random>
#include <set>

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

namespace {

const std::vector<std::string> options{"A", "B", "C", "D"};
const std::vector<std::string> groups{"", "tanneries", "importers", "showrooms"};
constexpr int dots_each = 4;

struct cast_ballot {
    json ballot;
    std::string group;
    std::uint64_t n;
    rational weight;
};

// Marks by option; nothing when invalid, empty when blank.
std::optional<std::map<std::string, int>> naive_marks(const std::string& method, const json& ballot) {
    const auto known = [](const std::string& id) { return std::count(options.begin(), options.end(), id) == 1; };
    std::map<std::string, int> marks;
    if (method == "plurality") {
        if (ballot["choice"].is_null()) return marks;
        if (!known(ballot["choice"])) return std::nullopt;
        marks[ballot["choice"]] = 1;
    } else if (method == "approval") {
        for (const std::string id : ballot["approve"]) {
            if (!known(id) || marks.contains(id)) return std::nullopt;
            marks[id] = 1;
        }
    } else {
        int sum = 0;
        for (const auto& [id, points] : ballot["points"].items()) {
            if (!known(id) || points < 0) return std::nullopt;
            sum += points.get<int>();
            if (points > 0) marks[id] = points;
        }
        if (sum > dots_each) return std::nullopt;
    }
    return marks;
}

struct naive_result {
    std::map<std::string, rational> scores;
    rational weight;
    std::uint64_t ballots = 0, empty = 0, invalid = 0;
};

naive_result naive_count(const std::string& method, const group_weighting& weighting, const std::vector<cast_ballot>& cast) {
    naive_result result;
    for (const auto& id : options) result.scores[id] = 0;
    const bool share = weighting.how == group_weighting::mode::share;
    const auto counts = [&](const cast_ballot& c) {
        const auto marks = naive_marks(method, c.ballot);
        return marks && !marks->empty() && c.weight >= 0 && (!share || weighting.weights.contains(c.group));
    };
    std::map<std::string, rational> of_group;
    for (const auto& c : cast)
        if (counts(c)) of_group[c.group] += c.n * c.weight;
    for (const auto& c : cast) {
        result.ballots += c.n;
        const auto marks = naive_marks(method, c.ballot);
        if (!marks || c.weight < 0 || (share && !weighting.weights.contains(c.group)))
            result.invalid += c.n;
        else if (marks->empty())
            result.empty += c.n;
        if (!counts(c)) continue;
        const auto found = weighting.weights.find(c.group);
        rational factor = found == weighting.weights.end() ? rational(1) : found->second;
        if (share) factor = of_group[c.group] == 0 ? rational(0) : rational(factor / of_group[c.group]);
        for (const auto& [id, value] : *marks) result.scores[id] += c.n * c.weight * factor * value;
        result.weight += c.n * c.weight * factor;
    }
    return result;
}

class ballot_maker {
public:
    explicit ballot_maker(unsigned seed) : chance_(seed) {}

    cast_ballot make(const std::string& method) {
        static const std::vector<std::string> weights{"1", "1", "1", "2", "1/3", "0.1", "0", "-1", "12345678901234567890", "7/1000000007"};
        static const std::vector<std::uint64_t> counts{1, 1, 1, 2, 17, 5'000'000'000};
        return {ballot(method), pick(groups), pick(counts), exact(pick(weights))};
    }
    std::size_t below(std::size_t end) { return chance_() % end; }

private:
    template <class List>
    typename List::value_type pick(const List& list) {
        return list[below(list.size())];
    }
    std::string option() { return below(20) == 0 ? "Z" : pick(options); }
    json ballot(const std::string& method) {
        if (method == "plurality") return {{"choice", below(8) == 0 ? json() : json(option())}};
        if (method == "approval") {
            auto approve = json::array();
            for (auto left = below(4); left > 0; --left) approve.push_back(option());
            return {{"approve", approve}};
        }
        auto points = json::object();
        for (auto left = below(4); left > 0; --left) points[option()] = static_cast<int>(below(4)) - (below(30) == 0 ? 1 : 0);
        return {{"points", points}};
    }
    std::mt19937 chance_;
};

}  // namespace

TEST_CASE("whatever comes and is taken back, a box says what a fresh count says") {
    const std::string method = GENERATE("plurality", "approval", "dots");
    const auto how = GENERATE(group_weighting::mode::multiplier, group_weighting::mode::share);
    const unsigned seed = GENERATE(1U, 2U, 3U);
    INFO(method << ", seed " << seed);

    const group_weighting weighting{how, {{"tanneries", exact("3/2")}, {"importers", exact("0.1")}, {"unknown", 9}}};
    const auto by = rule(method, R"({"dots":4})", options);
    ballot_box box(by, weighting, {});
    ballot_maker maker(seed);
    std::vector<cast_ballot> kept;
    std::uint64_t superseded = 0;

    for (int step = 0; step < 300; ++step) {
        // In waves, so that the box is nearly empty now and then.
        if (kept.empty() || maker.below(100) < (step / 50 % 2 == 0 ? 75 : 25)) {
            kept.push_back(maker.make(method));
            const auto& c = kept.back();
            box.add(by->read(c.ballot), c.group, c.n, c.weight);
        } else {
            std::swap(kept[maker.below(kept.size())], kept.back());
            const auto c = kept.back();
            kept.pop_back();
            const bool replaced = maker.below(2) == 0;
            box.take_back(by->read(c.ballot), c.group, c.n, c.weight, replaced);
            if (replaced) superseded += c.n;
        }

        const auto expected = naive_count(method, weighting, kept);
        const auto cast = box.cast();
        REQUIRE(cast.ballots == expected.ballots);
        REQUIRE(cast.empty == expected.empty);
        REQUIRE(cast.invalid == expected.invalid);
        REQUIRE(cast.superseded == superseded);
        REQUIRE(to_text(cast.weight) == to_text(expected.weight));

        const auto result = box.count();
        rational given = 0;
        for (std::size_t i = 0; i < options.size(); ++i) {
            REQUIRE(to_text(*result.scores[i]) == to_text(expected.scores.at(options[i])));
            given += expected.scores.at(options[i]);
        }
        REQUIRE(to_text(result.base) == to_text(method == "dots" ? given : expected.weight));
        REQUIRE(result.winners.empty() == (expected.ballots == expected.empty + expected.invalid));
        std::set<std::uint32_t> ranked;
        for (const auto& tier : result.ranking) {
            for (const auto option : tier) {
                ranked.insert(option);
                REQUIRE(result.scores[option] == result.scores[tier.front()]);
            }
            if (&tier != &result.ranking.front()) REQUIRE(result.scores[tier.front()] < result.scores[(&tier)[-1].front()]);
        }
        REQUIRE(ranked.size() == options.size());
    }
}
