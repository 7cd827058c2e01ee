// A Merkle tree that can prove itself (RFC 6962, sections 2.1.1 and 2.1.2; RFC 9162, section 2.1): that an entry is in it, and that an
// earlier tree is the beginning of a later one. Making proofs needs the tree; checking them needs the proof alone.
#pragma once

#include <sawt/merkle.hpp>

#include <deque>
#include <optional>
#include <span>
#include <vector>

namespace sawt {

// Keeps each leaf and, of its 256 leaves, each full subtree's root, of 256 of those the next, and so on: 32.13 bytes a leaf. Whatever lies
// between is hashed again when it is asked for, at most 255 hashes for a node: a proof in a tree of a million leaves takes a few thousand.
class merkle_tree {
public:
    void add(const hash& leaf);
    std::uint64_t size() const { return tiles_.front().size(); }
    const hash& leaf(std::uint64_t index) const { return tiles_.front()[index]; }

    hash root() const { return root(size()); }
    hash root(std::uint64_t size) const;  // of its first leaves, at most size()

    // That leaf `index` (from 0) is in the tree of the first `size` leaves: index < size <= size().
    std::vector<hash> inclusion(std::uint64_t index, std::uint64_t size) const;

    // That the tree of the first `before` leaves is the beginning of that of the first `size`: 0 < before <= size <= size().
    std::vector<hash> consistency(std::uint64_t before, std::uint64_t size) const;

private:
    hash full(int height, std::uint64_t index) const;
    hash range(std::uint64_t begin, std::uint64_t end) const;

    std::vector<std::deque<hash>> tiles_{1};  // tiles_[n]: roots of the full subtrees of 256^n leaves
};

// The root that a proof leads to from a leaf; nothing when the proof has not the length it must have.
std::optional<hash> root_from_inclusion(std::uint64_t index, std::uint64_t size, const hash& leaf, std::span<const hash> proof);

bool verify_inclusion(std::uint64_t index, std::uint64_t size, const hash& leaf, std::span<const hash> proof, const hash& root);

// An empty tree proves nothing about a later one, so `before` of 0 is refused.
bool verify_consistency(std::uint64_t before, std::uint64_t size, const hash& root_before, const hash& root, std::span<const hash> proof);

}  // namespace sawt
