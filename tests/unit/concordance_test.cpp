#include "tests/catch.hpp"
#include "tests/unit/elections.hpp"

#include <cmath>

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

namespace {

json measures(const ballot_box& box) { return json::parse(box.count().more)["measures"]; }

void add(ballot_box& box, const std::string& ranking, const std::string& group = "", std::uint64_t n = 1, const std::string& weight = "1") {
    box.add(read(box.rule(), R"({"ranking":)" + ranking + "}"), group, n, exact(weight));
}

}  // namespace

TEST_CASE("full agreement is 1, opposite rankings are 0") {
    ballot_box box(rule("concordance"), {}, {});
    add(box, R"(["B","A","C"])", "", 4);
    CHECK(measures(box)["kendall_w"] == 1);
    CHECK(measures(box)["mean_rank"] == json::parse(R"({"A":2,"B":1,"C":3})"));
    CHECK(box.count().ranking == tiers{{1}, {0}, {2}});
    CHECK(box.count().winners == positions{1});
    add(box, R"(["C","A","B"])", "", 4);
    CHECK(measures(box)["kendall_w"] == 0);
}

TEST_CASE("ties are corrected for, and unranked options tie for last") {
    // Ranks 1, 2.5, 2.5 on both ballots, so they agree fully although two options tie.
    ballot_box box(rule("concordance"), {}, {});
    add(box, R"(["A"])");
    add(box, R"(["A",["B","C"]])", "", 1, "1/2");
    CHECK(measures(box)["kendall_w"] == 1);
    CHECK(measures(box)["mean_rank"] == json::parse(R"({"A":1,"B":"5/2","C":"5/2"})"));
    CHECK(box.count().base == exact("3/2"));
}

TEST_CASE("nothing to agree on is null, not a number") {
    ballot_box empty(rule("concordance"), {}, {});
    CHECK(measures(empty) == json::parse(R"({"kendall_w":null,"mean_rank":{"A":null,"B":null,"C":null}})"));
    CHECK(empty.count().winners.empty());
    CHECK(empty.count().ranking == tiers{{0, 1, 2}});

    ballot_box tied(rule("concordance"), {}, {});
    add(tied, R"([["A","B","C"]])", "", 5);
    CHECK(measures(tied)["kendall_w"].is_null());
    CHECK(measures(tied)["mean_rank"]["A"] == 2);

    ballot_box one(rule("concordance", "{}", {"A"}), {}, {});
    add(one, R"(["A"])");
    CHECK(measures(one)["kendall_w"].is_null());

    ballot_box weightless(rule("concordance"), {}, {});
    add(weightless, R"(["A"])", "", 1, "0");
    CHECK(measures(weightless)["mean_rank"]["A"].is_null());
}

TEST_CASE("groups are compared by the order of their mean ranks") {
    ballot_box box(rule("concordance"), {}, {});
    add(box, R"(["A","B","C"])", "y", 3);
    add(box, R"(["A",["B","C"]])", "x");
    CHECK(std::abs(measures(box)["kendall_tau_b"]["x|y"].get<double>() - 2 / std::sqrt(6.0)) < 1e-12);
    add(box, R"(["C","B","A"])", "z", 2);
    add(box, R"(["C","A","B"])");  // of no group
    CHECK(measures(box)["kendall_tau_b"].size() == 3);
    CHECK(measures(box)["kendall_tau_b"]["y|z"] == -1.0);
    add(box, R"([["A","B","C"]])", "u");
    CHECK(measures(box)["kendall_tau_b"]["u|x"].is_null());
}

TEST_CASE("one group alone, or with blank ballots of others, has nobody to be compared with") {
    ballot_box box(rule("concordance"), {}, {});
    add(box, R"(["A","B"])", "x");
    add(box, "[]", "y");
    CHECK_FALSE(measures(box).contains("kendall_tau_b"));
}

TEST_CASE("taking back leaves ranks as if the ballots had never come") {
    ballot_box box(rule("concordance"), {}, {}), alone(rule("concordance"), {}, {});
    add(alone, R"(["B",["A","C"]])", "x", 2);
    add(box, R"(["B",["A","C"]])", "x", 2);
    const auto other = read(box.rule(), R"({"ranking":["C"]})");
    box.add(other, "x", 7, exact("1/3"));
    box.add(other, "x", 1, exact("9000000000000000000000"));
    box.take_back(other, "x", 7, exact("1/3"), true);
    box.take_back(other, "x", 1, exact("9000000000000000000000"), true);
    CHECK(box.count().more == alone.count().more);
}
