// What an auditor needs beside the sheets: where the log stands, which entries opened and closed each round, by which parameters it was counted, what the
// facilitator did, and how to check all of it without trusting this server.
#include "server/export/html.hpp"
#include "server/export/outcome_table.hpp"
#include "server/export/report_parts.hpp"
#include "server/export/words.hpp"

#include <algorithm>

namespace sawt::exporting {

namespace {

constexpr std::size_t options_together_max = 12;  // on one page; a longer table may go on over the next

// Where the stage stood is no part of a decision; all of it is in the log.
bool is_told(deed what) { return what != deed::show && what != deed::freeze && what != deed::thaw; }

std::string heads(const voice& in, std::initializer_list<word> names) {
    std::string html = "<thead><tr>";
    for (const word& name : names) html += "<th scope=\"col\">" + escaped(in(name)) + "</th>";
    return html + "</tr></thead>";
}

std::string entry_and_time(const voice& in, const std::optional<step>& did) { return did ? in.number(did->entry) + "<span class=\"soft\">" + left_to_right(in.time(did->at)) + "</span>" : "–"; }

std::string void_mark(const voice& in, const decision& of) { return of.is_void() ? "<span class=\"soft\">" + escaped(in(words::is_void)) + "</span>" : std::string(); }

std::string codes(const voice& in, const minutes& told) {
    std::string html = "<h3>" + escaped(in(words::rounds_and_codes)) + "</h3><table class=\"list\">" +
                       heads(in, {words::number_sign, words::item_id, words::round_column, words::opened, words::closed, words::ballots, words::refused, words::check_code}) + "<tbody>";
    for (const decision& one : told.decisions) {
        if (one.status == item_status::waiting) continue;
        html += "<tr><td class=\"num\">" + in.number(one.number) + "</td><td>" + left_to_right(one.plan.id) + "</td><td class=\"num\">" + in.number(std::uint64_t{one.round}) + void_mark(in, one) + "</td><td>" +
                entry_and_time(in, one.opened) + "</td><td>" + entry_and_time(in, one.closed) + "</td><td class=\"num\">" + in.number(one.ballots) + "</td><td class=\"num\">" + in.number(one.refused) +
                "</td><td>" + (one.check.empty() ? "–" : left_to_right(one.check)) + "</td></tr>";
    }
    return html + "</tbody></table>";
}

// Every option with its id and in each of the workshop's languages, and the parameters as they are in the agenda.
std::string parameters(const voice& in, const minutes& told) {
    std::string html = "<h3>" + escaped(in(words::parameters)) + "</h3>";
    for (const decision& one : told.decisions) {
        if (!one.counts()) continue;
        html += std::string("<div class=\"parameters") + (one.plan.options.size() <= options_together_max ? " together" : "") + "\"><h4>" + in.number(one.number) + ". " + bdi(in.text(one.plan.title)) + "</h4><pre dir=\"ltr\">" + escaped(one.plan.method) + " " + escaped(one.plan.params) + "</pre>";
        if (one.plan.options.empty()) {
            html += "</div>";
            continue;
        }
        std::vector<std::string> languages = told.plan.languages;
        html += "<table class=\"list options\"><thead><tr><th scope=\"col\">" + escaped(in(words::number_sign)) + "</th><th scope=\"col\">" + escaped(in(words::identifier)) + "</th>";
        for (const std::string& language : languages) html += "<th scope=\"col\">" + left_to_right(language) + "</th>";
        html += "</tr></thead><tbody>";
        for (std::size_t i = 0; i < one.plan.options.size(); ++i) {
            html += "<tr><td class=\"num\">" + in.number(i + 1) + "</td><td>" + left_to_right(one.plan.options[i].id) + "</td>";
            for (const std::string& language : languages) html += "<td lang=\"" + escaped(language) + "\">" + bdi(one.plan.options[i].text.in(language)) + "</td>";
            html += "</tr>";
        }
        html += "</tbody></table></div>";
    }
    return html;
}

std::string steps(const voice& in, const minutes& told) {
    std::string html = "<h3>" + escaped(in(words::steps)) + "</h3><table class=\"list\">" + heads(in, {words::entry, words::time, words::who, words::what, words::item_id, words::round_column}) + "<tbody>";
    for (const step& one : told.steps) {
        if (!is_told(one.what)) continue;
        html += "<tr><td class=\"num\">" + in.number(one.entry) + "</td><td>" + left_to_right(in.time(one.at)) + "</td><td>" + escaped(actor_name(in, one.by)) + "</td><td>" + escaped(deed_name(in, one.what)) +
                (one.option.empty() ? "" : " " + left_to_right(one.option)) + (one.why.empty() ? "" : "<span class=\"soft\">" + bdi(in.text(one.why)) + "</span>") + "</td><td>" + left_to_right(one.item) + "</td><td class=\"num\">" + (one.round == 0 ? "" : in.number(std::uint64_t{one.round})) + "</td></tr>";
    }
    return html + "</tbody></table>";
}

std::string how_to_verify(const voice& in, const minutes& told) {
    std::string html = "<h3>" + escaped(in(words::verify)) + "</h3><ol class=\"steps\">";
    html += "<li>" + escaped(in(words::verify_1)) + "</li><li>" + escaped(in(words::verify_2)) + "<pre dir=\"ltr\">sawt verify sawt-" + escaped(told.code) + ".jsonl --key KEY</pre></li>";
    for (const word& one : {words::verify_3, words::verify_4, words::verify_5}) html += "<li>" + escaped(in(one)) + "</li>";
    html += "</ol>";
    if (!told.plan.groups.empty()) html += "<p class=\"soft\">" + escaped(in(words::protection, in.number(told.plan.rules.group_limit))) + "</p>";
    return html;
}

}  // namespace

std::string appendix(const voice& in, const minutes& told) {
    std::string html = "<section class=\"appendix\"><h2>" + escaped(in(words::appendix)) + "</h2><h3>" + escaped(in(words::the_log)) + "</h3><dl class=\"said\"><div><dt>" + escaped(in(words::log_entries)) + "</dt><dd>" +
                       in.number(told.entries) + "</dd></div><div><dt>" + escaped(in(words::root)) + "</dt><dd class=\"hash\">" + left_to_right(told.root) + "</dd></div></dl>";
    return html + how_to_verify(in, told) + codes(in, told) + parameters(in, told) + steps(in, told) + "</section>";
}

}  // namespace sawt::exporting
