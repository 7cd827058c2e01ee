#include "tests/counting/result_comparison.hpp"

#include <sawt/rational.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace sawt::test {

namespace {

using nlohmann::json;

std::optional<rational> exact_number(const json& value) {
    if (value.is_number_integer()) return parse_rational(value.dump());
    if (value.is_string()) return parse_rational(value.get_ref<const std::string&>());
    return std::nullopt;
}

bool same_number(const json& expected, const json& result) {
    const auto left = exact_number(expected);
    const auto right = exact_number(result);
    if (left && right) return *left == *right;
    if ((!left && !expected.is_number()) || (!right && !result.is_number())) return false;
    const double a = left ? left->convert_to<double>() : expected.get<double>();
    const double b = right ? right->convert_to<double>() : result.get<double>();
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::max(std::abs(a), std::abs(b)));
}

std::set<json> set_of(const json& tier) {
    if (tier.is_array()) return {tier.begin(), tier.end()};
    return {tier};
}

std::string told(const std::string& path, const json& expected, const json& result) { return path + ": expected " + expected.dump() + ", is " + result.dump(); }

bool same_list(const std::string& key, bool in_order, const json& expected, const json& result) {
    if (!result.is_array() || result.size() != expected.size()) return false;
    if (key == "ranking") return std::equal(expected.begin(), expected.end(), result.begin(), [](const json& a, const json& b) { return set_of(a) == set_of(b); });
    return in_order ? expected == result : set_of(expected) == set_of(result);
}

std::string compare(const std::string& key, const std::string& path, bool in_order, const json& expected, const json& result) {
    if (expected.is_array()) return same_list(key, in_order, expected, result) ? "" : told(path, expected, result);
    if (!expected.is_object()) return expected == result || same_number(expected, result) ? "" : told(path, expected, result);
    if (!result.is_object()) return told(path, expected, result);
    for (const auto& [name, value] : expected.items()) {
        const auto found = result.find(name);
        if (found == result.end()) return path + "." + name + ": is missing";
        if (auto difference = compare(name, path + "." + name, false, value, *found); !difference.empty()) return difference;
    }
    return {};
}

}  // namespace

std::string difference(const json& expected, const json& result) {
    const bool in_order = expected.value("ordered_winners", false);
    for (const auto& [key, value] : expected.items()) {
        if (key == "ordered_winners" || key == "winners_any_of") continue;
        const json found = result.contains(key) ? result[key] : json();  // a missing tie means null
        if (auto difference = compare(key, key, in_order && key == "winners", value, found); !difference.empty()) return difference;
    }
    return {};
}

}  // namespace sawt::test
