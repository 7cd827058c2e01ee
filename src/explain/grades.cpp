// Majority judgment: grades in words, and how far those of the first two lie apart.
#include "telling.hpp"

namespace sawt {

namespace {

using nlohmann::json;

// The grades of one option: their sum, and what of it is better than, at least, or worse than a grade.
struct grade_counts {
    rational all = 0, better = 0, reached = 0, worse = 0;
};

local_text grade_name(const facts& f, const rational& grade) {
    const json* grades = f.rule("grades");
    if (!grades || !grades->is_array() || denominator(grade) != 1 || grade < 0 || grade >= grades->size()) return {};
    return text_of(&(*grades)[static_cast<std::size_t>(numerator(grade))]);
}

std::optional<grade_counts> counts_of(const facts& f, std::uint32_t option, const rational& grade) {
    const json* distribution = f.told({"stats", f.id(option), "distribution"});
    if (!distribution || !distribution->is_object()) return std::nullopt;
    grade_counts counts;
    for (const auto& [number, weight] : distribution->items()) {
        const auto at = parse_rational(number);
        const auto given = exact_number(&weight);
        if (!at || !given) return std::nullopt;
        counts.all += *given;
        if (*at > grade) counts.better += *given;
        if (*at >= grade) counts.reached += *given;
        if (*at < grade) counts.worse += *given;
    }
    if (counts.all <= 0) return std::nullopt;
    return counts;
}

sentence first_graded(const facts& f, std::uint32_t option) {
    const auto grade = f.score(option);
    const auto counts = grade ? counts_of(f, option, *grade) : std::nullopt;
    const local_text name = grade ? grade_name(f, *grade) : local_text{};
    if (!counts || name.empty()) return {say::first, {{"a", f.name(option)}}};
    return {say::first_grade, {{"a", f.name(option)}, {"grade", name}, {"n", counts->reached}, {"base", counts->all}, {"share", percent{counts->reached / counts->all}}}};
}

sentence with_grade(const facts& f, std::uint32_t option) {
    const auto grade = f.score(option);
    const local_text name = grade ? grade_name(f, *grade) : local_text{};
    if (name.empty()) return named(f, option);
    return {say::name_grade, {{"name", f.name(option)}, {"grade", name}}};
}

void tell_next_grade(const facts& f, telling& t) {
    const auto at = boundary_of(f);
    if (!at) return;
    const auto in = f.score(at->in), out = f.score(at->out);
    if (!in || !out) return;
    const argument b{"b", f.name(at->out)};
    const local_text grade = grade_name(f, *out);
    if (*in != *out) {
        if (!grade.empty()) t.margin.push_back({say::grade_next, {b, {"grade", grade}}});
        return;
    }
    const auto of_in = counts_of(f, at->in, *in), of_out = counts_of(f, at->out, *out);
    if (!of_in || !of_out) return;
    t.margin.push_back({say::grade_same,
                        {{"a", f.name(at->in)}, b,
                         {"p", percent{of_in->better / of_in->all}}, {"q", percent{of_out->better / of_out->all}},
                         {"r", percent{of_in->worse / of_in->all}}, {"s", percent{of_out->worse / of_out->all}}}});
}

}  // namespace

void tell_majority_judgment(const facts& f, telling& t) {
    const json* grades = f.rule("grades");
    const local_text worst = grade_name(f, 0);
    if (grades && grades->is_array() && !worst.empty())
        t.how.push_back({say::give_grades, {{"worst", worst}, {"best", grade_name(f, rational(grades->size()) - 1)}}});
    t.how.push_back({say::majority_grade});
    if (f.word("missing", "worst") == "normalise") t.how.push_back({say::missing_out});
    else if (!worst.empty()) t.how.push_back({say::missing_worst, {{"worst", worst}}});
    t.how.push_back({say::grades_equal});
    tell_places_rule(f, t);
    const place_words words{.first = [&f](std::uint32_t option) { return first_graded(f, option); },
                            .member = [&f](std::uint32_t option) { return with_grade(f, option); },
                            .has_scores = false};
    tell_places(f, t, words);
    tell_tie(f, t, words);
    tell_next_grade(f, t);
}

}  // namespace sawt
