// SHA-256 as in FIPS 180-4, section 6.2, behind the names of OpenSSL.
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

struct EVP_MD {};

struct EVP_MD_CTX {
    std::array<std::uint32_t, 8> state;
    std::array<std::uint8_t, 64> block;
    std::uint64_t size;  // of all bytes so far
};

namespace {

using word = std::uint32_t;

constexpr std::array<word, 8> start{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
constexpr std::array<word, 64> constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74,
    0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d,
    0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
    0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
    0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

void take_block(std::array<word, 8>& state, const std::array<std::uint8_t, 64>& block) {
    std::array<word, 64> w;
    for (int t = 0; t < 16; ++t) w[t] = word(block[4 * t]) << 24 | word(block[4 * t + 1]) << 16 | word(block[4 * t + 2]) << 8 | block[4 * t + 3];
    for (int t = 16; t < 64; ++t) {
        const word s0 = std::rotr(w[t - 15], 7) ^ std::rotr(w[t - 15], 18) ^ w[t - 15] >> 3;
        const word s1 = std::rotr(w[t - 2], 17) ^ std::rotr(w[t - 2], 19) ^ w[t - 2] >> 10;
        w[t] = w[t - 16] + s0 + w[t - 7] + s1;
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (int t = 0; t < 64; ++t) {
        const word t1 = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) + constants[t] + w[t];
        const word t2 = (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
    }
    const std::array<word, 8> worked{a, b, c, d, e, f, g, h};
    for (int i = 0; i < 8; ++i) state[i] += worked[i];
}

EVP_MD the_digest;

}  // namespace

EVP_MD* EVP_MD_fetch(void*, const char*, const char*) { return &the_digest; }
void EVP_MD_free(EVP_MD*) {}
EVP_MD_CTX* EVP_MD_CTX_new() { return new EVP_MD_CTX; }
void EVP_MD_CTX_free(EVP_MD_CTX* context) { delete context; }

int EVP_DigestInit_ex2(EVP_MD_CTX* context, const EVP_MD*, const void*) {
    context->state = start;
    context->size = 0;
    return 1;
}

int EVP_DigestUpdate(EVP_MD_CTX* context, const void* bytes, std::size_t size) {
    const auto* from = static_cast<const std::uint8_t*>(bytes);
    while (size > 0) {
        const std::size_t at = context->size % 64, some = std::min(size, 64 - at);
        std::copy_n(from, some, context->block.begin() + at);
        context->size += some;
        from += some;
        size -= some;
        if (at + some == 64) take_block(context->state, context->block);
    }
    return 1;
}

int EVP_DigestFinal_ex(EVP_MD_CTX* context, unsigned char* into, unsigned*) {
    const std::uint64_t bits = context->size * 8;
    static constexpr std::array<std::uint8_t, 64> padding{0x80};
    EVP_DigestUpdate(context, padding.data(), 1 + (119 - context->size % 64) % 64);
    std::array<std::uint8_t, 8> length;
    for (int i = 0; i < 8; ++i) length[i] = static_cast<std::uint8_t>(bits >> (56 - 8 * i));
    EVP_DigestUpdate(context, length.data(), length.size());
    for (int i = 0; i < 32; ++i) into[i] = static_cast<unsigned char>(context->state[i / 4] >> (24 - 8 * (i % 4)));
    return 1;
}
