#include "server/core/identity.hpp"
#include "tests/catch.hpp"

#include <sawt/text.hpp>

using namespace sawt::core;

namespace {

workshop_keys some_keys() { return {"facilitator-key-1234567", "stage-key-1234567890123", "organiser-key-123456789", "secret-secret-secret-secret", ""}; }

}  // namespace

TEST_CASE("only the server's own tokens are tokens") {
    const identity here(some_keys());
    const std::string token = here.make_token({1, 2, 3});
    CHECK(here.is_token(token));
    CHECK(sawt::is_id(token));
    for (std::size_t i = 0; i < token.size(); ++i) {
        std::string forged = token;
        forged[i] = forged[i] == 'A' ? 'B' : 'A';
        CHECK_FALSE(here.is_token(forged));
    }
    CHECK_FALSE(here.is_token(""));
    CHECK_FALSE(here.is_token(token + "A"));
    workshop_keys other = some_keys();
    other.secret = "another";
    CHECK_FALSE(identity(other).is_token(token));
}

TEST_CASE("a voter has another pseudonym for each item, and another one for having taken part") {
    const identity here(some_keys());
    const std::string token = here.make_token({7});
    CHECK(here.voter(token, "a") == here.voter(token, "a"));
    CHECK(here.voter(token, "a") != here.voter(token, "b"));
    CHECK(here.voter(token, "a") != here.participant(token));
    CHECK(here.voter(here.make_token({8}), "a") != here.voter(token, "a"));
    CHECK(sawt::is_id(here.voter(token, "a")));
    CHECK(here.voter(token, "a").size() == 22);
}

TEST_CASE("each key opens its role, and the facilitator's also stage and records") {
    const identity here(some_keys());
    CHECK(here.opens(role::facilitator, "facilitator-key-1234567"));
    CHECK(here.opens(role::stage, "facilitator-key-1234567"));
    CHECK(here.opens(role::organiser, "facilitator-key-1234567"));
    CHECK(here.opens(role::stage, "stage-key-1234567890123"));
    CHECK_FALSE(here.opens(role::facilitator, "stage-key-1234567890123"));
    CHECK_FALSE(here.opens(role::facilitator, "organiser-key-123456789"));
    CHECK_FALSE(here.opens(role::organiser, "stage-key-1234567890123"));
    CHECK_FALSE(here.opens(role::stage, ""));
}

TEST_CASE("keys come back from what is stored, and nothing else does") {
    const auto again = read_keys(to_json_text(some_keys()));
    REQUIRE(again);
    CHECK(again->secret == some_keys().secret);
    CHECK_FALSE(read_keys("{}"));
    CHECK_FALSE(read_keys("x"));

    // A bit that flips on a disk makes no other keys: they cannot be read, or they are what they were.
    const std::string text = to_json_text(some_keys());
    for (std::size_t at = 0; at < text.size() * 8; ++at) {
        std::string flipped = text;
        flipped[at / 8] = static_cast<char>(flipped[at / 8] ^ (1 << at % 8));
        const auto read = read_keys(flipped);
        CHECK((!read || to_json_text(*read) == text));
    }
    CHECK(read_keys(R"({"facilitator":"f","stage":"s","organiser":"o","secret":"k","source":""})"));  // as earlier versions wrote them
}

TEST_CASE("base64url has no padding and no characters that an address would change") {
    CHECK(to_base64url("") == "");
    CHECK(to_base64url("f") == "Zg");
    CHECK(to_base64url("fo") == "Zm8");
    CHECK(to_base64url("foo") == "Zm9v");
    CHECK(to_base64url("\xfb\xff") == "-_8");
}
