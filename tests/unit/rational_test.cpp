#include "tests/catch.hpp"

#include <sawt/rational.hpp>

using namespace sawt;

TEST_CASE("numbers are read exactly, and told in lowest terms") {
    const auto [text, lowest] = GENERATE(table<std::string, std::string>({
        {"0", "0"}, {"3", "3"}, {"-3", "-3"}, {"007", "7"}, {"-0", "0"},
        {"1/2", "1/2"}, {"6/4", "3/2"}, {"-6/4", "-3/2"}, {"8/4", "2"}, {"0/5", "0"},
        {"0.1", "1/10"}, {"-0.25", "-1/4"}, {"2.50", "5/2"}, {"1.0", "1"},
        {"340282366920938463463374607431768211457/3", "340282366920938463463374607431768211457/3"},
        {"100000000000000000000000000000000000000000/10", "10000000000000000000000000000000000000000"},
    }));
    INFO(text);
    REQUIRE(parse_rational(text));
    CHECK(to_text(*parse_rational(text)) == lowest);
}

TEST_CASE("what is not exactly a number is not read as one") {
    const std::string text = GENERATE("", "-", "+1", " 1", "1 ", "1e3", ".5", "5.", "1.2.3", "1/0", "1/-2", "1/2/3", "1.5/2", "/2", "1/", "--1", "0x10", "1,5", "٣", "inf");
    INFO(text);
    CHECK_FALSE(parse_rational(text));
}

TEST_CASE("ten times a tenth is one, and three thirds tie with it") {
    rational tenths = 0;
    for (int i = 0; i < 10; ++i) tenths += *parse_rational("0.1");
    CHECK(tenths == 1);
    CHECK(*parse_rational("1/3") * 3 == tenths);
}

TEST_CASE("a number may have 4,096 characters and no more") {
    const std::string longest(4096, '9');
    REQUIRE(parse_rational(longest));
    CHECK(to_text(*parse_rational(longest)) == longest);
    CHECK_FALSE(parse_rational(longest + "9"));
}
