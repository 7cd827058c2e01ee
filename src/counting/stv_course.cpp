#include "stv_course.hpp"

#include <algorithm>
#include <numeric>

namespace sawt {

void stv_course::leave(std::uint32_t option) { left.erase(std::find(left.begin(), left.end(), option)); }

void stv_course::elect(std::uint32_t option) {
    leave(option);
    elected.push_back(option);
}

void stv_course::eliminate(std::uint32_t option) {
    leave(option);
    eliminated.push_back(option);
}

option_list stv_course::standing() const {
    option_list all = left;
    all.insert(all.end(), elected.begin(), elected.end());
    std::sort(all.begin(), all.end());
    return all;
}

stv_course begin_course(std::size_t options) {
    stv_course course;
    course.left.resize(options);
    std::iota(course.left.begin(), course.left.end(), 0U);
    return course;
}

rational quota_of(stv_quota how, const rational& weight, std::size_t seats) {
    if (how == stv_quota::hare) return weight / seats;
    const rational share = weight / (seats + 1);
    if (how == stv_quota::hb) return share;
    return rational(cpp_int(numerator(share) / denominator(share) + 1));
}

}  // namespace sawt
