#include "tests/catch.hpp"

#include <sawt/log_seal.hpp>

#include <sstream>

using namespace sawt;

namespace {

note_signer seal_key() {
    key_seed seed{};
    seed.fill(5);
    return {log_origin("482913"), seed};
}

std::vector<std::string> sealed(std::size_t entries) {
    log_seal seal;
    for (std::size_t i = 1; i <= entries; ++i) seal.add(leaf_hash(std::to_string(i)));
    std::istringstream text(seal.lines(seal_key()));
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    return lines;
}

}  // namespace

TEST_CASE("the end of a log lists every leaf in order and closes with a checkpoint of them all") {
    const std::size_t entries = GENERATE(1, 255, 256, 257, 600);
    const auto lines = sealed(entries);
    REQUIRE(lines.size() == (entries + 255) / 256 + 1);
    merkle_frontier tree;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        REQUIRE(is_seal_line(lines[i]));
        const auto listed = std::get<listed_leaves>(read_seal_line(lines[i]).value());
        CHECK(listed.first == tree.size() + 1);
        for (const hash& leaf : listed.leaves) {
            tree.add(leaf);
            REQUIRE(leaf == leaf_hash(std::to_string(tree.size())));
        }
    }
    REQUIRE(is_seal_line(lines.back()));
    const auto closing = std::get<closing_checkpoint>(read_seal_line(lines.back()).value());
    const auto key = std::get<note_key>(read_note_key(closing.key));
    CHECK(key == seal_key().key());
    CHECK(std::get<checkpoint>(open_checkpoint(closing.note, key)) == checkpoint{"sawt/482913", entries, tree.root()});
}

TEST_CASE("a line of the end with any bit changed is no such line, or says something else") {
    for (const std::string& line : sealed(3)) {
        const auto told = read_seal_line(line).value();
        for (std::size_t at = 0; at < line.size(); ++at)
            for (int bit = 0; bit < 8; ++bit) {
                std::string changed = line;
                changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
                const auto read = read_seal_line(changed);
                if (!read) continue;
                INFO(changed);
                REQUIRE(read->index() == told.index());
                if (const auto* listed = std::get_if<listed_leaves>(&*read)) {
                    const auto& was = std::get<listed_leaves>(told);
                    REQUIRE((listed->first != was.first || listed->leaves != was.leaves));
                } else {
                    const auto& now = std::get<closing_checkpoint>(*read);
                    const auto& was = std::get<closing_checkpoint>(told);
                    REQUIRE((now.key != was.key || now.note != was.note));
                }
            }
    }
}

TEST_CASE("no entry passes for a line of the end") {
    CHECK_FALSE(is_seal_line(""));
    CHECK_FALSE(is_seal_line(R"({"agenda":{},"at":"2026-11-24T08:00:00Z","code":"482913","entry":1,"type":"workshop"})"));
    CHECK_FALSE(is_seal_line(R"({"at":"2026-11-24T08:00:00Z","ballot":{},"channel":"phone","entry":2,"id":"ballot-1","item":"a","round":1,"type":"ballot","voter":"v"})"));
    for (const char* wrong : {R"({"first":1,"leaves":"","type":"leaves"})", R"({"first":1,"leaves":"AAAA","type":"leaves"})", R"({"first":-1,"leaves":"AAAA","type":"leaves"})",
                              R"({"first":1,"leaves":7,"type":"leaves"})", R"({"key":"k","note":7,"type":"checkpoint"})", R"({"key":7,"note":"n","type":"checkpoint"})",
                              R"({"key":"k","note":"n","type":"leaves"})", R"({"key":"k", "note":"n","type":"checkpoint"})", R"({"key":"k","more":1,"note":"n","type":"checkpoint"})"}) {
        INFO(wrong);
        CHECK_FALSE(read_seal_line(wrong));
    }
}
