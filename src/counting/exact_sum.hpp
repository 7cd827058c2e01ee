// A sum of weights that is always exact and cheap where weights are ordinary. Nearly all ballots weigh a small whole number, so those
// are summed in a machine word; whatever else comes goes to a rational beside it. The sum is both together.
#pragma once

#include <sawt/rational.hpp>

#include <cstdint>

namespace sawt {

// A weight with its small whole number found out once, for a ballot that adds it to many sums.
class exact_weight {
public:
    explicit exact_weight(const rational& weight) : exact_(weight) {
        if (denominator(weight) != 1) return;
        const auto whole = numerator(weight);
        if (whole < -small_max || whole > small_max) return;
        is_small_ = true;
        small_ = static_cast<std::int64_t>(whole);
    }

    static constexpr std::int64_t small_max = std::int64_t{1} << 30;

    bool is_small() const { return is_small_; }
    std::int64_t small() const { return small_; }
    const rational& exact() const { return exact_; }

private:
    const rational& exact_;  // of the caller; outlives the one addition this is made for
    bool is_small_ = false;
    std::int64_t small_ = 0;
};

class exact_sum {
public:
    void add(const exact_weight& weight, std::int64_t times) {
        if (weight.is_small() && times >= -exact_weight::small_max && times <= exact_weight::small_max) {
            // A product is at most 2^60 and the word is emptied at 2^61, so it cannot overflow.
            whole_ += weight.small() * times;
            if (whole_ > word_max || whole_ < -word_max) empty_word();
        } else {
            rest_ += weight.exact() * times;
        }
    }

    rational total() const { return rest_ + whole_; }

private:
    static constexpr std::int64_t word_max = std::int64_t{1} << 61;

    void empty_word() {
        rest_ += whole_;
        whole_ = 0;
    }

    std::int64_t whole_ = 0;
    rational rest_;
};

}  // namespace sawt
