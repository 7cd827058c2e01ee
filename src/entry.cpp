#include <sawt/entry.hpp>

#include <sawt/canonical.hpp>

#include <nlohmann/json.hpp>

#include <array>
#include <limits>

namespace sawt {

namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 15> deed_names = {"open",  "close", "reveal",  "hide",  "show",   "freeze", "thaw",   "countdown",
                                                         "round", "add",   "replace", "amend", "remove", "void",   "restore"};

// Entries are the largest texts Sawt parses: entry 1 holds a whole agenda of up to 1 MiB.
constexpr json_limits entry_limits{.bytes_max = 2 * 1024 * 1024, .depth_max = 24};

struct unreadable {
    std::string problem;
};

const json& member(const json& from, const char* name) {
    const auto found = from.find(name);
    if (found == from.end()) throw unreadable{std::string("no member '") + name + "'"};
    return *found;
}

std::string text_of(const json& from, const char* name) {
    const json& value = member(from, name);
    if (!value.is_string()) throw unreadable{std::string("'") + name + "' is not a text"};
    return value.get<std::string>();
}

std::string text_or_empty(const json& from, const char* name) { return from.contains(name) ? text_of(from, name) : std::string{}; }

std::string id_of(const json& from, const char* name) {
    std::string id = text_of(from, name);
    if (!is_id(id)) throw unreadable{std::string("'") + name + "' is not an id"};
    return id;
}

std::uint64_t whole_of(const json& from, const char* name, std::uint64_t most) {
    const json& value = member(from, name);
    if (!value.is_number_integer() || value < 0 || value.get<std::uint64_t>() > most) throw unreadable{std::string("'") + name + "' is not a whole number in range"};
    return value.get<std::uint64_t>();
}

utc_seconds time_of(const json& from, const char* name) {
    const utc_seconds at = from_iso(text_of(from, name));
    if (at < 0) throw unreadable{std::string("'") + name + "' is not a time"};
    return at;
}

std::string canonical_of(const json& from, const char* name) {
    auto text = canonical(member(from, name));
    if (!text) throw unreadable{std::string("'") + name + "' holds a number that is not whole"};
    return *std::move(text);
}

template <class Value, class Read>
std::optional<Value> if_there(const json& from, const char* name, Read read) {
    if (!from.contains(name)) return std::nullopt;
    return static_cast<Value>(read());
}

constexpr auto number_max = std::numeric_limits<std::uint32_t>::max();

act read_act(const json& from, deed what) {
    act a;
    a.what = what;
    a.by = id_of(from, "by");
    a.id = text_or_empty(from, "id");
    a.item = text_or_empty(from, "item");
    a.option = if_there<std::string>(from, "option", [&] { return text_of(from, "option"); });
    a.view = if_there<std::string>(from, "view", [&] { return text_of(from, "view"); });
    a.round = if_there<round_number>(from, "round", [&] { return whole_of(from, "round", number_max); });
    a.qr = if_there<bool>(from, "qr", [&] {
        if (!from["qr"].is_boolean()) throw unreadable{"'qr' is neither true nor false"};
        return from["qr"].get<bool>();
    });
    a.seconds = if_there<std::uint32_t>(from, "seconds", [&] { return whole_of(from, "seconds", number_max); });
    a.then = if_there<std::string>(from, "then", [&] { return text_of(from, "then"); });
    a.ends = if_there<utc_seconds>(from, "ends", [&] { return time_of(from, "ends"); });
    a.after = if_there<std::string>(from, "after", [&] { return text_of(from, "after"); });
    if (from.contains("what")) a.body = canonical_of(from, "what");
    if (from.contains("text")) {
        const json& text = from["text"];
        if (text.is_string()) a.text.by_language.emplace_back("", text.get<std::string>());
        if (text.is_object())
            for (const auto& [language, words] : text.items())
                if (words.is_string()) a.text.by_language.emplace_back(language, words.get<std::string>());
    }
    return a;
}

event read_event(const json& from) {
    const std::string type = text_of(from, "type");
    if (type == "ballot") {
        ballot_cast b;
        b.id = id_of(from, "id");
        b.item = id_of(from, "item");
        b.round = static_cast<round_number>(whole_of(from, "round", number_max));
        b.voter = id_of(from, "voter");
        if (from.contains("group")) b.group = id_of(from, "group");
        b.channel = id_of(from, "channel");
        b.ballot = canonical_of(from, "ballot");
        return b;
    }
    if (type == "join") return participant_joined{id_of(from, "participant"), from.contains("group") ? id_of(from, "group") : std::string{}, text_or_empty(from, "name")};
    if (type == "workshop") return workshop_made{id_of(from, "code"), canonical_of(from, "agenda")};
    if (const auto what = deed_named(type)) return read_act(from, *what);
    throw unreadable{"unknown type '" + type.substr(0, 64) + "'"};
}

// A ballot is written by hand: it is nearly every line of a log, and its members hold nothing that would need an escape (ids, and a
// ballot that is canonical already). tests/unit/entry_test.cpp holds it against canonical().
std::string ballot_line(const entry& e, const ballot_cast& b) {
    std::string line;
    line.reserve(192 + b.ballot.size() + b.voter.size() + b.id.size());
    line.append(R"({"at":")").append(to_iso(e.at)).append(R"(","ballot":)").append(b.ballot);
    line.append(R"(,"channel":")").append(b.channel).append(R"(","entry":)").append(std::to_string(e.number));
    if (!b.group.empty()) line.append(R"(,"group":")").append(b.group).append(1, '"');
    line.append(R"(,"id":")").append(b.id).append(R"(","item":")").append(b.item);
    line.append(R"(","round":)").append(std::to_string(b.round)).append(R"(,"type":"ballot","voter":")").append(b.voter).append(R"("})");
    return line;
}

json act_json(const act& a) {
    json line{{"by", a.by}, {"type", to_text(a.what)}};
    if (!a.id.empty()) line["id"] = a.id;
    if (!a.item.empty()) line["item"] = a.item;
    if (a.option) line["option"] = *a.option;
    if (a.view) line["view"] = *a.view;
    if (a.round) line["round"] = *a.round;
    if (a.qr) line["qr"] = *a.qr;
    if (a.seconds) line["seconds"] = *a.seconds;
    if (a.then) line["then"] = *a.then;
    if (a.ends) line["ends"] = to_iso(*a.ends);
    if (a.after) line["after"] = *a.after;
    if (!a.body.empty()) line["what"] = json::parse(a.body);
    if (!a.text.empty()) line["text"] = to_json(a.text);
    return line;
}

struct line_of {
    const entry& e;

    std::string finish(json line) const {
        line["at"] = to_iso(e.at);
        line["entry"] = e.number;
        return canonical(line).value();
    }
    std::string operator()(const ballot_cast& b) const { return ballot_line(e, b); }
    std::string operator()(const act& a) const { return finish(act_json(a)); }
    std::string operator()(const participant_joined& j) const {
        json line{{"type", "join"}, {"participant", j.participant}};
        if (!j.group.empty()) line["group"] = j.group;
        if (!j.name.empty()) line["name"] = j.name;
        return finish(std::move(line));
    }
    std::string operator()(const workshop_made& w) const { return finish(json{{"type", "workshop"}, {"code", w.code}, {"agenda", json::parse(w.agenda)}}); }
};

}  // namespace

std::string_view to_text(deed what) { return deed_names[static_cast<std::size_t>(what)]; }

std::optional<deed> deed_named(std::string_view name) {
    for (std::size_t i = 0; i < deed_names.size(); ++i)
        if (deed_names[i] == name) return static_cast<deed>(i);
    return std::nullopt;
}

std::string to_line(const entry& e) { return std::visit(line_of{e}, e.what); }

std::variant<entry, entry_problem> read_entry(std::string_view line) {
    const auto from = parse_json(line, entry_limits);
    if (!from) return entry_problem{parse_problem(line, entry_limits)};
    if (!from->is_object()) return entry_problem{"not an object"};
    try {
        entry e;
        e.number = whole_of(*from, "entry", std::uint64_t{1} << 53);
        e.at = time_of(*from, "at");
        e.what = read_event(*from);
        return e;
    } catch (const unreadable& why) {
        return entry_problem{why.problem};
    } catch (const json::exception&) {
        return entry_problem{"not an entry"};
    }
}

std::string once_key(const event& what) {
    if (const auto* cast = std::get_if<ballot_cast>(&what)) return "b/" + cast->voter + "/" + cast->id;
    if (const auto* done = std::get_if<act>(&what)) return done->id.empty() ? std::string{} : "a/" + done->id;
    return {};
}

}  // namespace sawt
