#include "methods.hpp"

#include <algorithm>
#include <array>

namespace sawt {

namespace {

struct method {
    std::string_view name;
    std::shared_ptr<const counting_rule> (*make)(const rule_spec&);
};

// In alphabetical order.
constexpr std::array methods{
    method{"approval", &make_approval},
    method{"dots", &make_dots},
    method{"plurality", &make_plurality},
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

}  // namespace sawt
