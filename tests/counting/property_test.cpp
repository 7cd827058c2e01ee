// What must hold for every method whatever the ballots: a tally that ballots came to and were taken back from says what a count from
// nothing says; order, splitting and the spread over tallies do not matter; a clone stands still; reading never fails.
//
// SAWT_PROPERTY_SEQUENCES in the environment sets how many sequences of casts each method goes through (thousands by default), SAWT_PROPERTY_SEED where
// they start. A failure names method, parameters and seed.
#include "tests/catch.hpp"
#include "tests/counting/method_setups.hpp"
#include "tests/counting/random_ballots.hpp"

#include <sawt/ballot_box.hpp>
#include <sawt/canonical.hpp>

#include <cstdlib>
#include <map>
#include <set>

namespace {

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__OPTIMIZE__)
constexpr std::uint64_t sequences_by_default = 200;  // such builds are many times slower
#else
constexpr std::uint64_t sequences_by_default = 2000;
#endif

std::uint64_t from_environment(const char* name, std::uint64_t fallback) {
    const char* text = std::getenv(name);
    return text ? std::strtoull(text, nullptr, 10) : fallback;
}

const std::vector<std::string> groups{"", "north", "south", "east"};

// No weights, multipliers, and shares; in each some groups have no weight of their own.
std::vector<group_weighting> weightings() {
    return {{},
            {group_weighting::mode::multiplier, {{"north", rational(3, 2)}, {"south", rational(1, 3)}, {"east", 0}}},
            {group_weighting::mode::share, {{"north", 1}, {"south", rational(2, 3)}, {"nobody", 5}}}};
}

std::shared_ptr<const counting_rule> made(std::string_view method, const json& params, std::span<const std::string> options) {
    auto rule = make_rule({method, &params, options});
    if (const auto* problem = std::get_if<rule_problem>(&rule)) FAIL(method << ": " << problem->path << " " << problem->problem);
    return std::get<0>(std::move(rule));
}

struct cast {
    reading ballot;
    std::string group;
    std::uint64_t n = 1;
    rational weight = 1;
};

// One method under one set of rules, and people who vote, vote again and withdraw.
class election {
public:
    election(std::string_view method, const json& params, std::span<const std::string> options, group_weighting weighting, std::uint64_t seed)
        : rule_(made(method, params, options)), weighting_(std::move(weighting)), options_(options), ballots_(method, params, options, seed) {}

    ballot_box empty_box() const { return {rule_, weighting_, {}}; }

    // Casts, replaces or withdraws one ballot.
    void step(ballot_box& box) {
        constexpr std::size_t voters = 12;
        const std::size_t voter = below(voters);
        if (const auto found = kept_.find(voter); found != kept_.end()) {
            const cast& old = found->second;
            box.take_back(old.ballot, old.group, old.n, old.weight, false);
            kept_.erase(found);
            if (below(3) == 0) return;
        }
        cast fresh = new_cast();
        box.add(fresh.ballot, fresh.group, fresh.n, fresh.weight);
        kept_.emplace(voter, std::move(fresh));
    }

    // The ballots that are left, put into an empty box in another order, some entries in two parts.
    ballot_box box_from_nothing() {
        ballot_box box = empty_box();
        std::vector<const cast*> order;
        for (const auto& [voter, kept] : kept_) order.push_back(&kept);
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[below(i)]);
        for (const cast* kept : order) {
            const std::uint64_t part = below(3) == 0 ? below(kept->n + 1) : kept->n;
            box.add(kept->ballot, kept->group, part, kept->weight);
            box.add(kept->ballot, kept->group, kept->n - part, kept->weight);
        }
        return box;
    }

    json result(const ballot_box& box) const { return to_json(box.count(), box.cast(), box.entitled(), options_); }

    const counting_rule& rule() const { return *rule_; }
    std::span<const std::string> options() const { return options_; }
    random_ballots& ballots() { return ballots_; }
    std::size_t below(std::size_t end) { return ballots_.below(end); }

    cast new_cast() {
        static const rational huge(boost::multiprecision::cpp_int("100000000000000000000"));
        static const std::vector<rational> weights{1, 1, 1, 1, 2, rational(1, 2), rational(1, 10), 0, -1, rational(7, 1000003), huge};
        static const std::vector<std::uint64_t> counts{1, 1, 1, 1, 2, 3, 0};
        return {rule_->read(ballots_.any()), groups[below(groups.size())], counts[below(counts.size())], weights[below(below(3) == 0 ? weights.size() : 4)]};
    }

private:
    std::shared_ptr<const counting_rule> rule_;
    group_weighting weighting_;
    std::span<const std::string> options_;
    random_ballots ballots_;
    std::map<std::size_t, cast> kept_;
};

std::vector<std::string> paper(std::size_t size) {
    static const std::vector<std::string> ids{"B", "A", "D", "C", "F", "E"};
    return {ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(size)};
}

// Runs `check(election, setup)` for every method with each of its sets of parameters and group weights, with changing numbers of options.
template <class Check>
void for_every_method(std::uint64_t sequences, Check check) {
    const std::uint64_t first_seed = from_environment("SAWT_PROPERTY_SEED", 1);
    for (const std::string_view method : counting_methods()) {
        if (setups_of(method, paper(3)).empty()) FAIL("tests/counting/method_setups.cpp has no line for " << method);
        for (std::uint64_t seed = first_seed; seed < first_seed + sequences; ++seed) {
            const auto options = method == "words" ? std::vector<std::string>() : paper(1 + seed % 6);
            const auto setups = setups_of(method, options);
            const method_setup& setup = setups[seed / 6 % setups.size()];
            const auto weighting = weightings()[seed / 2 % 3];
            INFO(method << " " << setup.params.dump() << ", " << options.size() << " options, SAWT_PROPERTY_SEED=" << seed << " SAWT_PROPERTY_SEQUENCES=1");
            election votes(method, setup.params, options, weighting, seed);
            check(votes);
        }
    }
}

std::uint64_t sequences() { return from_environment("SAWT_PROPERTY_SEQUENCES", sequences_by_default); }

}  // namespace

TEST_CASE("whatever is cast, changed and withdrawn, each method says what a count from nothing says") {
    for_every_method(sequences(), [](election& votes) {
        ballot_box box = votes.empty_box();
        for (std::size_t left = 1 + votes.below(30); left > 0; --left) votes.step(box);
        ballot_box fresh = votes.box_from_nothing();
        const json expected = votes.result(fresh);
        REQUIRE(votes.result(box) == expected);
    });
}

TEST_CASE("the spread of a group's ballots over tallies does not matter, and a clone stands still") {
    for_every_method(sequences() / 4, [](election& votes) {
        const auto told = [&votes](const outcome& result) {
            return to_json(result, {}, {}, votes.options()).dump();
        };
        struct split {
            std::array<std::unique_ptr<tally>, 2> halves;
            std::array<rational, 2> weights;
            std::unique_ptr<tally> whole;
        };
        std::map<std::string, split> of_group;
        const auto add = [&](const cast& c) {
            if (c.ballot.is != standing::counted || c.n == 0 || c.weight < 0) return;
            split& to = of_group[c.group];
            for (auto* each : {&to.halves[0], &to.halves[1], &to.whole})
                if (!*each) *each = votes.rule().open_tally();
            const std::size_t half = votes.below(2);
            const rational weight = c.weight * c.n;
            to.halves[half]->add(c.ballot.says, weight);
            to.weights[half] += weight;
            to.whole->add(c.ballot.says, weight);
        };
        // A named group is always one part, and some results speak of it; so here nobody has a name.
        const auto factor_of = [](const std::string& group) { return group == "south" ? rational(1, 3) : rational(2); };
        const auto whole_parts = [&] {
            std::vector<weighted_tally> parts;
            for (const auto& [group, s] : of_group)
                parts.push_back({"", s.whole.get(), s.weights[0] + s.weights[1], factor_of(group)});
            return parts;
        };
        const auto split_parts = [&] {
            std::vector<weighted_tally> parts;
            for (const auto& [group, s] : of_group)
                for (const std::size_t half : {1, 0}) parts.insert(parts.begin(), {"", s.halves[half].get(), s.weights[half], factor_of(group)});
            return parts;
        };

        for (std::size_t left = 1 + votes.below(12); left > 0; --left) add(votes.new_cast());
        const std::string before = told(votes.rule().count(whole_parts()));
        REQUIRE(told(votes.rule().count(split_parts())) == before);

        std::vector<std::unique_ptr<tally>> clones;
        auto cloned = whole_parts();
        for (weighted_tally& part : cloned) part.votes = clones.emplace_back(part.votes->clone()).get();
        for (std::size_t left = 1 + votes.below(4); left > 0; --left) add(votes.new_cast());
        REQUIRE(told(votes.rule().count(cloned)) == before);
    });
}

TEST_CASE("an election without a counted ballot has no winner and one tier") {
    for_every_method(36, [](election& votes) {
        ballot_box box = votes.empty_box();
        box.add(votes.rule().read(json::object()), "north");
        box.add(votes.rule().read(json::array()), "north");
        const outcome result = box.count();
        REQUIRE(box.cast().empty == 1);
        REQUIRE(box.cast().invalid == 1);
        REQUIRE(result.winners.empty());
        REQUIRE_FALSE(result.tied);
        REQUIRE(result.ranking.size() <= 1);
        REQUIRE((result.ranking.empty() ? 0 : result.ranking.front().size()) == votes.options().size());
    });
}

TEST_CASE("reading never fails, says why, and means the same before and after the log") {
    static const std::set<std::string_view> reasons{"wrong-shape", "unknown-option", "repeated-option", "too-many",     "too-few",    "over-cap",
                                                    "too-long",    "not-whole",      "out-of-range",    "unknown-axis", "equal-ranks"};
    for_every_method(sequences(), [](election& votes) {
        const json good = votes.ballots().valid();
        INFO(good.dump());
        REQUIRE(votes.rule().read(good).is != standing::invalid);

        json ballot = good;
        for (int times = 0; times < 3; ++times) {
            std::mt19937_64 chance(votes.below(1'000'000'000));
            ballot = spoilt(ballot, chance);
            INFO(ballot.dump(-1, ' ', false, json::error_handler_t::replace));
            reading read;
            REQUIRE_NOTHROW(read = votes.rule().read(ballot));
            REQUIRE((read.is == standing::invalid) == !read.reason.empty());
            if (read.is == standing::invalid) REQUIRE(reasons.contains(read.reason));
            if (read.is != standing::counted) REQUIRE(read.says == marks{});
            // What the log can hold is read the same from its bytes.
            const auto line = canonical(ballot);
            if (!line) continue;
            const reading again = votes.rule().read(json::parse(*line));
            REQUIRE(again.is == read.is);
            REQUIRE(again.says == read.says);
            REQUIRE(again.reason == read.reason);
        }
    });
}
