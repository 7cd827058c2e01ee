// Condorcet's winner with the count of Copeland and the set of Smith.
//
// The winner is the option that a greater weight places above than below each other option; where there is none (a cycle, a tie), nobody wins.
// There is only ever one, so `seats` and `tie_break` have no part. Scores are pairs won less pairs lost (Copeland 1951; ties count 0), and the
// ranking is by score. `unranked`: options that a ballot does not rank are below all that it ranks (`last`), or not compared (`ignore`).
//
// `more`: `pairwise[a][b]`, the weight placing a above b; `smith` (Smith 1973), the smallest set whose members beat everything outside it.
// At most 1,000 options.
#include "methods.hpp"
#include "pairwise_rule.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace sawt {

namespace {

// The best score is always in the set: a member beats all outside, so its score is above that of all outside. Whoever is not beaten by a member
// must be in it too.
std::vector<std::uint32_t> smith_set(const pairwise_counts& pairs, std::uint32_t best) {
    std::vector<bool> in(pairs.options(), false);
    std::vector<std::uint32_t> members{best};
    in[best] = true;
    for (std::size_t next = 0; next < members.size(); ++next)
        for (std::uint32_t other = 0; other < pairs.options(); ++other) {
            if (in[other] || pairs.beats(members[next], other)) continue;
            in[other] = true;
            members.push_back(other);
        }
    std::sort(members.begin(), members.end());
    return members;
}

class condorcet final : public pairwise_rule {
public:
    explicit condorcet(const rule_spec& spec) : pairwise_rule(spec, strength::winning) {}

private:
    void decide(outcome& result, const pairwise_counts& pairs, bool any_counted) const override {
        const auto options = static_cast<std::uint32_t>(pairs.options());
        std::optional<std::uint32_t> winner;
        for (std::uint32_t a = 0; a < options; ++a) {
            std::uint32_t won = 0;
            std::int64_t score = 0;
            for (std::uint32_t b = 0; b < options; ++b) {
                won += pairs.beats(a, b);
                score += pairs.beats(a, b) - pairs.beats(b, a);
            }
            result.scores.emplace_back(score);
            if (won + 1 == options) winner = a;
        }
        rank_by_score(result, wanted(), any_counted);
        result.winners.clear();
        result.tied.reset();
        if (winner && any_counted) result.winners = {*winner};

        auto smith = nlohmann::json::array();
        if (options > 0)
            for (const auto option : smith_set(pairs, result.ranking.front().front())) smith.push_back(paper().id(option));
        result.more = R"({"pairwise":)" + square_json(paper(), pairs.wins().rank, texts_of(pairs.wins().value)) + R"(,"smith":)" + smith.dump() + "}";
    }
};

}  // namespace

std::shared_ptr<const counting_rule> make_condorcet(const rule_spec& spec) { return std::make_shared<condorcet>(spec); }

}  // namespace sawt
