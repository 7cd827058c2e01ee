#include <sawt/merkle_tree.hpp>

#include <bit>
#include <cassert>

namespace sawt {

namespace {

constexpr int tile_height = 8;  // 256 hashes, as in C2SP tlog-tiles

// Where RFC 6962 splits a range of two leaves or more: at the largest power of two below its length.
std::uint64_t left_part(std::uint64_t length) { return std::bit_floor(length - 1); }

}  // namespace

void merkle_tree::add(const hash& leaf) {
    tiles_.front().push_back(leaf);
    for (std::size_t level = 0; tiles_[level].size() % 256 == 0; ++level) {
        const std::uint64_t whole = tiles_[level].size() / 256 - 1;
        if (level + 1 == tiles_.size()) tiles_.emplace_back();
        // While it is not kept, `full` makes it of the level below.
        tiles_[level + 1].push_back(full(static_cast<int>(level + 1) * tile_height, whole));
    }
}

// The root of the 2^height leaves from index * 2^height on.
hash merkle_tree::full(int height, std::uint64_t index) const {
    const auto level = static_cast<std::size_t>(height / tile_height);
    if (height % tile_height == 0 && level < tiles_.size() && index < tiles_[level].size()) return tiles_[level][index];
    return node_hash(full(height - 1, 2 * index), full(height - 1, 2 * index + 1));
}

// Such a range begins at a multiple of the size of the tree it would fit in, so each part that is a power of two is a full subtree.
hash merkle_tree::range(std::uint64_t begin, std::uint64_t end) const {
    const std::uint64_t length = end - begin;
    if (std::has_single_bit(length)) {
        const int height = std::countr_zero(length);
        return full(height, begin >> height);
    }
    const std::uint64_t middle = begin + left_part(length);
    return node_hash(range(begin, middle), range(middle, end));
}

hash merkle_tree::root(std::uint64_t size) const {
    assert(size <= this->size());
    return size == 0 ? sha256({}) : range(0, size);
}

// From the root down, which is the reverse of the order a proof is written in.
std::vector<hash> merkle_tree::inclusion(std::uint64_t index, std::uint64_t size) const {
    assert(index < size && size <= this->size());
    std::vector<hash> down;
    std::uint64_t begin = 0, end = size;
    while (end - begin > 1) {
        const std::uint64_t middle = begin + left_part(end - begin);
        if (index < middle) {
            down.push_back(range(middle, end));
            end = middle;
        } else {
            down.push_back(range(begin, middle));
            begin = middle;
        }
    }
    return {down.rbegin(), down.rend()};
}

// SUBPROOF of RFC 6962: down to the subtree that both trees have whole. It need not be told where it is the whole earlier tree.
std::vector<hash> merkle_tree::consistency(std::uint64_t before, std::uint64_t size) const {
    assert(0 < before && before <= size && size <= this->size());
    std::vector<hash> down;
    std::uint64_t begin = 0, end = size;
    while (before < end) {
        const std::uint64_t middle = begin + left_part(end - begin);
        if (before <= middle) {
            down.push_back(range(middle, end));
            end = middle;
        } else {
            down.push_back(range(begin, middle));
            begin = middle;
        }
    }
    if (begin != 0) down.push_back(range(begin, end));
    return {down.rbegin(), down.rend()};
}

std::optional<hash> root_from_inclusion(std::uint64_t index, std::uint64_t size, const hash& leaf, std::span<const hash> proof) {
    if (index >= size) return std::nullopt;
    hash joined = leaf;
    std::uint64_t at = index, last = size - 1;
    for (const hash& beside : proof) {
        if (last == 0) return std::nullopt;  // longer than the way to the root
        if ((at & 1) != 0 || at == last) {
            joined = node_hash(beside, joined);
            // A node without a neighbour goes up as it is, until it is a right child.
            while ((at & 1) == 0 && at != 0) {
                at >>= 1;
                last >>= 1;
            }
        } else {
            joined = node_hash(joined, beside);
        }
        at >>= 1;
        last >>= 1;
    }
    if (last != 0) return std::nullopt;
    return joined;
}

bool verify_inclusion(std::uint64_t index, std::uint64_t size, const hash& leaf, std::span<const hash> proof, const hash& root) {
    return root_from_inclusion(index, size, leaf, proof) == root;
}

// RFC 9162, section 2.1.4.2: both roots grow from the same hashes, the earlier one from those to the left alone.
bool verify_consistency(std::uint64_t before, std::uint64_t size, const hash& root_before, const hash& root, std::span<const hash> proof) {
    if (before == 0 || before > size) return false;
    if (before == size) return proof.empty() && root_before == root;
    std::uint64_t at = before - 1, last = size - 1;
    while ((at & 1) != 0) {
        at >>= 1;
        last >>= 1;
    }
    // The earlier tree, where it is a full subtree of the later one, begins the proof and is not told.
    hash old_root = root_before, new_root = root_before;
    if (!std::has_single_bit(before)) {
        if (proof.empty()) return false;
        old_root = new_root = proof.front();
        proof = proof.subspan(1);
    }
    for (const hash& beside : proof) {
        if (last == 0) return false;
        if ((at & 1) != 0 || at == last) {
            old_root = node_hash(beside, old_root);
            new_root = node_hash(beside, new_root);
            while ((at & 1) == 0 && at != 0) {
                at >>= 1;
                last >>= 1;
            }
        } else {
            new_root = node_hash(new_root, beside);
        }
        at >>= 1;
        last >>= 1;
    }
    return last == 0 && old_root == root_before && new_root == root;
}

}  // namespace sawt
