// Proofs against the definitions of RFC 6962, section 2.1, written down as they stand there.
#include "tests/catch.hpp"

#include <sawt/merkle_tree.hpp>

using namespace sawt;

namespace {

using leaves = std::span<const hash>;

std::size_t split(leaves of) {
    std::size_t k = 1;
    while (k * 2 < of.size()) k *= 2;
    return k;
}

// MTH(D[n])
hash defined_root(leaves of) {
    if (of.empty()) return sha256({});
    if (of.size() == 1) return of.front();
    return node_hash(defined_root(of.first(split(of))), defined_root(of.subspan(split(of))));
}

// PATH(m, D[n])
std::vector<hash> defined_path(std::size_t m, leaves of) {
    if (of.size() == 1) return {};
    const std::size_t k = split(of);
    auto path = m < k ? defined_path(m, of.first(k)) : defined_path(m - k, of.subspan(k));
    path.push_back(m < k ? defined_root(of.subspan(k)) : defined_root(of.first(k)));
    return path;
}

// SUBPROOF(m, D[n], b)
std::vector<hash> defined_subproof(std::size_t m, leaves of, bool whole) {
    if (m == of.size()) return whole ? std::vector<hash>{} : std::vector<hash>{defined_root(of)};
    const std::size_t k = split(of);
    auto proof = m <= k ? defined_subproof(m, of.first(k), whole) : defined_subproof(m - k, of.subspan(k), false);
    proof.push_back(m <= k ? defined_root(of.subspan(k)) : defined_root(of.first(k)));
    return proof;
}

hash numbered(std::size_t i) { return leaf_hash("entry " + std::to_string(i)); }

struct grown {
    std::vector<hash> leaves;
    merkle_tree tree;
    explicit grown(std::size_t size) {
        for (std::size_t i = 0; i < size; ++i) {
            leaves.push_back(numbered(i));
            tree.add(leaves.back());
        }
    }
};

hash flipped(hash of, std::size_t bit) {
    of[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    return of;
}

constexpr std::size_t sizes = 70;

}  // namespace

TEST_CASE("the roots and inclusion proofs of every size are those of the definition, and check") {
    const grown all(sizes);
    for (std::size_t size = 1; size <= sizes; ++size) {
        const leaves of = leaves(all.leaves).first(size);
        const hash root = defined_root(of);
        REQUIRE(all.tree.root(size) == root);
        for (std::size_t index = 0; index < size; ++index) {
            const auto proof = all.tree.inclusion(index, size);
            REQUIRE(proof == defined_path(index, of));
            REQUIRE(verify_inclusion(index, size, of[index], proof, root));
        }
    }
}

TEST_CASE("the consistency proofs of every two sizes are those of the definition, and check") {
    const grown all(sizes);
    for (std::size_t size = 1; size <= sizes; ++size)
        for (std::size_t before = 1; before <= size; ++before) {
            const auto proof = all.tree.consistency(before, size);
            REQUIRE(proof == defined_subproof(before, leaves(all.leaves).first(size), true));
            REQUIRE(verify_consistency(before, size, all.tree.root(before), all.tree.root(size), proof));
        }
}

TEST_CASE("a proof of inclusion with any bit changed, or for another place, leaf or size, is refused") {
    const std::size_t size = GENERATE(1, 2, 3, 6, 7, 8, 13);
    const grown all(size);
    const hash root = all.tree.root();
    for (std::size_t index = 0; index < size; ++index) {
        const auto proof = all.tree.inclusion(index, size);
        const hash& leaf = all.leaves[index];
        for (std::size_t i = 0; i < proof.size(); ++i)
            for (std::size_t bit = 0; bit < 256; ++bit) {
                auto changed = proof;
                changed[i] = flipped(changed[i], bit);
                REQUIRE_FALSE(verify_inclusion(index, size, leaf, changed, root));
            }
        for (std::size_t bit = 0; bit < 256; ++bit) {
            REQUIRE_FALSE(verify_inclusion(index, size, flipped(leaf, bit), proof, root));
            REQUIRE_FALSE(verify_inclusion(index, size, leaf, proof, flipped(root, bit)));
        }
        for (std::uint64_t other = 0; other < size + 2; ++other)
            if (other != index) REQUIRE_FALSE(verify_inclusion(other, size, leaf, proof, root));
        // Another size refuses unless leaf and root hang together the same way in both: then it is the proof of the other tree.
        for (std::uint64_t other = 0; other < size + 9; ++other) {
            const auto leads_to = root_from_inclusion(index, other, leaf, proof);
            if (other != size && leads_to == root) REQUIRE(proof.size() == defined_path(index, std::vector<hash>(other)).size());
        }
        auto longer = proof;
        longer.push_back(leaf);
        REQUIRE_FALSE(verify_inclusion(index, size, leaf, longer, root));
        longer.pop_back();
        if (!longer.empty()) {
            longer.pop_back();
            REQUIRE_FALSE(verify_inclusion(index, size, leaf, longer, root));
        }
    }
    CHECK_FALSE(verify_inclusion(0, 0, all.leaves[0], {}, root));
    CHECK_FALSE(verify_inclusion(~std::uint64_t{0}, size, all.leaves[0], {}, root));
}

TEST_CASE("a proof of consistency with any bit changed, too long or too short, is refused") {
    const std::size_t size = GENERATE(1, 2, 5, 7, 8, 11);
    const grown all(size);
    for (std::size_t before = 1; before <= size; ++before) {
        const auto proof = all.tree.consistency(before, size);
        const hash old_root = all.tree.root(before), root = all.tree.root();
        for (std::size_t i = 0; i < proof.size(); ++i)
            for (std::size_t bit = 0; bit < 256; ++bit) {
                auto changed = proof;
                changed[i] = flipped(changed[i], bit);
                REQUIRE_FALSE(verify_consistency(before, size, old_root, root, changed));
            }
        for (std::size_t bit = 0; bit < 256; ++bit) {
            REQUIRE_FALSE(verify_consistency(before, size, flipped(old_root, bit), root, proof));
            REQUIRE_FALSE(verify_consistency(before, size, old_root, flipped(root, bit), proof));
        }
        auto longer = proof;
        longer.push_back(root);
        REQUIRE_FALSE(verify_consistency(before, size, old_root, root, longer));
        if (!proof.empty()) REQUIRE_FALSE(verify_consistency(before, size, old_root, root, leaves(proof).first(proof.size() - 1)));
        if (before != size) REQUIRE_FALSE(verify_consistency(size, before, root, old_root, proof));
    }
    CHECK_FALSE(verify_consistency(0, size, sha256({}), all.tree.root(), {}));
}

// Beyond 256 and 65,536 leaves the roots of full subtrees are kept, so that is where an error of that bookkeeping would show.
TEST_CASE("a tree of several tiles proves what the definition says") {
    const std::size_t size = GENERATE(255, 256, 257, 511, 512, 513, 1000);
    const grown all(size);
    REQUIRE(all.tree.root() == defined_root(all.leaves));
    for (const std::size_t index : {std::size_t{0}, std::size_t{100}, std::size_t{254}, size / 2, size - 1}) REQUIRE(all.tree.inclusion(index, size) == defined_path(index, all.leaves));
    for (const std::size_t before : {std::size_t{1}, std::size_t{200}, std::size_t{255}, size / 2, size - 1, size})
        REQUIRE(all.tree.consistency(before, size) == defined_subproof(before, all.leaves, true));
}

TEST_CASE("a tree of more than 65,536 leaves has the frontier's root and proves its leaves") {
    merkle_tree tree;
    merkle_frontier frontier;
    hash at_70000{};
    const std::uint64_t size = 65536 + 5000;
    for (std::uint64_t i = 0; i < size; ++i) {
        const hash leaf = numbered(i);
        tree.add(leaf);
        frontier.add(leaf);
        if (i + 1 == 70000) at_70000 = frontier.root();
    }
    CHECK(tree.root() == frontier.root());
    CHECK(tree.root(70000) == at_70000);
    CHECK(tree.root(0) == sha256({}));
    for (const std::uint64_t index : {std::uint64_t{0}, std::uint64_t{65535}, std::uint64_t{65536}, std::uint64_t{70001}, size - 1}) {
        CHECK(verify_inclusion(index, size, tree.leaf(index), tree.inclusion(index, size), tree.root()));
        CHECK(verify_consistency(index + 1, size, tree.root(index + 1), tree.root(), tree.consistency(index + 1, size)));
    }
}
