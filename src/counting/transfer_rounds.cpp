#include "transfer_rounds.hpp"

#include "exact_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace sawt {

void transfer_rounds::record(const std::vector<rational>& votes) {
    if (how_ == transfer_ties::backward) past_.push_back(votes);
}

option_list transfer_rounds::at_end(const std::vector<rational>& votes, const option_list& among, bool fewest) const {
    std::uint32_t end = among.front();
    for (const std::uint32_t option : among)
        if (fewest ? votes[option] < votes[end] : votes[option] > votes[end]) end = option;
    option_list tied;
    for (const std::uint32_t option : among) {
        const bool equal = tolerance_ == 0 ? votes[option] == votes[end] : abs(votes[option] - votes[end]) < tolerance_;
        if (equal) tied.push_back(option);
    }
    return tied;
}

std::uint32_t transfer_rounds::settle(option_list tied, bool loses) const {
    for (auto round = past_.rbegin(); round != past_.rend() && tied.size() > 1; ++round) tied = at_end(*round, tied, loses);
    return loses ? *std::max_element(tied.begin(), tied.end()) : *std::min_element(tied.begin(), tied.end());
}

option_list transfer_rounds::in_order(const std::vector<rational>& votes, option_list among) const {
    option_list ordered;
    while (!among.empty()) {
        ordered.push_back(leader(most(votes, among)));
        among.erase(std::find(among.begin(), among.end(), ordered.back()));
    }
    return ordered;
}

std::vector<option_list> transfer_rounds::tiers(const std::vector<rational>& votes, option_list among) {
    std::stable_sort(among.begin(), among.end(), [&](auto left, auto right) { return votes[left] > votes[right]; });
    std::vector<option_list> tiers;
    for (const std::uint32_t option : among) {
        if (tiers.empty() || votes[tiers.back().front()] != votes[option]) tiers.emplace_back();
        tiers.back().push_back(option);
    }
    return tiers;
}

round_text::round_text(const ballot_paper& paper, bool as_floats) : as_floats_(as_floats) {
    for (std::uint32_t option = 0; option < paper.size(); ++option) ids_.push_back(nlohmann::json(paper.id(option)).dump());
}

std::string round_text::open(const std::vector<rational>& votes, const option_list& standing, const rational& exhausted) const {
    std::string text = R"({"votes":{)";
    for (const std::uint32_t option : standing) text.append(text.back() == '{' ? "" : ",").append(ids_[option]).append(":").append(number(votes[option]));
    return text.append(R"(},"exhausted":)").append(number(exhausted));
}

std::string round_text::ids(const option_list& options) const {
    std::string text = "[";
    for (const std::uint32_t option : options) text.append(text.back() == '[' ? "" : ",").append(ids_[option]);
    return text += ']';
}

std::string round_text::number(const rational& value) const {
    return as_floats_ ? nlohmann::json(value.convert_to<double>()).dump() : exact_json(value).dump();
}

}  // namespace sawt
