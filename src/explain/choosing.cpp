// Methods that add up what voters choose or give: plurality, approval, upvotes, dots, allocation, quadratic votes, words.
#include "telling.hpp"

namespace sawt {

namespace {

sentence first_with_share(const facts& f, std::uint32_t option, say shared, std::string_view unit) {
    const auto score = f.score(option);
    if (!score) return {say::first, {{"a", f.name(option)}}};
    const rational& base = f.total().base;
    if (base <= 0) return {say::first_with, {{"a", f.name(option)}, {"x", *score}}, unit};
    return {shared, {{"a", f.name(option)}, {"x", *score}, {"base", base}, {"share", percent{*score / base}}}, unit};
}

sentence with_score(const facts& f, std::uint32_t option, std::string_view unit) {
    const auto score = f.score(option);
    return score ? sentence{say::name_with, {{"name", f.name(option)}, {"x", *score}}, unit} : named(f, option);
}

// `shared` says of the first what share of the base it has.
void tell_sums(const facts& f, telling& t, say shared, std::string_view unit) {
    const place_words words{.first = [&f, shared, unit](std::uint32_t option) { return first_with_share(f, option, shared, unit); },
                            .member = [&f, unit](std::uint32_t option) { return with_score(f, option, unit); },
                            .unit = unit};
    tell_places_rule(f, t);
    tell_by_score(f, t, words, unit);
}

sentence more_than(const rational& share) {
    if (share == rational(1, 2)) return {say::more_than_half};
    if (share == rational(2, 3)) return {say::more_than_two_thirds};
    if (share == rational(3, 4)) return {say::more_than_three_quarters};
    if (denominator(rational(share * 100)) == 1) return {say::more_than_share, {{"share", percent{share}}}};
    return {say::more_than_fraction, {{"p", rational(numerator(share))}, {"q", rational(denominator(share))}}};
}

void tell_majority(const facts& f, telling& t) {
    const auto majority = f.number("majority");
    if (!majority) return;
    t.how.push_back({say::majority_needed, {{"part", enumeration{enumeration::joint::all, {more_than(*majority)}}}}});
    const auto* passed = f.told({"passed"});
    if (!passed || !passed->is_array()) return;
    std::vector<std::uint32_t> above;
    for (const auto& id : *passed)
        if (const auto option = f.option(&id)) above.push_back(*option);
    const argument threshold{"threshold", rational(*majority * f.total().base)};
    if (above.empty()) t.decided.push_back({say::above_none, {threshold}});
    else t.decided.push_back({say::above, {threshold, {"names", names_of(f, above)}}});
}

void tell_approval_rule(const facts& f, telling& t) {
    const auto min = f.number("min"), max = f.number("max");
    const bool has_min = min && *min > 1;  // a ballot with none is blank whatever the limit
    const bool has_max = max && *max < f.options();
    if (has_min && has_max && *min == *max) t.how.push_back({say::approve_exactly, {{"max", *max}}});
    else if (has_min && has_max) t.how.push_back({say::approve_between, {{"min", *min}, {"max", *max}}});
    else if (has_min) t.how.push_back({say::approve_min, {{"min", *min}}});
    else if (has_max) t.how.push_back({say::approve_max, {{"max", *max}}});
    else t.how.push_back({say::approve_any});
}

}  // namespace

void tell_plurality(const facts& f, telling& t) {
    t.how.push_back({say::choose_one});
    tell_sums(f, t, say::first_of, "vote");
    tell_majority(f, t);
}

void tell_approval(const facts& f, telling& t) {
    tell_approval_rule(f, t);
    tell_sums(f, t, say::first_approved, "approval");
}

void tell_qa_upvotes(const facts& f, telling& t) {
    t.how.push_back({say::upvote_any});
    tell_sums(f, t, say::first_upvoted, "upvote");
}

void tell_dots(const facts& f, telling& t) {
    const auto dots = f.number("dots"), cap = f.number("cap");
    const bool all = f.flag("use_all", false);
    if (dots && cap && *cap < *dots) t.how.push_back({all ? say::dots_all_cap : say::dots_cap, {{"dots", *dots}, {"cap", *cap}}});
    else if (dots) t.how.push_back({all ? say::dots_all : say::dots_up_to, {{"dots", *dots}}});
    tell_sums(f, t, say::first_of, "dot");
}

void tell_allocation(const facts& f, telling& t) {
    if (const auto total = f.number("total")) t.how.push_back({f.flag("exact", true) ? say::allocate_all : say::allocate_up_to, {{"total", *total}}});
    tell_sums(f, t, say::first_of, "point");
}

// A share of votes for and against would be a share of nothing in particular.
void tell_quadratic(const facts& f, telling& t) {
    if (const auto credits = f.number("credits")) t.how.push_back({say::quadratic_votes, {{"credits", *credits}}});
    if (f.flag("negative", false)) t.how.push_back({say::quadratic_against});
    tell_sums(f, t, say::first_with, "vote");
}

void tell_words(const facts& f, telling& t) {
    if (const auto most = f.number("max_words")) t.how.push_back({say::write_up_to, {{"n", *most}}});
    else t.how.push_back({say::write_any});
    t.how.push_back({say::spellings_together});
    const place_words words{.first = [&f](std::uint32_t option) { return first_with_share(f, option, say::first_written, ""); },
                            .member = [&f](std::uint32_t option) { return with_score(f, option, "mention"); },
                            .unit = "mention"};
    tell_places_rule(f, t);
    tell_by_score(f, t, words, "mention");
}

// With m options a full ranking gives the first place m - 1 points, and `start` more.
void tell_borda(const facts& f, telling& t) {
    tell_ranking_rule(f, t);
    const auto variant = f.word("variant", "average");
    const argument most{"most", rational(f.options()) - 1 + f.number("start").value_or(0)};
    if (variant == "average" || variant == "zero") t.how.push_back({variant == "zero" ? say::borda_zero : say::borda_average, {most}});
    if (variant == "modified") t.how.push_back({say::borda_modified});
    if (variant == "dowdall") t.how.push_back({say::borda_dowdall});
    tell_sums(f, t, say::first_with, "point");
}

}  // namespace sawt
