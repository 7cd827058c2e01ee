// Options compared two at a time by the voters: win rates, and the model of Bradley and Terry.
#include "telling.hpp"

#include <cmath>

namespace sawt {

namespace {

sentence with_score(const facts& f, std::uint32_t option, bool is_rate) {
    const auto score = f.score(option);
    if (!score || !is_rate) return named(f, option);
    return {say::name_share, {{"name", f.name(option)}, {"x", percent{*score / 100}}}};
}

sentence first_by_rate(const facts& f, std::uint32_t option) {
    const argument a{"a", f.name(option)};
    const auto score = f.score(option);
    const auto won = exact_number(f.told({"stats", f.id(option), "wins"})), lost = exact_number(f.told({"stats", f.id(option), "losses"}));
    if (!score || !won || !lost) return {say::first, {a}};
    return {say::first_win_rate, {a, {"won", *won}, {"n", rational(*won + *lost)}, {"rate", percent{*score / 100}}}};
}

// The estimate as what it means: how often the first would win against the next. An approximate number for showing; the order is the count's own.
sentence first_by_estimate(const facts& f, std::uint32_t option) {
    const argument a{"a", f.name(option)};
    const auto at = boundary_of(f);
    const auto in = f.score(option), out = at ? f.score(at->out) : std::nullopt;
    if (!in || !out) return {say::first, {a}};
    const double odds = std::exp(rational(*out - *in).convert_to<double>());
    return {say::first_estimate, {a, {"b", f.name(at->out)}, {"share", percent{rational(1 / (1 + odds))}}}};
}

}  // namespace

void tell_pairwise_comparison(const facts& f, telling& t) {
    const bool is_rate = f.word("model", "win_rate") == "win_rate";
    t.how.push_back({say::compare_two});
    if (is_rate) {
        t.how.push_back({say::win_rate});
    } else {
        t.how.push_back({say::bradley_terry});
        if (const auto prior = f.number("prior"); prior && *prior > 0) t.how.push_back({say::bradley_terry_prior, {{"half", rational(*prior / 2)}}});
    }
    t.how.push_back({say::draws_half});
    tell_places_rule(f, t);

    const auto* estimable = f.told({"estimable"});
    if (!is_rate && estimable && estimable->is_boolean() && !estimable->get<bool>()) {
        t.decided.push_back({say::not_estimable});
        return;
    }
    const place_words words{.first = [&f, is_rate](std::uint32_t option) { return is_rate ? first_by_rate(f, option) : first_by_estimate(f, option); },
                            .member = [&f, is_rate](std::uint32_t option) { return with_score(f, option, is_rate); },
                            .has_scores = false};
    tell_places(f, t, words);
    tell_tie(f, t, words);
    if (is_rate) tell_gaps(f, t, "percent_point");
}

}  // namespace sawt
