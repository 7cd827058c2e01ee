#include "methods.hpp"

#include <algorithm>
#include <array>

namespace sawt {

namespace {

struct method {
    std::string_view name;
    std::shared_ptr<const counting_rule> (*make)(const rule_spec&);
    std::string_view params;  // the names of its own parameters, each between blanks
};

// Parameters that every method takes.
constexpr std::string_view common_params = " seats tie_break eligible quorum group_weights group_mode ";

// In alphabetical order.
constexpr std::array methods{
    method{"approval", &make_approval, " min max confidence "},
    method{"dots", &make_dots, " dots cap use_all "},
    method{"plurality", &make_plurality, " majority "},
};

constexpr auto names = [] {
    std::array<std::string_view, methods.size()> list;
    std::transform(methods.begin(), methods.end(), list.begin(), [](const method& m) { return m.name; });
    return list;
}();

static_assert(std::is_sorted(names.begin(), names.end()));

std::string known_methods() {
    std::string list;
    for (const auto name : names) list.append(list.empty() ? "" : ", ").append(name);
    return list;
}

}  // namespace

std::variant<std::shared_ptr<const counting_rule>, rule_problem> make_rule(const rule_spec& spec) {
    const auto found = std::find_if(methods.begin(), methods.end(), [&](const method& m) { return m.name == spec.method; });
    if (found == methods.end()) return rule_problem{"method", "must be one of: " + known_methods()};
    try {
        return found->make(spec);
    } catch (rule_problem& problem) {
        return std::move(problem);
    }
}

std::span<const std::string_view> counting_methods() { return names; }

bool takes_parameter(std::string_view of_method, std::string_view name) {
    const std::string word = " " + std::string(name) + " ";
    const auto found = std::find_if(methods.begin(), methods.end(), [&](const method& m) { return m.name == of_method; });
    return common_params.find(word) != std::string_view::npos || (found != methods.end() && found->params.find(word) != std::string_view::npos);
}

}  // namespace sawt
