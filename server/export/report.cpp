#include "server/export/report.hpp"

#include "server/export/annulled.hpp"
#include "server/export/html.hpp"
#include "server/export/outcome_table.hpp"
#include "server/export/report_parts.hpp"
#include "server/export/words.hpp"

#include <algorithm>

namespace sawt::exporting {

namespace {

using nlohmann::json;

constexpr std::string_view logo =
    R"(<svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path class="bubble" d="M6 3h20a4 4 0 0 1 4 4v13a4 4 0 0 1-4 4H15l-7 6v-6H6a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z"/><path class="voices" d="M9 18v-4M16 18V8M23 18v-7"/></svg>)";

std::string fact(std::string_view name, const std::string& html) { return "<div><dt>" + escaped(name) + "</dt><dd>" + html + "</dd></div>"; }

std::string cover(const voice& in, const minutes& told) {
    std::string html = "<header class=\"cover\">" + std::string(logo) + "<p class=\"kind\">" + escaped(in(words::report)) + "</p><h1>" + bdi(in.text(told.plan.title)) + "</h1>";
    if (told.plan.sample) html += "<p class=\"sample\">" + escaped(in(words::sample)) + "</p>";
    html += "<dl class=\"facts\">";
    html += fact(in(words::period), left_to_right(in.time(told.began) + (told.until == told.began ? std::string() : " – " + in.time(told.until))));
    html += fact(in(words::people_joined), in.number(told.voters));
    html += fact(in(words::code), left_to_right(in.digits(told.code)));
    html += fact(in(words::log_entries), in.number(told.entries));
    return html + "</dl></header>";
}

constexpr std::size_t named_max = 4;  // winners that a line of the overview names

std::string winners_in_brief(const voice& in, const decision& of) {
    if (of.status == item_status::waiting) return escaped(in(words::is_waiting));
    if (!of.has_result()) return escaped(in(words::no_result));
    const auto order = order_of(of);
    const json& winners = at(of.result, {"winners"});
    std::vector<std::string> ids;
    for (const json& id : winners) ids.push_back(id.get<std::string>());
    if (of.plan.method == "words" || ids.empty()) ids.assign(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, order.size())));
    std::string html;
    for (std::size_t i = 0; i < std::min(named_max, ids.size()); ++i) html += (i > 0 ? std::string(in(words::and_)) : "") + struck_if(of.is_void(), option_name(in, of, ids[i]));
    if (ids.size() > named_max) html += " " + escaped(in(words::and_more, in.number(ids.size() - named_max)));
    return html;
}

std::string void_marks(const voice& in, const decision& of) {
    std::string html;
    for (const void_note& note : void_notes(in, of)) html += "<span class=\"void\">" + escaped(note.text) + "</span>";
    return html;
}

std::string overview(const voice& in, const minutes& told) {
    std::string html = told.ends_early ? "<p class=\"warning\" data-ends-early>" + escaped(in(words::ends_early, in.number(told.entries))) + "</p>" : "";
    html += "<section class=\"overview\"><h2>" + escaped(in(words::at_a_glance)) + "</h2><table class=\"list\"><thead><tr><th scope=\"col\">" + escaped(in(words::number_sign)) + "</th>";
    for (const word& head : {words::question, words::result, words::ballots, words::check_code}) html += "<th scope=\"col\">" + escaped(in(head)) + "</th>";
    html += "</tr></thead><tbody>";
    for (const decision& one : told.decisions) {
        if (!one.counts()) continue;
        html += "<tr><td class=\"num\">" + in.number(one.number) + "</td><th scope=\"row\">" + struck_if(one.is_void(), bdi(in.text(one.plan.title))) + "<span class=\"soft\">" + escaped(method_name(in, one.plan.method)) + "</span></th><td>" +
                winners_in_brief(in, one) + void_marks(in, one) + "</td><td class=\"num\">" + in.number(one.ballots) + "</td><td>" +
                (one.check.empty() ? "<span class=\"soft\">" + escaped(status_name(in, one.status)) + "</span>" : left_to_right(one.check)) + "</td></tr>";
    }
    return html + "</tbody></table></section>";
}

std::string people(const voice& in, const minutes& told) {
    if (told.joined.empty()) return {};
    std::string html = "<section><h2>" + escaped(in(words::participants_by_group)) + "</h2><table class=\"list narrow\"><thead><tr><th scope=\"col\">" + escaped(in(words::group)) +
                       "</th><th scope=\"col\" class=\"num\">" + escaped(in(words::people_joined)) + "</th></tr></thead><tbody>";
    std::string merged;
    for (const group_cut& cut : told.joined) {
        html += "<tr><th scope=\"row\">" + bdi(group_name(in, told.plan, cut.id)) + "</th><td class=\"num\">" + in.number(cut.voters) + "</td></tr>";
        for (const std::string& id : cut.merged) merged += (merged.empty() ? "" : std::string(in(words::and_))) + group_name(in, told.plan, id);
    }
    html += "</tbody></table>";
    if (!merged.empty()) html += "<p class=\"soft\">" + escaped(in(words::small_together, merged)) + "</p>";
    return html + "</section>";
}

// Options that were chosen by the rounds that count, are not void, and say that they answer this line of the board.
std::string answers_to(const voice& in, const minutes& told, const std::string& line) {
    std::string names;
    for (const decision& one : told.decisions) {
        if (!one.counts() || one.status != item_status::closed || one.is_void() || !one.has_result()) continue;
        const json& winners = at(one.result, {"winners"});
        for (const option& each : one.plan.options) {
            const bool answers = std::find(each.answers.begin(), each.answers.end(), line) != each.answers.end();
            if (answers && !one.is_void(each.id) && std::find(winners.begin(), winners.end(), json(each.id)) != winners.end()) names += (names.empty() ? "" : std::string(in(words::and_))) + bdi(in.text(each.text));
        }
    }
    return names;
}

bool answers_lines(const minutes& told) {
    return std::any_of(told.items.begin(), told.items.end(), [](const item& one) { return std::any_of(one.options.begin(), one.options.end(), [](const option& each) { return !each.answers.empty(); }); });
}

std::string board(const voice& in, const minutes& told, const item& of) {
    const bool with_answers = answers_lines(told);
    std::string html = "<section class=\"board\"><h2>" + bdi(in.text(of.title)) + "</h2>";
    if (with_answers) html += "<p class=\"soft\">" + escaped(in(words::answered_by)) + "</p>";
    html += "<div class=\"fields\">";
    const std::pair<const word&, const std::vector<swot_line>&> fields[] = {
        {words::strengths, of.lines.strengths}, {words::weaknesses, of.lines.weaknesses}, {words::opportunities, of.lines.opportunities}, {words::threats, of.lines.threats}};
    for (const auto& [name, lines] : fields) {
        html += "<div class=\"field\"><h3>" + escaped(in(name)) + "</h3><ul>";
        for (const swot_line& line : lines) {
            html += "<li>" + bdi(in.text(line.text));
            if (with_answers) {
                const std::string answers = answers_to(in, told, line.id);
                html += answers.empty() ? "<span class=\"unanswered\">" + escaped(in(words::answers_none)) + "</span>" : "<span class=\"answered\">" + answers + "</span>";
            }
            html += "</li>";
        }
        html += "</ul></div>";
    }
    return html + "</div></section>";
}

std::string agenda_list(const voice& in, const minutes& told) {
    std::string html = "<section><h2>" + escaped(in(words::agenda_title)) + "</h2><ol class=\"agenda\">";
    for (const item& one : told.items) {
        html += "<li>" + bdi(in.text(one.title));
        if (one.kind == item_kind::vote) html += " <span class=\"soft\">" + escaped(method_name(in, one.method)) + "</span>";
        html += "</li>";
    }
    return html + "</ol></section>";
}

}  // namespace

std::string left_to_right(std::string_view text) { return "<bdi dir=\"ltr\" class=\"ltr\">" + escaped(text) + "</bdi>"; }

std::string struck_if(bool is_void, const std::string& html) { return is_void ? "<s>" + html + "</s>" : html; }

std::string option_name(const voice& in, const decision& of, std::string_view option) { return struck_if(of.is_void(option), bdi(label_of(in, of, option))); }

std::string round_label(const voice& in, const decision& of) { return of.rounds < 2 ? std::string() : in(words::round, in.number(of.round), in.number(of.rounds)); }

std::string report_language(const agenda& plan, std::string_view wanted) {
    if (plan.languages.empty() || std::find(plan.languages.begin(), plan.languages.end(), wanted) != plan.languages.end()) return std::string(wanted);
    return plan.languages.front();
}

report report_of(const minutes& told, const report_options& options) {
    const std::string language = report_language(told.plan, options.language);
    const voice in(language, told.plan.rules.digits == "arab", options.zone);
    const bool in_arab_digits = in.style().arabic_indic;
    std::string style(options.font_faces);
    style += report_style;
    // Its own rule, since it is the one that depends on the workshop; the code is six digits and the digits one of two words.
    style += "@page{@bottom-center{content:\"" + in.digits(told.code) + " \\b7  \" counter(page," + (in_arab_digits ? "arabic-indic" : "decimal") + ") \" / \" counter(pages," +
             (in_arab_digits ? "arabic-indic" : "decimal") + ")}}";
    report made;
    made.policy = "default-src 'none'; style-src 'sha256-" + to_base64(sha256(style)) + "'; font-src data:; base-uri 'none'; form-action 'none'";
    made.html = "<!DOCTYPE html>\n<html lang=\"" + escaped(language) + "\" dir=\"" + (in.is_right_to_left() ? "rtl" : "ltr") + "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" +
                escaped(made.policy) + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escaped(in.text(told.plan.title)) + " · " + escaped(in(words::report)) +
                "</title>\n<style>" + style + "</style>\n</head>\n<body>\n<main>\n";
    made.html += cover(in, told) + "\n" + overview(in, told) + "\n" + people(in, told) + "\n" + agenda_list(in, told) + "\n";
    for (const item& one : told.items)
        if (one.kind == item_kind::swot) made.html += board(in, told, one) + "\n";
    for (const decision& one : told.decisions)
        if (one.status != item_status::waiting) made.html += decision_sheet(in, told, one) + "\n";
    made.html += appendix(in, told) + "\n</main>\n</body>\n</html>\n";
    return made;
}

}  // namespace sawt::exporting
