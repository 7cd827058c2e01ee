// What all rankings share, and how far they agree.
#include "telling.hpp"

namespace sawt {

void tell_ranking_rule(const facts& f, telling& t) {
    const auto most = f.number("max_ranked");
    if (most && *most < f.options()) t.how.push_back({say::rank_up_to, {{"n", *most}}});
    else t.how.push_back({say::rank_all});
}

// The least mean rank is the best.
void tell_concordance(const facts& f, telling& t) {
    tell_ranking_rule(f, t);
    t.how.push_back({say::concordance_w});
    tell_places_rule(f, t);
    const auto first = [&f](std::uint32_t option) {
        const auto rank = f.score(option);
        return rank ? sentence{say::first_mean_rank, {{"a", f.name(option)}, {"x", *rank}}} : sentence{say::first, {{"a", f.name(option)}}};
    };
    const auto member = [&f](std::uint32_t option) {
        const auto rank = f.score(option);
        return rank ? sentence{say::name_with, {{"name", f.name(option)}, {"x", *rank}}} : named(f, option);
    };
    if (const auto w = exact_number(f.told({"measures", "kendall_w"}))) t.decided.push_back({say::kendall_w, {{"w", *w}}});
    else if (f.told({"measures"}) && f.options() > 1) t.decided.push_back({say::kendall_w_none});
    tell_by_score(f, t, {.first = first, .member = member, .each = say::each_mean_rank}, "rank");
}

}  // namespace sawt
