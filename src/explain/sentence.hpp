// What is to be said, before it has a language. A sentence names one of the things that can be said and brings what belongs into it: exact
// numbers, shares, names, lists. Facts make sentences (telling.hpp), each language has the words for all of them (language.hpp).
#pragma once

#include <sawt/rational.hpp>
#include <sawt/text.hpp>

#include <cstdint>
#include <variant>
#include <vector>

namespace sawt {

// Every language has one template for each, in this order.
enum class say : std::uint8_t {
    // Members of lists.
    name, name_with, name_share, name_grade, name_value, name_times, name_value_fraction, name_times_fraction, name_round,
    // Thresholds of a majority.
    more_than_half, more_than_two_thirds, more_than_three_quarters, more_than_share, more_than_fraction,
    // Who took part, and with what weight.
    no_ballots, blank, invalid, blank_and_invalid, quorum_met, quorum_missed, took_part, weights, weights_rest, shares, weighted,
    // The rules in force.
    places, majority_needed,
    approve_any, approve_max, approve_min, approve_between, approve_exactly, choose_one, upvote_any,
    dots_up_to, dots_cap, dots_all, dots_all_cap, allocate_all, allocate_up_to, quadratic_votes, quadratic_against,
    rate, rank_mean, rank_median, rank_sum, raters_needed, agreement_scale, delphi_rounds,
    rate_axes, rate_axes_scale, axes_sum, axes_weighted, axes_product,
    give_grades, majority_grade, missing_worst, missing_out, grades_equal,
    rank_all, rank_up_to, borda_average, borda_zero, borda_modified, borda_dowdall, concordance_w,
    compare_all, order_copeland, order_schulze, order_ranked_pairs, strength_winning, strength_margins, unranked_below, unranked_ignored,
    irv_rounds, stv_rounds, stv_transfers, equal_split, equal_exhaust,
    quota_droop, quota_hb, quota_hare, quota_meek, scottish_cut,
    compare_two, win_rate, draws_half, bradley_terry, bradley_terry_prior,
    approve_projects, greedy_votes, greedy_per_cost, greedy_ends, shares_of_budget, shares_by_cost, shares_by_count, rest_by_votes, shares_raised,
    pav_places, phragmen_places, write_up_to, write_any, spellings_together,
    // What decided.
    first_of, first_with, first_approved, first_upvoted, first_written, first_mean, first_median, first_sum, first_axes, first_grade, first_win_rate, first_estimate,
    first, first_shared, each_has, each_mean, each_median, each_sum, each_mean_rank, seats_list, seats_range, seats_more, seats_fewer, nobody, above, above_none, not_estimable,
    beats_all, only_option, circle, level, beats_all_nobody, copeland_best, chains_best, win_left_out, fixed_best,
    irv_majority, irv_last_left, irv_however, irv_any_of, elected, elected_unfull,
    funded, funded_whole, funded_none, funded_all, chosen_in_order, load, filled, kendall_w, kendall_w_none, first_mean_rank, agree_most, consensus_on, spread_moved,
    // Ties.
    tie_none, tie_first, tie_last, tie_kept, tie_by_order, ties_by_order, ties_by_cost, tie_in_round_order, tie_in_round_backward, tie_in_rounds_more, exit_tie_none,
    // Margins.
    lead, boundary, smallest_gap, places_level, closest_duel, chains_lead, last_round_lead, closest_exit, last_place_lead,
    grade_next, grade_same, not_funded, not_payable,
    // Groups.
    outlives, outlives_as_set, swayed_as_set, swayed, together, no_group,
    count,
};

struct percent {
    rational of_one;
};

struct sentence;

// `any` joins with "or"; a `series` has commas only. A long list ends in how many more there are.
struct enumeration {
    enum class joint : std::uint8_t { all, any, series } by = joint::all;
    std::vector<sentence> of;
};

struct argument;

// Its members are defined below, where an argument is known: the two hold each other.
struct sentence {
    sentence(say what);
    sentence(say what, std::vector<argument> with, std::string_view unit = {});
    sentence(const sentence&);
    sentence(sentence&&) noexcept;
    sentence& operator=(const sentence&);
    sentence& operator=(sentence&&) noexcept;
    ~sentence();

    say what;
    std::vector<argument> with;
    std::string_view unit;  // the noun of scores, a phrase of the languages; none: a bare number
};

// A local_text is a name: quoted, isolated and shortened.
struct argument {
    std::string_view name;
    std::variant<rational, percent, local_text, enumeration> is;
};

inline sentence::sentence(say says) : what(says) {}
inline sentence::sentence(say says, std::vector<argument> arguments, std::string_view noun) : what(says), with(std::move(arguments)), unit(noun) {}
inline sentence::sentence(const sentence&) = default;
inline sentence::sentence(sentence&&) noexcept = default;
inline sentence& sentence::operator=(const sentence&) = default;
inline sentence& sentence::operator=(sentence&&) noexcept = default;
inline sentence::~sentence() = default;

}  // namespace sawt
