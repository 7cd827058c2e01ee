// What the counting tests call malformed, as a phone would send it: refused with its reason and a text, nothing goes to the log, and the voter's
// next ballot is taken as if nothing had been.
#include "tests/room/bench.hpp"

#include <sawt/canonical.hpp>

#include <fstream>
#include <iterator>

namespace {

using namespace sawt;
using test::bench;
using test::json;

json malformed_ballots() {
    std::ifstream file(SAWT_MALFORMED_BALLOTS, std::ios::binary);
    return json::parse(std::string{std::istreambuf_iterator<char>(file), {}});
}

std::string agenda_with(const json& spoilt) {
    json item{{"id", "priorities"}, {"kind", "vote"}, {"title", "Priorities"}, {"method", spoilt["method"]}, {"params", spoilt["params"]}};
    for (const json& id : spoilt["options"]) item["options"].push_back({{"id", id}, {"text", id}});
    return json{{"sawt", 1}, {"title", "Workshop"}, {"languages", {"en"}}, {"groups", {{{"id", "tanneries"}, {"name", "Tanneries"}}}}, {"items", {item}}}.dump();
}

}  // namespace

TEST_CASE("a malformed ballot of any kind is refused on the wire with its reason, and leaves no trace") {
    for (const json& spoilt : malformed_ballots()) {
        bench b(agenda_with(spoilt));
        b.open();
        const auto phone = b.voter();
        b.flush();
        int number = 0;
        for (const json& one : spoilt["ballots"]) {
            INFO(spoilt["method"] << " " << one["ballot"].dump().substr(0, 200));
            b.forget();
            b.casts(phone, "ballot-number-" + std::to_string(++number), one["ballot"].dump());
            const json refused = b.last(phone, "refused");
            const bool is_ballot = one["ballot"].is_object() && canonical(one["ballot"]);  // what the log could not write is no message at all
            CHECK(refused["reason"] == (is_ballot ? "invalid-ballot" : "bad-message"));
            CHECK(refused.value("detail", "") == (is_ballot ? one["reason"] : json("")));
            CHECK(refused["retry"] == false);
            CHECK(refused["text"].get<std::string>().size() > 20);
            CHECK(b.proposed.empty());
        }
        b.forget();
        b.casts(phone, "ballot-number-" + std::to_string(++number), "{}");
        b.flush();
        CHECK(b.got(phone, "receipt").size() == 1);
    }
}

TEST_CASE("where groups weigh their share, a ballot of a group without a weight is refused and not silently left out") {
    bench b(R"({"sawt":1,"title":"Workshop","languages":["en"],"groups":[{"id":"tanneries","name":"T"},{"id":"designers","name":"D"}],"items":[
      {"id":"priorities","kind":"vote","title":"P","method":"plurality","options":[{"id":"a","text":"A"},{"id":"b","text":"B"}],
       "params":{"group_mode":"share","group_weights":{"tanneries":1}}}]})");
    b.open();
    const auto phone = b.voter("designers");
    b.flush();
    b.casts(phone, "ballot-number-1", R"({"choice":"a"})");
    CHECK(b.last(phone, "refused")["detail"] == "no-group-weight");
    CHECK(b.proposed.empty());
}
