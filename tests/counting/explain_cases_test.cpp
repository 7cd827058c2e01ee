// Every case is explained as if it were a vote in a workshop: whatever the ballots, the sentences are whole.
#include "tests/catch.hpp"
#include "tests/counting/case_files.hpp"

#include <sawt/explain.hpp>

#include <nlohmann/json.hpp>

#include <map>

namespace {

using nlohmann::json;
using namespace sawt;

// Null where the method is not there, or the rules are not allowed.
std::unique_ptr<item> as_item(const json& file) {
    auto vote = std::make_unique<item>();
    vote->kind = item_kind::vote;
    vote->method = file["method"];
    const json params = file.value("params", json::object());
    vote->params = params.dump();
    const json names = file.value("option_names", json::object());
    for (const json& id : file["options"]) {
        vote->option_ids.push_back(id);
        option one;
        one.id = id;
        one.text.by_language.emplace_back("", names.value(one.id, one.id));
        vote->options.push_back(std::move(one));
    }
    auto rule = make_rule({vote->method, &params, vote->option_ids});
    auto weighting = read_weighting(&params);
    auto entitled = read_electorate(&params);
    if (rule.index() != 0 || weighting.index() != 0 || entitled.index() != 0) return nullptr;
    vote->rule = std::get<0>(rule);
    vote->weighting = std::get<0>(weighting);
    vote->entitled = std::get<0>(entitled);
    return vote;
}

round_result counted_round(const item& vote, const json& ballots) {
    ballot_box box(vote.rule, vote.weighting, vote.entitled);
    std::map<std::string, const json*> last;
    for (const json& ballot : ballots)
        if (ballot.contains("voter")) last[ballot["voter"]] = &ballot;
    for (const json& ballot : ballots) {
        if (ballot.contains("voter") && last[ballot["voter"]] != &ballot) continue;
        const json weight = ballot.value("weight", json(1));
        const auto exact = parse_rational(weight.is_string() ? weight.get<std::string>() : weight.dump());
        box.add(vote.rule->read(ballot), ballot.value("group", ""), ballot.value("n", std::uint64_t{1}), exact.value_or(1));
    }
    round_result result;
    result.cast = box.cast();
    result.total = box.count();
    return result;
}

void check_text(const local_text& text, const std::vector<std::string>& languages) {
    if (text.empty()) return;
    REQUIRE(text.by_language.size() == languages.size());
    for (std::size_t i = 0; i < languages.size(); ++i) {
        const auto& [language, words] = text.by_language[i];
        INFO(words);
        CHECK(language == languages[i]);
        CHECK(words.size() > 3);
        CHECK(words.back() == '.');
        CHECK(words.find_first_of("{}~*") == std::string::npos);
        CHECK(words.find("  ") == std::string::npos);
        CHECK_NOTHROW(json(words).dump());  // throws for what is not UTF-8
        const auto count = [&](std::string_view mark) {
            std::size_t found = 0;
            for (auto at = words.find(mark); at != std::string::npos; at = words.find(mark, at + mark.size())) ++found;
            return found;
        };
        CHECK(count("\u2066") + count("\u2068") == count("\u2069"));
    }
}

}  // namespace

TEST_CASE("every case that can be counted can be explained, in whole sentences") {
    agenda plan;
    plan.languages = {"fr", "ar", "en"};
    plan.rules.digits = GENERATE(std::string("latn"), std::string("arab"));
    std::size_t explained = 0;
    for (const auto& path : test::cases_in(SAWT_CASES)) {
        INFO(path.filename().string());
        const json file = test::read_case(path);
        REQUIRE(file.is_object());
        const auto vote = as_item(file);
        if (!vote) continue;
        std::vector<json> rounds;
        if (file.contains("rounds") && file["ballots"].empty())
            for (const json& round : file["rounds"]) rounds.push_back(round["ballots"]);
        else rounds.push_back(file["ballots"]);
        for (const json& ballots : rounds) {
            round_result result = counted_round(*vote, ballots);
            result.swayed_by.emplace();
            const explanation why = explain(plan, *vote, result);
            CHECK_FALSE(why.how.empty());
            CHECK_FALSE(why.decided.empty());
            for (const local_text* text : {&why.how, &why.decided, &why.tie, &why.margin, &why.robust}) check_text(*text, plan.languages);
            ++explained;
        }
    }
    CHECK(explained > 50);
}
