#include "range_purses.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sawt {

namespace {

// One operation, or the conversion of a whole number, errs by less than this part of its result; sums of k positive products by less than k + 2 times it.
constexpr double rounding = 0x1p-51;

constexpr double below(double value, double errors = 4) { return value * (1 - errors * rounding); }
constexpr double above(double value, double errors = 4) { return value * (1 + errors * rounding); }

}  // namespace

range_purses::range_purses(const shares_problem& of, const whole_number& least, const whole_number& most) : of_(of), offers_(of.costs.size()) {
    // Far enough from both ends of the floats that no product of three leaves them.
    const auto float_of = [this](const whole_number& value) {
        const double number = value.convert_to<double>();
        is_usable_ = is_usable_ && number < 1e90;
        return number;
    };
    const auto floats_of = [&](const std::vector<whole_number>& values) {
        std::vector<double> floats;
        floats.reserve(values.size());
        for (const whole_number& value : values) floats.push_back(float_of(value));
        return floats;
    };
    weights_ = floats_of(of.weights);
    votes_ = floats_of(of.votes);
    costs_ = floats_of(of.costs);
    utilities_ = floats_of(of.utilities);
    purses_.assign(weights_.size(), {below(float_of(least)), above(float_of(most))});
    for (const std::uint32_t project : of.priced) {
        const double even = costs_[project] / votes_[project];
        set_offer(project, {below(even), above(even)}, true);
    }
}

void range_purses::set_offer(std::uint32_t project, range each, bool is_even) {
    offers_[project] = {each, {below(each.least / utilities_[project]), above(each.most / utilities_[project])}, is_even};
}

verdict range_purses::offer(std::uint32_t project) {
    if (!is_usable_) return verdict::unsure;
    const auto supporters = of_.supporters(project);
    const double even = costs_[project] / votes_[project];
    double poorest = std::numeric_limits<double>::infinity();
    range all;
    for (const std::uint32_t ballot : supporters) {
        const range& purse = purses_[ballot];
        poorest = std::min(poorest, purse.least);
        all.least += weights_[ballot] * purse.least;
        all.most += weights_[ballot] * purse.most;
    }
    if (poorest >= above(even)) {
        set_offer(project, {below(even), above(even)}, true);
        return verdict::greater;
    }
    const double errors = static_cast<double>(supporters.size()) + 8;
    if (above(all.most, errors) < below(costs_[project])) return verdict::less;
    if (below(all.least, errors) < above(costs_[project])) return verdict::unsure;
    // The more supporters have, the less each pays.
    set_offer(project, {least_payment(project, even, errors), most_payment(project, even, errors)}, false);
    return verdict::greater;
}

// Whoever has less than an equal part gives all. Whichever voters are taken to do so, the others' part is never more than the payment: a
// voter's min(money, payment) is at most either of the two.
double range_purses::least_payment(std::uint32_t project, double even, double errors) const {
    double each = even, bound = below(even);
    for (;;) {
        double given = 0, by = 0;
        for (const std::uint32_t ballot : of_.supporters(project)) {
            const double purse = purses_[ballot].most;
            if (purse < each)
                given += weights_[ballot] * purse;
            else
                by += weights_[ballot];
        }
        if (by == 0) return bound;
        bound = std::max(bound, below((below(costs_[project]) - above(given, errors)) / above(by, errors)));
        const double next = (costs_[project] - given) / by;
        if (!(next > each)) return bound;
        each = next;
    }
}

// The same from above, where the guess must be proved: at a payment that is enough, the supporters give the cost or more.
double range_purses::most_payment(std::uint32_t project, double even, double errors) const {
    double each = even, guess = above(even), richest = 0;
    for (;;) {
        double given = 0, by = 0;
        for (const std::uint32_t ballot : of_.supporters(project)) {
            const double purse = purses_[ballot].least;
            richest = std::max(richest, purse);
            if (purse < each)
                given += weights_[ballot] * purse;
            else
                by += weights_[ballot];
        }
        if (by == 0) return richest;
        guess = above((above(costs_[project]) - below(given, 3 * errors)) / below(by, 3 * errors));
        const double next = (costs_[project] - given) / by;
        if (!(next > each)) break;
        each = next;
    }
    double sum = 0;
    for (const std::uint32_t ballot : of_.supporters(project)) sum += weights_[ballot] * std::min(purses_[ballot].least, guess);
    // Giving all that one has is always enough: they can afford the project.
    return below(sum, errors) >= above(costs_[project]) ? std::min(guess, richest) : richest;
}

verdict range_purses::compare(std::uint32_t left, std::uint32_t right) const {
    const offered& of_left = offers_[left];
    const offered& of_right = offers_[right];
    if (of_left.is_even && of_right.is_even) {
        const auto place_left = of_.even_place[left], place_right = of_.even_place[right];
        return place_left < place_right ? verdict::less : place_left == place_right ? verdict::equal : verdict::greater;
    }
    if (of_left.rate.most < of_right.rate.least) return verdict::less;
    if (of_left.rate.least > of_right.rate.most) return verdict::greater;
    return verdict::unsure;
}

bool range_purses::is_dearer(std::uint32_t left, std::uint32_t right) const {
    const verdict found = compare(left, right);
    return found == verdict::greater;
}

void range_purses::pay(std::uint32_t project) {
    const range each = offers_[project].each;
    for (const std::uint32_t ballot : of_.supporters(project)) {
        range& purse = purses_[ballot];
        purse = {std::max(0.0, below(purse.least - each.most)), std::max(0.0, above(purse.most - each.least))};
    }
}

}  // namespace sawt
