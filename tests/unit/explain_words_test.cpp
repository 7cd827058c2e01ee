#include "tests/catch.hpp"

#include "src/explain/language.hpp"
#include "src/explain/names.hpp"

#include <set>

using namespace sawt;

namespace {

std::string shown(const rational& value) {
    const decimal number = to_decimal(value);
    return (number.negative ? "-" : "") + number.whole + (number.part.empty() ? "" : "." + number.part);
}

std::string in_percent(const rational& share) {
    const decimal number = to_percent(share);
    return number.whole + (number.part.empty() ? "" : "." + number.part);
}

// A sentence with so many votes in it.
std::string gap(const language& words, const rational& votes, bool arabic_indic = false) {
    return speaker(words, arabic_indic).text({say::closest_duel, {{"gap", votes}}});
}

}  // namespace

TEST_CASE("numbers are shown whole or with two decimals, half up") {
    CHECK(shown(12) == "12");
    CHECK(shown(rational(23, 3)) == "7.67");
    CHECK(shown(rational(1, 8)) == "0.13");
    CHECK(shown(rational(5, 2)) == "2.5");
    CHECK(shown(rational(-7, 2)) == "-3.5");
    CHECK(shown(rational(1999, 1000)) == "2");
    CHECK(shown(0) == "0");
    CHECK(shown(parse_rational("123456789012345678901234567890").value()) == "123456789012345678901234567890");
}

TEST_CASE("what is more than nothing is never shown as nothing") {
    CHECK(shown(rational(1, 300)) == "0.0033");
    CHECK(shown(rational(1, 100)) == "0.01");
    CHECK(shown(rational(-1, 1'000'000)) == "-0.000001");
    CHECK(in_percent(rational(1, 1'000)) == "0.1");
    CHECK(in_percent(rational(1, 100'000)) == "0.001");
}

TEST_CASE("a percentage is whole unless that would look like all, half or nothing") {
    CHECK(in_percent(rational(57, 142)) == "40");
    CHECK(in_percent(rational(1, 2)) == "50");
    CHECK(in_percent(rational(72, 143)) == "50.3");
    CHECK(in_percent(rational(999, 1000)) == "99.9");
    CHECK(in_percent(1) == "100");
    CHECK(in_percent(0) == "0");
}

TEST_CASE("each language puts separators and digits its way") {
    const decimal number = to_decimal(rational(2469135, 20));
    CHECK(written(number, style_of("en", false)) == "123,456.75");
    CHECK(written(number, style_of("fr", false)) == "123\u202f456,75");
    CHECK(written(number, style_of("ar", false)) == "123,456.75");
    CHECK(written(to_decimal(1234), style_of("en", false)) == "1234");
    CHECK(written(to_decimal(-3), style_of("ar", false)) == "\u2066\u22123\u2069");
    CHECK(gap(arabic, rational(24691, 2), true).find("١٢٬٣٤٥٫٥ صوت") != std::string::npos);
    CHECK(gap(english, 12, true).find("12 votes") != std::string::npos);
}

TEST_CASE("counted nouns follow the plural rules of Arabic") {
    const std::vector<std::pair<int, std::string>> forms{{1, "صوت واحد"}, {2, "صوتين"}, {3, "3 أصوات"}, {10, "10 أصوات"}, {11, "11 صوتا"}, {26, "26 صوتا"},
                                                         {99, "99 صوتا"}, {100, "100 صوت"}, {102, "102 صوت"}, {103, "103 أصوات"}, {111, "111 صوتا"}, {1000, "1000 صوت"}};
    for (const auto& [votes, form] : forms) {
        INFO(votes);
        CHECK(gap(arabic, votes) == "أقرب مقارنة حُسمت بفارق " + form + ".");
    }
    CHECK(gap(arabic, rational(7, 2)) == "أقرب مقارنة حُسمت بفارق 3.5 صوت.");
    CHECK(arabic_plural(to_decimal(0)) == plural::zero);
}

TEST_CASE("counted nouns follow the plural rules of English and French") {
    CHECK(gap(english, 1) == "The closest comparison is won by 1 vote.");
    CHECK(gap(english, rational(1, 2)) == "The closest comparison is won by 0.5 votes.");
    CHECK(gap(english, 2) == "The closest comparison is won by 2 votes.");
    const auto points = [](const rational& n) { return speaker(french, false).text({say::allocate_all, {{"total", n}}}); };
    CHECK(points(1).find("exactement 1 point\u202f;") != std::string::npos);
    CHECK(points(rational(3, 2)).find("exactement 1,5 point\u202f;") != std::string::npos);
    CHECK(points(2).find("exactement 2 points\u202f;") != std::string::npos);
    CHECK(points(1'000'000).find("exactement 1\u202f000\u202f000 de points\u202f;") != std::string::npos);
    CHECK(points(1'500'000).find("exactement 1\u202f500\u202f000 points\u202f;") != std::string::npos);
    CHECK(french_plural(to_decimal(0)) == plural::one);
}

TEST_CASE("names stand in quotation marks and in isolates") {
    const sentence first{say::first, {{"a", local_text{{{"ar", "المختبر"}, {"en", "Laboratory"}}}}}};
    CHECK(speaker(arabic, false).text(first) == "في المرتبة الأولى «\u2068المختبر\u2069».");
    CHECK(speaker(english, false).text(first) == "“\u2068Laboratory\u2069” comes first.");
    CHECK(speaker(french, false).text(first) == "«\u202f\u2068المختبر\u2069\u202f» arrive en tête.");
}

TEST_CASE("a name cannot break out of its isolate or its line") {
    CHECK(short_name("a\u2069\u202eb") == "ab");
    CHECK(short_name("  two\n\twords  ") == "two words");
    CHECK(short_name("") == "");
    CHECK(short_name("\xff\xfe") == "");
}

TEST_CASE("long names are cut at a word, and never within a character") {
    const std::string word = "leather ";
    std::string name;
    for (int i = 0; i < 12; ++i) name += word;
    CHECK(short_name(name) == "leather leather leather leather leather leather leather…");
    CHECK(short_name(std::string(60, 'x')) == std::string(60, 'x'));
    const std::string fitting(59, 'x');
    CHECK(short_name(fitting + "xx") == fitting + "…");
    std::string marked;
    for (int i = 0; i < 70; ++i) marked += "e\u0301";  // a letter and a mark that make one character
    std::string cut;
    for (int i = 0; i < 59; ++i) cut += "e\u0301";
    CHECK(short_name(marked) == cut + "…");
}

TEST_CASE("lists are joined as each language does, and long ones are cut") {
    const auto listed = [](const language& words, std::size_t size, enumeration::joint by) {
        enumeration list{by, {}};
        for (std::size_t i = 0; i < size; ++i) list.of.push_back({say::name, {{"name", local_text{{{"", std::string(1, static_cast<char>('A' + i))}}}}}});
        std::string text = speaker(words, false).text({say::first_shared, {{"names", list}}});
        for (const std::string isolate : {"\u2068", "\u2069"})
            for (auto at = text.find(isolate); at != std::string::npos; at = text.find(isolate)) text.erase(at, isolate.size());
        return text;
    };
    using joint = enumeration::joint;
    CHECK(listed(english, 2, joint::all) == "“A” and “B” share first place.");
    CHECK(listed(english, 3, joint::any) == "“A”, “B” or “C” share first place.");
    CHECK(listed(english, 3, joint::series) == "“A”, “B”, “C” share first place.");
    CHECK(listed(english, 8, joint::all) == "“A”, “B”, “C” and 5 more share first place.");
    CHECK(listed(arabic, 3, joint::all) == "المرتبة الأولى مشتركة بين «A» و«B» و«C».");
    CHECK(listed(arabic, 8, joint::all) == "المرتبة الأولى مشتركة بين «A» و«B» و«C» و5 غيرها.");
    CHECK(listed(arabic, 2, joint::series) == "المرتبة الأولى مشتركة بين «A»، «B».");
    CHECK(listed(french, 6, joint::any) == "«\u202fA\u202f», «\u202fB\u202f», «\u202fC\u202f» ou 3 autres se partagent la première place.");
}

TEST_CASE("a sentence that lacks an argument is not said") {
    CHECK(speaker(english, false).text({say::lead, {}}).empty());
    CHECK(speaker(english, false).text({say::first_shared, {{"names", enumeration{}}}}).empty());
    const std::vector<sentence> some{{say::lead, {}}, {say::draws_half}, {say::nobody}};
    CHECK(speaker(english, false).text(some) == "A draw is half a win. No option has a score, so none has a place.");
}

TEST_CASE("the three languages ask for the same arguments, or for fewer") {
    const auto places = [](std::string_view words) {
        std::set<std::string> names;
        for (auto open = words.find('{'); open != std::string_view::npos; open = words.find('{', open + 1))
            names.emplace(words.substr(open + 1, words.find_first_of(":}", open) - open - 1));
        return names;
    };
    for (std::size_t i = 0; i < static_cast<std::size_t>(say::count); ++i) {
        const auto of_english = places(english.lines[i].words);
        INFO(english.lines[i].words);
        for (const language* other : {&arabic, &french})
            for (const auto& name : places(other->lines[i].words)) CHECK(of_english.contains(name));
    }
}

TEST_CASE("French has its narrow space before high punctuation") {
    for (const line& one : french.lines) {
        INFO(one.words);
        bool within_place = false;
        for (std::size_t at = 0; at < one.words.size(); ++at) {
            const char c = one.words[at];
            within_place = c == '{' || (within_place && c != '}');
            if (within_place || std::string_view(":;?!").find(c) == std::string_view::npos) continue;
            CHECK((at > 0 && one.words[at - 1] == '~'));
        }
    }
}

TEST_CASE("units have a genitive wherever Arabic uses one") {
    for (const std::string_view unit : {"vote", "dot", "point", "approval", "upvote", "mention", "rank", "percent_point"}) {
        INFO(unit);
        CHECK(has_phrase(english.phrases, unit));
        CHECK(has_phrase(french.phrases, unit));
        CHECK(has_phrase(arabic.phrases, unit));
        CHECK(has_phrase(arabic.phrases, std::string(unit) + ".gen"));
    }
    for (const language* one : {&arabic, &english, &french}) CHECK(has_phrase(one->phrases, "first_places"));
}

TEST_CASE("no sentence is longer than a wall can bear") {
    constexpr std::size_t characters_max = 200, of_an_argument = 14;
    for (const language* words : {&arabic, &english, &french})
        for (const line& one : words->lines) {
            INFO(one.words);
            std::size_t characters = 0;
            for (std::size_t at = 0; at < one.words.size(); ++at) {
                const char c = one.words[at];
                if (c == '{') {
                    characters += of_an_argument;
                    at = one.words.find('}', at);
                } else if ((c & 0xc0) != 0x80) {
                    ++characters;
                }
                if (c == '.' && at + 1 < one.words.size() && one.words[at + 1] == ' ') characters = 0;
                CHECK(characters <= characters_max);
            }
        }
}
