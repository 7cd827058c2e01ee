#include <sawt/merkle.hpp>

#include <openssl/evp.h>

#include <algorithm>
#include <bit>
#include <memory>
#include <stdexcept>

namespace sawt {

namespace {

// Fetching a digest searches OpenSSL's providers and costs more than hashing a short entry, so it happens once.
const EVP_MD* sha256_digest() {
    static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> digest(EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free);
    if (!digest) throw std::runtime_error("OpenSSL offers no SHA-256");
    return digest.get();
}

// Hashes the pieces one after the other; each thread keeps its own working memory.
template <class... Piece>
hash sha256_of(const Piece&... pieces) {
    thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    hash digest{};
    const bool done = context && EVP_DigestInit_ex2(context.get(), sha256_digest(), nullptr) == 1 &&
                      (... && (EVP_DigestUpdate(context.get(), pieces.data(), pieces.size()) == 1)) &&
                      EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1;
    if (!done) throw std::runtime_error("OpenSSL could not compute a SHA-256");
    return digest;
}

constexpr std::array<std::uint8_t, 1> leaf_prefix{0x00};
constexpr std::array<std::uint8_t, 1> node_prefix{0x01};

constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<std::uint8_t, 256> base64_values = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(0xFF);  // no digit
    for (std::size_t i = 0; i < base64_digits.size(); ++i) values[static_cast<std::uint8_t>(base64_digits[i])] = static_cast<std::uint8_t>(i);
    return values;
}();

}  // namespace

hash sha256(std::string_view bytes) { return sha256_of(bytes); }

hash leaf_hash(std::string_view entry) { return sha256_of(leaf_prefix, entry); }

hash node_hash(const hash& left, const hash& right) { return sha256_of(node_prefix, left, right); }

// Adding a leaf is adding one to a binary number: each 1 bit at the low end carries, which joins two subtrees of one size.
void merkle_frontier::add(const hash& leaf) {
    hash joined = leaf;
    for (int carries = std::countr_one(size_); carries > 0; --carries) {
        joined = node_hash(peaks_.back(), joined);
        peaks_.pop_back();
    }
    peaks_.push_back(joined);
    ++size_;
}

// RFC 6962 splits at the largest power of two, so the peaks hang together from the smallest: a + (b + (c + d)).
hash merkle_frontier::root() const {
    if (peaks_.empty()) return sha256({});
    hash joined = peaks_.back();
    for (auto peak = peaks_.rbegin() + 1; peak != peaks_.rend(); ++peak) joined = node_hash(*peak, joined);
    return joined;
}

std::string short_code(const hash& of) {
    constexpr std::string_view digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 5; ++i) bits = bits << 8 | of[i];
    std::string code;
    for (int shift = 35; shift >= 0; shift -= 5) {
        code += digits[bits >> shift & 31];
        if (shift == 20) code += '-';
    }
    return code;
}

std::string to_base64(std::span<const std::uint8_t> bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t have = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t triple = 0;
        for (std::size_t i = 0; i < 3; ++i) triple = triple << 8 | (i < have ? bytes[at + i] : 0U);
        for (std::size_t i = 0; i < 4; ++i) text += i <= have ? base64_digits[triple >> (18 - 6 * i) & 63] : '=';
    }
    return text;
}

std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    std::vector<std::uint8_t> bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::uint8_t digit = at < text.size() - padding ? base64_values[static_cast<std::uint8_t>(text[at])] : std::uint8_t{0};
        if (digit > 63) return std::nullopt;
        bits = bits << 6 | digit;
        if (at % 4 != 3) continue;
        for (const int shift : {16, 8, 0}) bytes.push_back(static_cast<std::uint8_t>(bits >> shift));
    }
    for (std::size_t i = 0; i < padding; ++i) {
        if (bytes.back() != 0) return std::nullopt;  // bits that no byte has room for
        bytes.pop_back();
    }
    return bytes;
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

}  // namespace sawt
