// The values that ballots have in a count by transfer. Thousands of ballots share a value, so each value exists once and ballots hold its number;
// what a transfer makes of a value is worked out once and remembered.
#pragma once

#include <sawt/rational.hpp>

#include <cstdint>
#include <map>
#include <vector>

namespace sawt {

class transfer_values {
public:
    using id = std::uint32_t;

    static constexpr id one = 0;  // the value of every ballot at first

    transfer_values() { id_of(1); }

    const rational& operator[](id value) const { return values_[value]; }

    id times(id value, const rational& factor) { return id_of(values_[value] * factor); }
    id cut(id value, std::uint32_t parts_of_one);  // down to whole parts: 100000 for five decimals
    id shared(id value, std::size_t among);
    id sum(id left, id right);

private:
    id id_of(rational value);

    std::vector<rational> values_;
    std::map<rational, id> ids_;
    std::map<std::pair<id, std::size_t>, id> shares_;
    std::map<std::pair<id, id>, id> sums_;
};

}  // namespace sawt
