#include "server/export/ballot_cells.hpp"

#include <sawt/canonical.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace sawt::exporting {

namespace {

using nlohmann::json;

enum class shape { values, ratings, grades, matrix, ranking, pairs, words };

shape shape_of(std::string_view method) {
    constexpr std::array<std::string_view, 7> rankings = {"borda", "concordance", "condorcet", "irv", "ranked_pairs", "schulze", "stv"};
    constexpr std::array<std::string_view, 3> ratings = {"agreement", "delphi", "score"};
    if (std::find(rankings.begin(), rankings.end(), method) != rankings.end()) return shape::ranking;
    if (std::find(ratings.begin(), ratings.end(), method) != ratings.end()) return shape::ratings;
    if (method == "majority_judgment") return shape::grades;
    if (method == "priority_matrix") return shape::matrix;
    if (method == "pairwise_comparison") return shape::pairs;
    return method == "words" ? shape::words : shape::values;
}

json params_of(const item& vote) { return parse_json(vote.params).value_or(json::object()); }

std::string text_in(const json& text, const std::string& language) {
    if (text.is_string()) return text.get<std::string>();
    if (!text.is_object() || text.empty()) return {};
    const auto wanted = text.find(language);
    return wanted != text.end() ? wanted->get<std::string>() : text.begin()->get<std::string>();
}

std::string name_of(const item& vote, std::size_t option, const std::string& language) {
    return option < vote.options.size() ? std::string(vote.options[option].text.in(language)) : std::string{};
}

void join(std::string& text, std::string_view with, const std::string& more) {
    if (!text.empty()) text.append(with);
    text.append(more);
}

std::string ranking_words(const item& vote, const marks& says, const std::string& language) {
    std::map<std::int64_t, std::string> tiers;
    for (const mark& one : says.options) join(tiers[one.value], " = ", name_of(vote, one.option, language));
    std::string text;
    for (const auto& [tier, names] : tiers) join(text, " > ", names);
    return text;
}

// Each mark is one pair that was judged: the better option, the other one in the place of the axis, and 0 for a tie.
std::string pair_words(const item& vote, const marks& says, const std::string& language) {
    std::string text;
    for (const mark& one : says.options) join(text, " | ", name_of(vote, one.option, language) + (one.value == 0 ? " = " : " > ") + name_of(vote, one.axis, language));
    return text;
}

std::string matrix_words(const item& vote, const marks& says, const std::string& language) {
    const json params = params_of(vote);
    std::map<std::uint32_t, std::string> options;
    for (const mark& one : says.options) {
        const json& axis = params.at("axes").at(one.axis);
        join(options[one.option], ", ", text_in(axis.value("name", axis.at("id")), language) + " " + std::to_string(one.value));
    }
    std::string text;
    for (const auto& [option, values] : options) join(text, " | ", name_of(vote, option, language) + " = " + values);
    return text;
}

std::string grade_words(const item& vote, const marks& says, const std::string& language) {
    const json params = params_of(vote);
    std::string text;
    for (const mark& one : says.options) join(text, " | ", name_of(vote, one.option, language) + " = " + text_in(params.at("grades").at(static_cast<std::size_t>(one.value)), language));
    return text;
}

// A rating of 0 says something; 0 points do not. One choice needs no number.
std::string value_words(const item& vote, const marks& says, const std::string& language, bool ratings) {
    std::string text;
    for (const mark& one : says.options) {
        if (one.value == 0 && !ratings) continue;
        join(text, " | ", name_of(vote, one.option, language) + (one.value == 1 && !ratings ? "" : " = " + std::to_string(one.value)));
    }
    return text;
}

}  // namespace

std::size_t numbers_per_option(const item& vote) {
    if (shape_of(vote.method) != shape::matrix) return 1;
    return params_of(vote).at("axes").size();
}

std::vector<std::vector<std::string>> ballot_numbers(const item& vote, const marks& says) {
    const shape as = shape_of(vote.method);
    std::vector<std::vector<std::string>> numbers(numbers_per_option(vote), std::vector<std::string>(vote.options.size()));
    if (as == shape::pairs || as == shape::words) return numbers;
    for (const mark& one : says.options)
        if (one.axis < numbers.size() && one.option < vote.options.size()) numbers[one.axis][one.option] = std::to_string(as == shape::ranking ? one.value + 1 : one.value);
    return numbers;
}

reading read_as_written(const item& vote, std::string_view ballot) {
    const json says = *parse_json(ballot);
    reading read = vote.rule->read(says);
    if (vote.method != "words") return read;
    read.says.words.clear();
    if (const auto texts = says.find("words"); texts != says.end())
        for (const json& text : *texts) read.says.words.push_back(text.get<std::string>());
    return read;
}

std::string ballot_words(const item& vote, const marks& says, const std::string& language) {
    switch (shape_of(vote.method)) {
        case shape::ranking: return ranking_words(vote, says, language);
        case shape::pairs: return pair_words(vote, says, language);
        case shape::matrix: return matrix_words(vote, says, language);
        case shape::grades: return grade_words(vote, says, language);
        case shape::ratings: return value_words(vote, says, language, true);
        case shape::values: return value_words(vote, says, language, false);
        case shape::words: break;
    }
    std::string text;
    for (const std::string& word : says.words) join(text, " | ", word);
    return text;
}

}  // namespace sawt::exporting
