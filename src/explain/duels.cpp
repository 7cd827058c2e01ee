// Methods that compare every two options: condorcet, schulze, ranked_pairs. What is told is read from the matrices of the result; where they are
// left out, so are the sentences that need them.
#include "telling.hpp"

#include <algorithm>

namespace sawt {

namespace {

using nlohmann::json;

// A comparison as option `a` sees it.
struct duel {
    std::uint32_t with = 0;
    rational won = 0, lost = 0;
    rational margin() const { return won - lost; }
};

class duels {
public:
    duels(const facts& f, std::string_view key) : f_(f), square_(f.told({key})) {}

    std::optional<duel> between(std::uint32_t a, std::uint32_t b) const {
        if (!square_) return std::nullopt;
        const auto won = exact_number(find(*square_, {f_.id(a), f_.id(b)})), lost = exact_number(find(*square_, {f_.id(b), f_.id(a)}));
        if (!won || !lost) return std::nullopt;
        return duel{b, *won, *lost};
    }

    // Nothing unless `a` has a comparison with each other option.
    std::vector<duel> of(std::uint32_t a) const {
        std::vector<duel> all;
        for (std::uint32_t b = 0; b < f_.options(); ++b) {
            if (b == a) continue;
            const auto one = between(a, b);
            if (!one) return {};
            all.push_back(*one);
        }
        return all;
    }

private:
    const facts& f_;
    const json* square_;
};

duel closest(const std::vector<duel>& all) {
    return *std::min_element(all.begin(), all.end(), [](const duel& left, const duel& right) { return left.margin() < right.margin(); });
}

bool wins_all(const std::vector<duel>& all) {
    return !all.empty() && std::all_of(all.begin(), all.end(), [](const duel& one) { return one.won > one.lost; });
}

// True when it was told: `a` wins every comparison, and how close the closest is.
bool tell_beats_all(const facts& f, telling& t, std::uint32_t a) {
    if (f.options() == 1) {
        t.decided.push_back({say::only_option, {{"a", f.name(a)}}});
        return true;
    }
    const auto all = duels(f, "pairwise").of(a);
    if (!wins_all(all)) return false;
    const duel near = closest(all);
    t.decided.push_back({say::beats_all, {{"a", f.name(a)}, {"b", f.name(near.with)}, {"x", near.won}, {"y", near.lost}}});
    t.margin.push_back({say::closest_duel, {{"gap", near.margin()}}});
    return true;
}

// A circle is looked for among all options up to this many, so that the number of triples stays small.
constexpr std::size_t circle_options_max = 60;

// Every comparison at a glance: above 0 where the row wins, 0 where the two are level.
class outcomes {
public:
    explicit outcomes(const facts& f) : options_(static_cast<std::uint32_t>(f.options())), signs_(f.options() * f.options()) {
        const duels pairs(f, "pairwise");
        for (std::uint32_t a = 0; a < options_; ++a)
            for (std::uint32_t b = 0; b < a; ++b) {
                const auto one = pairs.between(a, b);
                const int sign = !one ? 0 : one->won > one->lost ? 1 : one->won < one->lost ? -1 : 0;
                signs_[a * options_ + b] = static_cast<std::int8_t>(sign);
                signs_[b * options_ + a] = static_cast<std::int8_t>(-sign);
            }
    }

    bool beats(std::uint32_t a, std::uint32_t b) const { return signs_[a * options_ + b] > 0; }

    struct circle {
        std::uint32_t a, b, c;
    };
    std::optional<circle> circle_through(std::uint32_t a) const {
        for (std::uint32_t c = 0; c < options_; ++c) {
            if (!beats(c, a)) continue;
            for (std::uint32_t b = 0; b < options_; ++b)
                if (beats(a, b) && beats(b, c)) return circle{a, b, c};
        }
        return std::nullopt;
    }

private:
    std::uint32_t options_;
    std::vector<std::int8_t> signs_;
};

// Why none of the best wins every comparison: one of them is in a circle of three that beat each other, or is level with another option.
void tell_nobody_beats_all(const facts& f, telling& t, std::span<const std::uint32_t> best) {
    if (best.empty() || !f.told({"pairwise"})) return;
    if (f.options() <= circle_options_max) {
        const outcomes signs(f);
        for (const std::uint32_t a : best)
            if (const auto found = signs.circle_through(a)) {
                t.decided.push_back({say::circle, {{"a", f.name(found->a)}, {"b", f.name(found->b)}, {"c", f.name(found->c)}}});
                return;
            }
    }
    for (const std::uint32_t a : best)
        for (const duel& one : duels(f, "pairwise").of(a))
            if (one.won == one.lost) {
                t.decided.push_back({say::level, {{"a", f.name(a)}, {"b", f.name(one.with)}, {"x", one.won}}});
                return;
            }
    t.decided.push_back({say::beats_all_nobody});
}

void tell_pairs_rule(const facts& f, telling& t) {
    tell_ranking_rule(f, t);
    t.how.push_back({say::compare_all});
}

void tell_unranked_rule(const facts& f, telling& t) { t.how.push_back({f.word("unranked", "last") == "ignore" ? say::unranked_ignored : say::unranked_below}); }

void tell_strength_rule(const facts& f, telling& t) {
    t.how.push_back({f.word("strength", "winning") == "margins" ? say::strength_margins : say::strength_winning});
}

place_words names_only(const facts& f) {
    return {.first = [&f](std::uint32_t option) { return sentence{say::first, {{"a", f.name(option)}}}; },
            .member = [&f](std::uint32_t option) { return named(f, option); },
            .has_scores = false};
}

// One winner who does not win every comparison: the rest of what decided is the method's. True when that is the case.
bool tell_one_or_several(const facts& f, telling& t) {
    const auto& winners = f.total().winners;
    const bool is_one = winners.size() == 1 && f.seats() == 1;
    if (is_one && tell_beats_all(f, t, winners.front())) return false;
    // With places for several nobody need win every comparison; that nobody does is told where one place was to be won.
    if (!is_one) {
        if (winners.size() > 1 && f.seats() == 1) tell_nobody_beats_all(f, t, winners);
        tell_places(f, t, names_only(f));
        return false;
    }
    tell_nobody_beats_all(f, t, winners);
    return true;
}

}  // namespace

void tell_condorcet(const facts& f, telling& t) {
    tell_pairs_rule(f, t);
    tell_unranked_rule(f, t);
    t.how.push_back({say::order_copeland});
    if (const auto& winners = f.total().winners; !winners.empty()) {
        if (!tell_beats_all(f, t, winners.front())) t.decided.push_back({say::first, {{"a", f.name(winners.front())}}});
        return;
    }
    std::vector<std::uint32_t> best;
    if (const json* smith = f.told({"smith"}); smith && smith->is_array())
        for (const json& id : *smith)
            if (const auto option = f.option(&id)) best.push_back(*option);
    tell_nobody_beats_all(f, t, best);
    if (f.total().ranking.empty() || f.total().ranking.front().empty()) return;
    const auto& first = f.total().ranking.front();
    if (const auto score = f.score(first.front())) t.decided.push_back({say::copeland_best, {{"x", *score}, {"names", names_of(f, first)}}});
}

void tell_schulze(const facts& f, telling& t) {
    tell_pairs_rule(f, t);
    tell_unranked_rule(f, t);
    t.how.push_back({say::order_schulze});
    tell_strength_rule(f, t);
    tell_places_rule(f, t);
    tell_tie(f, t, names_only(f));
    const duels paths(f, "paths");
    if (tell_one_or_several(f, t)) {
        const std::uint32_t a = f.total().winners.front();
        const auto all = paths.of(a);
        if (all.empty()) {
            t.decided.push_back({say::first, {{"a", f.name(a)}}});
            return;
        }
        const duel near = closest(all);
        t.decided.push_back({say::chains_best, {{"a", f.name(a)}, {"x", near.won}, {"y", near.lost}, {"b", f.name(near.with)}}});
        t.margin.push_back({say::chains_lead, {{"a", f.name(a)}, {"b", f.name(near.with)}, {"gap", near.margin()}}});
        return;
    }
    if (f.seats() == 1) return;
    // Between the chosen and the others the smallest difference need not be between neighbours.
    const auto at = boundary_of(f);
    if (!at) return;
    std::optional<std::pair<std::uint32_t, duel>> narrowest;
    for (std::size_t in = 0; in <= at->last_in; ++in)
        for (std::size_t out = at->last_in + 1; out < f.order().size(); ++out) {
            const auto one = paths.between(f.order()[in], f.order()[out]);
            if (one && one->won > one->lost && (!narrowest || one->margin() < narrowest->second.margin())) narrowest.emplace(f.order()[in], *one);
        }
    if (narrowest)
        t.margin.push_back({say::chains_lead, {{"a", f.name(narrowest->first)}, {"b", f.name(narrowest->second.with)}, {"gap", narrowest->second.margin()}}});
}

void tell_ranked_pairs(const facts& f, telling& t) {
    tell_pairs_rule(f, t);
    tell_unranked_rule(f, t);
    t.how.push_back({say::order_ranked_pairs});
    tell_strength_rule(f, t);
    t.how.push_back({say::ties_by_order});
    tell_places_rule(f, t);
    tell_tie(f, t, names_only(f));
    if (!tell_one_or_several(f, t)) return;
    const std::uint32_t a = f.total().winners.front();
    t.decided.push_back({say::fixed_best, {{"a", f.name(a)}}});
    for (const duel& one : duels(f, "pairwise").of(a)) {
        if (one.lost <= one.won) continue;
        // A winner whom somebody beats is first only because that win was left out.
        t.decided.push_back({say::win_left_out, {{"a", f.name(a)}, {"b", f.name(one.with)}, {"x", one.lost}, {"y", one.won}}});
        return;
    }
}

}  // namespace sawt
