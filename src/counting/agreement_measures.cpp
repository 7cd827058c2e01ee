#include "agreement_measures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sawt {

namespace {

// The sum of the distances between all pairs of values in use, kept up to date while values go out of use. Binary indexed trees hold
// how many values are in use, and their sum, up to any place, so a value goes in the logarithm of their number.
class distances {
public:
    explicit distances(const std::vector<weighted_distribution::run>& runs) : runs_(runs), places_(runs.size() + 1) {
        for (std::size_t i = 0; i < runs.size(); ++i) {
            sum_ += from(i);
            enter(i, 1);
        }
    }

    void remove(std::size_t i) {
        enter(i, -1);
        sum_ -= from(i);
    }

    std::int64_t in_use() const { return all_.count; }
    const big_int& sum() const { return sum_; }

private:
    struct place {
        std::int64_t count = 0;
        std::int64_t sum = 0;  // of at most some millions of values, each less than 2^31
    };

    void enter(std::size_t i, std::int64_t sign) {
        const std::int64_t value = at(i) * sign;
        all_.count += sign;
        all_.sum += value;
        for (std::size_t node = i + 1; node < places_.size(); node += node & (~node + 1)) {
            places_[node].count += sign;
            places_[node].sum += value;
        }
    }

    // From value i to all that are in use.
    std::int64_t from(std::size_t i) const {
        place below;
        for (std::size_t node = i + 1; node > 0; node -= node & (~node + 1)) {
            below.count += places_[node].count;
            below.sum += places_[node].sum;
        }
        return at(i) * (2 * below.count - all_.count) + all_.sum - 2 * below.sum;
    }

    std::int64_t at(std::size_t i) const { return runs_[i].value - runs_.front().value; }

    const std::vector<weighted_distribution::run>& runs_;
    std::vector<place> places_;
    place all_;
    big_int sum_ = 0;
};

}  // namespace

// The frequencies are peeled into layers: the pattern of the values in use, as thick as the least frequency among them. Of a pattern of S of
// K values, the paper counts the triples of places i < j < k that read 110 or 011 (TU) and 101 (TDU). Each pair of values in use has the K - S
// unused values either outside (TU) or between (TDU); between a pair lie as many as their distance less that of their ranks. So, with D
// the sum of all distances,
//     TDU = D - S(S² - 1)/6    and    TU + TDU = (K - S) S(S - 1)/2,
// and with U = ((K - 2) TU - (K - 1) TDU) / ((K - 2)(TU + TDU)) and A = U (1 - (S - 1)/(K - 1)) of the paper, the factor K - S cancels:
//     S A = ((K - 2) S (K - S) - 2 (2K - 3) TDU / (S - 1)) / ((K - 1)(K - 2)),
// which is 0 for S = K, as it must be. A layer as thick as m weighs S m.
std::optional<rational> van_der_eijk(const weighted_distribution& ratings, const scale& on) {
    if (ratings.empty() || on.categories() < 3) return std::nullopt;
    const big_int k = on.categories();
    const auto& runs = ratings.runs();
    std::vector<std::size_t> rarest_first(runs.size());
    std::iota(rarest_first.begin(), rarest_first.end(), std::size_t{0});
    std::sort(rarest_first.begin(), rarest_first.end(), [&](auto left, auto right) { return runs[left].weight < runs[right].weight; });

    distances between(runs);
    big_int peeled = 0;
    big_int outside = 0;     // the sum over layers of m times what S A has before the 2 (2K - 3)
    rational inside = 0;   // and after it
    for (std::size_t next = 0; next < runs.size();) {
        const big_int thickness = runs[rarest_first[next]].weight - peeled;
        const big_int s = between.in_use();
        if (s == 1) {
            outside += thickness * (k - 1) * (k - 2);  // A is 1
        } else {
            outside += thickness * (k - 2) * s * (k - s);
            inside += rational(thickness * (between.sum() - s * (s * s - 1) / 6), s - 1);
        }
        peeled += thickness;
        while (next < runs.size() && runs[rarest_first[next]].weight == peeled) between.remove(rarest_first[next++]);
    }
    return (outside - 2 * (2 * k - 3) * inside) / rational((k - 1) * (k - 2) * ratings.total());
}

std::optional<double> tastle_wierman(const weighted_distribution& ratings, const scale& on) {
    if (ratings.empty()) return std::nullopt;
    const big_int first = moments_of(ratings).first;
    const big_int width = ratings.total() * (on.max - on.min);
    double consensus = 1;
    for (const auto& run : ratings.runs()) {
        // 1 - |x - mean| / width is exact until its logarithm is taken, so that nothing cancels near the end of the scale.
        const big_int off = abs(big_int(ratings.total() * run.value - first));
        consensus += rational(run.weight, ratings.total()).convert_to<double>() * std::log2(rational(width - off, width).convert_to<double>());
    }
    return consensus;
}

std::optional<rational> within_group(const weighted_distribution& ratings, const scale& on) {
    if (ratings.total() <= ratings.unit()) return std::nullopt;
    const auto [first, second] = moments_of(ratings);
    const big_int k = on.categories();
    // s² = (second - first²/total) / (total - unit), where the weight less 1 is the total less one unit.
    const rational ratio(12 * (second * ratings.total() - first * first), ratings.total() * (ratings.total() - ratings.unit()) * (k * k - 1));
    return ratio >= 1 ? rational(0) : rational(1 - ratio);
}

}  // namespace sawt
