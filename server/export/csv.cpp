#include "server/export/csv.hpp"

#include "server/export/ballot_cells.hpp"

#include <sawt/canonical.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace sawt::exporting {

namespace {

constexpr std::array<std::string_view, 15> columns = {"entry", "time", "event", "item", "title", "round", "round status", "state", "reason", "ballot id", "voter", "group", "channel", "by", "choices"};

struct row {
    entry_number number = 0;
    utc_seconds at = 0;
    std::string event;
    std::string item;
    round_number round = 0;
    std::string state;
    std::string reason;
    std::string id;
    std::string voter;
    std::string group;
    std::string channel;
    std::string by;
    marks says;
};

// Which groups of a round (or of those who joined) may be named: the others stand together.
std::map<std::string, std::string> names_of(const std::vector<std::string>& groups, const std::vector<std::uint64_t>& counts, std::uint64_t limit) {
    const std::vector<bool> merge = groups_to_merge(counts, limit);
    std::map<std::string, std::string> names;
    for (std::size_t i = 0; i < groups.size(); ++i) names[groups[i]] = merge[i] ? "others" : groups[i];
    return names;
}

std::vector<std::string> texts_of(const nlohmann::json& ballot) {
    std::vector<std::string> texts;
    if (const auto words = ballot.find("words"); words != ballot.end())
        for (const auto& word : *words) texts.push_back(word.get<std::string>());
    return texts;
}

}  // namespace

std::string csv_cell(std::string_view text) {
    constexpr std::string_view formula("=+-@\t\r\0", 7);
    std::string safe;
    if (!text.empty() && formula.find(text.front()) != std::string_view::npos) safe.push_back('\'');
    safe.append(text);
    if (safe.find_first_of("\",\n\r") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) {
        if (c == '"') quoted.push_back('"');
        quoted.push_back(c);
    }
    quoted.push_back('"');
    return quoted;
}

struct csv_export::inside {
    workshop state;
    std::vector<row> rows;
    std::map<std::string, std::size_t> last_of_voter;  // item/round/voter -> its row that counts

    void add(const entry& what, const hash& leaf);
    void add_ballot(const ballot_cast& cast, const applied& did, row& into);
    std::map<std::string, std::string> group_names(const row& of) const;
    std::string title_of(const row& of) const;
    std::string choices(const row& of) const;
    std::vector<std::size_t> option_columns() const;
    std::string line(const row& of, const std::vector<std::size_t>& of_options) const;
};

void csv_export::inside::add_ballot(const ballot_cast& cast, const applied& did, row& into) {
    into.event = "ballot";
    into.item = cast.item;
    into.round = cast.round;
    into.id = cast.id;
    into.voter = cast.voter;
    into.group = cast.group;
    into.channel = cast.channel;
    if (did.repeats != 0) {
        into.state = "repeated";
    } else if (did.refused) {
        into.state = "refused";
    } else {
        const item_state& it = *state.find(cast.item);
        const reading read = it.plan.rule->read(*parse_json(cast.ballot));
        into.says = read.says;
        // What the voter wrote, and not the terms it is counted under.
        if (it.plan.method == "words") into.says.words = texts_of(*parse_json(cast.ballot));
        into.state = read.is == standing::blank ? "abstained" : "counted";
        const auto [place, fresh] = last_of_voter.try_emplace(cast.item + "/" + std::to_string(cast.round) + "/" + cast.voter, rows.size());
        if (!fresh) rows[std::exchange(place->second, rows.size())].state = "superseded";
    }
}

void csv_export::inside::add(const entry& what, const hash& leaf) {
    const applied did = state.apply(what, leaf);
    row one;
    one.number = what.number;
    one.at = what.at;
    if (did.refused) {
        one.reason = to_text(did.refused->why);
        if (!did.refused->detail.empty()) one.reason += " " + did.refused->detail;
    }
    if (const auto* cast = std::get_if<ballot_cast>(&what.what)) {
        add_ballot(*cast, did, one);
    } else if (const auto* done = std::get_if<act>(&what.what)) {
        one.event = to_text(done->what);
        one.item = done->item.empty() && !did.items.empty() ? did.items.front() : done->item;
        const item_state* it = state.find(one.item);
        if (it != nullptr && !it->rounds.empty()) one.round = done->round.value_or(it->now().number);
        one.id = done->id;
        one.by = done->by;
    } else if (const auto* came = std::get_if<participant_joined>(&what.what)) {
        one.event = "join";
        one.group = came->group;
    } else {
        one.event = "workshop";
    }
    if (one.state.empty()) one.state = did.refused ? "refused" : did.repeats != 0 ? "repeated" : "done";
    rows.push_back(std::move(one));
}

std::map<std::string, std::string> csv_export::inside::group_names(const row& of) const {
    const std::vector<std::string> groups = state.group_ids();
    std::vector<std::uint64_t> counts;
    const item_state* it = state.find(of.item);
    const vote_round* round = it == nullptr ? nullptr : it->round(of.round);
    for (const std::string& id : groups) {
        if (round == nullptr) {
            counts.push_back(state.voters_of(id));
        } else {
            const auto voted = round->voted.find(id);
            counts.push_back(voted == round->voted.end() ? 0 : voted->second);
        }
    }
    return names_of(groups, counts, state.plan().rules.group_limit);
}

std::string csv_export::inside::title_of(const row& of) const {
    const std::string first = state.plan().languages.empty() ? "" : state.plan().languages.front();
    if (of.event == "workshop") return std::string(state.plan().title.in(first));
    const item_state* it = state.find(of.item);
    return it == nullptr ? std::string{} : std::string(it->plan.title.in(first));
}

// For a person's eye.
std::string csv_export::inside::choices(const row& of) const {
    const item_state* it = state.find(of.item);
    if (it == nullptr || (of.says.options.empty() && of.says.words.empty())) return {};
    return ballot_words(it->plan, of.says, state.plan().languages.empty() ? "" : state.plan().languages.front());
}

// For each axis (one but for matrices), how many options the longest ballot paper has.
std::vector<std::size_t> csv_export::inside::option_columns() const {
    std::vector<std::size_t> longest;
    for (const auto& it : state.items()) {
        if (it->rounds.empty()) continue;
        longest.resize(std::max(longest.size(), numbers_per_option(it->plan)));
        for (std::size_t axis = 0; axis < numbers_per_option(it->plan); ++axis) longest[axis] = std::max(longest[axis], it->plan.options.size());
    }
    return longest;
}

std::string csv_export::inside::line(const row& of, const std::vector<std::size_t>& of_options) const {
    const item_state* it = state.find(of.item);
    const vote_round* round = it == nullptr ? nullptr : it->round(of.round);
    std::string group = of.group;
    if (!group.empty()) {
        const auto names = group_names(of);
        const auto name = names.find(group);
        group = name == names.end() ? "others" : name->second;
    }
    std::string text = std::to_string(of.number);
    for (const std::string& cell : {to_iso(of.at), of.event, of.item, title_of(of), of.round == 0 ? std::string{} : std::to_string(of.round),
                                    round == nullptr ? std::string{} : std::string(to_text(round->status)), of.state, of.reason, of.id, of.voter, group, of.channel, of.by, choices(of)})
        text.append(",").append(csv_cell(cell));
    std::vector<std::vector<std::string>> numbers;
    if (it != nullptr && !of.says.options.empty()) numbers = ballot_numbers(it->plan, of.says);
    for (std::size_t axis = 0; axis < of_options.size(); ++axis)
        for (std::size_t option = 0; option < of_options[axis]; ++option) {
            text.append(",");
            if (axis < numbers.size() && option < numbers[axis].size()) text.append(numbers[axis][option]);
        }
    return text + "\r\n";
}

csv_export::csv_export() : inside_(std::make_unique<inside>()) {}
csv_export::~csv_export() = default;

bool csv_export::add(std::string_view line, const hash& leaf) {
    const auto read = read_entry(line);
    if (!std::holds_alternative<entry>(read)) return false;
    inside_->add(std::get<entry>(read), leaf);
    return true;
}

std::string csv_export::finish() const {
    const std::vector<std::size_t> of_options = inside_->option_columns();
    std::string table = "\xEF\xBB\xBF";
    for (const std::string_view name : columns) table.append(table.size() > 3 ? "," : "").append(name);
    for (std::size_t axis = 0; axis < of_options.size(); ++axis)
        for (std::size_t i = 1; i <= of_options[axis]; ++i) table.append(",").append(std::to_string(i)).append(axis == 0 ? "" : " (" + std::to_string(axis + 1) + ")");
    table += "\r\n";
    for (const row& one : inside_->rows) table += inside_->line(one, of_options);
    return table;
}

}  // namespace sawt::exporting
