#include "tests/catch.hpp"

#include <sawt/text.hpp>

#include <nlohmann/json.hpp>

#include <functional>

using namespace sawt;

TEST_CASE("a text is given in the language asked for, else in the first there is") {
    const local_text both{{{"ar", "صوت"}, {"en", "voice"}}};
    CHECK(both.in("en") == "voice");
    CHECK(both.in("fr") == "صوت");
    CHECK(local_text{}.in("ar").empty());
    CHECK(to_json(local_text{{{"", "صوت"}}}) == nlohmann::json("صوت"));
    CHECK(to_json(both) == nlohmann::json{{"ar", "صوت"}, {"en", "voice"}});
}

TEST_CASE("times are written as ISO 8601 and read back, and nothing else is a time") {
    for (const utc_seconds at : {utc_seconds{0}, utc_seconds{951782400}, utc_seconds{1795507200}, utc_seconds{4102444799}}) CHECK(from_iso(to_iso(at)) == at);
    CHECK(to_iso(0) == "1970-01-01T00:00:00Z");
    CHECK(to_iso(951782400) == "2000-02-29T00:00:00Z");
    CHECK(to_iso(1795507200) == "2026-11-24T08:00:00Z");
    for (const char* wrong : {"", "2026-11-24", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-24T24:00:00Z", "2026-11-24T08:60:00Z", "2026-11-24 08:00:00Z", "2026-11-24T08:00:00+"})
        CHECK(from_iso(wrong) == -1);
}

TEST_CASE("an id is short and plain") {
    CHECK(is_id("priorities"));
    CHECK(is_id("A-z_09"));
    CHECK(is_id(std::string(64, 'a')));
    CHECK_FALSE(is_id(std::string(65, 'a')));
    CHECK_FALSE(is_id(""));
    CHECK_FALSE(is_id("a b"));
    CHECK_FALSE(is_id("أ"));
    CHECK_FALSE(is_id("a\"b"));
}
