#include "ranking_ballot.hpp"

#include <algorithm>
#include <limits>

namespace sawt {

namespace {

using nlohmann::json;

constexpr std::size_t options_max = 1000;

}  // namespace

ranking_ballot::ranking_ballot(const params& rules)
    : strict_(rules.yes_or_no("strict", false)),
      max_ranked_(rules.whole("max_ranked", 1, std::numeric_limits<std::int64_t>::max()).value_or(std::numeric_limits<std::uint64_t>::max())) {}

reading ranking_ballot::read(const ballot_paper& paper, const json& ballot) const {
    if (!ballot.is_object()) return invalid_ballot(reasons::wrong_shape);
    const auto ranking = ballot.find("ranking");
    if (ranking == ballot.end()) return blank_ballot();
    if (!ranking->is_array()) return invalid_ballot(reasons::wrong_shape);

    std::vector<mark> ranked;
    ranked.reserve(ranking->size());
    std::int64_t tier = 0;
    bool equal_ranks = false;
    std::string_view wrong;
    const auto rank = [&](const json& id) {
        const auto option = id.is_string() ? paper.find(id.get_ref<const std::string&>()) : std::nullopt;
        if (option) ranked.push_back({.option = *option, .value = tier});
        else wrong = id.is_string() ? reasons::unknown_option : reasons::wrong_shape;
        return option.has_value();
    };
    for (const json& entry : *ranking) {
        if (!entry.is_array()) {
            if (!rank(entry)) return invalid_ballot(wrong);
            ++tier;
            continue;
        }
        for (const json& id : entry)
            if (!rank(id)) return invalid_ballot(wrong);
        equal_ranks = equal_ranks || entry.size() > 1;
        if (!entry.empty()) ++tier;
    }
    if (ranked.empty()) return blank_ballot();

    reading read = counted_ballot(std::move(ranked));
    const auto& in_order = read.says.options;
    const bool repeated = std::adjacent_find(in_order.begin(), in_order.end(), [](const mark& left, const mark& right) { return left.option == right.option; }) != in_order.end();
    if (repeated) return invalid_ballot(reasons::repeated_option);
    if (strict_ && equal_ranks) return invalid_ballot(reasons::equal_ranks);
    if (in_order.size() > max_ranked_) return invalid_ballot(reasons::too_many);
    return read;
}

void ranking_order::assign(std::span<const mark> ballot) {
    std::int64_t last = -1;
    for (const mark& m : ballot) last = std::max(last, m.value);
    begins_.assign(static_cast<std::size_t>(last + 2), 0);
    for (const mark& m : ballot) ++begins_[static_cast<std::size_t>(m.value) + 1];
    for (std::size_t tier = 1; tier < begins_.size(); ++tier) begins_[tier] += begins_[tier - 1];
    next_.assign(begins_.begin(), begins_.end());
    options_.resize(ballot.size());
    for (const mark& m : ballot) options_[next_[static_cast<std::size_t>(m.value)]++] = m.option;
}

void refuse_too_many_options(std::size_t options) {
    if (options > options_max) throw rule_problem{"options", "must be at most " + std::to_string(options_max) + " for this method"};
}

}  // namespace sawt
