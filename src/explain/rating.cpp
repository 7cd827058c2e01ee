// Methods that rate options on scales: score, agreement, Delphi, priority matrix.
#include "telling.hpp"

#include <algorithm>

namespace sawt {

namespace {

using nlohmann::json;

void tell_rating_rule(const facts& f, telling& t) {
    const auto min = f.number("min"), max = f.number("max");
    if (min && max) t.how.push_back({say::rate, {{"min", *min}, {"max", *max}}});
    const auto by = f.word("rank_by", "mean");
    t.how.push_back({by == "median" ? say::rank_median : by == "sum" ? say::rank_sum : say::rank_mean});
    if (const auto raters = f.number("min_raters"); raters && *raters > 1) t.how.push_back({say::raters_needed, {{"n", *raters}}});
}

sentence with_score(const facts& f, std::uint32_t option) {
    const auto score = f.score(option);
    return score ? sentence{say::name_with, {{"name", f.name(option)}, {"x", *score}}} : named(f, option);
}

sentence first_rated(const facts& f, std::uint32_t option) {
    const auto score = f.score(option);
    if (!score) return {say::first, {{"a", f.name(option)}}};
    const auto raters = exact_number(f.told({"stats", f.id(option), "n"}));
    if (!raters) return {say::first_with, {{"a", f.name(option)}, {"x", *score}}};
    const auto by = f.word("rank_by", "mean");
    return {by == "median" ? say::first_median : by == "sum" ? say::first_sum : say::first_mean, {{"a", f.name(option)}, {"x", *score}, {"n", *raters}}};
}

void tell_ratings(const facts& f, telling& t) {
    const auto by = f.word("rank_by", "mean");
    const place_words words{.first = [&f](std::uint32_t option) { return first_rated(f, option); },
                            .member = [&f](std::uint32_t option) { return with_score(f, option); },
                            .each = by == "median" ? say::each_median : by == "sum" ? say::each_sum : say::each_mean};
    tell_places_rule(f, t);
    tell_by_score(f, t, words, "point");
}

// On which options people agree most and least, by van der Eijk's measure.
void tell_agreement_ends(const facts& f, telling& t) {
    std::optional<std::uint32_t> most, least;
    std::vector<std::optional<rational>> agreement;
    for (std::uint32_t option = 0; option < f.options(); ++option) {
        agreement.push_back(exact_number(f.told({"measures", f.id(option), "van_der_eijk"})));
        if (!agreement[option]) continue;
        if (!most || *agreement[option] > *agreement[*most]) most = option;
        if (!least || *agreement[option] < *agreement[*least]) least = option;
    }
    if (!most || *agreement[*most] == *agreement[*least]) return;
    t.decided.push_back({say::agree_most, {{"a", f.name(*most)}, {"x", *agreement[*most]}, {"b", f.name(*least)}, {"y", *agreement[*least]}}});
}

// Truths and shifts that a result tells by option.
void tell_consensus(const facts& f, telling& t) {
    std::size_t rated = 0, agreed = 0, closer = 0, apart = 0, compared = 0;
    for (std::uint32_t option = 0; option < f.options(); ++option) {
        if (const json* consensus = f.told({"stats", f.id(option), "consensus"}); consensus && consensus->is_boolean()) {
            ++rated;
            agreed += consensus->get<bool>();
        }
        if (const auto shift = exact_number(f.told({"shift", f.id(option), "iqr_shift"}))) {
            ++compared;
            closer += *shift < 0;
            apart += *shift > 0;
        }
    }
    if (rated > 0) t.decided.push_back({say::consensus_on, {{"n", rational(agreed)}, {"all", rational(rated)}}});
    if (compared > 0) t.decided.push_back({say::spread_moved, {{"closer", rational(closer)}, {"all", rational(compared)}, {"apart", rational(apart)}}});
}

struct axis {
    std::string id;
    local_text name;
    std::optional<rational> min, max;
    rational weight = 1;
};

std::vector<axis> axes_of(const facts& f) {
    std::vector<axis> axes;
    const json* list = f.rule("axes");
    if (!list || !list->is_array()) return axes;
    for (const json& one : *list) {
        const json* id = find(one, {"id"});
        if (!id || !id->is_string()) continue;
        axis of{id->get<std::string>(), text_of(find(one, {"name"})), exact_number(find(one, {"min"})), exact_number(find(one, {"max"})), 1};
        if (of.name.empty()) of.name = text_of(id);
        if (const auto weight = exact_number(find(one, {"weight"}))) of.weight = *weight;
        axes.push_back(std::move(of));
    }
    return axes;
}

void tell_axes_rule(const facts& f, telling& t, const std::vector<axis>& axes) {
    enumeration names, weights;
    for (const axis& one : axes) {
        names.of.push_back({say::name, {{"name", one.name}}});
        weights.of.push_back(with_weight(one.name, one.weight, say::name_times));
    }
    const auto has_scale_of_first = [&](const axis& one) { return one.min && one.max && one.min == axes.front().min && one.max == axes.front().max; };
    if (!axes.empty() && std::all_of(axes.begin(), axes.end(), has_scale_of_first))
        t.how.push_back({say::rate_axes_scale, {{"axes", names}, {"min", *axes.front().min}, {"max", *axes.front().max}}});
    else t.how.push_back({say::rate_axes, {{"axes", names}}});
    const bool weighted = std::any_of(axes.begin(), axes.end(), [](const axis& one) { return one.weight != 1; });
    if (f.word("rank_by", "sum") == "product") t.how.push_back({say::axes_product});
    else if (weighted) t.how.push_back({say::axes_weighted, {{"weights", weights}}});
    else t.how.push_back({say::axes_sum});
}

sentence first_on_axes(const facts& f, const std::vector<axis>& axes, std::uint32_t option) {
    const auto score = f.score(option);
    if (!score) return {say::first, {{"a", f.name(option)}}};
    enumeration means;
    for (const axis& one : axes)
        if (const auto mean = exact_number(f.told({"stats", f.id(option), one.id}))) means.of.push_back({say::name_value, {{"name", one.name}, {"x", *mean}}});
    if (means.of.empty()) return {say::first_with, {{"a", f.name(option)}, {"x", *score}}};
    return {say::first_axes, {{"a", f.name(option)}, {"x", *score}, {"axes", std::move(means)}}};
}

}  // namespace

void tell_score(const facts& f, telling& t) {
    tell_rating_rule(f, t);
    tell_ratings(f, t);
}

void tell_agreement(const facts& f, telling& t) {
    tell_rating_rule(f, t);
    t.how.push_back({say::agreement_scale, {{"low", rational(-1)}, {"high", rational(1)}}});
    tell_ratings(f, t);
    tell_agreement_ends(f, t);
}

void tell_delphi(const facts& f, telling& t) {
    tell_rating_rule(f, t);
    t.how.push_back({say::delphi_rounds, {{"iqr", f.number("consensus_iqr").value_or(1)}}});
    tell_ratings(f, t);
    tell_consensus(f, t);
}

void tell_priority_matrix(const facts& f, telling& t) {
    const auto axes = axes_of(f);
    tell_axes_rule(f, t, axes);
    tell_places_rule(f, t);
    const place_words words{.first = [&](std::uint32_t option) { return first_on_axes(f, axes, option); }, .member = [&f](std::uint32_t option) { return with_score(f, option); }};
    tell_by_score(f, t, words, "point");
}

}  // namespace sawt
