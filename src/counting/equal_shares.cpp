#include "equal_shares.hpp"

#include "exact_purses.hpp"
#include "range_purses.hpp"

#include <algorithm>

namespace sawt {

namespace {

using projects = std::vector<std::uint32_t>;

// Buys the project of least cost for its utility, ties in the order of `place`, until nobody can afford anything. Nothing when the purses
// cannot tell. Projects are looked at by their last offers, which only grow: whatever is dearer by an old one than the best so far need not be asked
// again in this round.
template <class Purses>
std::optional<projects> buy(const shares_problem& of, Purses& purses) {
    projects bought = of.free;
    projects open = of.priced;
    std::vector<bool> is_closed(of.costs.size());
    for (;;) {
        std::sort(open.begin(), open.end(), [&](auto left, auto right) {
            return std::pair(purses.hint(left), of.place[left]) < std::pair(purses.hint(right), of.place[right]);
        });
        std::optional<std::uint32_t> best;
        for (const std::uint32_t project : open) {
            if (best && purses.is_dearer(project, *best)) continue;
            const verdict offered = purses.offer(project);
            if (offered == verdict::unsure) return std::nullopt;
            if (offered == verdict::less) {
                is_closed[project] = true;  // money only shrinks
                continue;
            }
            const verdict against = best ? purses.compare(project, *best) : verdict::less;
            if (against == verdict::unsure) return std::nullopt;
            if (against == verdict::less || (against == verdict::equal && of.place[project] < of.place[*best])) best = project;
        }
        if (!best) return bought;
        purses.pay(*best);
        bought.push_back(*best);
        is_closed[*best] = true;
        std::erase_if(open, [&](auto project) { return is_closed[project]; });
    }
}

// The first share and its raises, tried one after another. What a share buys is often bought by the next ones as well, so rows of them
// are tried together where that can be told.
class share_ladder {
public:
    share_ladder(const shares_problem& of, const rational& share, const rational& increment)
        : of_(of), share_(of.in_units(share)), step_(of.in_units(increment)) {}

    struct rung {
        projects bought;
        whole_number last;  // the last step, at most the one asked for, that surely buys the same
    };

    rung at(const whole_number& step, const whole_number& last) {
        for (;;) {
            const whole_number end = std::min<whole_number>(step + row_ - 1, last);
            range_purses purses(of_, share_ + step * step_, share_ + end * step_);
            if (auto bought = buy(of_, purses)) {
                row_ *= 2;
                return {std::move(*bought), end};
            }
            if (end == step) break;
            row_ = std::max<whole_number>(row_ / 4, 1);
        }
        row_ = 1;
        exact_purses purses(of_, share_ + step * step_, step == last ? whole_number(0) : step_);
        auto bought = buy(of_, purses);
        const auto& steady = purses.steady_steps();
        return {std::move(*bought), steady ? std::min<whole_number>(step + *steady, last) : last};
    }

private:
    const shares_problem& of_;
    whole_number share_;
    whole_number step_;
    whole_number row_ = 1;  // how many steps to try together
};

rational cost_of(const projects& bought, const project_budget& budget) {
    rational cost;
    for (const std::uint32_t project : bought) cost += budget.costs[project];
    return cost;
}

whole_number floor_of(const rational& value) { return numerator(value) / denominator(value); }  // of what is not negative

class raising {
public:
    raising(const shares_problem& of, const project_budget& budget, const equal_shares_rules& rules) : of_(of), budget_(budget), rules_(rules) {}

    projects from(const rational& share) const {
        share_ladder shares(of_, share, rules_.increment);
        // The share of the last step that is tried is the first one above the budget.
        const whole_number last = share > budget_.limit ? whole_number(0) : whole_number(floor_of((budget_.limit - share) / rules_.increment) + 1);
        auto [kept, step] = shares.at(0, last);
        while (step < last && !is_complete(kept)) {
            auto [bought, same_to] = shares.at(step + 1, last);
            if (cost_of(bought, budget_) > budget_.limit) break;
            kept = std::move(bought);
            step = same_to;
        }
        return kept;
    }

private:
    bool is_complete(const projects& bought) const {
        if (bought.size() == of_.free.size() + of_.priced.size()) return true;
        if (!rules_.exhaustive) return false;
        const rational left = budget_.limit - cost_of(bought, budget_);
        std::vector<bool> has(budget_.costs.size());
        for (const std::uint32_t project : bought) has[project] = true;
        return std::none_of(of_.priced.begin(), of_.priced.end(), [&](auto project) { return !has[project] && budget_.costs[project] <= left; });
    }

    const shares_problem& of_;
    const project_budget& budget_;
    const equal_shares_rules& rules_;
};

}  // namespace

funding equal_shares(const approval_profile& ballots, const project_budget& budget, const equal_shares_rules& rules) {
    if (ballots.all == 0) return {};
    const rational even = budget.limit * rational(ballots.scale, ballots.all);
    const rational share = rules.add1 && rules.integral ? rational(floor_of(even)) : even;
    const shares_problem problem(ballots, budget, rules.by_cost, std::vector{share, rules.increment});
    projects bought = rules.add1 ? raising(problem, budget, rules).from(share) : share_ladder(problem, share, 0).at(0, 0).bought;
    rational spent = cost_of(bought, budget);
    return {std::move(bought), std::move(spent)};
}

}  // namespace sawt
