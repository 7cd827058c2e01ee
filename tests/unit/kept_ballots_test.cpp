#include "tests/catch.hpp"

#include <sawt/kept_ballots.hpp>

#include <map>
#include <random>
#include <string>
#include <vector>

using namespace sawt;

namespace {

struct ballot_texts {
    entry_number entry = 0;
    std::string id, ballot, group;
};

bool same(const std::optional<kept_ballot>& found, const ballot_texts& meant) {
    return found && found->entry == meant.entry && found->id == meant.id && found->ballot == meant.ballot && found->group == meant.group;
}

}  // namespace

TEST_CASE("a round keeps one ballot of each voter, the last") {
    kept_ballots kept;
    CHECK(kept.empty());
    CHECK(!kept.find("v1"));
    kept.put("v1", {7, "first", R"({"choice":"A"})", "tanneries"});
    kept.put("v2", {8, "other", "{}", ""});
    kept.put("v1", {9, "second", R"({"choice":"B"})", ""});
    CHECK(kept.size() == 2);
    CHECK(same(kept.find("v1"), {9, "second", R"({"choice":"B"})", ""}));
    CHECK(same(kept.find("v2"), {8, "other", "{}", ""}));
    CHECK(!kept.find("v"));
    CHECK(!kept.find(""));
}

TEST_CASE("texts of any length and entries of any number come back as they were put in") {
    kept_ballots kept;
    std::map<std::string, ballot_texts> meant;
    for (const std::size_t length : {0, 1, 127, 128, 16383, 16384, 65535, 65536, 200000}) {
        const std::string voter = "v" + std::to_string(length);
        meant[voter] = {~entry_number{0} >> (length % 60), std::string(length % 300, 'i'), std::string(length, 'b'), std::string(length % 70, 'g')};
        kept.put(voter, {meant[voter].entry, meant[voter].id, meant[voter].ballot, meant[voter].group});
    }
    for (const auto& [voter, texts] : meant) CHECK(same(kept.find(voter), texts));
}

TEST_CASE("however often people change their minds, what is kept is what a map would keep") {
    std::mt19937 chance(20261130);
    kept_ballots kept;
    std::map<std::string, ballot_texts> meant;
    for (entry_number entry = 1; entry <= 60000; ++entry) {
        const std::string voter = "voter-" + std::to_string(chance() % 3000);
        ballot_texts& texts = meant[voter];
        texts = {entry, "id-" + std::to_string(entry), std::string(chance() % 90, static_cast<char>('a' + entry % 26)), entry % 3 ? "designers" : ""};
        kept.put(voter, {texts.entry, texts.id, texts.ballot, texts.group});
    }
    REQUIRE(kept.size() == meant.size());
    for (const auto& [voter, texts] : meant) REQUIRE(same(kept.find(voter), texts));
}

TEST_CASE("records whose hashes are alike are told apart by the owner") {
    place_index index;
    std::vector<std::string> records;
    const auto hash_of = [](std::uint64_t) { return std::uint64_t{0xFFFF'FFFF'FFFF'FFFF}; };
    for (std::uint64_t place = 0; place < 100; ++place) {
        records.push_back(std::to_string(place));
        index.add(hash_of(place), place, hash_of);
    }
    CHECK(index.size() == 100);
    for (std::uint64_t place = 0; place < 100; ++place)
        CHECK(index.find(hash_of(place), [&](std::uint64_t at) { return records[at] == std::to_string(place); }) == place);
    CHECK(!index.find(hash_of(0), [&](std::uint64_t) { return false; }));
    CHECK(!index.find(1, [&](std::uint64_t) { return true; }));
    index.move(hash_of(0), 40, 7000);
    CHECK(index.find(hash_of(0), [](std::uint64_t at) { return at == 7000; }) == 7000u);
    CHECK(!index.find(hash_of(0), [](std::uint64_t at) { return at == 40; }));
}
