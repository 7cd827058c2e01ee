#include <sawt/explain.hpp>

#include "language.hpp"
#include "telling.hpp"

#include <algorithm>
#include <array>

namespace sawt {

namespace {

struct method_teller {
    std::string_view method;
    tell by;
};

// In alphabetical order.
constexpr std::array tellers{
    method_teller{"agreement", &tell_agreement},
    method_teller{"allocation", &tell_allocation},
    method_teller{"approval", &tell_approval},
    method_teller{"borda", &tell_borda},
    method_teller{"concordance", &tell_concordance},
    method_teller{"condorcet", &tell_condorcet},
    method_teller{"delphi", &tell_delphi},
    method_teller{"dots", &tell_dots},
    method_teller{"irv", &tell_irv},
    method_teller{"majority_judgment", &tell_majority_judgment},
    method_teller{"pairwise_comparison", &tell_pairwise_comparison},
    method_teller{"pb_greedy", &tell_pb_greedy},
    method_teller{"pb_mes", &tell_pb_mes},
    method_teller{"plurality", &tell_plurality},
    method_teller{"priority_matrix", &tell_priority_matrix},
    method_teller{"qa_upvotes", &tell_qa_upvotes},
    method_teller{"quadratic", &tell_quadratic},
    method_teller{"ranked_pairs", &tell_ranked_pairs},
    method_teller{"schulze", &tell_schulze},
    method_teller{"score", &tell_score},
    method_teller{"seq_pav", &tell_seq_pav},
    method_teller{"seq_phragmen", &tell_seq_phragmen},
    method_teller{"stv", &tell_stv},
    method_teller{"words", &tell_words},
};

local_text in_all_languages(const agenda& of, std::span<const sentence> what) {
    local_text text;
    for (const std::string& code : of.languages) {
        const language* words = find_language(code);
        if (!words) continue;
        std::string said = speaker(*words, of.rules.digits == "arab").text(what);
        if (!said.empty()) text.by_language.emplace_back(code, std::move(said));
    }
    return text;
}

telling tell_all(const facts& f) {
    telling t;
    if (const tell by = teller_of(f.what().method)) by(f, t);
    tell_turnout(f, t);
    tell_groups(f, t);
    if (f.cast().counted() > 0) return t;
    // The rules are the rules; all else would be said of nothing.
    return {.how = std::move(t.how), .decided = {{say::no_ballots}}, .tie = {}, .margin = {}, .robust = {}};
}

}  // namespace

tell teller_of(std::string_view method) {
    const auto found = std::lower_bound(tellers.begin(), tellers.end(), method, [](const method_teller& one, std::string_view name) { return one.method < name; });
    return found == tellers.end() || found->method != method ? nullptr : found->by;
}

explanation explain(const agenda& of, const item& what, const round_result& result) {
    const telling t = tell_all(facts(of, what, result));
    return {in_all_languages(of, t.how), in_all_languages(of, t.decided), in_all_languages(of, t.tie), in_all_languages(of, t.margin), in_all_languages(of, t.robust)};
}

nlohmann::json to_json(const explanation& why) {
    auto object = nlohmann::json::object();
    const auto add = [&](const char* name, const local_text& text) {
        if (!text.empty()) object[name] = to_json(text);
    };
    add("how", why.how);
    add("decided", why.decided);
    add("tie", why.tie);
    add("margin", why.margin);
    add("robust", why.robust);
    return object;
}

}  // namespace sawt
