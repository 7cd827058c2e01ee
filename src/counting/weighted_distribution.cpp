#include "weighted_distribution.hpp"

#include <cassert>

namespace sawt {

void weighted_distribution::append(std::int64_t value, big_int weight) {
    assert(runs_.empty() || runs_.back().value < value);
    if (weight == 0) return;
    total_ += weight;
    runs_.push_back({value, std::move(weight)});
}

void weighted_distribution::put_first(std::int64_t value, const big_int& weight) {
    assert(weight >= 0 && (runs_.empty() || runs_.front().value >= value));
    if (weight == 0) return;
    total_ += weight;
    if (runs_.empty() || runs_.front().value != value)
        runs_.insert(runs_.begin(), {value, weight});
    else
        runs_.front().weight += weight;
}

moments moments_of(const weighted_distribution& ratings) {
    moments sums;
    for (const auto& run : ratings.runs()) {
        const big_int first = run.weight * run.value;
        sums.second += first * run.value;
        sums.first += first;
    }
    return sums;
}

rational weighted_distribution::sum() const { return rational(moments_of(*this).first, unit_); }

std::optional<rational> weighted_distribution::mean() const {
    if (empty()) return std::nullopt;
    return rational(moments_of(*this).first, total_);
}

std::optional<rational> weighted_distribution::variance() const {
    if (empty()) return std::nullopt;
    const auto [first, second] = moments_of(*this);
    return rational(second * total_ - first * first, total_ * total_);
}

std::optional<rational> weighted_distribution::quantile(int p, int q) const {
    if (empty()) return std::nullopt;
    const big_int wanted = total_ * p;
    big_int up_to = 0;
    std::optional<std::int64_t> reached;
    for (const run& one : runs_) {
        up_to += one.weight;
        const big_int here = up_to * q;
        if (!reached && here >= wanted) reached = one.value;
        if (here > wanted) return rational(*reached + one.value, 2);
    }
    return rational(runs_.back().value);  // only for p/q = 1
}

}  // namespace sawt
