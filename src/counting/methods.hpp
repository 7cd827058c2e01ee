// The makers of all counting rules, one for each method; rules.cpp has them in its table. Each throws a rule_problem when a
// parameter is wrong.
#pragma once

#include <sawt/counting.hpp>

namespace sawt {

std::shared_ptr<const counting_rule> make_agreement(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_allocation(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_approval(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_borda(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_concordance(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_condorcet(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_delphi(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_dots(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_irv(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_majority_judgment(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_pairwise_comparison(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_pb_greedy(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_pb_mes(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_plurality(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_priority_matrix(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_qa_upvotes(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_quadratic(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_ranked_pairs(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_schulze(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_score(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_seq_pav(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_seq_phragmen(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_stv(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_words(const rule_spec& spec);

}  // namespace sawt
