#include "params.hpp"

#include <algorithm>
#include <limits>

namespace sawt {

using nlohmann::json;

std::optional<rational> read_rational(const json& value) {
    if (value.is_number_unsigned()) return rational(value.get<std::uint64_t>());
    if (value.is_number_integer()) return rational(value.get<std::int64_t>());
    if (value.is_string()) return parse_rational(value.get_ref<const std::string&>());
    return std::nullopt;
}

params::params(const json* object) : object_(object) {
    if (object_ && object_->is_null()) object_ = nullptr;
    if (object_ && !object_->is_object()) throw rule_problem{"params", "must be an object {…}"};
}

void params::refuse(std::string_view name, std::string problem) { throw rule_problem{"params." + std::string(name), std::move(problem)}; }

const json* params::find(std::string_view name) const {
    if (!object_) return nullptr;
    const auto found = object_->find(name);
    return found == object_->end() || found->is_null() ? nullptr : &*found;
}

std::optional<std::uint64_t> params::whole(std::string_view name, std::uint64_t least, std::uint64_t most) const {
    const json* value = find(name);
    if (!value) return std::nullopt;
    // Numbers that the parser read from text are unsigned when they are not negative; ones that a program made may be signed.
    const bool is_natural = value->is_number_unsigned() || (value->is_number_integer() && value->get<std::int64_t>() >= 0);
    if (!is_natural || value->get<std::uint64_t>() < least || value->get<std::uint64_t>() > most)
        refuse(name, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return value->get<std::uint64_t>();
}

std::optional<std::int64_t> params::integer(std::string_view name, std::int64_t least, std::int64_t most) const {
    const json* value = find(name);
    if (!value) return std::nullopt;
    const bool fits = value->is_number_integer() && (!value->is_number_unsigned() || value->get<std::uint64_t>() <= std::numeric_limits<std::int64_t>::max());
    if (!fits || value->get<std::int64_t>() < least || value->get<std::int64_t>() > most)
        refuse(name, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return value->get<std::int64_t>();
}

std::optional<rational> params::share(std::string_view name) const {
    const json* value = find(name);
    if (!value) return std::nullopt;
    const auto number = read_rational(*value);
    if (!number || *number < 0 || *number > 1)
        refuse(name, "must be a share from 0 to 1, written as a text such as \"1/2\" or \"0.5\"");
    return number;
}

bool params::yes_or_no(std::string_view name, bool fallback) const {
    const json* value = find(name);
    if (!value) return fallback;
    if (!value->is_boolean()) refuse(name, "must be true or false");
    return value->get<bool>();
}

std::string_view params::one_of(std::string_view name, std::initializer_list<std::string_view> words) const {
    const json* value = find(name);
    if (!value) return *words.begin();
    if (value->is_string()) {
        const auto found = std::find(words.begin(), words.end(), value->get_ref<const std::string&>());
        if (found != words.end()) return *found;
    }
    std::string list;
    for (const auto word : words) list.append(list.empty() ? "\"" : " or \"").append(word).append("\"");
    refuse(name, "must be " + list);
}

}  // namespace sawt
