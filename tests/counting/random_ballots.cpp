#include "tests/counting/random_ballots.hpp"

#include <algorithm>
#include <numeric>

namespace sawt::test {

namespace {

using nlohmann::json;

double unit(std::mt19937_64& chance) { return static_cast<double>(chance() >> 11) * 0x1p-53; }

}  // namespace

random_ballots::random_ballots(std::string_view method, const json& params, std::span<const std::string> options, std::uint64_t seed)
    : method_(method), params_(params), options_(options), chance_(seed), likings_(options.size()) {
    constexpr std::size_t kinds = 5;
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        auto& leaning = leanings_.emplace_back();
        for (std::size_t option = 0; option < options.size(); ++option) leaning.push_back(unit(chance_));
    }
}

std::int64_t random_ballots::param(const char* name, std::int64_t fallback) const {
    const auto found = params_.find(name);
    return found == params_.end() ? fallback : found->get<std::int64_t>();
}

void random_ballots::draw_likings() {
    const auto& leaning = leanings_[below(leanings_.size())];
    for (std::size_t option = 0; option < likings_.size(); ++option) likings_[option] = 0.6 * leaning[option] + 0.4 * unit(chance_);
}

std::vector<std::size_t> random_ballots::favourites(std::size_t count) {
    std::vector<std::size_t> order(options_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    count = std::min(count, order.size());
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(order.begin(), end, order.end(), [this](auto left, auto right) { return likings_[left] > likings_[right]; });
    order.resize(count);
    return order;
}

json random_ballots::points(std::int64_t given, std::int64_t cap, bool all) {
    const std::int64_t room = cap * static_cast<std::int64_t>(options_.size());
    std::int64_t left = std::min(all || one_in(2) ? given : 1 + static_cast<std::int64_t>(below(static_cast<std::size_t>(given))), room);
    auto spread = json::object();
    // Large parts to the favourites first, what is left to whoever has room.
    const auto order = favourites(1 + below(all ? 8 : 4));
    for (std::size_t i = 0; left > 0 && i < order.size(); ++i) {
        const auto most = std::min(left, cap);
        const auto part = i + 1 == order.size() ? most : 1 + static_cast<std::int64_t>(below(static_cast<std::size_t>(most)));
        spread[options_[order[i]]] = part;
        left -= part;
    }
    for (std::size_t i = 0; left > 0 && i < options_.size(); ++i) {
        const std::int64_t has = spread.value(options_[i], std::int64_t{0});
        const auto part = std::min(left, cap - has);
        if (part > 0) spread[options_[i]] = has + part;
        left -= part;
    }
    return {{"points", spread}};
}

json random_ballots::votes(std::int64_t credits, bool negative) {
    auto cast = json::object();
    for (const auto option : favourites(1 + below(6))) {
        std::int64_t number = 1 + static_cast<std::int64_t>(below(6));
        while (number * number > credits) --number;
        if (number == 0) break;
        credits -= number * number;
        cast[options_[option]] = negative && one_in(3) ? -number : number;
    }
    return {{"points", cast}};
}

json random_ballots::rating(std::int64_t min, std::int64_t max, std::size_t option) {
    const auto width = static_cast<double>(max - min + 1);
    return std::clamp(min + static_cast<std::int64_t>(likings_[option] * width), min, max);
}

json random_ballots::scores() {
    const std::int64_t min = method_ == "majority_judgment" ? 0 : param("min", 0);
    const std::int64_t max = method_ == "majority_judgment" ? static_cast<std::int64_t>(params_.at("grades").size()) - 1 : param("max", 10);
    auto given = json::object();
    const bool rates_all = !one_in(3);
    for (std::size_t option = 0; option < options_.size(); ++option)
        if (rates_all || !one_in(3)) given[options_[option]] = rating(min, max, option);
    return {{"scores", given}};
}

json random_ballots::axis_scores() {
    auto given = json::object();
    for (std::size_t option = 0; option < options_.size(); ++option) {
        auto& on_axes = given[options_[option]] = json::object();
        for (const json& axis : params_.at("axes"))
            if (!one_in(8)) on_axes[axis.at("id").get<std::string>()] = rating(axis.at("min"), axis.at("max"), one_in(2) ? option : below(options_.size()));
    }
    return {{"scores", given}};
}

json random_ballots::approvals(std::size_t least, std::size_t most) {
    std::size_t count = 1 + below(std::max<std::size_t>(4, options_.size() / 6));
    count = std::clamp(count, least, std::max(least, most));
    auto list = json::array();
    for (const auto option : favourites(count)) list.push_back(options_[option]);
    return {{"approve", list}};
}

json random_ballots::ranking() {
    const bool strict = params_.value("strict", false);
    const auto most = static_cast<std::size_t>(param("max_ranked", 1'000'000));
    const std::size_t count = std::min(most, one_in(2) ? options_.size() : 1 + below(options_.size()));
    auto tiers = json::array();
    for (const auto option : favourites(count)) {
        if (strict || tiers.empty() || !one_in(8)) {
            tiers.push_back(options_[option]);
        } else {
            if (tiers.back().is_string()) tiers.back() = json::array({tiers.back()});
            tiers.back().push_back(options_[option]);
        }
    }
    return {{"ranking", tiers}};
}

json random_ballots::pair(std::size_t one, std::size_t other) {
    if (one_in(8)) return {{"tie", {options_[one], options_[other]}}};
    const bool better = likings_[one] > likings_[other];
    return {{"winner", options_[better ? one : other]}, {"loser", options_[better ? other : one]}};
}

json random_ballots::pairs() {
    if (options_.size() < 2) return json::object();
    auto list = json::array();
    std::vector<std::pair<std::size_t, std::size_t>> shown;
    for (std::size_t left = 1 + below(6); left > 0; --left) {
        const std::size_t one = below(options_.size()), other = below(options_.size());
        const std::pair<std::size_t, std::size_t> both = std::minmax(one, other);
        if (one == other || std::find(shown.begin(), shown.end(), both) != shown.end()) continue;
        shown.push_back(both);
        list.push_back(!list.empty() && one_in(10) ? json{{"skip", {options_[one], options_[other]}}} : pair(one, other));
    }
    if (list.empty()) return pair(0, 1);
    return list.size() == 1 && one_in(2) ? list[0] : json{{"pairs", list}};
}

json random_ballots::words() {
    static const std::vector<std::string> frequent{"trust",   "Trust ",       "quality",       "الثقة",    "الثِّقة",  "جودة",  "qualité",
                                                   "Export", "export!", "young people", "young  people", "machines", "design", "تصميم"};
    auto list = json::array();
    const auto most = static_cast<std::size_t>(param("max_words", 5));
    for (std::size_t left = 1 + below(std::min<std::size_t>(most, 5)); left > 0; --left) {
        if (!one_in(4)) list.push_back(frequent[below(1 + below(frequent.size()))]);
        else list.push_back("sample word " + std::to_string(below(1 + below(2000))));
    }
    return {{"words", list}};
}

json random_ballots::valid() {
    draw_likings();
    if (method_ == "words") return words();
    if (options_.empty()) return json::object();
    if (method_ == "plurality") return {{"choice", options_[favourites(1).front()]}};
    if (method_ == "dots") return points(param("dots", 1), param("cap", param("dots", 1)), params_.value("use_all", false));
    if (method_ == "allocation") return points(param("total", 1), param("total", 1), params_.value("exact", true));
    if (method_ == "quadratic") return votes(param("credits", 1), params_.value("negative", false));
    if (method_ == "approval") return approvals(static_cast<std::size_t>(param("min", 0)), static_cast<std::size_t>(param("max", 1'000'000)));
    if (method_ == "priority_matrix") return axis_scores();
    if (method_ == "pairwise_comparison") return pairs();
    for (const char* rated : {"score", "agreement", "delphi", "majority_judgment"})
        if (method_ == rated) return scores();
    for (const char* ranked : {"borda", "condorcet", "schulze", "ranked_pairs", "irv", "stv", "concordance"})
        if (method_ == ranked) return ranking();
    return approvals(1, options_.size());  // qa_upvotes, budgets, committees
}

json random_ballots::any() {
    if (one_in(12)) return json::object();
    json ballot = valid();
    if (one_in(6)) ballot = spoilt(std::move(ballot), chance_);
    return ballot;
}

}  // namespace sawt::test
