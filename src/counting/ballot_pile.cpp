#include "ballot_pile.hpp"

#include "exact_sum.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace sawt {

namespace {

// What a ballot says, as bytes: a first one with the flags below, then for each mark its option, its axis if any has one, and its value if any is
// not 1. Numbers are in groups of seven bits, low ones first; values are folded so that small negative ones are short too. Rankings of ten options
// take 21 bytes, an approval one byte an option.
constexpr std::uint8_t has_axes = 1;
constexpr std::uint8_t has_values = 2;

void put(std::vector<std::uint8_t>& bytes, std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) bytes.push_back(static_cast<std::uint8_t>(number | 0x80));
    bytes.push_back(static_cast<std::uint8_t>(number));
}

std::uint64_t take(const std::uint8_t*& at) {
    std::uint64_t number = *at & 0x7fU;
    for (unsigned shift = 7; *at++ & 0x80U; shift += 7) number |= static_cast<std::uint64_t>(*at & 0x7fU) << shift;
    return number;
}

constexpr std::uint64_t folded(std::int64_t value) { return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63); }
constexpr std::int64_t unfolded(std::uint64_t number) { return static_cast<std::int64_t>((number >> 1) ^ (0 - (number & 1))); }
static_assert(unfolded(folded(-3)) == -3 && folded(1) == 2);

// Multiply and mix eight bytes at a time; the last step spreads every bit over the half that is kept.
std::uint32_t hash_of(std::span<const std::uint8_t> bytes) {
    constexpr std::uint64_t odd = 0x9e37'79b9'7f4a'7c15;  // 2^64 / golden ratio
    std::uint64_t hash = bytes.size() * odd;
    const auto mix = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * odd;
        hash ^= hash >> 29;
    };
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        mix(word);
    }
    std::uint64_t word = 0;
    if (at < bytes.size()) std::memcpy(&word, bytes.data() + at, bytes.size() - at);
    mix(word);
    return static_cast<std::uint32_t>((hash * odd) >> 32);
}

}  // namespace

const ballot_pile& ballot_pile::of(const weighted_tally& part) {
    assert(dynamic_cast<const ballot_pile*>(part.votes));
    return static_cast<const ballot_pile&>(*part.votes);
}

void ballot_pile::change(const marks& ballot, const rational& weight, std::int64_t sign) {
    pack(ballot.options);
    const std::uint32_t position = find_or_insert();
    entry& kept = entries_[position];
    kept.ballots += sign;
    add_weight(kept, weight, sign);
    remove_if_gone(position);
}

void ballot_pile::pack(std::span<const mark> says) {
    packed_.clear();
    const bool axes = std::any_of(says.begin(), says.end(), [](const mark& m) { return m.axis != 0; });
    const bool values = std::any_of(says.begin(), says.end(), [](const mark& m) { return m.value != 1; });
    packed_.push_back(static_cast<std::uint8_t>((axes ? has_axes : 0) | (values ? has_values : 0)));
    for (const mark& m : says) {
        put(packed_, m.option);
        if (axes) put(packed_, m.axis);
        if (values) put(packed_, folded(m.value));
    }
}

void ballot_pile::unpack(const entry& kept, std::vector<mark>& says) const {
    says.clear();
    const std::uint8_t* at = arena_.data() + kept.at;
    const std::uint8_t* const end = at + kept.bytes;
    const std::uint8_t flags = *at++;
    while (at != end) {
        mark m{.value = 1};
        m.option = static_cast<std::uint32_t>(take(at));
        if (flags & has_axes) m.axis = static_cast<std::uint32_t>(take(at));
        if (flags & has_values) m.value = unfolded(take(at));
        says.push_back(m);
    }
}

std::uint32_t ballot_pile::find_or_insert() {
    if ((entries_.size() + 1) * 4 > slots_.size() * 3) enlarge_slots();
    const std::uint32_t hash = hash_of(packed_);
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
        const entry& kept = entries_[slots_[slot] - 1];
        if (kept.hash == hash && kept.bytes == packed_.size() && std::equal(packed_.begin(), packed_.end(), arena_.begin() + static_cast<std::ptrdiff_t>(kept.at)))
            return slots_[slot] - 1;
    }
    entries_.push_back({.at = arena_.size(), .bytes = static_cast<std::uint32_t>(packed_.size()), .hash = hash});
    arena_.insert(arena_.end(), packed_.begin(), packed_.end());
    slots_[slot] = static_cast<std::uint32_t>(entries_.size());
    return slots_[slot] - 1;
}

void ballot_pile::add_weight(entry& kept, const rational& weight, std::int64_t sign) {
    constexpr std::int64_t word_max = std::int64_t{1} << 61;  // a small weight more still fits
    const exact_weight each(weight);
    if (!each.is_small()) return add_rest(kept, sign > 0 ? weight : rational(-weight));
    kept.whole += sign * each.small();
    if (kept.whole <= word_max && kept.whole >= -word_max) return;
    add_rest(kept, kept.whole);
    kept.whole = 0;
}

void ballot_pile::add_rest(entry& kept, const rational& value) {
    if (kept.rest != no_rest) {
        rests_[kept.rest] += value;
    } else if (!free_rests_.empty()) {
        kept.rest = free_rests_.back();
        free_rests_.pop_back();
        rests_[kept.rest] = value;
    } else {
        kept.rest = static_cast<std::uint32_t>(rests_.size());
        rests_.push_back(value);
    }
    if (rests_[kept.rest] != 0) return;
    free_rests_.push_back(kept.rest);
    kept.rest = no_rest;
}

void ballot_pile::remove_if_gone(std::uint32_t position) {
    const entry& gone = entries_[position];
    if (gone.ballots != 0 || weight_of(gone).total() != 0) return;
    if (gone.rest != no_rest) {
        rests_[gone.rest] = 0;  // gives back what a long number holds
        free_rests_.push_back(gone.rest);
    }
    dead_bytes_ += gone.bytes;
    vacate(slot_of(position));
    const auto last = static_cast<std::uint32_t>(entries_.size() - 1);
    if (position != last) {
        slots_[slot_of(last)] = position + 1;
        entries_[position] = entries_[last];
    }
    entries_.pop_back();
    if (dead_bytes_ > 1024 && dead_bytes_ > arena_.size() / 2) compact_arena();
}

std::size_t ballot_pile::slot_of(std::uint32_t position) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = entries_[position].hash & mask;
    while (slots_[slot] != position + 1) slot = (slot + 1) & mask;
    return slot;
}

// Empties a slot and closes the gap: a later one of the same run moves in unless that would put it before the slot where its search begins.
void ballot_pile::vacate(std::size_t slot) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t gap = slot;
    for (std::size_t next = (gap + 1) & mask; slots_[next] != 0; next = (next + 1) & mask) {
        const std::size_t from_home = (next - entries_[slots_[next] - 1].hash) & mask;
        const std::size_t from_gap = (next - gap) & mask;
        if (from_home < from_gap) continue;
        slots_[gap] = slots_[next];
        gap = next;
    }
    slots_[gap] = 0;
}

void ballot_pile::enlarge_slots() {
    slots_.assign(std::max<std::size_t>(16, slots_.size() * 2), 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t position = 0; position < entries_.size(); ++position) {
        std::size_t slot = entries_[position].hash & mask;
        while (slots_[slot] != 0) slot = (slot + 1) & mask;
        slots_[slot] = position + 1;
    }
}

void ballot_pile::compact_arena() {
    std::vector<std::uint8_t> compact;
    compact.reserve(arena_.size() - dead_bytes_);
    for (entry& kept : entries_) {
        const auto from = arena_.begin() + static_cast<std::ptrdiff_t>(kept.at);
        kept.at = compact.size();
        compact.insert(compact.end(), from, from + static_cast<std::ptrdiff_t>(kept.bytes));
    }
    arena_ = std::move(compact);
    dead_bytes_ = 0;
}

}  // namespace sawt
