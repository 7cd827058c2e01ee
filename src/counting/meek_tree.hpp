// The ballots of a count by Meek's method, by the way they go. An elected option keeps a fraction of every ballot that reaches it and the rest moves
// on, so ballots that name the same elected options up to the next hopeful one go together whatever they say afterwards: they are one path in
// a tree, and a distribution costs what the tree has in nodes, not what there are ballots.
#pragma once

#include "preference_profile.hpp"

#include <map>
#include <unordered_map>

namespace sawt {

template <class Whole>
class meek_tree {
public:
    meek_tree(const preference_profile<Whole>& profile, std::size_t options);

    // Hopeful options keep all that reaches them, elected ones a fraction, eliminated ones are passed over.
    void elect(std::uint32_t option) { restage(option, state::elected); }
    void eliminate(std::uint32_t option) { restage(option, state::eliminated); }

    // Fractions are whole numbers of units of which 2^bits make one; the votes are in such units of the profile's units. Options of a tier get
    // equal parts of what reaches the tier; what all of them do not keep moves on.
    std::vector<cpp_int> distribute(const std::vector<cpp_int>& keep, unsigned bits) const;

private:
    enum class state : std::uint8_t { hopeful, elected, eliminated };

    struct node {
        std::vector<std::uint32_t> options;  // the tier, without eliminated ones
        std::uint32_t parent = 0;            // stands before its children in nodes_
        Whole weight = 0;                    // of all ballots that come through
        std::vector<std::uint32_t> ballots;  // that go no further
        std::vector<std::uint32_t> children;
    };

    void restage(std::uint32_t option, state becomes);
    void insert(std::uint32_t ballot);
    void take_out(std::uint32_t top, std::vector<std::uint32_t>& ballots);
    std::uint32_t child_of(std::uint32_t parent, const std::vector<std::uint32_t>& tier);

    const preference_profile<Whole>& profile_;
    std::vector<state> states_;
    std::vector<node> nodes_;                                    // the first is the root, through which all ballots come
    std::vector<std::vector<std::uint32_t>> nodes_of_;           // by option
    std::unordered_map<std::uint64_t, std::uint32_t> children_;  // by parent and tier
    std::map<std::vector<std::uint32_t>, std::uint32_t> tiers_;  // numbers of tiers with several options; one alone is its own number
    std::vector<std::uint32_t> tier_;                            // of the ballot at hand
};

extern template class meek_tree<std::int64_t>;
extern template class meek_tree<cpp_int>;

}  // namespace sawt
