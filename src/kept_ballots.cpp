#include <sawt/kept_ballots.hpp>

#include <algorithm>
#include <cstring>
#include <functional>

namespace sawt {

// A record is five numbers (the entry, then the lengths of the texts) and the four texts, in the order below. Numbers are written seven bits a
// byte, the low ones first, with the eighth bit set in all but the last (LEB128): most take one byte.
struct kept_ballots::record {
    std::string_view voter;
    kept_ballot kept;
    std::size_t bytes = 0;
};

namespace {

constexpr std::size_t chunk_bytes_first = 1024;       // a small workshop has many rounds of thirty ballots
constexpr std::size_t chunk_bytes_most = 64 * 1024;   // a place has 16 bits for where in its chunk a record begins
constexpr int at_bits = 16;

std::size_t number_bytes(std::uint64_t number) {
    std::size_t bytes = 1;
    while (number >>= 7) ++bytes;
    return bytes;
}

char* put_number(char* to, std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) *to++ = static_cast<char>(number | 0x80);
    *to++ = static_cast<char>(number);
    return to;
}

std::uint64_t take_number(const char*& from) {
    std::uint64_t number = 0;
    for (int shift = 0;; shift += 7) {
        const auto byte = static_cast<std::uint8_t>(*from++);
        number |= std::uint64_t{byte & 0x7Fu} << shift;
        if (byte < 0x80) return number;
    }
}

// Spread over all 64 bits, since the index reads the high ones too and a machine of 32 bits gives 32 (Fibonacci hashing).
std::uint64_t hash_of(std::string_view voter) { return std::hash<std::string_view>{}(voter) * 0x9E3779B97F4A7C15u; }

}  // namespace

std::uint64_t kept_ballots::place_of(std::size_t chunk, std::size_t at) { return std::uint64_t{chunk} << at_bits | at; }

char* kept_ballots::at(std::uint64_t place) const { return chunks_[place >> at_bits].bytes.get() + (place & ((1u << at_bits) - 1)); }

kept_ballots::record kept_ballots::read(std::uint64_t place) const {
    const char* const begin = at(place);
    const char* from = begin;
    record one;
    one.kept.entry = take_number(from);
    std::size_t lengths[4];
    for (std::size_t& length : lengths) length = take_number(from);
    std::size_t text = 0;
    for (std::string_view* into : {&one.voter, &one.kept.id, &one.kept.ballot, &one.kept.group}) {
        *into = {from, lengths[text]};
        from += lengths[text++];
    }
    one.bytes = static_cast<std::size_t>(from - begin);
    return one;
}

std::optional<kept_ballot> kept_ballots::find(std::string_view voter) const {
    const auto place = index_.find(hash_of(voter), [&](std::uint64_t at) { return read(at).voter == voter; });
    return place ? std::optional(read(*place).kept) : std::nullopt;
}

// The last chunk's next bytes, or a new chunk's first.
char* kept_ballots::room_for(std::size_t bytes) {
    if (chunks_.empty() || chunks_.back().size - chunks_.back().used < bytes) {
        const std::size_t usual = chunks_.empty() ? chunk_bytes_first : std::min(chunk_bytes_most, 2 * chunks_.back().size);
        const std::size_t size = std::max(usual, bytes);
        chunks_.push_back({std::unique_ptr<char[]>(new char[size]), size, 0});
    }
    return chunks_.back().bytes.get() + chunks_.back().used;
}

std::uint64_t kept_ballots::write(std::string_view voter, const kept_ballot& kept) {
    const std::string_view texts[] = {voter, kept.id, kept.ballot, kept.group};
    std::size_t bytes = number_bytes(kept.entry);
    for (const std::string_view text : texts) bytes += number_bytes(text.size()) + text.size();
    char* to = put_number(room_for(bytes), kept.entry);
    for (const std::string_view text : texts) to = put_number(to, text.size());
    for (const std::string_view text : texts) to = std::copy(text.begin(), text.end(), to);
    const std::uint64_t place = place_of(chunks_.size() - 1, chunks_.back().used);
    chunks_.back().used += bytes;
    used_ += bytes;
    return place;
}

void kept_ballots::put(std::string_view voter, const kept_ballot& kept) {
    const std::uint64_t hash = hash_of(voter);
    const auto last = index_.find(hash, [&](std::uint64_t at) { return read(at).voter == voter; });
    const std::uint64_t place = write(voter, kept);
    if (!last) return index_.add(hash, place, [&](std::uint64_t at) { return hash_of(read(at).voter); });
    unused_ += read(*last).bytes;
    index_.move(hash, *last, place);
    // People who change their minds again and again leave no more behind than what counts.
    if (unused_ > chunk_bytes_most && 2 * unused_ > used_) pack();
}

void kept_ballots::pack() {
    kept_ballots packed;
    index_.each([&](std::uint64_t place) {
        const record one = read(place);
        packed.put(one.voter, one.kept);
    });
    *this = std::move(packed);
}

}  // namespace sawt
