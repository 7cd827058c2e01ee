// Small elections for tests: rules and ballots written as JSON text, results read back as exact texts.
#pragma once

#include <sawt/ballot_box.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace sawt::test {

inline const std::vector<std::string> a_b_c{"A", "B", "C"};

using made_rule = std::variant<std::shared_ptr<const counting_rule>, rule_problem>;

inline made_rule make(std::string_view method, const std::string& params, const std::vector<std::string>& options = a_b_c) {
    const auto object = nlohmann::json::parse(params);
    return make_rule({method, &object, options});
}

inline std::shared_ptr<const counting_rule> rule(std::string_view method, const std::string& params = "{}", const std::vector<std::string>& options = a_b_c) {
    return std::get<std::shared_ptr<const counting_rule>>(make(method, params, options));
}

// "path: problem", or "" when the rule is fine.
inline std::string problem(const made_rule& made) {
    const auto* wrong = std::get_if<rule_problem>(&made);
    return wrong ? wrong->path + ": " + wrong->problem : "";
}

inline reading read(const counting_rule& by, const std::string& ballot) { return by.read(nlohmann::json::parse(ballot)); }

inline std::string reason(const counting_rule& by, const std::string& ballot) {
    const reading result = read(by, ballot);
    return result.is == standing::invalid ? std::string(result.reason) : result.is == standing::blank ? "blank" : "counted";
}

inline rational exact(std::string_view text) { return parse_rational(text).value(); }

inline std::vector<std::string> scores(const outcome& result) {
    std::vector<std::string> texts;
    for (const auto& score : result.scores) texts.push_back(score ? to_text(*score) : "none");
    return texts;
}

using positions = std::vector<std::uint32_t>;
using tiers = std::vector<positions>;
using texts = std::vector<std::string>;

// A box without groups that already holds these ballots.
inline ballot_box box_with(std::shared_ptr<const counting_rule> by, const std::vector<std::string>& ballots) {
    ballot_box box(by, {}, {});
    for (const auto& ballot : ballots) box.add(read(*by, ballot), "");
    return box;
}

}  // namespace sawt::test
