// The method of Schulze ("A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method", 2011).
//
// A link leads from a to b when more weight places a above b than b above a. Its strength is the weight placing a above b (`strength: winning`,
// as Schulze and Debian have it) or the difference (`margins`). A path is as strong as its weakest link; a is above b when the strongest path
// from a to b is stronger than the strongest back, which is transitive. First tier: options that nobody is above; then the same among the rest,
// with the same paths. Equal strengths are not refined: ties are reported, and `tie_break: order` picks winners by the ballot paper.
// `unranked`: options that a ballot does not rank are below all that it ranks (`last`), or not compared (`ignore`).
//
// `more`: `pairwise[a][b]`, the weight placing a above b; `paths[a][b]`, the strongest path, 0 where there is none. At most 1,000 options.
#include "methods.hpp"
#include "pairwise_rule.hpp"

#include <algorithm>

namespace sawt {

namespace {

// The strongest paths by widening: through ever more options. Strengths are ranks from 1, and 0 is no path.
void widen(std::vector<std::uint32_t>& paths, std::size_t options) {
    for (std::size_t through = 0; through < options; ++through) {
        const std::uint32_t* onward = paths.data() + through * options;
        for (std::size_t from = 0; from < options; ++from) {
            std::uint32_t* row = paths.data() + from * options;
            const std::uint32_t first = row[through];
            if (first == 0 || from == through) continue;
            for (std::size_t to = 0; to < options; ++to) row[to] = std::max(row[to], std::min(first, onward[to]));
        }
    }
}

class schulze final : public pairwise_rule {
public:
    explicit schulze(const rule_spec& spec) : pairwise_rule(spec, read_strength(params(spec.params))) {}

private:
    void decide(outcome& result, const pairwise_counts& pairs, bool any_counted) const override {
        const std::size_t options = pairs.options();
        std::vector<std::uint32_t> paths(options * options);
        for (std::size_t a = 0; a < options; ++a)
            for (std::size_t b = 0; b < options; ++b)
                if (pairs.beats(a, b)) paths[a * options + b] = strengths(pairs).rank[a * options + b] + 1;
        widen(paths, options);

        std::vector<bool> above(options * options);
        for (std::size_t a = 0; a < options; ++a)
            for (std::size_t b = 0; b < options; ++b) above[a * options + b] = a != b && paths[a * options + b] > paths[b * options + a];
        result.ranking = tiers_of_relation(above, options);
        fill_places(result, wanted(), any_counted);

        auto path_texts = texts_of(strengths(pairs).value);
        path_texts.insert(path_texts.begin(), "0");
        result.more = R"({"pairwise":)" + square_json(paper(), pairs.wins().rank, texts_of(pairs.wins().value)) + R"(,"paths":)" + square_json(paper(), paths, path_texts) + "}";
    }
};

}  // namespace

std::shared_ptr<const counting_rule> make_schulze(const rule_spec& spec) { return std::make_shared<schulze>(spec); }

}  // namespace sawt
