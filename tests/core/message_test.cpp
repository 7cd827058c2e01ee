#include "server/core/message.hpp"
#include "tests/catch.hpp"

using namespace sawt;
using namespace sawt::core;

TEST_CASE("a hello is read with what it has") {
    const auto read = read_message(R"({"type":"hello","role":"voter","token":"t","group":"tanneries","lang":"fr","more":1})");
    const auto& says = std::get<hello>(read);
    CHECK(says.as == role::voter);
    CHECK(says.token == "t");
    CHECK(says.group == "tanneries");
    CHECK(says.lang == language::fr);
    CHECK(std::get<hello>(read_message(R"({"type":"hello","role":"stage","key":"k"})")).key == "k");
}

TEST_CASE("a cast's ballot becomes canonical") {
    const auto read = read_message(R"({"type":"cast","id":"12345678","item":"p","round":1,"ballot":{"points":{"b":2, "a":3}}})");
    CHECK(std::get<cast>(read).ballot == R"({"points":{"a":3,"b":2}})");
}

TEST_CASE("an act carries its members") {
    const auto read = read_message(R"({"type":"act","id":"12345678","do":"countdown","item":"p","seconds":90,"then":"close"})");
    const act& what = std::get<act_request>(read).what;
    CHECK(what.what == deed::countdown);
    CHECK(what.seconds == 90u);
    CHECK(what.then == "close");
}

TEST_CASE("what cannot be taken is answered when it has an id, and ends the client when it is no message at all") {
    for (const char* wrong : {R"({"type":"cast","id":"12345678","item":"p","round":1})", R"({"type":"cast","id":"12345678","item":"p","round":-1,"ballot":{}})",
                              R"({"type":"cast","id":"12345678","item":"p p","round":1,"ballot":{}})", R"({"type":"cast","id":"12345678","item":"p","round":1,"ballot":[]})",
                              R"({"type":"cast","id":"12345678","item":"p","round":1,"ballot":{"points":{"a":1.5}}})", R"({"type":"act","id":"12345678","do":"dance"})",
                              R"({"type":"act","id":"12345678","do":"show","qr":1})", R"({"type":"dance","id":"12345678"})"}) {
        const auto read = read_message(wrong);
        REQUIRE(std::holds_alternative<bad_message>(read));
        CHECK(std::get<bad_message>(read).id == "12345678");
        CHECK_FALSE(std::get<bad_message>(read).fatal);
        CHECK_FALSE(std::get<bad_message>(read).problem.empty());
    }
    for (const char* fatal : {"", "x", "[]", "null", "{}", R"({"type":1)", "\xff"}) {
        const auto read = read_message(fatal);
        REQUIRE(std::holds_alternative<bad_message>(read));
        CHECK(std::get<bad_message>(read).fatal);
    }
    CHECK(std::get<bad_message>(read_message(R"({"type":"cast","id":"short","item":"p","round":1,"ballot":{}})")).problem.find("8 characters") != std::string::npos);
}

TEST_CASE("a client's language is the first of ours that it asks for") {
    CHECK(language_of("fr-CH, en;q=0.9") == language::fr);
    CHECK(language_of("de, en-GB") == language::en);
    CHECK(language_of("ar-PS") == language::ar);
    CHECK(language_of("de") == language::ar);
    CHECK(language_of("") == language::ar);
    CHECK(language_of("hen, sfr") == language::ar);
}

TEST_CASE("a cast by HTTP may bring its group") {
    const auto read = read_posted_cast(R"({"id":"12345678","item":"p","round":1,"ballot":{},"group":"tanneries"})");
    CHECK(std::get<posted_cast>(read).group == "tanneries");
    CHECK(std::get<posted_cast>(read).what.ballot == "{}");
    CHECK(std::holds_alternative<bad_message>(read_posted_cast("[]")));
}
