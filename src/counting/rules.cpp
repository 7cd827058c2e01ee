#include "methods.hpp"

#include <algorithm>
#include <array>

namespace sawt {

namespace {

struct method {
    std::string_view name;
    std::shared_ptr<const counting_rule> (*make)(const rule_spec&);
    std::string_view params;       // the names of its own parameters, each between blanks
    std::string_view without = {};  // those of all methods that it has no use for
};

// Parameters that methods take unless they say otherwise.
constexpr std::string_view common_params = " seats tie_break eligible quorum group_weights group_mode ";

// In alphabetical order.
constexpr std::array methods{
    method{"agreement", &make_agreement, " min max rank_by min_raters "},
    method{"allocation", &make_allocation, " total exact report_mean "},
    method{"approval", &make_approval, " min max confidence "},
    method{"borda", &make_borda, " strict max_ranked variant start "},
    method{"concordance", &make_concordance, " strict max_ranked "},
    method{"condorcet", &make_condorcet, " strict max_ranked unranked ", " seats tie_break "},
    method{"delphi", &make_delphi, " min max rank_by min_raters consensus_iqr "},
    method{"dots", &make_dots, " dots cap use_all "},
    method{"irv", &make_irv, " strict max_ranked equal_ranks ", " seats "},
    method{"majority_judgment", &make_majority_judgment, " grades missing "},
    method{"pairwise_comparison", &make_pairwise_comparison, " model prior "},
    method{"pb_greedy", &make_pb_greedy, " budget costs by skip ", " seats "},
    method{"pb_mes", &make_pb_mes, " budget costs utility completion increment integral exhaustive ", " seats "},
    method{"plurality", &make_plurality, " majority "},
    method{"priority_matrix", &make_priority_matrix, " axes rank_by "},
    method{"qa_upvotes", &make_qa_upvotes, " "},
    method{"quadratic", &make_quadratic, " credits negative "},
    method{"ranked_pairs", &make_ranked_pairs, " strict max_ranked unranked strength "},
    method{"schulze", &make_schulze, " strict max_ranked unranked strength "},
    method{"score", &make_score, " min max rank_by min_raters "},
    method{"seq_pav", &make_seq_pav, " "},
    method{"seq_phragmen", &make_seq_phragmen, " "},
    method{"stv", &make_stv, " strict max_ranked equal_ranks variant quota "},
    method{"words", &make_words, " max_words "},
};

constexpr auto names = [] {
    std::array<std::string_view, methods.size()> list;
    std::transform(methods.begin(), methods.end(), list.begin(), [](const method& m) { return m.name; });
    return list;
}();

static_assert(std::is_sorted(names.begin(), names.end()));

std::string known_methods() {
    std::string list;
    for (const auto name : names) list.append(list.empty() ? "" : ", ").append(name);
    return list;
}

}  // namespace

marks counting_rule::shift_between(const marks&, const marks&) const { return {}; }

std::string counting_rule::tell_shift(const tally&, std::span<const weighted_tally>, std::span<const weighted_tally>) const { return "{}"; }

std::variant<std::shared_ptr<const counting_rule>, rule_problem> make_rule(const rule_spec& spec) {
    const auto found = std::find_if(methods.begin(), methods.end(), [&](const method& m) { return m.name == spec.method; });
    if (found == methods.end()) return rule_problem{"method", "must be one of: " + known_methods()};
    try {
        return found->make(spec);
    } catch (rule_problem& problem) {
        return std::move(problem);
    }
}

std::span<const std::string_view> counting_methods() { return names; }

bool takes_parameter(std::string_view of_method, std::string_view name) {
    const std::string word = " " + std::string(name) + " ";
    const auto found = std::find_if(methods.begin(), methods.end(), [&](const method& m) { return m.name == of_method; });
    const auto has = [&](std::string_view list) { return list.find(word) != std::string_view::npos; };
    if (found == methods.end()) return has(common_params);
    return has(found->params) || (has(common_params) && !has(found->without));
}

}  // namespace sawt
