// Finds records by their hash, while the records stay where their owner keeps them: open addressing with linear probing over slots of eight
// bytes, 24 bits of the hash beside 40 of a place (Knuth, The Art of Computer Programming, volume 3, 6.4, algorithm L). A node-based table takes
// some forty bytes a record and a cache miss more a look. Nothing is ever taken out. One owner at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace sawt {

class place_index {
public:
    std::size_t size() const { return size_; }

    // The place of the record with this hash that `same(place)` knows.
    template <class Same>
    std::optional<std::uint64_t> find(std::uint64_t hash, Same same) const {
        if (slots_.empty()) return std::nullopt;
        for (std::size_t at = home(hash); slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
            if (mark(slots_[at]) == mark(hash) && same(place(slots_[at]))) return place(slots_[at]);
        return std::nullopt;
    }

    // A record that is not there yet, at a place below 2^40 - 1. `hash_of(place)` is asked for those that are, when the table grows.
    template <class HashOf>
    void add(std::uint64_t hash, std::uint64_t place_of_it, HashOf hash_of) {
        if (4 * (size_ + 1) > 3 * slots_.size()) grow(hash_of);
        put(slots_, hash, place_of_it);
        ++size_;
    }

    // The record has moved. It must be there.
    void move(std::uint64_t hash, std::uint64_t from, std::uint64_t to) {
        std::size_t at = home(hash);
        while (place(slots_[at]) != from || slots_[at] == 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = slot(hash, to);
    }

    template <class Each>
    void each(Each told) const {
        for (const std::uint64_t one : slots_)
            if (one != 0) told(place(one));
    }

private:
    static constexpr int place_bits = 40;

    // 0 is a slot that nothing is in, so places are kept from 1.
    static std::uint64_t slot(std::uint64_t hash, std::uint64_t place) { return mark(hash) << place_bits | (place + 1); }
    static std::uint64_t place(std::uint64_t slot) { return (slot & ((std::uint64_t{1} << place_bits) - 1)) - 1; }
    static std::uint64_t mark(std::uint64_t slot_or_hash) { return slot_or_hash >> place_bits; }
    std::size_t home(std::uint64_t hash) const { return static_cast<std::size_t>(hash) & (slots_.size() - 1); }

    static void put(std::vector<std::uint64_t>& into, std::uint64_t hash, std::uint64_t place) {
        std::size_t at = static_cast<std::size_t>(hash) & (into.size() - 1);
        while (into[at] != 0) at = (at + 1) & (into.size() - 1);
        into[at] = slot(hash, place);
    }

    template <class HashOf>
    void grow(HashOf hash_of) {
        std::vector<std::uint64_t> wider(slots_.empty() ? 16 : 2 * slots_.size());
        each([&](std::uint64_t at) { put(wider, hash_of(at), at); });
        slots_ = std::move(wider);
    }

    std::vector<std::uint64_t> slots_;  // a power of two of them, at most three quarters in use
    std::size_t size_ = 0;
};

}  // namespace sawt
