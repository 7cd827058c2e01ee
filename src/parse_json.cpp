// Reading JSON from outside: limits first, then the text itself, strictly.
#include <sawt/canonical.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace sawt {

namespace {

using nlohmann::json;

std::string place_of(std::string_view text, std::size_t at) {
    const auto before = text.substr(0, std::min(at, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto line_start = before.rfind('\n');
    const auto column = before.size() - (line_start == before.npos ? 0 : line_start + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column) + ": ";
}

// Bytes and nesting, without parsing: a parser must not be led into the depth that it is to be kept from. Brackets inside strings do not nest.
std::string limit_problem(std::string_view text, const json_limits& limits) {
    if (text.size() > limits.bytes_max)
        return "has " + std::to_string(text.size()) + " bytes; at most " + std::to_string(limits.bytes_max) + " are allowed";
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\0') return place_of(text, at) + "has a zero byte";  // the parser would take it for the end and not see what follows
        if (in_string) {
            if (c == '\\') ++at;
            if (c == '"') in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > limits.depth_max) return place_of(text, at) + "nests deeper than " + std::to_string(limits.depth_max) + " levels";
        } else if ((c == ']' || c == '}') && depth > 0) {
            --depth;
        }
    }
    return {};
}

// Builds the value while it is read. A member that comes twice ends the reading: readers differ on which of the two counts, and a
// ballot must mean the same to all of them.
class strict_builder {
public:
    explicit strict_builder(std::string_view text) : text_(text) {}

    bool null() { return put(nullptr); }
    bool boolean(bool value) { return put(value); }
    bool number_integer(json::number_integer_t value) { return put(value); }
    bool number_unsigned(json::number_unsigned_t value) { return put(value); }
    bool number_float(json::number_float_t value, const json::string_t&) { return put(value); }
    bool string(json::string_t& value) { return put(std::move(value)); }
    bool binary(json::binary_t&) { return false; }  // not in JSON text

    bool start_object(std::size_t) { return open(json::object()); }
    bool start_array(std::size_t) { return open(json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(json::string_t& name) {
        auto& object = open_.back()->get_ref<json::object_t&>();
        const auto [member, is_new] = object.try_emplace(std::move(name));
        if (!is_new) {
            problem = "has the member \"" + member->first + "\" twice in one object";
            return false;
        }
        member_ = &member->second;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const json::exception& error) {
        std::string said = error.what();
        // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error …": the number is the library's, the place we tell ourselves.
        if (const auto bracket = said.find("] "); bracket != said.npos) said.erase(0, bracket + 2);
        if (said.starts_with("parse error"))
            if (const auto colon = said.find(": "); colon != said.npos) said.erase(0, colon + 2);
        // It quotes what it read last, which may be half a character.
        std::replace_if(said.begin(), said.end(), [](char c) { return static_cast<std::uint8_t>(c) >= 0x80; }, '?');
        problem = place_of(text_, position > 0 ? position - 1 : 0) + said;
        return false;
    }

    json built;
    std::string problem;

private:
    template <class Value>
    json* place(Value&& made) {
        if (open_.empty()) {
            built = std::forward<Value>(made);
            return &built;
        }
        if (open_.back()->is_array()) return &open_.back()->get_ref<json::array_t&>().emplace_back(std::forward<Value>(made));
        *member_ = std::forward<Value>(made);
        return member_;
    }
    template <class Value>
    bool put(Value&& made) {
        place(std::forward<Value>(made));
        return true;
    }
    // A container's address stays: the list around it grows only after it is closed.
    bool open(json container) {
        open_.push_back(place(std::move(container)));
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    std::string_view text_;
    std::vector<json*> open_;
    json* member_ = nullptr;
};

std::string parse_into(json& value, std::string_view text, const json_limits& limits) {
    if (auto problem = limit_problem(text, limits); !problem.empty()) return problem;
    strict_builder builder(text);
    const bool good = json::sax_parse(text.begin(), text.end(), &builder, json::input_format_t::json, true, false);
    if (!good) return builder.problem.empty() ? "is not JSON" : std::move(builder.problem);
    value = std::move(builder.built);
    return {};
}

}  // namespace

std::optional<nlohmann::json> parse_json(std::string_view text, const json_limits& limits) {
    std::optional<json> value(std::in_place);
    if (!parse_into(*value, text, limits).empty()) value.reset();
    return value;
}

std::string parse_problem(std::string_view text, const json_limits& limits) {
    json unused;
    return parse_into(unused, text, limits);
}

}  // namespace sawt
