#include "server/core/identity.hpp"

#include <sawt/canonical.hpp>
#include <sawt/merkle.hpp>

#include <nlohmann/json.hpp>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <cassert>

namespace sawt::core {

namespace {

constexpr std::size_t random_chars = 22;  // 16 bytes in base64url
constexpr std::size_t mac_bytes = 9;      // 12 characters: 2^72 guesses for a token nobody made

// Entries are held against their leaves; the keys stand beside them, and one bit that flipped on a disk would make them others.
std::string check_of(const workshop_keys& keys) {
    return to_hex(sha256(keys.facilitator + "\n" + keys.stage + "\n" + keys.organiser + "\n" + keys.secret + "\n" + keys.source));
}

}  // namespace

std::string to_base64url(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text;
    std::uint32_t bits = 0;
    int have = 0;
    for (const char c : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(c);
        for (have += 8; have >= 6; have -= 6) text.push_back(alphabet[bits >> (have - 6) & 63]);
    }
    if (have > 0) text.push_back(alphabet[bits << (6 - have) & 63]);
    return text;
}

bool same_key(std::string_view a, std::string_view b) { return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0; }

std::string to_json_text(const workshop_keys& keys) {
    nlohmann::json text{{"facilitator", keys.facilitator}, {"stage", keys.stage}, {"organiser", keys.organiser}, {"secret", keys.secret}, {"source", keys.source}};
    text["check"] = check_of(keys);
    return text.dump();
}

std::optional<workshop_keys> read_keys(std::string_view json_text) {
    const auto from = parse_json(json_text);
    if (!from || !from->is_object()) return std::nullopt;
    workshop_keys keys;
    for (const auto& [name, place] : {std::pair{"facilitator", &keys.facilitator}, {"stage", &keys.stage}, {"organiser", &keys.organiser}, {"secret", &keys.secret}, {"source", &keys.source}}) {
        const auto found = from->find(name);
        if (found == from->end() || !found->is_string()) return std::nullopt;
        *place = found->get<std::string>();
    }
    // Absent where an earlier version wrote them.
    if (const auto check = from->find("check"); check != from->end() && *check != check_of(keys)) return std::nullopt;
    return keys;
}

identity::identity(workshop_keys keys) : keys_(std::move(keys)) { assert(!keys_.secret.empty()); }

bool identity::opens(role as, std::string_view key) const {
    if (as == role::facilitator) return same_key(key, keys_.facilitator);
    if (as == role::stage) return same_key(key, keys_.stage) || same_key(key, keys_.facilitator);
    if (as == role::organiser) return same_key(key, keys_.organiser) || same_key(key, keys_.facilitator);
    return false;
}

std::string identity::mac(std::string_view purpose, std::string_view text, std::size_t bytes) const {
    std::string input(purpose);
    input.append(1, '\0').append(text);
    std::array<unsigned char, 32> out{};
    unsigned length = 0;
    HMAC(EVP_sha256(), keys_.secret.data(), static_cast<int>(keys_.secret.size()), reinterpret_cast<const unsigned char*>(input.data()), input.size(), out.data(), &length);
    return to_base64url({reinterpret_cast<const char*>(out.data()), bytes});
}

std::string identity::make_token(const std::array<unsigned char, 16>& random) const {
    std::string token = to_base64url({reinterpret_cast<const char*>(random.data()), random.size()});
    return token + mac("token", token, mac_bytes);
}

bool identity::is_token(std::string_view token) const {
    return token.size() == random_chars + mac_bytes * 4 / 3 && same_key(mac("token", token.substr(0, random_chars), mac_bytes), token.substr(random_chars));
}

std::string identity::participant(std::string_view token) const { return mac("participant", token, 16); }

std::string identity::voter(std::string_view token, std::string_view item) const {
    std::string text(item);
    text.append(1, '\0').append(token);
    return mac("voter", text, 16);
}

}  // namespace sawt::core
