#include "dowdall_tally.hpp"

namespace sawt {

using boost::multiprecision::cpp_int;

void dowdall_tally::change(const marks& ballot, const rational& weight, int sign) {
    order_.assign(ballot.options);
    entries_ += sign;
    const auto put = [this](auto& add, std::size_t tier) {
        const std::size_t begin = order_.tier_begin(tier);
        for (const std::uint32_t option : order_.tier(tier)) {
            const std::size_t row = option * (options_ + 1);
            add(row + begin, 1);
            add(row + begin + order_.tier_size(tier), -1);
        }
    };
    sums_.change(weight, sign, 1, [&](auto add) {
        for (std::size_t tier = 0; tier < order_.tiers(); ++tier)
            if (order_.tier_size(tier) == 1) put(add, tier);
    });
    for (std::size_t tier = 0; tier < order_.tiers(); ++tier)
        if (order_.tier_size(tier) > 1) sums_.change(weight / order_.tier_size(tier), sign, 1, [&](auto add) { put(add, tier); });
}

// A difference at a place counts there and on all places below, so it is worth the sum of their points. One common denominator for all.
std::vector<rational> dowdall_tally::points() const {
    cpp_int common = 1;
    for (std::size_t place = 2; place <= options_; ++place) common = boost::multiprecision::lcm(common, cpp_int(place));
    std::vector<cpp_int> worth(options_ + 1);
    for (std::size_t place = options_; place-- > 0;) worth[place] = worth[place + 1] + common / (place + 1);

    std::vector<rational> points(options_);
    for (std::size_t option = 0; option < options_; ++option) {
        const std::size_t row = option * (options_ + 1);
        cpp_int of_words = 0;
        rational of_rests = 0;
        for (std::size_t place = 0; place < options_; ++place) {
            if (sums_.in_words()) of_words += worth[place] * sums_.word(row + place);
            else of_rests += sums_.total(row + place) * worth[place];
        }
        points[option] = (sums_.in_words() ? rational(of_words, sums_.scale()) : of_rests) / rational(common);
    }
    return points;
}

}  // namespace sawt
