// Short texts that carry signatures (C2SP signed-note), with Ed25519 keys alone. What is not exactly as the specification says is refused with
// the reason, since a text that may be read in two ways proves nothing. Pure: seeds of keys come in as data.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace sawt {

using public_key = std::array<std::uint8_t, 32>;
using key_seed = std::array<std::uint8_t, 32>;

// Strict: no key or signature point of low order, no encoding but the shortest (libsodium's rules).
bool verify_ed25519(const public_key& key, std::string_view message, std::span<const std::uint8_t> signature);

// What is wrong with a key or a note, as a phrase that follows its name ("is not signed by …").
struct note_problem {
    std::string problem;
};

// Who may sign: a name without spaces and plus signs, and a key. Together they have a number of 32 bits that signatures carry.
struct note_key {
    std::string name;
    public_key key{};

    std::uint32_t id() const;
    friend bool operator==(const note_key&, const note_key&) = default;
};

// A key as text for people to keep and compare: NAME+ID+BASE64.
std::string to_text(const note_key& key);
std::variant<note_key, note_problem> read_note_key(std::string_view text);

class note_signer {
public:
    // The name must be one that a key may have.
    note_signer(std::string name, const key_seed& seed);
    ~note_signer();
    note_signer(const note_signer&) = default;
    note_signer& operator=(const note_signer&) = default;

    const note_key& key() const { return key_; }

    // The whole note: the text, which must end in a line feed, and its signature.
    std::string sign(std::string_view text) const;

private:
    note_key key_;
    std::array<std::uint8_t, 64> secret_{};
};

// The text of a note that at least one of these keys has signed. Signatures of other keys are passed over; a wrong one of a known key
// spoils the note.
std::variant<std::string, note_problem> open_note(std::string_view note, std::span<const note_key> known);

}  // namespace sawt
