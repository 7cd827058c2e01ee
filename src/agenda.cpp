#include <sawt/agenda.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <set>

namespace sawt {

namespace {

using nlohmann::json;

[[noreturn]] void refuse(std::string path, std::string problem) { throw agenda_problem{std::move(path), std::move(problem)}; }

// A value of the file together with its path, so that every complaint can name its place.
struct node {
    const json& value;
    std::string path;

    node at(const char* name) const {
        const auto found = value.find(name);
        if (found == value.end()) refuse(inside(name), "is missing");
        return {*found, inside(name)};
    }
    std::optional<node> maybe(const char* name) const {
        const auto found = value.find(name);
        if (found == value.end()) return std::nullopt;
        return node{*found, inside(name)};
    }
    node element(std::size_t i) const { return {value[i], path + "[" + std::to_string(i) + "]"}; }
    std::string inside(std::string_view name) const { return path.empty() ? std::string(name) : path + "." + std::string(name); }

    // A member that nobody reads is nearly always a misspelt one, and a misspelt rule must not silently not apply.
    void is_object_of(std::initializer_list<std::string_view> known) const {
        if (!value.is_object()) refuse(path.empty() ? "(the file)" : path, "must be an object {…}");
        for (const auto& [name, unused] : value.items())
            if (std::find(known.begin(), known.end(), name) == known.end()) {
                std::string names;
                for (const auto one : known) names.append(names.empty() ? "" : ", ").append(one);
                refuse(inside(name), "is not known here; known members: " + names);
            }
    }
    const node& is_list(std::size_t most) const {
        if (!value.is_array()) refuse(path, "must be a list […]");
        if (value.size() > most) refuse(path, "has " + std::to_string(value.size()) + " entries; at most " + std::to_string(most) + " are allowed");
        return *this;
    }
    std::string id() const {
        if (!value.is_string() || !is_id(value.get_ref<const std::string&>())) refuse(path, "must be an id: 1 to 64 characters a-z A-Z 0-9 - _");
        return value.get<std::string>();
    }
    bool yes_or_no() const {
        if (!value.is_boolean()) refuse(path, "must be true or false");
        return value.get<bool>();
    }
    std::uint64_t whole(std::uint64_t least, std::uint64_t most) const {
        if (!value.is_number_integer() || value < least || value > most)
            refuse(path, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        return value.get<std::uint64_t>();
    }
    std::string one_of(std::initializer_list<std::string_view> words) const {
        if (value.is_string() && std::find(words.begin(), words.end(), value.get_ref<const std::string&>()) != words.end()) return value.get<std::string>();
        std::string list;
        for (const auto word : words) list.append(list.empty() ? "\"" : ", \"").append(word).append("\"");
        refuse(path, "must be one of " + list);
    }
};

std::string one_text(const node& from) {
    if (!from.value.is_string()) refuse(from.path, "must be a text");
    const auto& text = from.value.get_ref<const std::string&>();
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) refuse(from.path, "must not be empty");
    if (text.size() > text_bytes_max) refuse(from.path, "is longer than " + std::to_string(text_bytes_max) + " bytes");
    return text;
}

local_text text(const node& from) {
    local_text t;
    if (from.value.is_string()) {
        t.by_language.emplace_back("", one_text(from));
        return t;
    }
    if (!from.value.is_object() || from.value.empty()) refuse(from.path, R"(must be a text, or texts by language: {"ar":"…","en":"…"})");
    // Arabic, English, French first, since the first text is the one shown where a language is missing; then whatever else there is.
    for (const char* language : {"ar", "en", "fr"})
        if (const auto one = from.maybe(language)) t.by_language.emplace_back(language, one_text(*one));
    for (const auto& [language, unused] : from.value.items()) {
        if (language == "ar" || language == "en" || language == "fr") continue;
        if (language.size() < 2 || language.size() > 8 || !is_id(language)) refuse(from.inside(language), "is not a language code such as \"ar\"");
        t.by_language.emplace_back(language, one_text(from.at(language.c_str())));
    }
    return t;
}

local_text text_or_empty(const std::optional<node>& from) { return from ? text(*from) : local_text{}; }

rational weight(const node& from) {
    std::optional<rational> read;
    if (from.value.is_number_integer()) read = rational(from.value.get<std::int64_t>());
    if (from.value.is_string()) read = parse_rational(from.value.get_ref<const std::string&>());
    if (!read || *read < 0) refuse(from.path, R"(must be an exact number of 0 or more: 2, "3/2" or "0.5")");
    return *read;
}

void take_id(std::set<std::string>& taken, const node& from, const std::string& id) {
    if (!taken.insert(id).second) refuse(from.inside("id"), "\"" + id + "\" is there twice; every id in a list must be its own");
}

std::vector<stakeholder_group> groups(const node& list) {
    std::vector<stakeholder_group> all;
    std::set<std::string> taken;
    for (std::size_t i = 0; i < list.is_list(groups_max).value.size(); ++i) {
        const node from = list.element(i);
        from.is_object_of({"id", "name", "weight"});
        stakeholder_group group{from.at("id").id(), text(from.at("name")), std::nullopt};
        if (group.id == "others" || group.id == "none") refuse(from.inside("id"), "\"others\" and \"none\" are kept for voters of small groups and of no group");
        take_id(taken, from, group.id);
        if (const auto w = from.maybe("weight")) group.weight = weight(*w);
        all.push_back(std::move(group));
    }
    return all;
}

std::vector<swot_line> swot_lines(const std::optional<node>& list, std::set<std::string>& taken) {
    std::vector<swot_line> all;
    if (!list) return all;
    for (std::size_t i = 0; i < list->is_list(options_max).value.size(); ++i) {
        const node from = list->element(i);
        from.is_object_of({"id", "text"});
        swot_line line{from.at("id").id(), text(from.at("text"))};
        take_id(taken, from, line.id);
        all.push_back(std::move(line));
    }
    return all;
}

swot_board swot(const node& from) {
    from.is_object_of({"strengths", "weaknesses", "opportunities", "threats"});
    std::set<std::string> taken;
    swot_board board;
    board.strengths = swot_lines(from.maybe("strengths"), taken);
    board.weaknesses = swot_lines(from.maybe("weaknesses"), taken);
    board.opportunities = swot_lines(from.maybe("opportunities"), taken);
    board.threats = swot_lines(from.maybe("threats"), taken);
    return board;
}

std::vector<option> options(const node& list) {
    std::vector<option> all;
    std::set<std::string> taken;
    if (list.is_list(options_max).value.empty()) refuse(list.path, "must have at least one option");
    for (std::size_t i = 0; i < list.value.size(); ++i) {
        const node from = list.element(i);
        from.is_object_of({"id", "text", "detail", "answers"});
        option one{from.at("id").id(), text(from.at("text")), text_or_empty(from.maybe("detail")), {}};
        take_id(taken, from, one.id);
        if (const auto answers = from.maybe("answers"))
            for (std::size_t k = 0; k < answers->is_list(options_max).value.size(); ++k) one.answers.push_back(answers->element(k).id());
        all.push_back(std::move(one));
    }
    return all;
}

// What the pages show of a rule: grades and axes have names in languages like all else, and an axis has no members that nobody reads.
void check_names(const node& params) {
    if (const auto grades = params.maybe("grades"))
        for (std::size_t i = 0; i < grades->value.size(); ++i) text(grades->element(i));
    if (const auto axes = params.maybe("axes"))
        for (std::size_t i = 0; i < axes->value.size(); ++i) {
            const node axis = axes->element(i);
            axis.is_object_of({"id", "min", "max", "threshold", "weight", "name", "low", "high"});
            for (const char* words : {"name", "low", "high"}) text_or_empty(axis.maybe(words));
        }
}

// The counting rule, and who weighs what: the item's own group_weights, else the weights the groups carry.
void read_vote(const node& from, const std::vector<stakeholder_group>& all_groups, item& into) {
    const node method = from.at("method");
    if (!method.value.is_string()) refuse(method.path, "must be the name of a counting method");
    into.method = method.value.get<std::string>();
    // Words are the voters' own: there is nothing on the paper to choose from.
    const auto list = from.maybe("options");
    if (into.method != "words")
        into.options = options(from.at("options"));
    else if (list && !list->is_list(options_max).value.empty())
        refuse(list->path, "must be empty or absent: voters write the words themselves");
    for (const option& one : into.options) into.option_ids.push_back(one.id);
    const auto params = from.maybe("params");
    if (params && !params->value.is_object()) refuse(params->path, "must be an object {…}");
    const json* rules = params ? &params->value : nullptr;
    if (rules != nullptr) into.params = rules->dump();
    const auto take = [&](auto result, auto& place) {
        if (const auto* problem = std::get_if<rule_problem>(&result)) refuse(from.inside(problem->path), problem->problem);
        place = std::get<0>(std::move(result));
    };
    take(make_rule({into.method, rules, into.option_ids}), into.rule);
    if (rules != nullptr)
        for (const auto& [name, unused] : rules->items())
            if (!takes_parameter(into.method, name)) refuse(params->inside(name), "is no parameter of the method \"" + into.method + "\"");
    if (params) check_names(*params);
    take(read_weighting(rules), into.weighting);
    take(read_electorate(rules), into.entitled);
    if (rules == nullptr || !rules->contains("group_weights"))
        for (const stakeholder_group& group : all_groups)
            if (group.weight) into.weighting.weights.emplace(group.id, *group.weight);
}

// A secret vote keeps what each group chose, and how it stands, from everybody.
secrecy read_secrecy(const node& from, const item& of) {
    const std::string how = from.one_of({"secret", "pseudonymous", "named"});
    if (how != "secret") return how == "named" ? secrecy::named : secrecy::pseudonymous;
    if (of.live_results) refuse(from.path, R"(cannot be "secret" with live results: a secret vote shows nothing before it is closed)");
    if (!of.weighting.weights.empty() || of.weighting.how == group_weighting::mode::share)
        refuse(from.path, R"(cannot be "secret" where groups weigh differently: a secret ballot names no group; take the weights away with "group_weights": {}, or choose "pseudonymous")");
    return secrecy::secret;
}

item read_one(const node& from, const std::vector<stakeholder_group>& all_groups) {
    if (!from.value.is_object()) refuse(from.path, "must be an object {…}");
    item it;
    const std::string kind = from.at("kind").one_of({"slide", "swot", "vote"});
    if (kind == "vote") {
        from.is_object_of({"id", "kind", "title", "note", "options", "method", "params", "secrecy", "results", "shuffle", "seconds", "then"});
        it.kind = item_kind::vote;
    } else if (kind == "swot") {
        from.is_object_of({"id", "kind", "title", "note", "lines"});
        it.kind = item_kind::swot;
    } else {
        from.is_object_of({"id", "kind", "title", "note"});
    }
    it.id = from.at("id").id();
    it.title = text(from.at("title"));
    it.note = text_or_empty(from.maybe("note"));
    if (it.kind == item_kind::swot) it.lines = swot(from.at("lines"));
    if (it.kind != item_kind::vote) return it;
    read_vote(from, all_groups, it);
    if (const auto results = from.maybe("results")) it.live_results = results->one_of({"live", "hidden"}) == "live";
    if (const auto how = from.maybe("secrecy")) it.ballots = read_secrecy(*how, it);
    if (const auto shuffle = from.maybe("shuffle")) it.shuffle = shuffle->yes_or_no();
    if (const auto seconds = from.maybe("seconds")) it.seconds = static_cast<std::uint32_t>(seconds->whole(1, 86400));
    if (const auto then = from.maybe("then")) it.close_at_zero = then->one_of({"close", "warn"}) == "close";
    return it;
}

settings read_settings(const node& from) {
    from.is_object_of({"digits", "group_limit", "group_required"});
    settings rules;
    if (const auto digits = from.maybe("digits")) rules.digits = digits->one_of({"latn", "arab"});
    if (const auto limit = from.maybe("group_limit")) rules.group_limit = limit->whole(1, 1000);
    if (const auto required = from.maybe("group_required")) rules.group_required = required->yes_or_no();
    return rules;
}

std::vector<std::string> read_languages(const node& list) {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < list.is_list(3).value.size(); ++i) {
        std::string language = list.element(i).one_of({"ar", "en", "fr"});
        if (std::find(all.begin(), all.end(), language) != all.end()) refuse(list.element(i).path, "is there twice");
        all.push_back(std::move(language));
    }
    if (all.empty()) refuse(list.path, R"(must name at least one of "ar", "en", "fr")");
    return all;
}

agenda read_whole(const node& from) {
    from.is_object_of({"sawt", "title", "languages", "sample", "groups", "settings", "items"});
    if (from.at("sawt").value != 1) refuse("sawt", "must be 1, the version of the agenda format that this program reads");
    agenda all;
    all.title = text(from.at("title"));
    all.languages = read_languages(from.at("languages"));
    if (const auto sample = from.maybe("sample")) all.sample = sample->yes_or_no();
    if (const auto list = from.maybe("groups")) all.groups = groups(*list);
    if (const auto rules = from.maybe("settings")) all.rules = read_settings(*rules);
    const node list = from.at("items");
    std::set<std::string> taken;
    for (std::size_t i = 0; i < list.is_list(items_max).value.size(); ++i) {
        all.items.push_back(read_one(list.element(i), all.groups));
        take_id(taken, list.element(i), all.items.back().id);
    }
    return all;
}

template <class Value, class Read>
std::variant<Value, agenda_problem> without_throwing(Read read) {
    try {
        return read();
    } catch (agenda_problem& problem) {
        return std::move(problem);
    }
}

}  // namespace

bool agenda::has_group(std::string_view id) const {
    return std::any_of(groups.begin(), groups.end(), [&](const stakeholder_group& group) { return group.id == id; });
}

std::string_view to_text(secrecy how) { return how == secrecy::secret ? "secret" : how == secrecy::named ? "named" : "pseudonymous"; }

std::variant<agenda, agenda_problem> read_agenda(const nlohmann::json& file) {
    return without_throwing<agenda>([&] { return read_whole({file, ""}); });
}

std::variant<item, agenda_problem> read_item(const nlohmann::json& file, const std::vector<stakeholder_group>& all_groups) {
    return without_throwing<item>([&] {
        if (!file.is_object()) refuse("what", "must be an item {…}");
        return read_one({file, ""}, all_groups);
    });
}

std::variant<local_text, agenda_problem> read_text(const nlohmann::json& value, const std::string& path) {
    return without_throwing<local_text>([&] { return text({value, path}); });
}

}  // namespace sawt
