#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include "src/counting/word_terms.hpp"

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

namespace {

std::string term(std::string_view text) { return term_of(text).value_or("(not UTF-8)"); }

const std::vector<std::string> no_options;

}  // namespace

TEST_CASE("writings that mean one word are one term") {
    CHECK(term("  TRUST ") == "trust");
    CHECK(term("open \t\n data") == "open data");
    CHECK(term("Straße") == "strasse");
    CHECK(term("ＡＢＣ") == "abc");   // full-width letters
    CHECK(term("ﬁn") == "fin");       // a ligature
    CHECK(term("e\u0301coute") == "écoute");
    CHECK(term("ΟΔΟΣ") == term("οδος"));  // final sigma
    CHECK(term("l’avenir") == "l'avenir");
    CHECK(term("l‘avenir") == "l'avenir");
    CHECK(term("co\u00ADopé\u200Bratif") == "coopératif");
}

TEST_CASE("Arabic is written in many ways") {
    CHECK(term("الجَوْدَةُ") == "الجودة");        // harakat
    CHECK(term("الجـــودة") == "الجودة");        // tatweel
    CHECK(term("أمان") == term("امان"));
    CHECK(term("إدارة") == term("ادارة"));
    CHECK(term("آلات") == term("الات"));
    CHECK(term("ٱلعمل") == term("العمل"));
    CHECK(term("مصطفى") == term("مصطفي"));
    CHECK(term("کیفیت") == term("كيفيت"));        // Persian kaf and ya
    CHECK(term("٢٠٢٦") == "2026");
    CHECK(term("۲۰۲۶") == "2026");
    CHECK(term("\u202Bجودة\u202C") == "جودة");
    CHECK(term("ﺟﻮﺩﺓ") == "جودة");                // presentation forms
    CHECK(term("لله") == "لله");
}

TEST_CASE("what tells words apart stays") {
    CHECK(term("écoute") != term("ecoute"));
    CHECK(term("جودة") != term("جوده"));  // ta marbuta and ha
    CHECK(term("C++") == "c++");          // signs are no punctuation
    CHECK(term("R&D") == "r&d");
    CHECK(term("rock'n'roll!") == "rock'n'roll");
    CHECK(term("«Équité !»") == "équité");
    CHECK(term("؟جودة،") == "جودة");
    CHECK(term("(a) (b)") == "a) (b");
}

TEST_CASE("what is left empty is no word") {
    for (const char* text : {"", "  ", "!!", "…", "\u200F", "\u064B", "- – —", "\u00A0\u3000"}) CHECK(term(text).empty());
    CHECK_FALSE(term_of("\xC3"));
    CHECK_FALSE(term_of("\xED\xA0\x80"));
}

TEST_CASE("a spelling is the voter's own, without what is invisible or turns the text around") {
    CHECK(spelling_of("  «Équité !» ") == "Équité");
    CHECK(spelling_of("open \t data") == "open data");
    CHECK(spelling_of("الجَوْدَة") == "الجَوْدَة");
    CHECK(spelling_of("\u202Eabc\u202C\a") == "abc");
    CHECK(spelling_of("👩\u200D🔧") == "👩\u200D🔧");
    CHECK(spelling_of("\xC3").empty());
}

TEST_CASE("a term counts once per ballot, and limits are for different terms") {
    const auto by = rule("words", R"({"max_words":2})", no_options);
    CHECK(read(*by, R"({"words":["Trust"," trust!","Speed","TRUST"]})").says.words == texts{"trust", "Trust", "speed", "Speed"});
    CHECK(read(*by, R"({"words":["Trust"," trust!"]})").says.options.empty());
    CHECK(reason(*by, R"({"words":["a","b","c"]})") == "too-many");
    CHECK(reason(*by, R"({"words":["a","b","A","","!"]})") == "counted");
    CHECK(reason(*by, "{}") == "blank");
    CHECK(reason(*by, R"({"words":[]})") == "blank");
    CHECK(reason(*by, R"({"words":["  ","!!"]})") == "blank");
    CHECK(reason(*by, R"({"words":"trust"})") == "wrong-shape");
    CHECK(reason(*by, R"({"words":null})") == "wrong-shape");
    CHECK(reason(*by, R"({"words":["a",1]})") == "wrong-shape");
    CHECK(reason(*by, "[]") == "wrong-shape");
    CHECK(by->read({{"words", {"\xC3"}}}).reason == "wrong-shape");  // only a program can hand this in
    CHECK(problem(make("words", R"({"max_words":0})", no_options)).starts_with("params.max_words: "));
}

TEST_CASE("nobody fills the room's memory with one ballot") {
    const auto by = rule("words", "{}", no_options);
    CHECK(by->read({{"words", {std::string(1000, 'x')}}}).is == standing::counted);
    CHECK(by->read({{"words", {std::string(1001, 'x')}}}).reason == "too-long");
    CHECK(by->read({{"words", std::vector<std::string>(500, "x")}}).is == standing::counted);
    CHECK(by->read({{"words", std::vector<std::string>(501, "x")}}).reason == "too-many");
    // The letter that grows most under NFKC, to eighteen.
    std::string long_one;
    for (int i = 0; i < 333; ++i) long_one += "\uFDFA";
    CHECK(by->read({{"words", {long_one}}}).says.words.at(0).size() < 333 * 40);
}

TEST_CASE("terms are counted by weight and shown as most people wrote them") {
    const auto by = rule("words", "{}", no_options);
    ballot_box box(by, {}, {});
    box.add(read(*by, R"({"words":["TRUST","quality"]})"), "", 1, exact("3/2"));
    box.add(read(*by, R"({"words":["Trust"]})"), "", 2, 1);
    box.add(read(*by, R"({"words":["Quality"]})"), "", 1, exact("3/2"));
    const auto result = box.count();
    CHECK(result.terms == texts{"quality", "trust"});
    CHECK(scores(result) == texts{"3", "7/2"});
    CHECK(result.winners == positions{1});
    CHECK(result.ranking == tiers{{1}, {0}});
    CHECK(result.base == 5);
    CHECK(json::parse(result.more)["spellings"] == json::parse(R"({"quality":"quality","trust":"Trust"})"));
    CHECK(to_json(result, box.cast(), {}, no_options)["scores"] == json::parse(R"({"quality":3,"trust":"7/2"})"));
}

TEST_CASE("a word that is taken back leaves nothing, not even its spelling") {
    const auto by = rule("words", "{}", no_options);
    auto box = box_with(by, {R"({"words":["trust"]})", R"({"words":["Trust"]})"});
    const auto other = read(*by, R"({"words":["TRUST","speed"]})");
    box.add(other, "", 3, 1);
    box.add(other, "", 1, 0);
    box.take_back(other, "", 3, 1, true);
    CHECK(box.count().terms == texts{"speed", "trust"});  // a ballot of weight zero still says it
    box.take_back(other, "", 1, 0, true);
    CHECK(box.count().terms == texts{"trust"});
    CHECK(json::parse(box.count().more)["spellings"]["trust"] == "trust");
}

TEST_CASE("no words, no winner") {
    const auto none = box_with(rule("words", "{}", no_options), {"{}"}).count();
    CHECK(none.terms.empty());
    CHECK(none.winners.empty());
    CHECK(none.ranking.empty());
}
