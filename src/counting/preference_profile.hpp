// The rankings of all parts as counts by transfer need them: best first, side by side in one array, each with its weight as a whole number of
// units of 1/scale. Nearly always the units fit machine words; for weights that do not, the same counts run on numbers of any size.
#pragma once

#include "ballot_pile.hpp"
#include "ranking_ballot.hpp"

namespace sawt {

using boost::multiprecision::cpp_int;

// What becomes of a tier with several options: they share the vote in equal parts, or the ballot ends before it.
enum class equal_ranks : std::uint8_t { split, exhaust };
equal_ranks read_equal_ranks(const params& rules);

class preferences {
public:
    // A tier of a ballot: where it begins, and where the next one does.
    struct tier_at {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    std::size_t ballots() const { return begins_.size() - 1; }
    std::size_t begin(std::size_t ballot) const { return begins_[ballot]; }
    std::size_t end(std::size_t ballot) const { return begins_[ballot + 1]; }
    std::uint32_t option(std::size_t at) const { return entries_[at] >> 1; }
    tier_at tier(std::size_t at) const {
        tier_at here{at, at + 1};
        while (entries_[here.end - 1] & 1U) ++here.end;
        return here;
    }
    std::size_t marks() const { return entries_.size(); }

protected:
    void add(const ranking_order& order, equal_ranks how);

private:
    std::vector<std::uint32_t> entries_;  // the option, and in the lowest bit whether the next one is in the same tier
    std::vector<std::size_t> begins_{0};
};

template <class Whole>
class preference_profile : public preferences {
public:
    // `scale` makes every weight whole, and all weights together must fit Whole.
    preference_profile(std::span<const weighted_tally> parts, equal_ranks how, const cpp_int& scale);

    const Whole& weight(std::size_t ballot) const { return weights_[ballot]; }
    const Whole& total() const { return total_; }
    const cpp_int& scale() const { return scale_; }
    rational exact(const Whole& units) const { return scale_ == 1 ? rational(units) : rational(cpp_int(units), scale_); }

private:
    std::vector<Whole> weights_;
    Whole total_ = 0;
    cpp_int scale_;
};

extern template class preference_profile<std::int64_t>;
extern template class preference_profile<cpp_int>;

struct profile_scale {
    cpp_int scale = 1;
    bool fits_words = true;
};
profile_scale scale_of(std::span<const weighted_tally> parts);

// Calls count(profile) with the profile in machine words if it fits, else in large numbers.
template <class Count>
void with_profile(std::span<const weighted_tally> parts, equal_ranks how, Count count) {
    const auto [scale, fits_words] = scale_of(parts);
    if (fits_words) count(preference_profile<std::int64_t>(parts, how, scale));
    else count(preference_profile<cpp_int>(parts, how, scale));
}

}  // namespace sawt
