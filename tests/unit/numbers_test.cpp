// How numbers are shown beside each other: the same rule as the pages' (web/test/unit/numbers.test.js).
#include <sawt/numbers.hpp>

#include "tests/catch.hpp"

using namespace sawt;

namespace {

std::vector<std::string> shown(const std::vector<std::optional<rational>>& scores, const rational& base, const char* language = "en") {
    std::vector<std::string> all;
    for (const decimal& one : to_percents(scores, base)) all.push_back(written(one, style_of(language, false)));
    return all;
}

using texts = std::vector<std::string>;

}  // namespace

TEST_CASE("shares of one base have no decimals where whole numbers do not mislead") {
    CHECK(shown({1, 1, 2}, 4) == texts{"25", "25", "50"});
    CHECK(shown({11, 10, 9}, 25) == texts{"44", "40", "36"});  // several choices: no sum to keep
    CHECK(shown({0, 4}, 4) == texts{"0", "100"});
}

TEST_CASE("shares that make up the whole and would not add up to 100 have one decimal, all of them") {
    CHECK(shown({1, 1, 1}, 3) == texts{"33.3", "33.3", "33.3"});
    CHECK(shown({1, 1, 1}, 3, "fr") == texts{"33,3", "33,3", "33,3"});
    CHECK(shown({1, 5, 2}, 8) == texts{"12.5", "62.5", "25.0"});
}

TEST_CASE("what is not nothing never shows as 0, and what is not all never as 100") {
    CHECK(shown({1, 999}, 1000) == texts{"0.1", "99.9"});
    CHECK(shown({1, 0}, 400) == texts{"0.3", "0.0"});
}

TEST_CASE("shares of nothing, and of what has no score, are 0") {
    CHECK(shown({3, std::nullopt}, 0) == texts{"0", "0"});
    CHECK(shown({2, std::nullopt}, 2) == texts{"100", "0"});
    CHECK(shown({-1, 3}, 4) == texts{"\u2066\u221225\u2069", "75"});
}
