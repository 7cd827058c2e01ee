#include "server/export/log_table.hpp"

#include "server/export/ballot_cells.hpp"

#include <algorithm>

namespace sawt::exporting {

namespace {

// Which groups of a round (or of those who joined) may be named: the others stand together.
std::map<std::string, std::string, std::less<>> names_of(const std::vector<std::string>& groups, const std::vector<std::uint64_t>& counts, std::uint64_t limit) {
    const std::vector<bool> merge = groups_to_merge(counts, limit);
    std::map<std::string, std::string, std::less<>> names;
    for (std::size_t i = 0; i < groups.size(); ++i) names[groups[i]] = merge[i] ? "others" : groups[i];
    return names;
}

// "round: guests voted | option 3: withdrawn", under the numbers that the options' columns have.
std::string void_words(const item& plan, const vote_round& round, std::string_view language) {
    std::string words;
    if (!round.annulled.empty()) words.append("round: ").append(round.annulled.in(language));
    for (std::size_t i = 0; i < plan.options.size(); ++i)
        if (const auto why = round.annulled_options.find(plan.options[i].id); why != round.annulled_options.end())
            words.append(words.empty() ? "" : " | ").append("option " + std::to_string(i + 1) + ": ").append(why->second.in(language));
    return words;
}

}  // namespace

log_table::log_table(const chronicle& of) : of_(of) {
    const workshop& state = of.state();
    const std::vector<std::string> groups = state.group_ids();
    const std::uint64_t limit = state.plan().rules.group_limit;
    if (!state.plan().languages.empty()) language_ = state.plan().languages.front();
    std::vector<std::uint64_t> counts;
    for (const std::string& id : groups) counts.push_back(state.voters_of(id));
    joined_ = names_of(groups, counts, limit);
    for (const auto& it : state.items()) {
        if (it->rounds.empty()) continue;
        options_by_axis_.resize(std::max(options_by_axis_.size(), numbers_per_option(it->plan)));
        for (std::size_t axis = 0; axis < numbers_per_option(it->plan); ++axis) options_by_axis_[axis] = std::max(options_by_axis_[axis], it->plan.options.size());
        for (const vote_round& round : it->rounds) {
            counts.clear();
            for (const std::string& id : groups) {
                const auto voted = round.voted.find(id);
                counts.push_back(voted == round.voted.end() ? 0 : voted->second);
            }
            voted_[{it->plan.id, round.number}] = names_of(groups, counts, limit);
        }
    }
}

std::vector<std::string> log_table::option_columns() const {
    std::vector<std::string> names;
    for (std::size_t axis = 0; axis < options_by_axis_.size(); ++axis)
        for (std::size_t i = 1; i <= options_by_axis_[axis]; ++i) names.push_back(std::to_string(i) + (axis == 0 ? "" : " (" + std::to_string(axis + 1) + ")"));
    return names;
}

const log_table::group_names& log_table::names_in(std::string_view item, round_number round) const {
    const auto found = voted_.find({std::string(item), round});
    return found == voted_.end() ? joined_ : found->second;
}

void log_table::read_ballot(const ballot_cast& cast, log_row& into) const {
    into.event = "ballot";
    into.item = cast.item;
    into.round = cast.round;
    into.ballot_id = cast.id;
    into.voter = cast.voter;
    into.group = cast.group;
    into.channel = cast.channel;
    into.name = of_.name_of(into.entry);
    if (!into.state.empty()) return;
    const item_state& it = *of_.state().find(cast.item);
    const auto kept = it.round(cast.round)->ballots.find(cast.voter);
    const reading read = read_as_written(it.plan, cast.ballot);
    into.state = kept->entry != into.entry ? "superseded" : read.is == standing::blank ? "abstained" : "counted";
    if (read.says.options.empty() && read.says.words.empty()) return;
    into.choices = ballot_words(it.plan, read.says, language_);
    if (!read.says.options.empty()) into.numbers = ballot_numbers(it.plan, read.says);
}

log_row log_table::read(std::string_view line) const {
    log_row row;
    const auto parsed = read_entry(line);
    const entry* what = std::get_if<entry>(&parsed);
    if (what == nullptr) return row;
    const workshop& state = of_.state();
    row.entry = what->number;
    row.at = what->at;
    row.reason = of_.reason_of(what->number);
    const fate fared = of_.fate_of(what->number);
    if (fared != fate::done) row.state = fared == fate::refused ? "refused" : "repeated";
    if (const auto* cast = std::get_if<ballot_cast>(&what->what)) {
        read_ballot(*cast, row);
    } else if (const auto* done = std::get_if<act>(&what->what)) {
        row.event = to_text(done->what);
        const auto [item, round] = of_.subject_of(what->number);
        row.item = item;
        row.round = round;
        row.ballot_id = done->id;
        row.by = done->by;
    } else if (const auto* came = std::get_if<participant_joined>(&what->what)) {
        row.event = "join";
        row.group = came->group;
    } else {
        row.event = "workshop";
        row.title = state.plan().title.in(language_);
    }
    if (row.state.empty()) row.state = "done";
    if (const item_state* it = state.find(row.item)) {
        row.title = it->plan.title.in(language_);
        if (const vote_round* round = it->round(row.round)) {
            row.round_status = to_text(round->status);
            row.annulled = void_words(it->plan, *round, language_);
        }
    }
    if (!row.group.empty()) {
        const group_names& names = names_in(row.item, row.round);
        const auto name = names.find(row.group);
        row.group = name == names.end() ? "others" : name->second;
    }
    return row;
}

}  // namespace sawt::exporting
