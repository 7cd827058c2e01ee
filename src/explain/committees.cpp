// Places filled one after another so that many find themselves in the whole: sequential proportional approval, and Phragmén's method.
#include "telling.hpp"

#include <algorithm>

namespace sawt {

namespace {

// The lowest loads or gains decide one place after another; members bring their number where it says something.
void tell_chosen(const facts& f, telling& t, std::string_view unit, bool with_scores) {
    const auto& winners = f.total().winners;
    enumeration list{enumeration::joint::series, {}};
    std::vector<std::uint32_t> fillers;
    for (const std::uint32_t option : winners) {
        const auto score = f.score(option);
        list.of.push_back(score && with_scores ? sentence{say::name_with, {{"name", f.name(option)}, {"x", *score}}, unit} : named(f, option));
        if (!score) fillers.push_back(option);
    }
    t.decided.push_back({say::chosen_in_order, {{"list", std::move(list)}}});
    if (!fillers.empty()) t.decided.push_back({say::filled, {{"names", names_of(f, fillers)}}});
}

}  // namespace

void tell_seq_pav(const facts& f, telling& t) {
    t.how.push_back({say::pav_places});
    tell_places_rule(f, t);
    t.tie.push_back({say::ties_by_order});
    if (f.total().winners.empty()) return;
    tell_chosen(f, t, "vote", true);
}

void tell_seq_phragmen(const facts& f, telling& t) {
    t.how.push_back({say::phragmen_places});
    tell_places_rule(f, t);
    t.tie.push_back({say::ties_by_order});
    if (f.total().winners.empty()) return;
    tell_chosen(f, t, "", false);
    // Loads never fall from one place to the next, so the last is the heaviest.
    rational places = 0;
    std::optional<rational> heaviest;
    for (const std::uint32_t option : f.total().winners)
        if (const auto load = f.score(option)) {
            heaviest = load;
            places += 1;
        }
    if (heaviest && f.total().base > 0) t.decided.push_back({say::load, {{"x", *heaviest}, {"even", rational(places / f.total().base)}}});
}

}  // namespace sawt
