// Methods whose ballots rate options on one scale: `{"scores":{"A":7,"B":0}}`, where an option that is not there is not rated. A method
// derives from rating_rule and makes an outcome of the distributions. Those that rank by mean, median or sum share rating_ranking.
#pragma once

#include "ballot_paper.hpp"
#include "ranking.hpp"
#include "rating_tally.hpp"

#include <functional>

namespace sawt {

class rating_rule : public counting_rule {
public:
    // Blank when nothing is rated. Invalid for `wrong-shape`, `unknown-option`, `not-whole` and `out-of-range`.
    reading read(const nlohmann::json& ballot) const final;
    std::unique_ptr<tally> open_tally() const final;
    outcome count(std::span<const weighted_tally> parts) const final;

protected:
    rating_rule(const rule_spec& spec, const scale& values);

    const ballot_paper& paper() const { return paper_; }
    const scale& values() const { return grid_.on(0); }
    const rating_grid& grid() const { return grid_; }

    // Option id to what `tell` says of its ratings.
    nlohmann::json by_option(const counted_ratings& ratings, const std::function<nlohmann::json(const weighted_distribution&)>& tell) const;

    // Van der Eijk's A of each option.
    nlohmann::json agreement_json(const counted_ratings& ratings) const;

private:
    // Called with the counted weight as the base; does all else.
    virtual void complete(outcome& result, const counted_ratings& ratings) const = 0;

    ballot_paper paper_;
    rating_grid grid_;
};

// Ranks by `rank_by`: `mean` (default), `median` or `sum`. Options without a rating (under `sum` they have 0), or with less weight of
// ratings than `min_raters`, have no score. Equal medians are not refined.
class rating_ranking {
public:
    explicit rating_ranking(const params& from);
    void rank(outcome& result, const counted_ratings& ratings) const;

private:
    std::optional<rational> score(const weighted_distribution& ratings) const;

    std::string_view by_;
    rational min_raters_;
    places wanted_;
};

// Value to weight. A scale of up to 1,001 values is told whole; of a longer one only the values in use.
nlohmann::json distribution_json(const weighted_distribution& ratings, const scale& values);

}  // namespace sawt
