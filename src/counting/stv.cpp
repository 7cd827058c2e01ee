// The single transferable vote: several places, and votes that an option does not need or cannot use move on. Exact fractions.
//
// W is the counted weight, s the `seats`. `quota`: `droop` (default), floor(W/(s+1)) + 1, elects with at least the quota; `hb` (Hagenbach and
// Bischoff), W/(s+1), with more than it; `hare`, W/s, with at least it. The quota never changes.
//
// `variant: wigm` (default), weighted inclusive Gregory. 1. Those that reach the quota are elected, most votes first. 2. The count stops when s are
// elected; if the hopeful are no more than the places left, they are elected, most votes first. 3. If an elected option has a surplus not yet
// transferred, the largest is: every ballot it holds moves to its next hopeful option at its value times surplus / votes, and the option keeps
// the quota. Equal surpluses: the one elected first. 4. Otherwise the lowest goes out and its ballots move at their value; back to 1.
// `scottish` (Scottish Local Government Elections Order 2007): the same with the Droop quota, each new value of a single ballot cut to five
// decimals. `meek` (Meek 1969; Hill, Wichmann and Woodall 1987): an elected option keeps a fraction f of every ballot that reaches it and the rest
// moves on; quota = (W - exhausted) / (s+1), ever anew; f := f x quota / votes until the total surplus is below 1e-9; who exceeds the quota on the
// way is elected; then the lowest goes out, and votes that differ by less than 1e-8 tie.
//
// `equal_ranks`: each hopeful option of a tier gets an equal part (`split`), or the ballot ends before the tier (`exhaust`). In wigm a part that moves
// on goes to the rest of its tier first; in meek what the tier does not keep moves to the next tier. `tie_break`: `order` (default), the ballot
// paper; `backward`, the latest earlier round in which the tied differ. Ties are settled inside the count, so `tie` is null.
//
// Winners are in order of election. Ranking: they, then the options left by their last votes, then the eliminated, last out first. `more`:
// `quota` (not meek, and not when nothing was counted); `rounds`, each with `votes` (without the eliminated), `exhausted` (the weight nobody holds) and,
// as they apply, `elected` (a list), `transferred` (whose surplus), `eliminated`; meek's have `quota`, and JSON floats. At most 1,000 options.
#include "methods.hpp"
#include "stv_course.hpp"

#include <nlohmann/json.hpp>

#include <limits>

namespace sawt {

namespace {

enum class variant : std::uint8_t { wigm, scottish, meek };

class stv final : public counting_rule {
public:
    explicit stv(const rule_spec& spec) : paper_(spec.options), ballot_(params(spec.params)) {
        const params rules(spec.params);
        seats_ = rules.whole("seats", 1, std::numeric_limits<std::int32_t>::max()).value_or(1);
        const auto how = rules.one_of("variant", {"wigm", "scottish", "meek"});
        variant_ = how == "wigm" ? variant::wigm : how == "scottish" ? variant::scottish : variant::meek;
        const auto quota = rules.one_of("quota", {"droop", "hb", "hare"});
        quota_ = quota == "droop" ? stv_quota::droop : quota == "hb" ? stv_quota::hb : stv_quota::hare;
        if (variant_ == variant::scottish && quota_ != stv_quota::droop) params::refuse("quota", "must be \"droop\" for variant \"scottish\"");
        if (variant_ == variant::meek && quota_ == stv_quota::hare) params::refuse("quota", "has no part in variant \"meek\", which works out its own; leave it out");
        ties_ = rules.one_of("tie_break", {"order", "backward"}) == "order" ? transfer_ties::order : transfer_ties::backward;
        equal_ranks_ = read_equal_ranks(rules);
        text_.emplace(paper_, variant_ == variant::meek);
        refuse_too_many_options(paper_.size());
    }

    reading read(const nlohmann::json& ballot) const override { return ballot_.read(paper_, ballot); }
    std::unique_ptr<tally> open_tally() const override { return std::make_unique<ballot_pile>(); }

    outcome count(std::span<const weighted_tally> parts) const override {
        outcome result;
        bool any_counted = false;
        for (const weighted_tally& part : parts) {
            any_counted = any_counted || !ballot_pile::of(part).empty();
            result.base += part.weight * part.factor;
        }
        if (any_counted) {
            with_profile(parts, equal_ranks_, [&](const auto& profile) { run(result, profile); });
        } else {
            if (paper_.size() > 0) result.ranking.push_back(begin_course(paper_.size()).left);
            result.more = R"({"rounds":[]})";
        }
        return result;
    }

private:
    template <class Whole>
    void run(outcome& result, const preference_profile<Whole>& profile) const {
        result.more = "{";
        stv_course course;
        if (variant_ == variant::meek) {
            course = count_by_meek(profile, *text_, paper_.size(), {.seats = seats_, .ties = ties_});
        } else {
            const rational quota = quota_of(quota_, result.base, seats_);
            const std::uint32_t decimal_parts = variant_ == variant::scottish ? 100'000 : 0;
            course = count_by_gregory(profile, *text_, paper_.size(), {.seats = seats_, .how = quota_, .quota = quota, .ties = ties_, .decimal_parts = decimal_parts});
            result.more += R"("quota":)" + text_->number(quota) + ",";
        }
        result.more += R"("rounds":[)" + course.rounds + "]}";

        for (const std::uint32_t option : course.elected) result.ranking.push_back({option});
        for (auto& tier : transfer_rounds::tiers(course.votes, course.left)) result.ranking.push_back(std::move(tier));
        for (auto option = course.eliminated.rbegin(); option != course.eliminated.rend(); ++option) result.ranking.push_back({*option});
        result.winners = std::move(course.elected);
    }

    ballot_paper paper_;
    ranking_ballot ballot_;
    std::optional<round_text> text_;
    std::size_t seats_ = 1;
    variant variant_ = variant::wigm;
    stv_quota quota_ = stv_quota::droop;
    transfer_ties ties_ = transfer_ties::order;
    equal_ranks equal_ranks_ = equal_ranks::split;
};

}  // namespace

std::shared_ptr<const counting_rule> make_stv(const rule_spec& spec) { return std::make_shared<stv>(spec); }

}  // namespace sawt
