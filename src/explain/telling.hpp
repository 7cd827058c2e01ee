// The explanation of a result as sentences without a language, and who makes them: one function for each method, which says the rules it counts
// by, what decided, ties and margins; and what is told alike for all of them.
#pragma once

#include "facts.hpp"

#include <functional>

namespace sawt {

struct telling {
    std::vector<sentence> how, decided, tie, margin, robust;
};

using tell = void (*)(const facts&, telling&);

// Null for a method that is not known.
tell teller_of(std::string_view method);

// Choosing and adding up.
void tell_plurality(const facts& f, telling& t);
void tell_approval(const facts& f, telling& t);
void tell_qa_upvotes(const facts& f, telling& t);
void tell_dots(const facts& f, telling& t);
void tell_allocation(const facts& f, telling& t);
void tell_quadratic(const facts& f, telling& t);
void tell_words(const facts& f, telling& t);

// Ratings.
void tell_score(const facts& f, telling& t);
void tell_agreement(const facts& f, telling& t);
void tell_delphi(const facts& f, telling& t);
void tell_priority_matrix(const facts& f, telling& t);
void tell_majority_judgment(const facts& f, telling& t);

// Rankings.
void tell_borda(const facts& f, telling& t);
void tell_concordance(const facts& f, telling& t);
void tell_condorcet(const facts& f, telling& t);
void tell_schulze(const facts& f, telling& t);
void tell_ranked_pairs(const facts& f, telling& t);
void tell_irv(const facts& f, telling& t);
void tell_stv(const facts& f, telling& t);

// Pairs, budgets, committees.
void tell_pairwise_comparison(const facts& f, telling& t);
void tell_pb_greedy(const facts& f, telling& t);
void tell_pb_mes(const facts& f, telling& t);
void tell_seq_pav(const facts& f, telling& t);
void tell_seq_phragmen(const facts& f, telling& t);

// Weights of groups, blank and invalid ballots, quorum.
void tell_turnout(const facts& f, telling& t);

// Whether the top places outlive the absence of any one group.
void tell_groups(const facts& f, telling& t);

// The rule that a ranking keeps to, and the number of places where there are several.
void tell_ranking_rule(const facts& f, telling& t);
void tell_places_rule(const facts& f, telling& t);

// Who has the places, from the winners. `first` says it of a sole winner of one place, `member` stands in lists; `range` names the first and
// the last of many, and is left out where scores have no numbers to show.
struct place_words {
    std::function<sentence(std::uint32_t)> first;
    std::function<sentence(std::uint32_t)> member;
    std::string_view unit = {};  // of scores
    bool has_scores = true;
    say each = say::each_has;    // of scores that several share
};
void tell_places(const facts& f, telling& t, const place_words& words);

// Ties for the last place, and what was agreed to settle them.
void tell_tie(const facts& f, telling& t, const place_words& words);

// The gap between the last that has a place and the first that has none; with one place also the smallest gap among the first ones.
void tell_gaps(const facts& f, telling& t, std::string_view unit);

// All three, for methods whose ranking is by scores.
void tell_by_score(const facts& f, telling& t, const place_words& words, std::string_view gap_unit);

// The boundary between chosen and not chosen as places in the ranking: the last chosen, and the next, which is the first not chosen. Nothing when
// there is no such pair, or a tie across it.
struct place_boundary {
    std::size_t last_in;  // from 0
    std::uint32_t in, out;
};
std::optional<place_boundary> boundary_of(const facts& f);

// How many places margins and robustness speak of: those that were won, or the first three where one was.
std::size_t top_places(const facts& f);

sentence named(const facts& f, std::uint32_t option);

// A name with its weight, which is exact: a fraction where two decimals are not enough. `as` is name_value or name_times.
sentence with_weight(const local_text& name, const rational& weight, say as);

enumeration names_of(const facts& f, std::span<const std::uint32_t> options, enumeration::joint by = enumeration::joint::all);

}  // namespace sawt
