// The money of all voters while projects are bought by Equal Shares, exact. All amounts are whole multiples of one unit that becomes
// finer as payments are divided, so nothing is ever reduced but where it pays.
//
// Amounts are kept as what they are now and what they would be more if the first share were one step larger. Each decision is a comparison of
// two amounts, so it is known for how many more steps every decision stays as it was: those shares buy the same and need no count of their own.
#pragma once

#include "shares_problem.hpp"

namespace sawt {

enum class verdict : std::uint8_t { less, equal, greater, unsure };

class exact_purses {
public:
    // Everybody has `share` for each unit of weight, and `step` more at each step.
    exact_purses(const shares_problem& of, const whole_number& share, const whole_number& step);

    // Finds what each supporter would pay for the project at most: less when they cannot afford it, greater when they can.
    verdict offer(std::uint32_t project);

    // Compares what two projects cost for their utility by their last offers; and whether the first surely costs more. Offers only grow, so an old one is a
    // bound from below. Before its first offer a project costs what it would if all could pay alike.
    verdict compare(std::uint32_t left, std::uint32_t right);
    bool is_dearer(std::uint32_t left, std::uint32_t right);

    // A rough figure of the last offer, to look at promising projects first.
    double hint(std::uint32_t project) const { return offers_[project].hint; }

    void pay(std::uint32_t project);

    // For how many more steps all decisions so far stay the same; nothing: for ever.
    const std::optional<whole_number>& steady_steps() const { return steady_steps_; }

private:
    struct amount {
        whole_number now;
        whole_number step;
    };

    // Each pays amount / by, or all one has if that is less.
    struct offered {
        amount sum;
        whole_number by;
        bool is_even = true;  // all can pay alike
        double hint = 0;
    };

    void set_hint(std::uint32_t project);
    amount rate_against(const offered& mine, const offered& other, std::uint32_t other_project) const;
    void keep_steady(const amount& left, const amount& right);
    void refine(const whole_number& by);

    const shares_problem& of_;
    std::vector<amount> purses_;    // of each ballot, for each unit of its weight
    std::vector<offered> offers_;   // of each project
    whole_number fineness_ = 1;     // how many of the present unit the problem's unit is
    std::optional<whole_number> steady_steps_;
    bool has_steps_;
};

}  // namespace sawt
