#include "exact_sums.hpp"

#include <limits>
#include <numeric>

namespace sawt {

namespace {

using boost::multiprecision::cpp_int;

constexpr std::int64_t scale_max = std::int64_t{1} << 32;
constexpr std::int64_t word_max = std::int64_t{1} << 61;

// 0 for what is beyond: the caller has no use for a weight of 0 either.
std::int64_t small_or_zero(const cpp_int& number, std::int64_t most) {
    if (number > most || number < -most) return 0;
    return static_cast<std::int64_t>(number);
}

}  // namespace

rational exact_sums::total(std::size_t sum) const {
    rational all(words_[sum], scale_);
    if (!rests_.empty()) all += rests_[sum];
    return all;
}

std::int64_t exact_sums::units_of(const rational& weight, std::int64_t times_max) {
    std::int64_t units = small_or_zero(numerator(weight), word_max);
    if (units == 0) return 0;
    const auto below = denominator(weight);
    if (below != 1 || scale_ != 1) {
        const std::int64_t parts = small_or_zero(below, scale_max);
        if (parts == 0 || !refine_scale(parts)) return 0;
        if (__builtin_mul_overflow(units, scale_ / parts, &units)) return 0;
    }
    std::int64_t growth = 0;
    if (__builtin_mul_overflow(units < 0 ? -units : units, times_max, &growth) || growth > word_max) return 0;
    if (bound_ > word_max - growth) empty_words();
    bound_ += growth;
    return units;
}

// Makes 1/parts a whole number of units.
bool exact_sums::refine_scale(std::int64_t parts) {
    const std::int64_t finer = parts / std::gcd(scale_, parts);
    if (finer == 1) return true;
    if (scale_ > scale_max / finer) return false;
    if (bound_ > word_max / finer) empty_words();
    for (std::int64_t& word : words_) word *= finer;
    scale_ *= finer;
    bound_ *= finer;
    return true;
}

void exact_sums::empty_words() {
    rests_.resize(words_.size());
    for (std::size_t sum = 0; sum < words_.size(); ++sum) {
        rests_[sum] += rational(words_[sum], scale_);
        words_[sum] = 0;
    }
    bound_ = 0;
}

}  // namespace sawt
