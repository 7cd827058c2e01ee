#include "server/export/report.hpp"

#include "server/export/html.hpp"
#include "tests/catch.hpp"
#include "tests/core/every_kind.hpp"

#include <algorithm>

using namespace sawt;
using namespace sawt::exporting;
using tests::running;

namespace {

report report_on(const running& w, const std::string& language) {
    chronicle all;
    for (const std::string& line : w.lines) REQUIRE(all.add(line, leaf_hash(line)));
    return report_of(minutes_of(all), {language, {}, {}});
}

std::size_t count_of(const std::string& what, const std::string& in) {
    std::size_t found = 0;
    for (auto at = in.find(what); at != std::string::npos; at = in.find(what, at + 1)) ++found;
    return found;
}

// Every element that is opened is closed, in its order; good enough for what this program writes.
bool is_balanced(const std::string& html) {
    std::vector<std::string> open;
    for (auto at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const auto end = html.find_first_of(" >\n/", at + 1);
        if (html[at + 1] == '/') {
            const std::string name = html.substr(at + 2, html.find('>', at) - at - 2);
            if (open.empty() || open.back() != name) return false;
            open.pop_back();
            continue;
        }
        const std::string name = html.substr(at + 1, end - at - 1);
        const bool is_void = name == "meta" || name == "!DOCTYPE" || html[html.find('>', at) - 1] == '/';
        if (!is_void) open.push_back(name);
    }
    return open.empty();
}

}  // namespace

TEST_CASE("the report has a sheet for every round of every kind of vote, in each language of the workshop") {
    running w(*canonical(tests::agenda_of_every_kind(SAWT_SAMPLE, SAWT_AGENDAS)));
    tests::hold(w, 11);
    for (const std::string language : {"ar", "en", "fr"}) {
        INFO(language);
        const std::string html = report_on(w, language).html;
        CHECK(html.find("<html lang=\"" + language + "\" dir=\"" + (language == "ar" ? "rtl" : "ltr") + "\">") != std::string::npos);
        CHECK(count_of("<section class=\"sheet", html) == counting_methods().size() + 3);
        CHECK(is_balanced(html));
        for (const auto& it : w.state.items())
            for (const vote_round& round : it->rounds) CHECK(html.find(round.check) != std::string::npos);
        CHECK(html.find("<script") == std::string::npos);
        CHECK(html.find("style=\"") == std::string::npos);
        CHECK(html.find("http://") == std::string::npos);
        CHECK(html.find("https://") == std::string::npos);
        CHECK(html.find("{a}") == std::string::npos);
    }
}

TEST_CASE("the report's policy allows its own style sheet and nothing else") {
    const report made = report_on(running(), "en");
    const auto from = made.html.find("<style>") + 7;
    const std::string style = made.html.substr(from, made.html.find("</style>") - from);
    CHECK(made.policy.find("style-src 'sha256-" + to_base64(sha256(style)) + "'") != std::string::npos);
    CHECK(made.policy.find("default-src 'none'") != std::string::npos);
    CHECK(made.policy.find("unsafe") == std::string::npos);
}

TEST_CASE("what people wrote stays text in the report") {
    running w(R"({"groups":[],"items":[{"id":"priorities","kind":"vote","method":"plurality","options":[{"id":"a","text":"<script>alert(1)</script>"},{"id":"b","text":"\" onload=\"x"}],"params":{},
        "title":"<b>&amp;</b>"}],"languages":["en"],"sawt":1,"title":"</title><img src=x>"})");
    w.acts(deed::open, "priorities");
    w.votes("v1", R"({"choice":"a"})", "");
    w.acts(deed::close, "priorities");
    const std::string html = report_on(w, "en").html;
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("<img") == std::string::npos);
    CHECK(html.find("<b>&amp;</b>") == std::string::npos);
    CHECK(html.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
    CHECK(is_balanced(html));
    CHECK(escaped("a\x01<\"'&>") == "a&lt;&quot;&#39;&amp;&gt;");
}

TEST_CASE("a report asked for in a language that the workshop does not have comes in its first") {
    CHECK(report_on(running(), "fr").html.find("<html lang=\"ar\" dir=\"rtl\">") != std::string::npos);
    CHECK(report_on(running(), "en").html.find("<html lang=\"en\" dir=\"ltr\">") != std::string::npos);
}

TEST_CASE("a round that is still open is told as such, and one that a later round replaced as well") {
    running w;
    w.acts(deed::open, "priorities");
    w.votes("v1", R"({"points":{"a":3}})");
    CHECK(report_on(w, "en").html.find("Voting is still open; these are the numbers as of entry 3.") != std::string::npos);
    w.acts(deed::close, "priorities");
    CHECK(report_on(w, "en").html.find("An earlier round") == std::string::npos);
    w.acts(deed::round, "priorities");
    w.acts(deed::open, "priorities");
    w.acts(deed::close, "priorities");
    const std::string html = report_on(w, "en").html;
    CHECK(count_of("An earlier round: the last one is the one that counts", html) == 1);
    CHECK(html.find("Round 1 of 2") != std::string::npos);
    CHECK(html.find("No counted ballot") != std::string::npos);
}

TEST_CASE("what is void is struck through in the report, with the reason, and stands again when it is restored") {
    running w;
    w.acts(deed::open, "priorities");
    w.votes("v1", R"({"points":{"b":3}})");
    w.acts(deed::close, "priorities");
    CHECK(report_on(w, "en").html.find("<s>") == std::string::npos);
    const auto sheet = [&](const std::string& language) {
        const std::string html = report_on(w, language).html;
        CHECK(is_balanced(html));
        return html.substr(html.find("<section class=\"sheet"));
    };

    w.annuls("priorities", "<withdrawn>", "b");
    std::string html = sheet("en");
    CHECK(html.find("<h2><bdi>أولويات</bdi></h2>") != std::string::npos);
    CHECK(html.find("<s><bdi>ب</bdi></s>") != std::string::npos);
    CHECK(html.find("<s><bdi>=أ</bdi></s>") == std::string::npos);
    CHECK(html.find("<p class=\"void\" data-void=\"b\">“\u2068ب\u2069” is void: \u2068&lt;withdrawn&gt;\u2069</p>") != std::string::npos);
    CHECK(html.find("data-void=\"round\"") == std::string::npos);
    CHECK(report_on(w, "en").html.find("<td><s><bdi>ب</bdi></s><span class=\"void\">") != std::string::npos);  // the overview, too

    w.annuls("priorities", "guests voted");
    html = sheet("en");
    CHECK(html.find("<h2><s><bdi>أولويات</bdi></s></h2>") != std::string::npos);
    CHECK(html.find("<p class=\"void\" data-void=\"round\">This round is void, its result does not stand: \u2068guests voted\u2069</p>") != std::string::npos);
    CHECK(html.find("Made void") != std::string::npos);  // among the facilitator's steps
    CHECK(sheet("ar").find("أُلغيت هذه الجولة ولا تُعتمد نتيجتها: \u2068guests voted\u2069") != std::string::npos);

    for (const std::optional<std::string>& option : {std::optional<std::string>("b"), std::optional<std::string>()}) {
        act done;
        done.what = deed::restore;
        done.item = "priorities";
        done.id = "restore-" + option.value_or("round");
        done.round = 1;
        done.option = option;
        REQUIRE(!w.does(done).refused);
    }
    html = sheet("en");
    CHECK(html.find("<s>") == std::string::npos);
    CHECK(html.find("data-void") == std::string::npos);
    CHECK(html.find("guests voted") != std::string::npos);  // the steps keep what once was said
}

TEST_CASE("an option that is void answers nothing, nor does one of a void round") {
    running w(*canonical(tests::agenda_at(SAWT_SAMPLE)));
    const auto answered = [&] { return count_of("class=\"answered\"", report_on(w, "en").html); };
    std::string vote, chosen;
    for (const auto& it : w.state.items())
        for (const option& each : it->plan.options)
            if (vote.empty() && !each.answers.empty() && it->plan.method == "dots") {
                vote = it->plan.id;
                chosen = each.id;
            }
    REQUIRE(!vote.empty());
    w.acts(deed::open, vote);
    w.does(ballot_cast{"id-1", vote, 1, "v1", w.state.plan().groups.empty() ? "" : w.state.plan().groups.front().id, "phone", R"({"points":{")" + chosen + R"(":1}})"});
    w.acts(deed::close, vote);
    const std::size_t all = answered();
    CHECK(all > 0);
    w.annuls(vote, "withdrawn", chosen);
    CHECK(answered() < all);
    w.annuls(vote, "guests voted");
    CHECK(answered() == 0);
}

TEST_CASE("the appendix names the command that proves the log") {
    for (const char* language : {"ar", "en"}) CHECK(report_on(running(), language).html.find("sawt verify sawt-482913.jsonl --key KEY") != std::string::npos);
}

TEST_CASE("French in the report keeps its spaces before : ; ? ! together") {
    running w(R"({"groups":[],"items":[{"id":"priorities","kind":"vote","method":"plurality","options":[{"id":"a","text":"A"},{"id":"b","text":"B"}],"params":{},"title":"T"}],"languages":["fr"],"sawt":1,
        "sample":true,"title":"W"})");
    w.acts(deed::open, "priorities");
    w.votes("v1", R"({"choice":"a"})", "");
    w.acts(deed::close, "priorities");
    w.annuls("priorities", "X");
    w.annuls("priorities", "Y", "a");
    std::string html = report_on(w, "fr").html;
    html.erase(html.find("<style>"), html.find("</style>") - html.find("<style>"));
    for (const char* torn : {" :", " ;", " ?", " !", " »", "« "}) {
        INFO(torn);
        CHECK(html.find(torn) == std::string::npos);
    }
    CHECK(html.find("«\u00a0\u2068A\u2069\u00a0» est annulé\u00a0: \u2068Y\u2069") != std::string::npos);
}

TEST_CASE("figures come in the digits of the workshop, and times in the zone of the place") {
    running w(R"({"groups":[],"items":[{"id":"priorities","kind":"vote","method":"plurality","options":[{"id":"a","text":"أ"},{"id":"b","text":"ب"}],"params":{},"title":"س"}],"languages":["ar","en"],
        "sawt":1,"settings":{"digits":"arab"},"title":"ورشة"})");
    w.acts(deed::open, "priorities");
    for (int i = 0; i < 12; ++i) w.votes("v" + std::to_string(i), R"({"choice":"a"})", "");
    chronicle all;
    for (const std::string& line : w.lines) REQUIRE(all.add(line, leaf_hash(line)));
    const auto in_hebron = [](utc_seconds) { return std::int64_t{2 * 3600}; };
    const std::string arabic = report_of(minutes_of(all), {"ar", {}, in_hebron}).html;
    CHECK(arabic.find("١٢") != std::string::npos);
    CHECK(arabic.find("١٠٠٪") != std::string::npos);
    const std::string english = report_of(minutes_of(all), {"en", {}, in_hebron}).html;
    CHECK(english.find("2026-11-24 10:00 UTC+2") != std::string::npos);
    CHECK(english.find("<td class=\"num\">12</td>") != std::string::npos);
}
