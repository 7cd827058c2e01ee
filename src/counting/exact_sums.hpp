// Many sums to which ballots add small multiples of their weights, always exact. The sums are machine words in units of one common fraction,
// 1 while all weights are whole; whatever does not fit goes to rationals beside them, which exist only once needed. A sum is both together.
#pragma once

#include <sawt/rational.hpp>

#include <cstdint>
#include <vector>

namespace sawt {

class exact_sums {
public:
    explicit exact_sums(std::size_t size) : words_(size) {}

    // Adds sign times weight times what `each` tells: each(add) calls add(sum, times) for the sums that change, with times from -times_max to
    // times_max. A negative sign takes back.
    template <class Each>
    void change(const rational& weight, int sign, std::int64_t times_max, Each each) {
        if (const std::int64_t units = units_of(weight, times_max)) {
            each([this, signed_units = sign * units](std::size_t sum, std::int64_t times) { words_[sum] += signed_units * times; });
        } else if (weight != 0) {
            if (rests_.empty()) rests_.resize(words_.size());
            each([&](std::size_t sum, std::int64_t times) { rests_[sum] += weight * (sign * times); });
        }
    }

    std::size_t size() const { return words_.size(); }
    rational total(std::size_t sum) const;

    // For counts that go on in machine words where all sums are in them: sum = word(i) / scale(), and no word is beyond word_bound().
    bool in_words() const { return rests_.empty(); }
    std::int64_t word(std::size_t sum) const { return words_[sum]; }
    std::int64_t scale() const { return scale_; }
    std::int64_t word_bound() const { return bound_; }

private:
    // The weight in units of 1/scale_, or 0 when times_max times it is too large or its fraction too fine. Makes room for it.
    std::int64_t units_of(const rational& weight, std::int64_t times_max);
    bool refine_scale(std::int64_t parts);
    void empty_words();

    std::vector<std::int64_t> words_;
    std::vector<rational> rests_;  // empty, or one for each word
    std::int64_t scale_ = 1;
    std::int64_t bound_ = 0;  // of the size of all words, by all that was ever added to one of them
};

}  // namespace sawt
