#include "server/core/message.hpp"

#include <sawt/agenda.hpp>
#include <sawt/canonical.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace sawt::core {

namespace {

using nlohmann::json;

constexpr std::array<std::string_view, role_count> role_names = {"voter", "stage", "facilitator", "organiser"};

struct wrong {
    std::string problem;
};

std::string text_of(const json& from, const char* name) {
    const auto found = from.find(name);
    if (found == from.end()) throw wrong{std::string(name) + " is missing"};
    if (!found->is_string()) throw wrong{std::string(name) + " must be a text"};
    return found->get<std::string>();
}

std::optional<std::string> maybe_text(const json& from, const char* name) {
    if (const auto found = from.find(name); found == from.end() || found->is_null()) return std::nullopt;
    return text_of(from, name);
}

std::string id_of(const json& from, const char* name) {
    std::string id = text_of(from, name);
    if (!is_id(id)) throw wrong{std::string(name) + " must be 1 to 64 characters a-z A-Z 0-9 - _"};
    return id;
}

// Made by the client, so long enough that two phones do not make the same one by bad luck.
std::string request_id_of(const json& from) {
    std::string id = id_of(from, "id");
    if (id.size() < 8) throw wrong{"id must be at least 8 characters"};
    return id;
}

std::uint32_t whole_of(const json& from, const char* name) {
    const auto found = from.find(name);
    if (found == from.end() || !found->is_number_integer() || *found < 0 || found->get<std::uint64_t>() > 0xffffffffu)
        throw wrong{std::string(name) + " must be a whole number"};
    return found->get<std::uint32_t>();
}

std::string canonical_of(const json& from, const char* name) {
    const auto found = from.find(name);
    if (found == from.end() || !found->is_object()) throw wrong{std::string(name) + " must be an object"};
    auto text = canonical(*found);
    if (!text) throw wrong{std::string(name) + " holds a number that is not whole"};
    return *std::move(text);
}

local_text local_text_of(const json& from) {
    const auto read = read_text(from, "text");
    if (const auto* problem = std::get_if<agenda_problem>(&read)) throw wrong{problem->path + " " + problem->problem};
    return std::get<local_text>(read);
}

// What people see of a name is a line: control characters and spaces around it are none of theirs.
std::optional<std::string> maybe_name(const json& from) {
    auto name = maybe_text(from, "name");
    if (!name) return std::nullopt;
    std::erase_if(*name, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    name->erase(0, std::min(name->find_first_not_of(' '), name->size()));
    name->erase(name->find_last_not_of(' ') + 1);
    if (name->size() > name_bytes_max) throw wrong{"name must have at most " + std::to_string(name_bytes_max) + " bytes"};
    return name;
}

hello read_hello(const json& from) {
    hello h;
    const std::string name = text_of(from, "role");
    const auto* place = std::find(role_names.begin(), role_names.end(), name);
    if (place == role_names.end()) throw wrong{"role must be voter, stage, facilitator or organiser"};
    h.as = static_cast<role>(place - role_names.begin());
    h.token = maybe_text(from, "token").value_or("");
    h.key = maybe_text(from, "key").value_or("");
    h.group = maybe_text(from, "group");
    h.name = maybe_name(from);
    if (const auto lang = maybe_text(from, "lang")) h.lang = language_of(*lang);
    return h;
}

cast read_cast(const json& from) {
    cast c;
    c.id = request_id_of(from);
    c.item = id_of(from, "item");
    c.round = whole_of(from, "round");
    c.ballot = canonical_of(from, "ballot");
    return c;
}

act_request read_act(const json& from) {
    act a;
    a.id = request_id_of(from);
    const auto what = deed_named(text_of(from, "do"));
    if (!what) throw wrong{"do must be one of the acts of the protocol"};
    a.what = *what;
    if (from.contains("item") && !from["item"].is_null()) a.item = id_of(from, "item");
    if (from.contains("option")) a.option = id_of(from, "option");
    a.view = maybe_text(from, "view");
    if (from.contains("round")) a.round = whole_of(from, "round");
    if (from.contains("qr")) {
        if (!from["qr"].is_boolean()) throw wrong{"qr must be true or false"};
        a.qr = from["qr"].get<bool>();
    }
    if (from.contains("seconds")) a.seconds = whole_of(from, "seconds");
    a.then = maybe_text(from, "then");
    if (from.contains("after") && !from["after"].is_null()) a.after = id_of(from, "after");
    if (from.contains("what")) a.body = canonical_of(from, "what");
    if (from.contains("text")) a.text = local_text_of(from["text"]);
    return {std::move(a)};
}

std::string id_if_any(const json& from) {
    const auto found = from.find("id");
    return found != from.end() && found->is_string() && is_id(found->get_ref<const std::string&>()) ? found->get<std::string>() : std::string{};
}

message read_of_type(const std::string& type, const json& from) {
    if (type == "hello") return read_hello(from);
    if (type == "cast") return read_cast(from);
    if (type == "act") return read_act(from);
    if (type == "ping") {
        const auto t = from.find("t");
        return ping{t != from.end() && t->is_number() ? t->dump() : "0"};
    }
    throw wrong{"unknown type"};
}

}  // namespace

std::string_view to_text(role who) { return role_names[static_cast<std::size_t>(who)]; }

language language_of(std::string_view wish) {
    for (std::size_t i = 0; i + 1 < wish.size(); ++i) {
        if (i != 0 && wish[i - 1] != ',' && wish[i - 1] != ' ') continue;
        const std::string_view two = wish.substr(i, 2);
        const bool ends = i + 2 == wish.size() || wish[i + 2] == '-' || wish[i + 2] == ',' || wish[i + 2] == ';' || wish[i + 2] == '_';
        if (!ends) continue;
        if (two == "ar") return language::ar;
        if (two == "en") return language::en;
        if (two == "fr") return language::fr;
    }
    return language::ar;
}

message read_message(std::string_view text) {
    const auto from = parse_json(text);
    if (!from || !from->is_object()) return bad_message{{}, "not a JSON object", true};
    try {
        return read_of_type(text_of(*from, "type"), *from);
    } catch (const wrong& why) {
        return bad_message{id_if_any(*from), why.problem, !from->contains("type")};
    }
}

std::variant<posted_cast, bad_message> read_posted_cast(std::string_view text) {
    const auto from = parse_json(text);
    if (!from || !from->is_object()) return bad_message{{}, "not a JSON object", true};
    try {
        return posted_cast{read_cast(*from), maybe_text(*from, "group"), maybe_name(*from)};
    } catch (const wrong& why) {
        return bad_message{id_if_any(*from), why.problem, false};
    }
}

}  // namespace sawt::core
