// Ballots as people might fill them in, made from a seed: voters of a few kinds, each with leanings of its own, so that some options
// are liked by many and equal ballots occur. Shared by the property tests and the benchmark.
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sawt::test {

class random_ballots {
public:
    // For a method with its parameters. The options must outlive this.
    random_ballots(std::string_view method, const nlohmann::json& params, std::span<const std::string> options, std::uint64_t seed);

    // Breaks no rule, and is not blank where the method and its options allow anything else.
    nlohmann::json valid();

    // Mostly valid; now and then blank, or spoilt in any way that JSON allows.
    nlohmann::json any();

    std::size_t below(std::size_t end) { return end == 0 ? 0 : static_cast<std::size_t>(chance_() % end); }
    bool one_in(std::size_t n) { return below(n) == 0; }

private:
    // The options a voter likes most, best first, `count` of them.
    std::vector<std::size_t> favourites(std::size_t count);
    void draw_likings();
    std::int64_t param(const char* name, std::int64_t fallback) const;

    nlohmann::json points(std::int64_t given, std::int64_t cap, bool all);
    nlohmann::json votes(std::int64_t credits, bool negative);
    nlohmann::json rating(std::int64_t min, std::int64_t max, std::size_t option);
    nlohmann::json scores();
    nlohmann::json axis_scores();
    nlohmann::json approvals(std::size_t least, std::size_t most);
    nlohmann::json ranking();
    nlohmann::json pair(std::size_t one, std::size_t other);
    nlohmann::json pairs();
    nlohmann::json words();

    std::string method_;
    nlohmann::json params_;
    std::span<const std::string> options_;
    std::mt19937_64 chance_;
    std::vector<std::vector<double>> leanings_;  // of each kind of voter, by option
    std::vector<double> likings_;                // of the voter at hand, by option, from about 0 to 1
};

// Spoils something somewhere in a value: a member, an entry, a number, a type.
nlohmann::json spoilt(nlohmann::json value, std::mt19937_64& chance);

}  // namespace sawt::test
