#include "priority_axes.hpp"

#include <algorithm>

namespace sawt {

namespace {

using nlohmann::json;

constexpr std::size_t axes_max = 16;

rational read_number(const params& from, const char* name, rational fallback) {
    const json* value = from.find(name);
    if (!value) return fallback;
    const auto number = read_rational(*value);
    if (!number) params::refuse(name, "must be exact: a whole number, or a text such as \"7/2\" or \"3.5\"");
    return *number;
}

priority_axis read_axis(const params& from) {
    priority_axis axis;
    const json* id = from.find("id");
    if (!id || !id->is_string() || id->get_ref<const std::string&>().empty()) params::refuse("id", "must be the name of the axis in ballots, a text");
    axis.id = id->get<std::string>();
    if (axis.id == "quadrant") params::refuse("id", "must be another: results tell the quadrant under that name");
    axis.values = read_scale(from);
    axis.threshold = read_number(from, "threshold", rational(axis.values.min + axis.values.max, 2));
    axis.weight = read_number(from, "weight", 1);
    return axis;
}

}  // namespace

std::vector<priority_axis> read_axes(const params& from) {
    const json* list = from.find("axes");
    if (!list) params::refuse("axes", "is missing: a list of axes such as {\"id\": \"impact\", \"min\": 1, \"max\": 5}");
    if (!list->is_array() || list->empty() || list->size() > axes_max) params::refuse("axes", "must be a list of 1 to " + std::to_string(axes_max) + " axes");
    std::vector<priority_axis> axes;
    for (const json& one : *list) {
        const std::string name = "axes[" + std::to_string(axes.size()) + "]";
        if (!one.is_object()) params::refuse(name, "must be an object {…}");
        try {
            axes.push_back(read_axis(params(&one)));
        } catch (rule_problem& problem) {
            // What is wrong there was named as if the axis were all the parameters.
            params::refuse(problem.path.replace(0, std::string_view("params").size(), name), std::move(problem.problem));
        }
        const auto is_same = [&](const priority_axis& other) { return other.id == axes.back().id; };
        if (std::any_of(axes.begin(), axes.end() - 1, is_same)) params::refuse(name + ".id", "is there twice; every axis must have its own");
    }
    return axes;
}

}  // namespace sawt
