#include "exact_purses.hpp"

#include <algorithm>
#include <cmath>

namespace sawt {

namespace {

// The quotient of two positive numbers of any size, roughly.
double roughly(const whole_number& above, const whole_number& below) {
    if (above <= 0 || below <= 0) return 0;
    const auto mantissa = [](const whole_number& value, int& exponent) {
        exponent = std::max(0, static_cast<int>(msb(value)) - 60);
        return static_cast<double>(static_cast<std::int64_t>(value >> exponent));
    };
    int of_above = 0, of_below = 0;
    const double quotient = mantissa(above, of_above) / mantissa(below, of_below);
    return std::ldexp(quotient, of_above - of_below);
}

verdict verdict_of(const whole_number& left, const whole_number& right) { return left < right ? verdict::less : left == right ? verdict::equal : verdict::greater; }

}  // namespace

exact_purses::exact_purses(const shares_problem& of, const whole_number& share, const whole_number& step)
    : of_(of), purses_(of.weights.size(), {share, step}), offers_(of.costs.size()), has_steps_(step != 0) {
    for (const std::uint32_t project : of.priced) {
        offers_[project].sum.now = of.costs[project];
        offers_[project].by = of.votes[project];
        set_hint(project);
    }
}

void exact_purses::set_hint(std::uint32_t project) {
    offered& mine = offers_[project];
    mine.hint = roughly(mine.sum.now, mine.by * fineness_ * of_.utilities[project]);
}

verdict exact_purses::offer(std::uint32_t project) {
    const auto supporters = of_.supporters(project);
    const whole_number cost = of_.costs[project] * fineness_;
    amount all;
    for (const std::uint32_t ballot : supporters) {
        all.now += of_.weights[ballot] * purses_[ballot].now;
        if (has_steps_) all.step += of_.weights[ballot] * purses_[ballot].step;
    }
    if (all.now < cost) {
        keep_steady(all, {cost, 0});
        return verdict::less;
    }

    // Whoever has less than an equal part gives all, and the others' part grows, until all others can pay it.
    amount left{cost, 0};
    whole_number by = of_.votes[project];
    std::vector<std::uint8_t> gives_all(supporters.size());
    for (bool found = true; found;) {
        found = false;
        for (std::size_t i = 0; i < supporters.size(); ++i) {
            const amount& purse = purses_[supporters[i]];
            if (gives_all[i] || purse.now * by >= left.now) continue;
            gives_all[i] = 1;
            found = true;
            const whole_number& weight = of_.weights[supporters[i]];
            left.now -= weight * purse.now;
            left.step -= weight * purse.step;
            by -= weight;
        }
    }
    if (has_steps_)
        for (const std::uint32_t ballot : supporters) keep_steady({purses_[ballot].now * by, purses_[ballot].step * by}, left);
    const bool is_even = by == of_.votes[project];
    offers_[project] = {std::move(left), std::move(by), is_even};
    set_hint(project);
    return verdict::greater;
}

// Amount and divisor of `mine` with the divisors of both taken to its side, so that two of these compare as the rates do.
exact_purses::amount exact_purses::rate_against(const offered& mine, const offered& other, std::uint32_t other_project) const {
    const whole_number times = other.by * of_.utilities[other_project];
    return {mine.sum.now * times, mine.sum.step * times};
}

verdict exact_purses::compare(std::uint32_t left, std::uint32_t right) {
    const offered& of_left = offers_[left];
    const offered& of_right = offers_[right];
    if (of_left.is_even && of_right.is_even) return verdict_of(of_.even_place[left], of_.even_place[right]);
    const amount rate_left = rate_against(of_left, of_right, right), rate_right = rate_against(of_right, of_left, left);
    keep_steady(rate_left, rate_right);
    return verdict_of(rate_left.now, rate_right.now);
}

bool exact_purses::is_dearer(std::uint32_t left, std::uint32_t right) {
    const offered& of_left = offers_[left];
    const offered& of_right = offers_[right];
    if (of_left.is_even && of_right.is_even) return of_.even_place[left] > of_.even_place[right];
    const amount rate_left = rate_against(of_left, of_right, right), rate_right = rate_against(of_right, of_left, left);
    if (rate_left.now <= rate_right.now) return false;
    keep_steady(rate_left, rate_right);
    return true;
}

// The larger of two amounts stays the larger while the difference, which changes by the same at each step, keeps its sign.
void exact_purses::keep_steady(const amount& left, const amount& right) {
    if (!has_steps_ || left.step == right.step) return;
    const whole_number lead = left.now - right.now;
    const whole_number gain = left.step - right.step;
    if (lead != 0 && (lead > 0) == (gain > 0)) return;
    const whole_number steps = lead == 0 ? whole_number(0) : whole_number((abs(lead) - 1) / abs(gain));
    if (!steady_steps_ || steps < *steady_steps_) steady_steps_ = steps;
}

void exact_purses::pay(std::uint32_t project) {
    const whole_number common = gcd(gcd(offers_[project].sum.now, offers_[project].sum.step), offers_[project].by);
    amount each = offers_[project].sum;
    each.now /= common;
    each.step /= common;
    refine(offers_[project].by / common);
    for (const std::uint32_t ballot : of_.supporters(project)) {
        amount& purse = purses_[ballot];
        const bool has_enough = purse.now >= each.now;
        purse.now = has_enough ? whole_number(purse.now - each.now) : whole_number(0);
        purse.step = has_enough ? whole_number(purse.step - each.step) : whole_number(0);
    }
}

// Makes the unit so many times finer. An amount that was a multiple of 1 / `by` units is then whole.
void exact_purses::refine(const whole_number& by) {
    if (by == 1) return;
    fineness_ *= by;
    const auto scale = [&](amount& each) {
        if (each.now != 0) each.now *= by;
        if (each.step != 0) each.step *= by;
    };
    for (amount& purse : purses_) scale(purse);
    for (offered& mine : offers_) scale(mine.sum);
}

}  // namespace sawt
