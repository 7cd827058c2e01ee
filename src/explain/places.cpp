// Who has the places, ties for the last of them, and the gaps between them: told alike for every method that ranks.
#include "telling.hpp"

#include <algorithm>

namespace sawt {

namespace {

constexpr std::size_t top_of_one_place = 3;

// Above this many places the first and the last say more than a list.
constexpr std::size_t places_listed_max = 3;

argument places_of(const facts& f) { return {"seats", rational(f.seats())}; }

enumeration members(const std::vector<std::uint32_t>& options, const place_words& words) {
    enumeration list;
    for (const std::uint32_t option : options) list.of.push_back(words.member(option));
    return list;
}

void tell_several(const facts& f, telling& t, const place_words& words) {
    const auto& winners = f.total().winners;
    const argument list{"list", members(winners, words)};
    const argument chosen{"n", rational(winners.size())};
    if (winners.size() > f.seats()) {
        t.decided.push_back({say::seats_more, {places_of(f), chosen, list}});
    } else if (winners.size() < f.seats()) {
        t.decided.push_back({say::seats_fewer, {places_of(f), chosen, list}});
    } else if (winners.size() > places_listed_max && words.has_scores && f.score(winners.front()) && f.score(winners.back())) {
        t.decided.push_back({say::seats_range,
                             {places_of(f), {"a", f.name(winners.front())}, {"x", *f.score(winners.front())}, {"b", f.name(winners.back())}, {"y", *f.score(winners.back())}},
                             words.unit});
    } else {
        t.decided.push_back({say::seats_list, {places_of(f), list}});
    }
}

std::optional<rational> gap_after(const facts& f, std::size_t place) {
    const auto better = f.score(f.order()[place]), worse = f.score(f.order()[place + 1]);
    if (!better || !worse) return std::nullopt;
    return rational(abs(*better - *worse));
}

// Among the first places of a vote on one place; the gap after the first is told already.
void tell_smallest_gap(const facts& f, telling& t, std::string_view unit) {
    const std::size_t top = std::min(top_places(f), f.order().size());
    std::optional<std::size_t> smallest;
    for (std::size_t place = 0; place + 1 < top; ++place) {
        const auto gap = gap_after(f, place);
        if (!gap) break;
        if (!smallest || *gap < *gap_after(f, *smallest)) smallest = place;
    }
    if (!smallest || *smallest == 0) return;
    const argument i{"i", rational(*smallest + 1)}, j{"j", rational(*smallest + 2)};
    if (f.are_level(*smallest, *smallest + 1)) t.margin.push_back({say::places_level, {i, j}});
    else t.margin.push_back({say::smallest_gap, {{"n", rational(top)}, {"gap", *gap_after(f, *smallest)}, i, j}, unit});
}

}  // namespace

sentence named(const facts& f, std::uint32_t option) { return {say::name, {{"name", f.name(option)}}}; }

sentence with_weight(const local_text& name, const rational& weight, say as) {
    if (denominator(rational(weight * 100)) == 1) return {as, {{"name", name}, {"x", weight}}};
    return {as == say::name_times ? say::name_times_fraction : say::name_value_fraction, {{"name", name}, {"p", rational(numerator(weight))}, {"q", rational(denominator(weight))}}};
}

enumeration names_of(const facts& f, std::span<const std::uint32_t> options, enumeration::joint by) {
    enumeration names{by, {}};
    for (const std::uint32_t option : options) names.of.push_back(named(f, option));
    return names;
}

std::size_t top_places(const facts& f) {
    const std::size_t won = f.total().winners.size();
    return std::min(won > 1 ? won : top_of_one_place, f.order().size());
}

std::optional<place_boundary> boundary_of(const facts& f) {
    const auto& winners = f.total().winners;
    const std::size_t in = winners.size();
    if (in == 0 || in >= f.order().size() || f.are_level(in - 1, in)) return std::nullopt;
    // Winners are a beginning of the ranking wherever places are ranked; where they are not there is no boundary to speak of.
    for (std::size_t place = 0; place < in; ++place)
        if (std::find(winners.begin(), winners.end(), f.order()[place]) == winners.end()) return std::nullopt;
    return place_boundary{in - 1, f.order()[in - 1], f.order()[in]};
}

void tell_places_rule(const facts& f, telling& t) {
    if (f.seats() > 1) t.how.push_back({say::places, {places_of(f)}});
}

void tell_places(const facts& f, telling& t, const place_words& words) {
    const auto& winners = f.total().winners;
    if (winners.empty()) {
        t.decided.push_back({say::nobody});
    } else if (f.seats() > 1) {
        tell_several(f, t, words);
    } else if (winners.size() == 1) {
        t.decided.push_back(words.first(winners.front()));
    } else {
        t.decided.push_back({say::first_shared, {{"names", names_of(f, winners)}}});
        if (words.has_scores && f.score(winners.front())) t.decided.push_back({words.each, {{"x", *f.score(winners.front())}}, words.unit});
    }
}

void tell_tie(const facts& f, telling& t, const place_words& words) {
    const auto& winners = f.total().winners;
    if (winners.empty()) return;
    const auto& tied = f.total().tied;
    if (!tied || tied->options.empty()) {
        t.tie.push_back({say::tie_none});
        return;
    }
    const argument names{"names", names_of(f, tied->options)};
    if (f.seats() == 1) t.tie.push_back({say::tie_first, {names}});
    else t.tie.push_back({say::tie_last, {names, {"seats", rational(tied->seats)}}});
    // One place that all tied share has told its score already.
    const bool is_open = winners.size() > f.seats();
    if (words.has_scores && (f.seats() > 1 || !is_open))
        if (const auto score = f.score(tied->options.front())) t.tie.push_back({words.each, {{"x", *score}}, words.unit});
    if (is_open) {
        t.tie.push_back({say::tie_kept});
        return;
    }
    std::vector<std::uint32_t> chosen;
    for (const std::uint32_t option : tied->options)
        if (std::find(winners.begin(), winners.end(), option) != winners.end()) chosen.push_back(option);
    t.tie.push_back({say::tie_by_order, {{"chosen", names_of(f, chosen)}}});
}

void tell_gaps(const facts& f, telling& t, std::string_view unit) {
    if (const auto at = boundary_of(f)) {
        const argument a{"a", f.name(at->in)}, b{"b", f.name(at->out)};
        if (const auto gap = gap_after(f, at->last_in)) {
            if (f.seats() == 1 && at->last_in == 0) t.margin.push_back({say::lead, {a, b, {"gap", *gap}}, unit});
            else t.margin.push_back({say::boundary, {{"i", rational(at->last_in + 1)}, {"j", rational(at->last_in + 2)}, {"gap", *gap}, a, b}, unit});
        }
    }
    if (f.seats() == 1 && f.total().winners.size() == 1) tell_smallest_gap(f, t, unit);
}

void tell_by_score(const facts& f, telling& t, const place_words& words, std::string_view gap_unit) {
    tell_places(f, t, words);
    tell_tie(f, t, words);
    tell_gaps(f, t, gap_unit);
}

}  // namespace sawt
