// Signed notes against the rules of C2SP signed-note, and Ed25519 against RFC 8032.
#include "tests/catch.hpp"

#include <sawt/merkle.hpp>
#include <sawt/signed_note.hpp>

#include <algorithm>

using namespace sawt;

namespace {

std::vector<std::uint8_t> from_hex(std::string_view hex) {
    std::vector<std::uint8_t> bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2) bytes.push_back(static_cast<std::uint8_t>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
    return bytes;
}

template <class Bytes>
Bytes exactly(std::string_view hex) {
    Bytes bytes{};
    const auto read = from_hex(hex);
    REQUIRE(read.size() == bytes.size());
    std::copy(read.begin(), read.end(), bytes.begin());
    return bytes;
}

// RFC 8032, section 7.1, test 1.
const std::string_view seed_hex = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
const std::string_view key_hex = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
const std::string_view signature_hex = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";

note_signer signer_named(const std::string& name) { return {name, exactly<key_seed>(seed_hex)}; }

note_signer another(const std::string& name) {
    key_seed seed{};
    seed.fill(7);
    return {name, seed};
}

std::string why_not(std::string_view note, const note_key& key) {
    const auto opened = open_note(note, {&key, 1});
    const auto* why = std::get_if<note_problem>(&opened);
    return why == nullptr ? "" : why->problem;
}

std::string why_no_key(std::string_view text) {
    const auto read = read_note_key(text);
    const auto* why = std::get_if<note_problem>(&read);
    return why == nullptr ? "" : why->problem;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("a seed gives the key and the signature of RFC 8032") {
    const note_signer signer = signer_named("sawt/482913");
    CHECK(to_hex(signer.key().key) == key_hex);
    CHECK(verify_ed25519(signer.key().key, "", from_hex(signature_hex)));
    CHECK_FALSE(verify_ed25519(signer.key().key, "x", from_hex(signature_hex)));
    CHECK_FALSE(verify_ed25519(signer.key().key, "", from_hex(signature_hex.substr(2))));
}

TEST_CASE("the id of a key is what the specification computes") {
    const note_key key = signer_named("sawt/482913").key();
    std::string named = "sawt/482913\n\x01";
    named.append(key.key.begin(), key.key.end());
    CHECK(to_hex(sha256(named)).substr(0, 8) == to_text(key).substr(12, 8));
    CHECK(signer_named("sawt/482914").key().id() != key.id());
}

TEST_CASE("a key is written and read back") {
    const note_key key = signer_named("sawt/482913").key();
    const std::string text = to_text(key);
    CHECK(text.starts_with("sawt/482913+"));
    CHECK(std::get<note_key>(read_note_key(text)) == key);
}

TEST_CASE("a key that is not exactly one is refused with the reason") {
    const std::string text = to_text(signer_named("sawt/482913").key());
    const std::string id = text.substr(12, 8), bytes = text.substr(21);
    CHECK(contains(why_no_key(""), "NAME+ID+KEY"));
    CHECK(contains(why_no_key("sawt/482913+" + id), "NAME+ID+KEY"));
    CHECK(contains(why_no_key("+" + id + "+" + bytes), "name"));
    CHECK(contains(why_no_key("sawt 482913+" + id + "+" + bytes), "name"));
    CHECK(contains(why_no_key("sawt\u2003482913+" + id + "+" + bytes), "name"));
    CHECK(contains(why_no_key("sawt/482914+" + id + "+" + bytes), "does not belong"));
    CHECK(contains(why_no_key("sawt/482913+0" + id.substr(1) + "0+" + bytes), "eight"));
    CHECK(contains(why_no_key("sawt/482913+" + id + "+" + bytes + " "), "base 64"));
    CHECK(contains(why_no_key("sawt/482913+" + id + "+"), "base 64"));
    CHECK(contains(why_no_key("sawt/482913+" + id + "+AAAA"), "Ed25519"));
    CHECK(contains(why_no_key("sawt/482913+" + id + "+AQAA"), "32 bytes"));
    std::string upper = id;
    std::transform(id.begin(), id.end(), upper.begin(), [](char c) { return static_cast<char>(std::toupper(c)); });
    if (upper != id) CHECK(contains(why_no_key("sawt/482913+" + upper + "+" + bytes), "small letters"));
    for (std::size_t at = 0; at < text.size(); ++at)
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = text;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            INFO(changed);
            CHECK_FALSE(why_no_key(changed).empty());
        }
}

TEST_CASE("a signed note opens to its text") {
    const note_signer signer = signer_named("sawt/482913");
    for (const std::string text : {"one line\n", "صوت\n\nwith an empty line\n", "\n"}) {
        const std::string note = signer.sign(text);
        CHECK(std::get<std::string>(open_note(note, {&signer.key(), 1})) == text);
    }
}

TEST_CASE("a note with any bit changed is refused") {
    const note_signer signer = signer_named("sawt/482913");
    const std::string note = signer.sign("sawt/482913\n3\nsome text\n");
    for (std::size_t at = 0; at < note.size(); ++at)
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = note;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            INFO(at << " " << bit);
            CHECK_FALSE(why_not(changed, signer.key()).empty());
        }
}

TEST_CASE("signatures of unknown keys are passed over, wrong ones of a known key are not") {
    const note_signer ours = signer_named("sawt/482913"), theirs = another("witness.example/w1"), namesake = another("sawt/482913");
    const std::string text = "a text\n";
    const auto line = [&](const note_signer& by, const std::string& of) { return by.sign(of).substr(of.size() + 1); };
    CHECK(why_not(text + "\n" + line(theirs, text) + line(ours, text), ours.key()).empty());
    CHECK(why_not(text + "\n" + line(ours, text) + line(theirs, "other text\n"), ours.key()).empty());
    CHECK(why_not(text + "\n" + line(namesake, "other text\n") + line(ours, text), ours.key()).empty());  // same name, another id
    CHECK(contains(why_not(text + "\n" + line(theirs, text), ours.key()), "not signed by sawt/482913+"));
    CHECK(contains(why_not(text + "\n" + line(ours, text) + line(ours, "other text\n"), ours.key()), "wrong signature"));
    std::string many;
    for (int i = 0; i < 16; ++i) many += line(theirs, text);
    CHECK(why_not(text + "\n" + many + line(ours, text), ours.key()).empty());  // at least 16 must be taken
    while (many.size() < 12'000) many += line(theirs, text);
    CHECK(contains(why_not(text + "\n" + many + line(ours, text), ours.key()), "too many"));
}

TEST_CASE("what is not exactly a note is refused with the reason") {
    const note_signer signer = signer_named("sawt/482913");
    const std::string note = signer.sign("a text\n");
    const std::string line = note.substr(8);
    const auto why = [&](std::string_view text) { return why_not(text, signer.key()); };
    CHECK(contains(why(""), "line feed"));
    CHECK(contains(why("a text\n" + line), "no empty line"));
    CHECK(contains(why("a text\n\n"), "no signature"));
    CHECK(contains(why(note.substr(0, note.size() - 1)), "line feed"));
    CHECK(contains(why("a\ttext\n\n" + line), "control"));
    CHECK(contains(why("a text\r\n\n" + line), "control"));
    CHECK(contains(why("a \xFF text\n\n" + line), "UTF-8"));
    CHECK(contains(why("a text\n\n- " + line.substr(4)), "dash"));
    CHECK(contains(why("a text\n\n\u2014 sawt/482913\n"), "no name and signature"));
    CHECK(contains(why("a text\n\n\u2014  " + line.substr(4)), "name"));
    CHECK(contains(why("a text\n\n\u2014 sawt/482913 Zg==\n"), "too short"));
    CHECK(contains(why("a text\n\n\u2014 sawt/482913 Zg\n"), "base 64"));
    CHECK(contains(why("a text\n\n" + line.substr(0, line.size() - 1) + " \n"), "base 64"));
    CHECK(contains(why("a text\n\n" + line + "more\n"), "line 2"));
    CHECK(contains(why(std::string(100'000, 'a') + "\n\n" + line), "longer"));
}
