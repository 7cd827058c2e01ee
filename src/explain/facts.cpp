#include "facts.hpp"

#include "../counting/params.hpp"

#include <cmath>

namespace sawt {

using nlohmann::json;

const json* find(const json& in, std::initializer_list<std::string_view> path) {
    const json* at = &in;
    for (const auto name : path) {
        if (!at->is_object()) return nullptr;
        const auto found = at->find(name);
        if (found == at->end() || found->is_null()) return nullptr;
        at = &*found;
    }
    return at;
}

std::optional<rational> exact_number(const json* value) { return value ? read_rational(*value) : std::nullopt; }

std::optional<rational> shown_number(const json* value) {
    if (value && value->is_number_float()) return std::isfinite(value->get<double>()) ? std::optional(rational(value->get<double>())) : std::nullopt;
    return exact_number(value);
}

namespace {

json object_or_empty(const std::string& text) {
    auto object = json::parse(text, nullptr, false);
    return object.is_object() ? object : json::object();
}

}  // namespace

facts::facts(const agenda& of, const item& what, const round_result& result)
    : of_(of), what_(what), result_(result), params_(object_or_empty(what.params)), more_(object_or_empty(result.total.more)) {
    const auto all = ids();
    for (std::uint32_t option = 0; option < all.size(); ++option) by_id_.emplace(all[option], option);
    const auto& tiers = result.total.ranking;
    for (std::size_t tier = 0; tier < tiers.size(); ++tier)
        for (const std::uint32_t option : tiers[tier]) {
            if (option >= options()) continue;
            order_.push_back(option);
            tier_.push_back(tier);
        }
}

std::string_view facts::word(std::string_view name, std::string_view fallback) const {
    const json* value = rule(name);
    return value && value->is_string() ? std::string_view(value->get_ref<const std::string&>()) : fallback;
}

bool facts::flag(std::string_view name, bool fallback) const {
    const json* value = rule(name);
    return value && value->is_boolean() ? value->get<bool>() : fallback;
}

std::size_t facts::seats() const {
    const json* value = rule("seats");
    return value && value->is_number_integer() && *value >= 1 ? value->get<std::size_t>() : 1;
}

std::span<const std::string> facts::ids() const { return total().terms.empty() ? std::span(what_.option_ids) : std::span(total().terms); }

std::optional<std::uint32_t> facts::option(const json* id) const {
    if (!id || !id->is_string()) return std::nullopt;
    const auto found = by_id_.find(id->get_ref<const std::string&>());
    return found == by_id_.end() ? std::nullopt : std::optional(found->second);
}

local_text facts::name(std::uint32_t option) const {
    if (total().terms.empty() && option < what_.options.size() && !what_.options[option].text.empty()) return what_.options[option].text;
    const json* spelling = total().terms.empty() ? nullptr : told({"spellings", id(option)});
    return {{{"", spelling && spelling->is_string() ? spelling->get<std::string>() : id(option)}}};
}

std::optional<rational> facts::score(std::uint32_t option) const { return option < total().scores.size() ? total().scores[option] : std::nullopt; }

local_text text_of(const json* value) {
    local_text text;
    if (!value) return text;
    if (value->is_string()) text.by_language.emplace_back("", value->get<std::string>());
    if (value->is_object())
        for (const auto& [language, words] : value->items())
            if (words.is_string()) text.by_language.emplace_back(language, words.get<std::string>());
    return text;
}

}  // namespace sawt
