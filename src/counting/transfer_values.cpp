#include "transfer_values.hpp"

#include <utility>

namespace sawt {

using boost::multiprecision::cpp_int;

transfer_values::id transfer_values::cut(id value, std::uint32_t parts_of_one) {
    const rational parts = values_[value] * parts_of_one;
    return id_of(rational(cpp_int(numerator(parts) / denominator(parts)), cpp_int(parts_of_one)));
}

transfer_values::id transfer_values::shared(id value, std::size_t among) {
    const auto [known, is_new] = shares_.try_emplace({value, among});
    if (is_new) known->second = id_of(values_[value] / among);
    return known->second;
}

transfer_values::id transfer_values::sum(id left, id right) {
    const auto [known, is_new] = sums_.try_emplace(std::minmax(left, right));
    if (is_new) known->second = id_of(values_[left] + values_[right]);
    return known->second;
}

transfer_values::id transfer_values::id_of(rational value) {
    const auto [known, is_new] = ids_.try_emplace(value, static_cast<id>(values_.size()));
    if (is_new) values_.push_back(std::move(value));
    return known->second;
}

}  // namespace sawt
