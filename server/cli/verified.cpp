#include "server/cli/verified.hpp"

#include "server/core/views.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace sawt::cli {

namespace {

using nlohmann::json;

constexpr std::size_t options_told_max = 40;  // of the words of a cloud there may be thousands; --json tells all

std::string_view verdict_name(audit_report::verdict is) {
    if (is == audit_report::verdict::sound) return "sound";
    return is == audit_report::verdict::altered ? "altered" : "unproven";
}

std::string plural(std::uint64_t n, const char* one, const char* many) { return std::to_string(n) + " " + (n == 1 ? one : many); }

json count_json(const audit_count& of) { return {{"count", of.many}, {"first", of.first}}; }

std::string score_text(const json& score) { return score.is_string() ? score.get<std::string>() : score.dump(); }

// In the first language of the agenda, which is what the hall spoke.
std::string_view in_first_language(const local_text& text, const workshop& state) { return text.in(state.plan().languages.empty() ? "" : state.plan().languages.front()); }

void print_round(std::ostream& to, const workshop& state, const item_state& it, const vote_round& round) {
    const round_result counted = state.count(it, round);
    to << "\n  " << in_first_language(it.plan.title, state) << " (" << it.plan.method << ")";
    if (it.rounds.size() > 1) to << ", round " << round.number;
    to << ", " << to_text(round.status);
    if (!round.check.empty()) to << ", check code " << round.check;
    to << "\n    " << plural(counted.cast.ballots, "ballot", "ballots") << ": " << counted.cast.counted() << " counted, " << counted.cast.empty << " empty";
    if (counted.cast.superseded > 0) to << "; " << counted.cast.superseded << " replaced by a later one of the same voter";
    to << "\n";
    const json result = to_json(counted.total, counted.cast, it.plan.entitled, it.plan.option_ids);
    const auto won = [&](const std::string& id) { return std::find(result["winners"].begin(), result["winners"].end(), json(id)) != result["winners"].end(); };
    const auto tell = [&](const std::string& id, std::string_view name) {
        const auto score = result["scores"].find(id);
        to << "    " << (won(id) ? "* " : "  ") << (score == result["scores"].end() || score->is_null() ? std::string("-") : score_text(*score)) << "  " << name << "\n";
    };
    if (counted.total.terms.empty()) {
        for (const option& one : it.plan.options) tell(one.id, in_first_language(one.text, state));
        return;
    }
    std::size_t told = 0;
    for (const auto& tier : counted.total.ranking)
        for (const std::uint32_t term : tier)
            if (++told <= options_told_max) tell(counted.total.terms[term], counted.total.terms[term]);
    if (told > options_told_max) to << "      and " << told - options_told_max << " more\n";
}

}  // namespace

void print_verdict(std::ostream& to, const std::string& file, const audit_report& found) {
    to << file << ": ";
    switch (found.is) {
        case audit_report::verdict::sound: to << "SOUND. "; break;
        case audit_report::verdict::altered: to << "ALTERED. " << found.fault->text << ".\n"; return;
        case audit_report::verdict::unproven:
            to << "NOT PROVEN. " << (found.entries == 0 ? "It holds no entry" : "It has no checkpoint, so nothing in it would show a change; give one with --checkpoint, or download the log again") << ".\n";
            return;
    }
    if (found.covered >= found.entries) {
        to << "All " << found.entries << " entries are those that were signed.\n";
    } else {
        to << "Its first " << found.covered << " entries are those that were signed; the checkpoint does not speak of the " << found.entries - found.covered << " after them.\n";
    }
    to << "  root      " << to_base64(found.root) << "\n";
    if (found.key) to << "  log key   " << to_text(*found.key) << "\n";
    if (found.key && found.key_from_file) to << "            This key came with the file. Compare it with the one that the server printed, or give that one with --key.\n";
    if (!found.key) to << "            The signature was not checked: give the log key with --key.\n";
    if (found.kept_matches) to << "  The checkpoint you kept is of the same log: nothing it covers was changed since.\n";
}

void print_recount(std::ostream& to, const audit_report& found, const workshop& state) {
    to << "\nCounted again: " << in_first_language(state.plan().title, state) << (state.plan().sample ? " [sample]" : "") << ", workshop " << state.code() << "\n";
    to << "  " << plural(found.joins, "joining", "joinings") << ", " << plural(found.acts, "act of the facilitator", "acts of the facilitator") << ", " << plural(found.ballots, "ballot taken", "ballots taken") << "\n";
    for (const auto& it : state.items())
        for (const vote_round& round : it->rounds)
            if (round.status != item_status::waiting || !round.ballots.empty()) print_round(to, state, *it, round);
    if (found.refused.empty() && found.repeats.many == 0) return;
    to << "\nIn the log and not counted:\n";
    if (found.repeats.many > 0) to << "  " << found.repeats.many << "  sent again, counted once (first: entry " << found.repeats.first << ")\n";
    for (const auto& [why, count] : found.refused) to << "  " << count.many << "  " << why << " (first: entry " << count.first << ")\n";
}

std::string verdict_json(const audit_report& found, const workshop& state) {
    json out{{"verdict", verdict_name(found.is)}, {"entries", found.entries}, {"covered", found.covered}, {"root", to_base64(found.root)}, {"key_from_file", found.key_from_file}, {"kept_checkpoint_matches", found.kept_matches}};
    out["key"] = found.key ? json(to_text(*found.key)) : json(nullptr);
    out["fault"] = nullptr;
    if (found.fault) {
        const audit_fault& fault = *found.fault;
        out["fault"] = {{"what", to_text(fault.what)}, {"text", fault.text}};
        out["fault"]["entry"] = fault.entry == 0 ? json(nullptr) : json(fault.entry);
        out["fault"]["line"] = fault.line == 0 ? json(nullptr) : json(fault.line);
    }
    if (found.is == audit_report::verdict::altered || state.code().empty()) return out.dump();
    json refused = json::object();
    for (const auto& [why, count] : found.refused) refused[why] = count_json(count);
    out["counts"] = {{"joins", found.joins}, {"acts", found.acts}, {"ballots", found.ballots}, {"replaced", found.replaced}, {"repeated", count_json(found.repeats)}, {"refused", std::move(refused)}};
    const std::string results = core::results_view(state, true, core::counting_at_once(state));
    return core::with_members(out, {{"results", results}});
}

}  // namespace sawt::cli
