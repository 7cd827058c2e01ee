#include "tests/catch.hpp"

#include <sawt/merkle.hpp>

using namespace sawt;

namespace {

// Section 2.1 of RFC 6962 as it is written there: split at the largest power of two below the size.
hash tree_hash(std::span<const hash> leaves) {
    if (leaves.empty()) return sha256({});
    if (leaves.size() == 1) return leaves.front();
    std::size_t half = 1;
    while (half * 2 < leaves.size()) half *= 2;
    return node_hash(tree_hash(leaves.first(half)), tree_hash(leaves.subspan(half)));
}

std::string bytes(std::string_view hex) {
    std::string text;
    for (std::size_t i = 0; i < hex.size(); i += 2) text += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
    return text;
}

}  // namespace

TEST_CASE("SHA-256 gives the digests of the standard's examples") {
    CHECK(to_hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(to_hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(to_hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("a leaf and a node cannot be taken for each other") {
    CHECK(leaf_hash("entry") == sha256(std::string("\0entry", 6)));
    const hash left = leaf_hash("left");
    const hash right = leaf_hash("right");
    const std::string both = std::string("\1", 1) + std::string(left.begin(), left.end()) + std::string(right.begin(), right.end());
    CHECK(node_hash(left, right) == sha256(both));
    CHECK(node_hash(left, right) != node_hash(right, left));
}

// The eight leaves that implementations of Certificate Transparency are commonly tested with, and the roots of their first 0, 1, … 8.
TEST_CASE("the roots of the well-known tree of eight leaves come out") {
    const std::vector<std::string> leaves{"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
    const std::vector<std::string> roots{
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
    merkle_frontier tree;
    CHECK(to_hex(tree.root()) == roots[0]);
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        tree.add(leaf_hash(bytes(leaves[i])));
        CHECK(tree.size() == i + 1);
        CHECK(to_hex(tree.root()) == roots[i + 1]);
    }
}

TEST_CASE("a frontier has the root of the recursive definition at every size") {
    std::vector<hash> leaves;
    merkle_frontier tree;
    for (int i = 0; i < 300; ++i) {
        leaves.push_back(leaf_hash("entry " + std::to_string(i)));
        tree.add(leaves.back());
        REQUIRE(tree.root() == tree_hash(leaves));
    }
}

TEST_CASE("a copy of a frontier goes its own way") {
    merkle_frontier tree;
    for (int i = 0; i < 5; ++i) tree.add(leaf_hash(std::to_string(i)));
    merkle_frontier other = tree;
    other.add(leaf_hash("one more"));
    CHECK(tree.size() == 5);
    CHECK(tree.root() != other.root());
}

TEST_CASE("a short code is the first 40 bits in Crockford's base 32") {
    hash h{};
    CHECK(short_code(h) == "0000-0000");
    h.fill(0xFF);
    CHECK(short_code(h) == "ZZZZ-ZZZZ");
    // 00001 00011 00110 01001 | 01011 10001 11011 11111
    h = {0b00001000, 0b11001100, 0b10010101, 0b11000111, 0b01111111};
    CHECK(short_code(h) == "1369-BHVZ");
    h[5] = 0xFF;  // the 41st bit is not in it
    CHECK(short_code(h) == "1369-BHVZ");
}

TEST_CASE("bytes are told in base 64 and in hex") {
    const auto base64 = [](std::string_view text) { return to_base64({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}); };
    // The examples of RFC 4648, section 10.
    CHECK(base64("") == "");
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("foob") == "Zm9vYg==");
    CHECK(base64("fooba") == "Zm9vYmE=");
    CHECK(base64("foobar") == "Zm9vYmFy");
    CHECK(base64("\xff\xfe\xfb\xef") == "//777w==");
    CHECK(to_hex(std::vector<std::uint8_t>{0x00, 0x0f, 0xa5, 0xff}) == "000fa5ff");
}

TEST_CASE("base 64 is read as it is written, and nothing else is") {
    std::vector<std::uint8_t> all;
    for (int i = 0; i < 256; ++i) {
        CHECK(from_base64(to_base64(all)) == all);
        all.push_back(static_cast<std::uint8_t>(i));
    }
    for (const char* wrong : {"Zg", "Zg=", "Z===", "====", "Zh==", "Zm9=", "Zm8=Zm8=", "Zm9v\n", "Zm 9", "Zm-_", "Z\0g=", "Zg==="}) {
        INFO(wrong);
        CHECK_FALSE(from_base64(wrong));
    }
}
