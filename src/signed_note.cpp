#include <sawt/signed_note.hpp>

#include <sawt/merkle.hpp>

#include "utf8.hpp"

#include <sodium.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <iterator>

namespace sawt {

namespace {

constexpr std::uint8_t ed25519_type = 0x01;
constexpr std::string_view signature_start = "\u2014 ";  // em dash, space

// The specification wants at least 16 signatures to be taken, and some bound.
constexpr std::size_t signatures_max = 64;
constexpr std::size_t note_bytes_max = 64 * 1024;

// White_Space of Unicode, in UTF-8. Each stands for itself in well-formed text, since no character's bytes are part of another's.
constexpr std::string_view unicode_spaces[] = {
    "\t",     "\n",     "\v",     "\f",     "\r",     " ",      "\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003",
    "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000"};

bool is_key_name(std::string_view name) {
    if (name.empty() || !is_utf8(name) || name.find('+') != name.npos) return false;
    return std::none_of(std::begin(unicode_spaces), std::end(unicode_spaces), [&](std::string_view space) { return name.find(space) != name.npos; });
}

std::string id_bytes(std::uint32_t id) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(id >> shift & 0xFF);
    return bytes;
}

std::uint32_t id_in(std::span<const std::uint8_t> bytes) {
    std::uint32_t id = 0;
    for (const std::uint8_t byte : bytes.first(4)) id = id << 8 | byte;
    return id;
}

// Eight digits of hexadecimal, small letters.
bool read_id(std::string_view text, std::uint32_t& id) {
    if (text.size() != 8 || text.find_first_not_of("0123456789abcdef") != text.npos) return false;
    return std::from_chars(text.data(), text.data() + text.size(), id, 16).ec == std::errc{};
}

std::span<const std::uint8_t> bytes_of(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

std::string_view next_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

struct signature_line {
    std::string_view name;
    std::uint32_t id = 0;
    std::vector<std::uint8_t> signature;
};

std::variant<signature_line, note_problem> read_signature(std::string_view line) {
    if (!line.starts_with(signature_start)) return note_problem{"does not begin with a dash (U+2014) and a space"};
    line.remove_prefix(signature_start.size());
    const std::size_t space = line.find(' ');
    if (space == line.npos) return note_problem{"has no name and signature"};
    signature_line read;
    read.name = line.substr(0, space);
    if (!is_key_name(read.name)) return note_problem{"has a name that is empty or holds a space or a plus sign"};
    auto bytes = from_base64(line.substr(space + 1));
    if (!bytes) return note_problem{"has a signature that is not base 64"};
    if (bytes->size() < 5) return note_problem{"has a signature that is too short"};
    read.id = id_in(*bytes);
    read.signature.assign(bytes->begin() + 4, bytes->end());
    return read;
}

}  // namespace

bool verify_ed25519(const public_key& key, std::string_view message, std::span<const std::uint8_t> signature) {
    return signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(signature.data(), bytes_of(message).data(), message.size(), key.data()) == 0;
}

std::uint32_t note_key::id() const {
    std::string named = name;
    named.append(1, '\n').append(1, static_cast<char>(ed25519_type)).append(key.begin(), key.end());
    return id_in(sha256(named));
}

std::string to_text(const note_key& key) {
    std::vector<std::uint8_t> typed{ed25519_type};
    typed.insert(typed.end(), key.key.begin(), key.key.end());
    return key.name + "+" + to_hex(bytes_of(id_bytes(key.id()))) + "+" + to_base64(typed);
}

std::variant<note_key, note_problem> read_note_key(std::string_view text) {
    const std::size_t first = text.find('+');
    const std::size_t second = first == text.npos ? first : text.find('+', first + 1);
    if (second == text.npos) return note_problem{"is not NAME+ID+KEY"};
    note_key read;
    read.name = text.substr(0, first);
    if (!is_key_name(read.name)) return note_problem{"has a name that is empty or holds a space or a plus sign"};
    std::uint32_t id = 0;
    if (!read_id(text.substr(first + 1, second - first - 1), id)) return note_problem{"has an id that is not eight hexadecimal digits in small letters"};
    const auto bytes = from_base64(text.substr(second + 1));
    if (!bytes || bytes->empty()) return note_problem{"has a key that is not base 64"};
    if (bytes->front() != ed25519_type) return note_problem{"has a key of another kind than Ed25519"};
    if (bytes->size() != 1 + read.key.size()) return note_problem{"has a key that is not 32 bytes long"};
    std::copy(bytes->begin() + 1, bytes->end(), read.key.begin());
    if (read.id() != id) return note_problem{"has an id that does not belong to this name and key"};
    return read;
}

note_signer::note_signer(std::string name, const key_seed& seed) {
    assert(is_key_name(name));
    key_.name = std::move(name);
    crypto_sign_seed_keypair(key_.key.data(), secret_.data(), seed.data());
}

note_signer::~note_signer() { sodium_memzero(secret_.data(), secret_.size()); }

std::string note_signer::sign(std::string_view text) const {
    assert(text.ends_with('\n'));
    std::array<std::uint8_t, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, bytes_of(text).data(), text.size(), secret_.data());
    std::string signed_bytes = id_bytes(key_.id());
    signed_bytes.append(signature.begin(), signature.end());
    std::string note(text);
    return note.append("\n").append(signature_start).append(key_.name).append(" ").append(to_base64(bytes_of(signed_bytes))).append("\n");
}

std::variant<std::string, note_problem> open_note(std::string_view note, std::span<const note_key> known) {
    if (note.size() > note_bytes_max) return note_problem{"is longer than a note may be"};
    if (!is_utf8(note)) return note_problem{"is not UTF-8"};
    if (std::any_of(note.begin(), note.end(), [](char c) { return static_cast<std::uint8_t>(c) < 0x20 && c != '\n'; })) return note_problem{"holds a control character"};
    if (!note.ends_with('\n')) return note_problem{"does not end in a line feed"};
    const std::size_t blank = note.rfind("\n\n");
    if (blank == note.npos) return note_problem{"has no empty line before its signatures"};
    const std::string_view text = note.substr(0, blank + 1);
    std::string_view rest = note.substr(blank + 2);
    if (rest.empty()) return note_problem{"has no signature"};

    std::size_t signatures = 0;
    bool trusted = false;
    while (!rest.empty()) {
        const auto read = read_signature(next_line(rest));
        ++signatures;
        if (const auto* why = std::get_if<note_problem>(&read)) return note_problem{"is spoilt: line " + std::to_string(signatures) + " of its signatures " + why->problem};
        if (signatures > signatures_max) return note_problem{"has too many signatures"};
        const auto& line = std::get<signature_line>(read);
        const auto by = std::find_if(known.begin(), known.end(), [&](const note_key& one) { return one.name == line.name && one.id() == line.id; });
        if (by == known.end()) continue;
        if (!verify_ed25519(by->key, text, line.signature)) return note_problem{"has a wrong signature of " + by->name};
        trusted = true;
    }
    if (!trusted) {
        std::string names;
        for (const note_key& one : known) names.append(names.empty() ? "" : " or ").append(to_text(one));
        return note_problem{"is not signed by " + names};
    }
    return std::string(text);
}

}  // namespace sawt
