// Ranked pairs (Tideman 1987; ties as in Zavist and Tideman 1989, with ballot-paper order in place of a drawn one).
//
// Majorities are taken from the strongest to the weakest and each is locked unless it closes a cycle with those already locked. `strength:
// winning` sorts by the weight of the winners, larger first, then by the opposition, smaller first; `margins` by the difference alone. What is
// still equal comes in ballot-paper order of the winner, then of the loser. Pairs that tie are never locked. First tier: options that no locked
// pair is above; then the same among the rest. `tie_break` (`none` or `order`) is for winners in one tier; the pairs are always in order.
// `unranked`: options that a ballot does not rank are below all that it ranks (`last`), or not compared (`ignore`).
//
// `more`: `pairwise[a][b]`, the weight placing a above b; `locked`, the pairs [winner, loser] in the order of locking. At most 1,000 options.
#include "methods.hpp"
#include "pairwise_rule.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>

namespace sawt {

namespace {

struct majority {
    std::uint32_t winner = 0;
    std::uint32_t loser = 0;
    std::uint32_t strength = 0;    // ranks, not numbers
    std::uint32_t opposition = 0;  // 0 where it does not matter
};

std::vector<majority> majorities_of(const pairwise_counts& pairs, strength by) {
    std::vector<majority> list;
    const auto options = static_cast<std::uint32_t>(pairs.options());
    for (std::uint32_t a = 0; a < options; ++a)
        for (std::uint32_t b = 0; b < options; ++b) {
            if (!pairs.beats(a, b)) continue;
            if (by == strength::winning) list.push_back({a, b, pairs.wins(a, b), pairs.wins(b, a)});
            else list.push_back({a, b, pairs.margins().rank[a * options + b], 0});
        }
    std::sort(list.begin(), list.end(), [](const majority& left, const majority& right) {
        return std::tie(right.strength, left.opposition, left.winner, left.loser) < std::tie(left.strength, right.opposition, right.winner, right.loser);
    });
    return list;
}

// Which options are above which by any chain of locked pairs; a row of bits for each.
class locked_chains {
public:
    explicit locked_chains(std::size_t options) : options_(options), words_((options + 63) / 64), bits_(options * words_) {}

    bool leads(std::size_t from, std::size_t to) const { return bits_[from * words_ + to / 64] >> (to % 64) & 1U; }

    void lock(std::size_t winner, std::size_t loser) {
        if (leads(winner, loser)) return;
        for (std::size_t from = 0; from < options_; ++from) {
            if ((from != winner && !leads(from, winner)) || leads(from, loser)) continue;
            for (std::size_t word = 0; word < words_; ++word) bits_[from * words_ + word] |= bits_[loser * words_ + word];
            bits_[from * words_ + loser / 64] |= std::uint64_t{1} << (loser % 64);
        }
    }

private:
    std::size_t options_;
    std::size_t words_;
    std::vector<std::uint64_t> bits_;
};

class ranked_pairs final : public pairwise_rule {
public:
    explicit ranked_pairs(const rule_spec& spec) : pairwise_rule(spec, read_strength(params(spec.params))) {}

private:
    void decide(outcome& result, const pairwise_counts& pairs, bool any_counted) const override {
        const std::size_t options = pairs.options();
        locked_chains chains(options);
        std::vector<bool> above(options * options);
        auto locked = nlohmann::json::array();
        for (const majority& pair : majorities_of(pairs, by())) {
            if (chains.leads(pair.loser, pair.winner)) continue;
            chains.lock(pair.winner, pair.loser);
            above[pair.winner * options + pair.loser] = true;
            locked.push_back({paper().id(pair.winner), paper().id(pair.loser)});
        }
        result.ranking = tiers_of_relation(above, options);
        fill_places(result, wanted(), any_counted);
        result.more = R"({"pairwise":)" + square_json(paper(), pairs.wins().rank, texts_of(pairs.wins().value)) + R"(,"locked":)" + locked.dump() + "}";
    }
};

}  // namespace

std::shared_ptr<const counting_rule> make_ranked_pairs(const rule_spec& spec) { return std::make_shared<ranked_pairs>(spec); }

}  // namespace sawt
