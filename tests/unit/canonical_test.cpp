#include "tests/catch.hpp"

#include <sawt/canonical.hpp>

#include <nlohmann/json.hpp>

using namespace sawt;
using nlohmann::json;

namespace {

std::string rewritten(std::string_view text) {
    const auto value = parse_json(text);
    return value ? canonical(*value).value_or("not canonical") : "not JSON";
}

}  // namespace

TEST_CASE("an entry has one canonical form, however it was spaced and ordered") {
    CHECK(rewritten(R"( { "type" : "ballot", "entry":12, "ballot": {"points": {"B": 2, "A": 3}} } )") == R"({"ballot":{"points":{"A":3,"B":2}},"entry":12,"type":"ballot"})");
    CHECK(rewritten("[ ]") == "[]");
    CHECK(rewritten("{ }") == "{}");
    CHECK(rewritten("[true,false,null,[1,[2]]]") == "[true,false,null,[1,[2]]]");
}

// The example of RFC 8785, section 3.2.3: U+1F600 is written with surrogates, D83D DE00, and so stands before U+FB33.
TEST_CASE("members are in the order of their UTF-16 code units") {
    const std::string text = R"({"€":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","😀":"Emoji: Grinning Face","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis"})";
    const auto value = parse_json(text);
    REQUIRE(value);
    const std::string written = canonical(*value).value();
    std::size_t before = 0;
    for (const std::string said : {"Carriage Return", "One", "Control", "Latin Small", "Euro Sign", "Emoji", "Hebrew"}) {
        INFO(said);
        const auto at = written.find(said);
        REQUIRE(at != std::string::npos);
        CHECK(at > before);
        before = at;
    }
}

TEST_CASE("only quotes, backslashes and control characters are escaped, by the shortest form") {
    CHECK(rewritten(R"("\u0022\u005c\/\u0008\u000c\u000a\u000d\u0009\u0001\u001F\u007f")") == "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\"");
    CHECK(rewritten(R"("\u062e\u0644\u064a\u0644 caf\u00e9")") == "\"خليل café\"");
}

TEST_CASE("only whole numbers that every reader holds exactly are canonical") {
    CHECK(rewritten("[9007199254740991,-9007199254740991,0,-0,3.0,1e2]") == "[9007199254740991,-9007199254740991,0,0,3,100]");
    for (const std::string number : {"9007199254740992", "-9007199254740992", "18446744073709551615", "1.5", "1e300", "9007199254740992.0"}) {
        INFO(number);
        CHECK(rewritten(number) == "not canonical");
        CHECK(rewritten("{\"a\":[" + number + "]}") == "not canonical");
    }
    CHECK(canonical(json(-0.0)) == "0");
}

TEST_CASE("text that is not UTF-8 has no canonical form") {
    const std::string bad = GENERATE("\xff", "\xc3", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf0\x8f\xbf\xbf", "a\x80", "\xe2\x82", "\xee\x80\xff");
    CHECK_FALSE(canonical(json(bad)));
    CHECK_FALSE(canonical(json{{bad, 1}}));
    CHECK_FALSE(parse_json("\"" + bad + "\""));
}

TEST_CASE("every character up to the last comes through unchanged") {
    const std::string text = GENERATE("\u0080", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\uffff", "\U00010000", "\U0010ffff");
    CHECK(canonical(json(text)) == "\"" + text + "\"");
    CHECK(rewritten("{\"" + text + "\":1}") == "{\"" + text + "\":1}");
}

TEST_CASE("outside text must be JSON and nothing more") {
    const std::string text = GENERATE("", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "// said\n1", "/* */1", "1 2", "{} x", "NaN", "01", "+1", ".5", "tru", "\"\\ud800\"", "\"\\x\"", "\"a\nb\"", "1e999");
    INFO(text);
    CHECK_FALSE(parse_json(text));
    CHECK_FALSE(parse_problem(text).empty());
}

TEST_CASE("a member that comes twice is refused, wherever it is and however it is written") {
    CHECK_FALSE(parse_json(R"({"choice":"A","choice":"B"})"));
    CHECK_FALSE(parse_json(R"({"ballot":{"points":{"A":1,"\u0041":2}}})"));
    CHECK_FALSE(parse_json(R"([{"a":{"b":1}},{"a":1,"c":{},"a":1}])"));
    CHECK(parse_json(R"([{"a":1},{"a":1,"b":{"a":1}}])"));
    CHECK(parse_problem(R"({"choice":"A","choice":"B"})") == R"(has the member "choice" twice in one object)");
}

TEST_CASE("nesting ends at the limit, and brackets inside strings do not nest") {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    CHECK(parse_json(nested(16)));
    CHECK_FALSE(parse_json(nested(17)));
    CHECK(parse_json(nested(17), {.depth_max = 17}));
    CHECK_FALSE(parse_json(std::string(60'000, '[')));
    CHECK(parse_json("[\"" + std::string(100, '[') + "\\\"[[\"]"));
    CHECK(parse_json("[[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[]]"));
    CHECK(parse_json("1", {.depth_max = 0}));
    CHECK(parse_problem("\n " + nested(17)) == "line 2, column 18: nests deeper than 16 levels");
}

TEST_CASE("text beyond the limit of bytes is not looked at") {
    const std::string text = "\"" + std::string(98, 'a') + "\"";
    CHECK(parse_json(text, {.bytes_max = 100}));
    CHECK_FALSE(parse_json(text, {.bytes_max = 99}));
    CHECK(parse_problem(text, {.bytes_max = 99}) == "has 100 bytes; at most 99 are allowed");
}

// The library's parser takes a zero byte for the end of the text, and would pass over whatever stands behind it.
TEST_CASE("a zero byte is not the end of the text") {
    CHECK_FALSE(parse_json(std::string_view("{}\0{\"hidden\":1}", 15)));
    CHECK_FALSE(parse_json(std::string_view("{}\0", 3)));
    CHECK_FALSE(parse_json(std::string_view("\"a\0b\"", 5)));
}

TEST_CASE("editors that write a byte order mark may") { CHECK(rewritten("\xef\xbb\xbf{}") == "{}"); }

TEST_CASE("a problem is told with its line and column, in text that is always UTF-8") {
    CHECK(parse_problem("{\n  \"title\": oops\n}").starts_with("line 2, column 12: "));
    CHECK(parse_problem("{}").empty());
    const std::string said = parse_problem("[\"\xd8\xae\xff\"]");
    CHECK_FALSE(said.empty());
    CHECK(canonical(json(said)));
}
