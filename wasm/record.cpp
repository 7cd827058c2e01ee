// The record and the count for a page: a log goes in piece by piece, the audit's verdict and the views of an organiser come out as JSON. Nothing
// here counts or judges; that is floor 0, the same sources as in the server. One log at a time, and the text of an answer lives until the next.
#include "server/core/views.hpp"

#include <sawt/audit.hpp>

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <string>

using nlohmann::json;
using namespace sawt;

namespace {

constexpr std::size_t line_bytes_max = 4 * 1024 * 1024;  // as `sawt verify` has it: a longer line is no entry, and its beginning tells as much
constexpr std::size_t refusals_told_max = 20;            // of one reason on one item; their number is told in full

struct refused_entries {
    std::uint64_t many = 0;
    std::vector<entry_number> first;
};

struct recount {
    std::map<std::string, std::map<std::string, refused_entries>> refused;  // by item ("" for none) and reason, the detail of an invalid ballot in its place
    audit check;
    std::string line;
    bool line_begun = false;

    explicit recount(audit_trust knows) : check(std::move(knows)) {
        check.watch([this](const entry& what, const applied& did) { note(what, did); });
    }

    void note(const entry& what, const applied& did) {
        std::string why;
        if (did.repeats != 0) why = "repeated";
        else if (did.refused) why = did.refused->detail.empty() ? std::string(to_text(did.refused->why)) : did.refused->detail;
        else return;
        std::string item;
        if (const auto* cast = std::get_if<ballot_cast>(&what.what)) item = cast->item;
        if (const auto* done = std::get_if<act>(&what.what)) item = done->item;
        refused_entries& all = refused[check.state().find(item) == nullptr ? std::string() : item][why];
        if (all.many++ < refusals_told_max) all.first.push_back(what.number);
    }

    void add(std::string_view some) {
        while (!some.empty()) {
            const std::size_t end = some.find('\n');
            const std::string_view part = some.substr(0, end);
            if (line.size() < line_bytes_max) line.append(part);
            line_begun = true;
            if (end == some.npos) return;
            end_line();
            some.remove_prefix(end + 1);
        }
    }

    void end_line() {
        if (!line_begun) return;
        check.add(line);
        line.clear();
        line_begun = false;
    }
};

std::unique_ptr<recount> now;
std::string answer;

const char* answer_with(const json& value) {
    answer = value.dump(-1, ' ', false, json::error_handler_t::replace);
    return answer.c_str();
}

std::string_view verdict_name(audit_report::verdict is) {
    if (is == audit_report::verdict::sound) return "sound";
    return is == audit_report::verdict::altered ? "altered" : "unproven";
}

json refused_json(const recount& of) {
    json by_item = json::object();
    for (const auto& [item, reasons] : of.refused)
        for (const auto& [why, entries] : reasons) by_item[item].push_back({{"why", why}, {"many", entries.many}, {"first", entries.first}});
    return by_item;
}

}  // namespace

#define SAWT_PAGE(name) extern "C" __attribute__((export_name(name)))

// Memory for what the page hands over; `give` takes it back.
SAWT_PAGE("take") void* take(std::size_t size) { return std::malloc(size); }
SAWT_PAGE("give") void give(void* memory) { std::free(memory); }

// Begins anew. Both texts may be empty; a key that cannot be read is told.
SAWT_PAGE("begin") const char* begin(const char* key, std::size_t key_size, const char* checkpoint, std::size_t checkpoint_size) {
    now.reset();
    audit_trust knows;
    if (key_size > 0) {
        auto read = read_note_key({key, key_size});
        if (const auto* why = std::get_if<note_problem>(&read)) return answer_with({{"problem", why->problem}});
        knows.key = std::get<note_key>(read);
    }
    if (checkpoint_size > 0) knows.checkpoint.emplace(checkpoint, checkpoint_size);
    now = std::make_unique<recount>(std::move(knows));
    return answer_with(json::object());
}

SAWT_PAGE("add") void add(const char* some, std::size_t size) { now->add({some, size}); }

SAWT_PAGE("finish") const char* finish() {
    now->end_line();
    const audit_report found = now->check.finish();
    const workshop& state = now->check.state();
    json told{{"verdict", verdict_name(found.is)}, {"entries", found.entries}, {"covered", found.covered}, {"root", to_base64(found.root)}, {"code", short_code(found.root)},
              {"key", found.key ? json(to_text(*found.key)) : json()}, {"key_from_file", found.key_from_file}, {"kept_matches", found.kept_matches}};
    if (found.fault) told["fault"] = {{"what", to_text(found.fault->what)}, {"entry", found.fault->entry}, {"line", found.fault->line}, {"text", found.fault->text}};
    if (found.is == audit_report::verdict::altered || state.code().empty()) return answer_with(told);
    told["counts"] = {{"joins", found.joins}, {"acts", found.acts}, {"ballots", found.ballots}, {"replaced", found.replaced}, {"repeated", found.repeats.many}};
    told["refused"] = refused_json(*now);
    told["voters"] = state.voters();
    told["workshop"] = core::workshop_view(state, core::role::organiser);
    return answer_with(told);
}

// The tally of one round, as the server would send it to an organiser.
SAWT_PAGE("tally") const char* tally_of(const char* item, std::size_t size, std::uint32_t number) {
    const workshop& state = now->check.state();
    const item_state* it = state.find({item, size});
    const vote_round* round = it == nullptr ? nullptr : it->round(number);
    answer = round == nullptr ? "null" : core::tally_view(state, *it, *round, core::role::organiser, core::counting_at_once(state));
    return answer.c_str();
}
