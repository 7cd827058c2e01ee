// Options compared two at a time. `model`:
// `win_rate` (default; All Our Ideas): 100 (wins + 1) / (wins + losses + 2), exact; a tie is half a win and half a loss for each, an option never
// shown has 50. Scores are per cent. `stats` has each option's wins and losses.
// `bradley_terry` (Bradley and Terry 1952, maximum likelihood): log abilities with mean 0; `prior` p adds p/2 wins each way to every pair.
// The estimate exists only if every option reaches every other through wins (Ford 1957); otherwise `estimable` is false, no option has a score and
// nobody wins. Abilities are irrational: those within 1e-9 of the next tie, and floats decide nothing else.
#include "bradley_terry.hpp"
#include "exact_json.hpp"
#include "methods.hpp"
#include "pair_ballot.hpp"
#include "pairs_tally.hpp"
#include "ranking.hpp"

#include <algorithm>
#include <numeric>

namespace sawt {

namespace {

using nlohmann::json;

rational counted_weight(std::span<const weighted_tally> parts) {
    rational weight;
    for (const weighted_tally& part : parts) weight += part.weight * part.factor;
    return weight;
}

class pairs_rule : public counting_rule {
public:
    explicit pairs_rule(const rule_spec& spec) : paper_(spec.options), wanted_(read_places(params(spec.params))) {}

    reading read(const json& ballot) const final { return read_pairs(paper_, ballot); }

protected:
    ballot_paper paper_;
    places wanted_;
};

class win_rate final : public pairs_rule {
public:
    using pairs_rule::pairs_rule;

    std::unique_ptr<tally> open_tally() const override { return std::make_unique<pairs_tally<option_cells>>(paper_.size()); }

    outcome count(std::span<const weighted_tally> parts) const override {
        const auto sums = wins_of<option_cells>(parts, 2 * paper_.size());
        outcome result;
        result.base = counted_weight(parts);
        auto stats = json::object();
        for (std::uint32_t option = 0; option < paper_.size(); ++option) {
            const rational& wins = sums[option];
            const rational& losses = sums[paper_.size() + option];
            result.scores.emplace_back(100 * (wins + 1) / (wins + losses + 2));
            stats[paper_.id(option)] = {{"wins", exact_json(wins)}, {"losses", exact_json(losses)}};
        }
        rank_by_score(result, wanted_, any_counted<option_cells>(parts));
        result.more = json{{"stats", std::move(stats)}}.dump();
        return result;
    }
};

class bradley_terry final : public pairs_rule {
public:
    // The matrix has a cell for each pair: far more options than can be compared would not fit the memory.
    static constexpr std::size_t options_max = 1000;

    explicit bradley_terry(const rule_spec& spec) : pairs_rule(spec) {
        const params rules(spec.params);
        if (paper_.size() > options_max) throw rule_problem{"options", "must be at most " + std::to_string(options_max) + " for the model bradley_terry"};
        if (const json* prior = rules.find("prior")) {
            const auto number = read_rational(*prior);
            if (!number || *number < 0) params::refuse("prior", "must be 0 or more: a whole number, or a text such as \"1/2\" or \"0.5\"");
            prior_ = *number;
        }
    }

    std::unique_ptr<tally> open_tally() const override { return std::make_unique<pairs_tally<pair_cells>>(paper_.size()); }

    outcome count(std::span<const weighted_tally> parts) const override {
        outcome result;
        result.base = counted_weight(parts);
        const win_matrix wins = with_prior(wins_of<pair_cells>(parts, paper_.size() * paper_.size()));
        const bool estimable = is_estimable(wins);
        result.scores.resize(paper_.size());
        auto scores = json::object();
        if (estimable) set_scores(result, log_abilities(wins));
        for (std::uint32_t option = 0; option < paper_.size(); ++option)
            scores[paper_.id(option)] = estimable ? json(result.scores[option]->convert_to<double>()) : json();
        rank_by_score(result, wanted_, any_counted<pair_cells>(parts));
        result.more = json{{"estimable", estimable}, {"scores", std::move(scores)}}.dump();
        return result;
    }

private:
    // Sums are exact up to here, so that nothing depends on the order of the ballots or on how they are spread over groups.
    win_matrix with_prior(std::vector<rational> wins) const {
        constexpr double moderate = 1e100;
        const std::size_t options = paper_.size();
        bool is_extreme = false;
        rational most = 0;
        for (std::size_t winner = 0; winner < options; ++winner)
            for (std::size_t loser = 0; loser < options; ++loser) {
                if (winner == loser) continue;
                rational& of_pair = wins[winner * options + loser];
                if (prior_ > 0) of_pair += prior_ / 2;
                if (of_pair == 0) continue;
                const double roughly = of_pair.convert_to<double>();
                is_extreme = is_extreme || roughly > moderate || roughly < 1 / moderate;
                if (of_pair > most) most = of_pair;
            }
        // Only proportions matter, so numbers that floats might not hold are told as parts of the largest; what is positive stays so.
        win_matrix matrix(options);
        for (std::size_t winner = 0; winner < options; ++winner)
            for (std::size_t loser = 0; loser < options; ++loser) {
                const rational& of_pair = wins[winner * options + loser];
                if (of_pair == 0) continue;
                const double roughly = (is_extreme ? rational(of_pair / most) : of_pair).convert_to<double>();
                matrix(winner, loser) = std::max(roughly, 1 / (moderate * moderate));
            }
        return matrix;
    }

    // Abilities that tie get one value, the highest of them, so that the ranking sees them equal.
    static void set_scores(outcome& result, const std::vector<double>& abilities) {
        constexpr double same = 1e-9;
        std::vector<std::uint32_t> order(abilities.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](auto left, auto right) { return abilities[left] > abilities[right]; });
        for (std::size_t i = 0; i < order.size(); ++i) {
            const bool ties = i > 0 && abilities[order[i - 1]] - abilities[order[i]] <= same;
            result.scores[order[i]] = ties ? *result.scores[order[i - 1]] : rational(abilities[order[i]]);
        }
    }

    rational prior_;
};

}  // namespace

std::shared_ptr<const counting_rule> make_pairwise_comparison(const rule_spec& spec) {
    if (params(spec.params).one_of("model", {"win_rate", "bradley_terry"}) == "bradley_terry") return std::make_shared<bradley_terry>(spec);
    return std::make_shared<win_rate>(spec);
}

}  // namespace sawt
