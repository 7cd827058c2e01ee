// Options compared two at a time. `model`:
// `win_rate` (default; All Our Ideas): 100 (wins + 1) / (wins + losses + 2), exact; a tie is half a win and half a loss for each, an option never
// shown has 50. Scores are per cent. `stats` has each option's wins and losses.
// `bradley_terry` (Bradley and Terry 1952, maximum likelihood): log abilities with mean 0; `prior` p adds p/2 wins each way to every pair.
// The estimate exists only if every option reaches every other through wins (Ford 1957); otherwise `estimable` is false, no option has a score and
// nobody wins. Abilities are irrational: those within 1e-9 of the next tie, and floats decide nothing else.
#include "bradley_terry.hpp"
#include "exact_json.hpp"
#include "exact_sums.hpp"
#include "methods.hpp"
#include "pair_ballot.hpp"
#include "ranking.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace sawt {

namespace {

using nlohmann::json;

// Each win counts two, so that a tie counts one each way and all sums of whole weights stay whole. `Cells` says which sums a win adds to.
template <class Cells>
class pairs_tally final : public tally {
public:
    explicit pairs_tally(std::size_t options) : cells_{options}, halves_(cells_.size()) {}

    static const pairs_tally& of(const weighted_tally& part) {
        assert(dynamic_cast<const pairs_tally*>(part.votes));
        return static_cast<const pairs_tally&>(*part.votes);
    }

    void add(const marks& ballot, const rational& weight) override { change(ballot, weight, 1); }
    void take_back(const marks& ballot, const rational& weight) override { change(ballot, weight, -1); }
    std::unique_ptr<tally> clone() const override { return std::make_unique<pairs_tally>(*this); }

    // Ballots of weight 0 count although they add nothing.
    bool empty() const { return ballots_ == 0; }
    const exact_sums& halves() const { return halves_; }

private:
    void change(const marks& ballot, const rational& weight, int sign) {
        halves_.change(weight, sign, most_halves(ballot), [&](const auto& add) {
            for (const mark& m : ballot.options) {
                if (m.value == pair_won) {
                    cells_.win(m.option, m.axis, 2, add);
                } else {
                    cells_.win(m.option, m.axis, 1, add);
                    cells_.win(m.axis, m.option, 1, add);
                }
            }
        });
        ballots_ += sign;
    }

    // No ballot adds more than this to one sum.
    static std::int64_t most_halves(const marks& ballot) { return 2 * static_cast<std::int64_t>(ballot.options.size()); }

    Cells cells_;
    exact_sums halves_;
    std::int64_t ballots_ = 0;
};

// The wins of each option, and after them the losses of each.
struct by_option {
    std::size_t options;

    std::size_t size() const { return 2 * options; }
    template <class Add>
    void win(std::size_t winner, std::size_t loser, std::int64_t halves, const Add& add) const {
        add(winner, halves);
        add(options + loser, halves);
    }
};

// A square of wins, a row for each winner.
struct by_pair {
    std::size_t options;

    std::size_t size() const { return options * options; }
    template <class Add>
    void win(std::size_t winner, std::size_t loser, std::int64_t halves, const Add& add) const {
        add(winner * options + loser, halves);
    }
};

// The sums of all parts together, with their factors, in whole wins.
template <class Cells>
std::vector<rational> wins_of(std::span<const weighted_tally> parts, std::size_t cells) {
    std::vector<rational> wins(cells);
    for (const weighted_tally& part : parts) {
        const exact_sums& halves = pairs_tally<Cells>::of(part).halves();
        const rational factor = part.factor / 2;
        if (factor == 0) continue;
        for (std::size_t cell = 0; cell < cells; ++cell)
            if (halves.word(cell) != 0 || !halves.in_words()) wins[cell] += halves.total(cell) * factor;
    }
    return wins;
}

template <class Cells>
bool any_counted(std::span<const weighted_tally> parts) {
    return std::any_of(parts.begin(), parts.end(), [](const weighted_tally& part) { return !pairs_tally<Cells>::of(part).empty(); });
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

    std::unique_ptr<tally> open_tally() const override { return std::make_unique<pairs_tally<by_option>>(paper_.size()); }

    outcome count(std::span<const weighted_tally> parts) const override {
        const auto sums = wins_of<by_option>(parts, 2 * paper_.size());
        outcome result;
        result.base = 100;
        result.base_of = "percent";
        auto stats = json::object();
        for (std::uint32_t option = 0; option < paper_.size(); ++option) {
            const rational& wins = sums[option];
            const rational& losses = sums[paper_.size() + option];
            result.scores.emplace_back(100 * (wins + 1) / (wins + losses + 2));
            stats[paper_.id(option)] = {{"wins", exact_json(wins)}, {"losses", exact_json(losses)}};
        }
        rank_by_score(result, wanted_, any_counted<by_option>(parts));
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

    std::unique_ptr<tally> open_tally() const override { return std::make_unique<pairs_tally<by_pair>>(paper_.size()); }

    outcome count(std::span<const weighted_tally> parts) const override {
        outcome result;
        for (const weighted_tally& part : parts) result.base += part.weight * part.factor;
        const win_matrix wins = with_prior(wins_of<by_pair>(parts, paper_.size() * paper_.size()));
        const bool estimable = is_estimable(wins);
        result.scores.resize(paper_.size());
        auto scores = json::object();
        if (estimable) set_scores(result, log_abilities(wins));
        for (std::uint32_t option = 0; option < paper_.size(); ++option)
            scores[paper_.id(option)] = estimable ? json(result.scores[option]->convert_to<double>()) : json();
        rank_by_score(result, wanted_, any_counted<by_pair>(parts));
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
                matrix(winner, loser) = is_extreme ? std::max(1 / (moderate * moderate), rational(of_pair / most).convert_to<double>()) : of_pair.convert_to<double>();
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
