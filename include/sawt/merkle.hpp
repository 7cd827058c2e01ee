// The Merkle tree of the log (RFC 6962, section 2.1; SHA-256, leaf prefix 0x00, node prefix 0x01). A frontier keeps what is needed to
// add a leaf and to tell the root: one hash per bit of the size, so one or two hashes an entry.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sawt {

using hash = std::array<std::uint8_t, 32>;

hash sha256(std::string_view bytes);
hash leaf_hash(std::string_view entry);
hash node_hash(const hash& left, const hash& right);

class merkle_frontier {
public:
    void add(const hash& leaf);
    std::uint64_t size() const { return size_; }

    // The tree's root; of an empty tree the hash of the empty string.
    hash root() const;

private:
    std::uint64_t size_ = 0;
    std::vector<hash> peaks_;  // roots of the perfect subtrees, largest first: one for each 1 bit of size_
};

// The short code for people: the first 40 bits of a hash in Crockford's base 32 (no I, L, O, U), as XXXX-XXXX.
std::string short_code(const hash& of);

std::string to_base64(std::span<const std::uint8_t> bytes);

// Reads what to_base64 writes and nothing else: padding, no blanks, no bits left over. So no two texts give the same bytes.
std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text);

std::string to_hex(std::span<const std::uint8_t> bytes);

}  // namespace sawt
