#include "majority_value.hpp"

#include <algorithm>
#include <cassert>

namespace sawt {

namespace {

struct run {
    std::int64_t grade;
    big_int length;
};

// Lengths are doubled, so that the middle, half of the total, is whole.
std::vector<run> doubled(const weighted_distribution& grades) {
    std::vector<run> runs;
    for (const auto& one : grades.runs()) runs.push_back({one.value, 2 * one.weight});
    return runs;
}

// The part of the runs up to `length`, from the front.
std::vector<run> first_part(const std::vector<run>& runs, big_int length) {
    std::vector<run> part;
    for (const run& one : runs) {
        if (length == 0) break;
        part.push_back({one.grade, std::min(one.length, length)});
        length -= part.back().length;
    }
    return part;
}

}  // namespace

majority_value::majority_value(const weighted_distribution& grades) : total_(grades.total()) {
    assert(total_ > 0);
    std::vector<run> runs = doubled(grades);
    std::vector<run> lower = first_part(runs, total_);
    std::reverse(runs.begin(), runs.end());
    std::vector<run> upper = first_part(runs, total_);

    // Both end in the middle, and both are as long.
    while (!lower.empty()) {
        run& below = lower.back();
        run& above = upper.back();
        const big_int length = std::min(below.length, above.length);
        pairs_.push_back({below.grade, above.grade, length});
        below.length -= length;
        above.length -= length;
        if (below.length == 0) lower.pop_back();
        if (above.length == 0) upper.pop_back();
    }
}

std::strong_ordering operator<=>(const majority_value& left, const majority_value& right) {
    // Each side's lengths times the other's total: then both are as long.
    const bool alike = left.total_ == right.total_;
    std::size_t l = 0, r = 0;
    big_int left_done = 0, right_done = 0;  // where the runs at hand end
    while (l < left.pairs_.size() && r < right.pairs_.size()) {
        const auto& a = left.pairs_[l];
        const auto& b = right.pairs_[r];
        if (a.lower != b.lower) return a.lower <=> b.lower;
        if (a.upper != b.upper) return a.upper <=> b.upper;
        const big_int left_end = left_done + (alike ? a.length : big_int(a.length * right.total_));
        const big_int right_end = right_done + (alike ? b.length : big_int(b.length * left.total_));
        if (left_end <= right_end) {
            ++l;
            left_done = left_end;
        }
        if (right_end <= left_end) {
            ++r;
            right_done = right_end;
        }
    }
    return std::strong_ordering::equal;
}

}  // namespace sawt
