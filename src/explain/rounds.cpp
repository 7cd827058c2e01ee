// Counts in rounds: the alternative vote and the single transferable vote.
#include "telling.hpp"

#include <algorithm>

namespace sawt {

namespace {

using nlohmann::json;

// Votes of those still in, most first; exact but for Meek's, which are shown and never compared closely.
struct count_round {
    std::vector<std::pair<std::uint32_t, rational>> votes;
    std::vector<std::uint32_t> elected;
    std::optional<std::uint32_t> eliminated;
    bool forks = false;  // every order of elimination was followed from here on

    const rational* of(std::uint32_t option) const {
        const auto found = std::find_if(votes.begin(), votes.end(), [&](const auto& one) { return one.first == option; });
        return found == votes.end() ? nullptr : &found->second;
    }
};

count_round read_round(const facts& f, const json& round) {
    count_round read;
    if (const json* votes = find(round, {"votes"}); votes && votes->is_object())
        for (const auto& [id, number] : votes->items()) {
            const json name(id);
            const auto option = f.option(&name);
            const auto held = shown_number(&number);
            if (option && held) read.votes.emplace_back(*option, *held);
        }
    std::sort(read.votes.begin(), read.votes.end(), [](const auto& left, const auto& right) { return left.second != right.second ? left.second > right.second : left.first < right.first; });
    if (const json* elected = find(round, {"elected"}); elected && elected->is_array())
        for (const json& id : *elected)
            if (const auto option = f.option(&id)) read.elected.push_back(*option);
    read.eliminated = f.option(find(round, {"eliminated"}));
    read.forks = find(round, {"tied"}) != nullptr;
    return read;
}

std::vector<count_round> rounds_of(const facts& f) {
    std::vector<count_round> rounds;
    if (const json* list = f.told({"rounds"}); list && list->is_array())
        for (const json& round : *list) rounds.push_back(read_round(f, round));
    return rounds;
}

argument round_number(std::size_t round) { return {"round", rational(round + 1)}; }

void tell_equal_ranks(const facts& f, telling& t) {
    if (f.flag("strict", false)) return;
    t.how.push_back({f.word("equal_ranks", "split") == "exhaust" ? say::equal_exhaust : say::equal_split});
}

// Ties for going out: the last one by name, since it bore on the end most, the rest by number. An option that is elected cannot go out.
void tell_exit_ties(const facts& f, telling& t, const std::vector<count_round>& rounds) {
    std::size_t exits = 0, tied_rounds = 0;
    sentence last{say::tie_none};
    std::vector<bool> safe(f.options(), false);
    for (std::size_t round = 0; round < rounds.size(); ++round) {
        const count_round& at = rounds[round];
        for (const std::uint32_t option : at.elected) safe[option] = true;
        const rational* fewest = at.eliminated ? at.of(*at.eliminated) : nullptr;
        if (!fewest) continue;
        ++exits;
        std::vector<std::uint32_t> level;
        for (const auto& [option, votes] : at.votes)
            if (!safe[option] && votes == *fewest) level.push_back(option);
        if (level.size() < 2) continue;
        ++tied_rounds;
        const bool backward = f.word("tie_break", "order") == "backward";
        last = {backward ? say::tie_in_round_backward : say::tie_in_round_order, {round_number(round), {"names", names_of(f, level)}, {"c", f.name(*at.eliminated)}}};
    }
    if (exits > 0 && tied_rounds == 0) last = {say::exit_tie_none};
    t.tie.push_back(std::move(last));
    if (tied_rounds > 1) t.tie.push_back({say::tie_in_rounds_more, {{"n", rational(tied_rounds - 1)}}});
}

// Meek's votes are only approached; what is smaller than this is no difference (the count itself takes 1e-8 for equal).
const rational approached_within(1, 1'000'000);

rational least_gap(const facts& f) { return f.word("variant", "wigm") == "meek" ? approached_within : rational(0); }

// The exit that fewest votes would have turned, the latest of such: who went out, and who stood next above.
void tell_closest_exit(const facts& f, telling& t, const std::vector<count_round>& rounds) {
    struct exit {
        std::size_t round;
        std::uint32_t out, next;
        rational gap;
    };
    std::optional<exit> nearest;
    std::vector<bool> safe(f.options(), false);
    for (std::size_t round = 0; round < rounds.size(); ++round) {
        const count_round& at = rounds[round];
        for (const std::uint32_t option : at.elected) safe[option] = true;
        const rational* fewest = at.eliminated ? at.of(*at.eliminated) : nullptr;
        if (!fewest) continue;
        for (auto other = at.votes.rbegin(); other != at.votes.rend(); ++other) {
            if (safe[other->first] || other->first == *at.eliminated) continue;
            rational gap = other->second - *fewest;
            if (gap > least_gap(f) && (!nearest || gap <= nearest->gap)) nearest = exit{round, *at.eliminated, other->first, std::move(gap)};
            break;
        }
    }
    if (nearest) t.margin.push_back({say::closest_exit, {round_number(nearest->round), {"c", f.name(nearest->out)}, {"b", f.name(nearest->next)}, {"gap", nearest->gap}}});
}

void tell_irv_winner(const facts& f, telling& t, std::uint32_t winner, const std::vector<count_round>& rounds) {
    const argument a{"a", f.name(winner)};
    if (rounds.empty()) {
        t.decided.push_back({say::first, {a}});
        return;
    }
    const count_round& last = rounds.back();
    if (last.forks) {
        t.decided.push_back({say::irv_however, {a}});
        return;
    }
    rational standing = 0;
    for (const auto& [option, votes] : last.votes) standing += votes;
    const rational* votes = last.of(winner);
    if (votes && 2 * *votes > standing) t.decided.push_back({say::irv_majority, {round_number(rounds.size() - 1), a, {"x", *votes}, {"base", standing}}});
    else if (last.votes.size() == 1) t.decided.push_back({say::irv_last_left, {a, round_number(rounds.size() - 1)}});
    else t.decided.push_back({say::first, {a}});
    if (votes && last.votes.size() > 1) {
        const auto& second = last.votes[last.votes[0].first == winner ? 1 : 0];
        const say lead = rounds.size() > 1 ? say::last_round_lead : say::lead;
        if (*votes > second.second) t.margin.push_back({lead, {a, {"b", f.name(second.first)}, {"gap", rational(*votes - second.second)}}, "vote"});
    }
}

// What a quota is must be said in its own words, since each asks for another number.
void tell_quota(const facts& f, telling& t) {
    if (f.word("variant", "wigm") == "meek") {
        t.how.push_back({say::quota_meek});
        return;
    }
    const auto quota = exact_number(f.told({"quota"}));
    if (!quota) return;
    const auto kind = f.word("quota", "droop");
    if (kind == "droop") t.how.push_back({say::quota_droop, {{"quota", *quota}, {"seats", rational(f.seats())}}});
    else if (kind == "hb") t.how.push_back({say::quota_hb, {{"quota", *quota}, {"d", rational(f.seats() + 1)}}});
    else t.how.push_back({say::quota_hare, {{"quota", *quota}, {"d", rational(f.seats())}}});
}

void tell_elected(const facts& f, telling& t, const std::vector<count_round>& rounds) {
    const auto quota = exact_number(f.told({"quota"}));
    const bool more_than = f.word("quota", "droop") == "hb";
    enumeration elected{enumeration::joint::series, {}}, without_quota;
    std::vector<bool> listed(f.options(), false);
    for (std::size_t round = 0; round < rounds.size(); ++round)
        for (const std::uint32_t option : rounds[round].elected) {
            elected.of.push_back({say::name_round, {{"name", f.name(option)}, round_number(round)}});
            listed[option] = true;
            const rational* votes = rounds[round].of(option);
            if (quota && votes && (more_than ? *votes <= *quota : *votes < *quota)) without_quota.of.push_back(named(f, option));
        }
    for (const std::uint32_t option : f.total().winners)
        if (!listed[option]) elected.of.push_back(named(f, option));
    t.decided.push_back({say::elected, {{"list", std::move(elected)}}});
    if (!without_quota.of.empty()) t.decided.push_back({say::elected_unfull, {{"names", std::move(without_quota)}}});
}

// Between the last one elected and the best of those that were still in, if any were.
void tell_last_place(const facts& f, telling& t, const std::vector<count_round>& rounds) {
    if (rounds.empty() || rounds.back().elected.empty()) return;
    const count_round& last = rounds.back();
    const auto& winners = f.total().winners;
    const auto best_out = std::find_if(last.votes.begin(), last.votes.end(), [&](const auto& one) { return std::find(winners.begin(), winners.end(), one.first) == winners.end(); });
    const std::uint32_t in = last.elected.back();
    if (best_out == last.votes.end() || !last.of(in)) return;
    const rational gap = *last.of(in) - best_out->second;
    if (gap > least_gap(f)) t.margin.push_back({say::last_place_lead, {{"a", f.name(in)}, {"b", f.name(best_out->first)}, {"gap", gap}}});
}

}  // namespace

void tell_irv(const facts& f, telling& t) {
    tell_ranking_rule(f, t);
    t.how.push_back({say::irv_rounds});
    tell_equal_ranks(f, t);
    const auto& winners = f.total().winners;
    if (winners.empty()) return;
    const auto rounds = rounds_of(f);
    if (winners.size() == 1) {
        tell_irv_winner(f, t, winners.front(), rounds);
    } else {
        t.decided.push_back({say::irv_any_of, {{"names", names_of(f, winners, enumeration::joint::any)}}});
        t.tie.push_back({say::tie_first, {{"names", names_of(f, winners)}}});
        t.tie.push_back({say::tie_kept});
    }
    const bool all_orders = f.word("tie_break", "order") == "none";
    if (!rounds.empty() && !all_orders) tell_exit_ties(f, t, rounds);
    if (winners.size() == 1 && all_orders && !rounds.empty() && !rounds.back().forks) t.tie.push_back({rounds.size() > 1 ? say::exit_tie_none : say::tie_none});
    tell_closest_exit(f, t, rounds);
}

void tell_stv(const facts& f, telling& t) {
    tell_ranking_rule(f, t);
    tell_places_rule(f, t);
    t.how.push_back({say::stv_rounds});
    t.how.push_back({say::stv_transfers});
    tell_quota(f, t);
    if (f.word("variant", "wigm") == "scottish") t.how.push_back({say::scottish_cut});
    tell_equal_ranks(f, t);
    if (f.total().winners.empty()) return;
    const auto rounds = rounds_of(f);
    tell_elected(f, t, rounds);
    // Meek's votes are approached, not exact: nothing is said of which of them are equal.
    if (f.word("variant", "wigm") == "meek") t.tie.push_back({say::ties_by_order});
    else if (!rounds.empty()) tell_exit_ties(f, t, rounds);
    tell_last_place(f, t, rounds);
    tell_closest_exit(f, t, rounds);
}

}  // namespace sawt
