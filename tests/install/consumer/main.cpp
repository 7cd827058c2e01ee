// An election counted by a program that knows Sawt only as an installed library.
#include <sawt/ballot_box.hpp>
#include <sawt/canonical.hpp>
#include <sawt/merkle.hpp>

#include <nlohmann/json.hpp>

#include <iostream>

int main() {
    const std::vector<std::string> options{"soles", "uppers", "design"};
    const auto rules = sawt::parse_json(R"({"dots":3,"group_weights":{"tanneries":"1/2"}})");
    if (!rules) return 1;
    auto made = sawt::make_rule({"dots", &*rules, options});
    if (const auto* wrong = std::get_if<sawt::rule_problem>(&made)) {
        std::cerr << wrong->path << ": " << wrong->problem << '\n';
        return 1;
    }
    const auto rule = std::get<std::shared_ptr<const sawt::counting_rule>>(std::move(made));
    sawt::ballot_box box(rule, std::get<sawt::group_weighting>(sawt::read_weighting(&*rules)), {});
    const auto cast = [&](const char* text, const char* group) { box.add(rule->read(sawt::parse_json(text).value()), group); };
    cast(R"({"points":{"soles":2,"design":1}})", "importers");
    cast(R"({"points":{"design":3}})", "tanneries");
    cast(R"({"points":{"design":4}})", "importers");  // one too many: invalid

    const auto result = sawt::to_json(box.count(), box.cast(), box.entitled(), options);
    std::cout << result.dump() << '\n' << sawt::short_code(sawt::leaf_hash(result.dump())) << '\n';
    const bool right = result["scores"] == nlohmann::json{{"soles", 2}, {"uppers", 0}, {"design", "5/2"}} && result["winners"] == nlohmann::json{"design"} &&
                       result["turnout"]["invalid"] == 1 && sawt::canonical(result).has_value();
    return right ? 0 : 1;
}
