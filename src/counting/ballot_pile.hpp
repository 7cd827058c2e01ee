// The tally of methods that need the ballots themselves: identical ballots are kept once, with the exact sum of their weights. A hash table
// leads from what a ballot says to its sum; what it says stands as a few bytes in one arena, so that a hundred thousand different rankings
// are some megabytes and a clone is a flat copy. A ballot that is taken back as often as it was added leaves nothing behind.
#pragma once

#include <sawt/counting.hpp>

namespace sawt {

// The summed weight of identical ballots: a machine word, and a rational beside it where weights are no small whole numbers.
struct pile_weight {
    std::int64_t whole = 0;
    const rational* rest = nullptr;  // null: nothing beside the word

    rational total() const { return rest ? rational(*rest + whole) : rational(whole); }
};

class ballot_pile final : public tally {
public:
    // The tally of a part whose rule opens ballot_piles.
    static const ballot_pile& of(const weighted_tally& part);

    void add(const marks& ballot, const rational& weight) override { change(ballot, weight, 1); }
    void take_back(const marks& ballot, const rational& weight) override { change(ballot, weight, -1); }
    std::unique_ptr<tally> clone() const override { return std::make_unique<ballot_pile>(*this); }

    // Ballots of weight 0 count although they add nothing: a pile of them is not empty.
    bool empty() const { return entries_.empty(); }
    std::size_t size() const { return entries_.size(); }  // of different ballots

    // Calls visit(std::span<const mark>, const pile_weight&) for each different ballot. The marks live until the visit ends. The order tells
    // nothing and depends on the past, so a count must come out the same in any order.
    template <class Visit>
    void for_each(Visit visit) const {
        std::vector<mark> says;
        for (const entry& kept : entries_) {
            unpack(kept, says);
            visit(std::span<const mark>(says), weight_of(kept));
        }
    }

    // Calls visit(const pile_weight&) for each different ballot, in the same order.
    template <class Visit>
    void for_each_weight(Visit visit) const {
        for (const entry& kept : entries_) visit(weight_of(kept));
    }

private:
    struct entry {
        std::uint64_t at = 0;     // of its first byte in the arena
        std::uint32_t bytes = 0;
        std::uint32_t hash = 0;
        std::int64_t ballots = 0;  // how often it was added and not taken back
        std::int64_t whole = 0;
        std::uint32_t rest = no_rest;  // position in rests_
    };

    static constexpr std::uint32_t no_rest = 0xffff'ffff;

    void change(const marks& ballot, const rational& weight, std::int64_t sign);
    void pack(std::span<const mark> says);
    void unpack(const entry& kept, std::vector<mark>& says) const;
    pile_weight weight_of(const entry& kept) const { return {kept.whole, kept.rest == no_rest ? nullptr : &rests_[kept.rest]}; }

    std::uint32_t find_or_insert();
    void add_weight(entry& kept, const rational& weight, std::int64_t sign);
    void add_rest(entry& kept, const rational& value);
    void remove_if_gone(std::uint32_t position);
    std::size_t slot_of(std::uint32_t position) const;
    void vacate(std::size_t slot);
    void enlarge_slots();
    void compact_arena();

    std::vector<std::uint8_t> arena_;
    std::size_t dead_bytes_ = 0;        // of ballots that have gone, until the arena is compacted
    std::vector<entry> entries_;        // without holes: the last one moves where one goes
    std::vector<std::uint32_t> slots_;  // the hash table: position in entries_ plus 1, or 0; a power of two, at most three quarters full
    std::vector<rational> rests_;
    std::vector<std::uint32_t> free_rests_;
    std::vector<std::uint8_t> packed_;  // the ballot at hand
};

}  // namespace sawt
