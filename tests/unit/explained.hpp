// Explanations for tests: a vote written as an item of an agenda, ballots as JSON text, and the sentences in one language.
#pragma once

#include <sawt/explain.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

namespace sawt::test {

// Three groups and options that have names in three languages; `item` brings method and params, and other options if it wants.
class hall {
public:
    explicit hall(const std::string& item, const std::string& settings = "{}");

    hall& cast(const std::string& ballot, int times = 1, const std::string& group = "tanneries");
    hall& swayed(std::vector<std::vector<std::string>> by);

    round_result result() const;
    explanation explained() const { return explain(plan_, plan_.items.front(), result()); }

    const agenda& plan() const { return plan_; }

private:
    agenda plan_;
    std::unique_ptr<ballot_box> box_;
    std::optional<std::vector<std::vector<std::string>>> swayed_by_;
};

// Without the isolates around names, and with narrow no-break spaces as "~", so that a test can be read.
std::string plain(std::string_view text);

inline std::string in(const local_text& text, std::string_view language) { return text.empty() ? "" : plain(text.in(language)); }

}  // namespace sawt::test
