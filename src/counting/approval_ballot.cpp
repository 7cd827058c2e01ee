#include "approval_ballot.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace sawt {

reading read_approvals(const ballot_paper& paper, const nlohmann::json& ballot) {
    if (!ballot.is_object()) return invalid_ballot(reasons::wrong_shape);
    const auto approve = ballot.find("approve");
    if (approve == ballot.end()) return blank_ballot();
    if (!approve->is_array()) return invalid_ballot(reasons::wrong_shape);
    if (approve->empty()) return blank_ballot();

    std::vector<mark> approved;
    approved.reserve(approve->size());
    for (const nlohmann::json& id : *approve) {
        if (!id.is_string()) return invalid_ballot(reasons::wrong_shape);
        const auto option = paper.find(id.get_ref<const std::string&>());
        if (!option) return invalid_ballot(reasons::unknown_option);
        approved.push_back({.option = *option, .value = 1});
    }
    reading read = counted_ballot(std::move(approved));
    const auto& in_order = read.says.options;
    if (std::adjacent_find(in_order.begin(), in_order.end()) != in_order.end()) return invalid_ballot(reasons::repeated_option);
    return read;
}

}  // namespace sawt
