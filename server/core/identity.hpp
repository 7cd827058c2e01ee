// Who is who in one workshop, from keys that only the server has. Keyed hashes (HMAC-SHA-256) turn a voter's token into pseudonyms:
// one that says "took part", and another one for each item's ballots, which cannot be matched without the key. Pure: random comes in.
#pragma once

#include "server/core/message.hpp"

#include <sawt/agenda.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace sawt::core {

// All that a workshop keeps secret, as it is stored with the log: one JSON text.
struct workshop_keys {
    std::string facilitator;  // 22 characters of base64url: 128 random bits each
    std::string stage;
    std::string organiser;
    std::string secret;  // key of tokens and pseudonyms, 43 characters: 256 bits
    std::string source;  // SHA-256 of the agenda file it was made from, so that the same file is not made twice; "" when made at the desk
};

std::string to_json_text(const workshop_keys& keys);

// Nothing when the text is not what was written.
std::optional<workshop_keys> read_keys(std::string_view json_text);

// base64url without padding.
std::string to_base64url(std::string_view bytes);

// Compares without telling by time where two keys differ.
bool same_key(std::string_view a, std::string_view b);

class identity {
public:
    explicit identity(workshop_keys keys);

    const workshop_keys& keys() const { return keys_; }

    // The role this key opens; nothing for a wrong key. A facilitator's key opens the organisers' downloads too.
    bool opens(role as, std::string_view key) const;

    // A token is 16 random bytes and a MAC over them, so that only this server's tokens vote, without a list of them.
    std::string make_token(const std::array<unsigned char, 16>& random) const;
    bool is_token(std::string_view token) const;

    std::string participant(std::string_view token) const;
    std::string voter(std::string_view token, std::string_view item) const;

    // As whom this voter's ballots on an item are cast: in a named vote as the participant.
    std::string voter_on(const item& of, std::string_view token) const { return of.ballots == secrecy::named ? participant(token) : voter(token, of.id); }

private:
    std::string mac(std::string_view purpose, std::string_view text, std::size_t bytes) const;

    workshop_keys keys_;
};

}  // namespace sawt::core
