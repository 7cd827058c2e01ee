// Checkpoints against the rules of C2SP tlog-checkpoint.
#include "tests/catch.hpp"

#include <sawt/checkpoint.hpp>

using namespace sawt;

namespace {

std::string problem_of(const std::variant<checkpoint, note_problem>& read) {
    const auto* why = std::get_if<note_problem>(&read);
    return why == nullptr ? "" : why->problem;
}

bool tells(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

const checkpoint sample{"sawt/482913", 1303, leaf_hash("a root")};

note_signer log_key(const std::string& code) {
    key_seed seed{};
    seed.fill(3);
    return {log_origin(code), seed};
}

}  // namespace

TEST_CASE("a checkpoint has three lines: origin, size, root") {
    const std::string root = to_base64(sample.root);
    CHECK(to_text(sample) == "sawt/482913\n1303\n" + root + "\n");
    CHECK(std::get<checkpoint>(read_checkpoint(to_text(sample))) == sample);
    CHECK(std::get<checkpoint>(read_checkpoint("sawt/482913\n0\n" + root + "\n")).size == 0);
    CHECK(std::get<checkpoint>(read_checkpoint("sawt/482913\n18446744073709551615\n" + root + "\n")).size == ~std::uint64_t{0});
    CHECK(std::get<checkpoint>(read_checkpoint(to_text(sample) + "an extension\n")) == sample);
}

TEST_CASE("what is not exactly a checkpoint is refused with the reason") {
    const std::string root = to_base64(sample.root);
    const auto why = [](const std::string& text) { return problem_of(read_checkpoint(text)); };
    CHECK(tells(why(""), "line feed"));
    CHECK(tells(why("sawt/482913\n1303\n" + root), "line feed"));
    CHECK(tells(why("sawt/482913\n1303\n"), "three lines"));
    CHECK(tells(why("\n1303\n" + root + "\n"), "empty line"));
    CHECK(tells(why(to_text(sample) + "\n"), "empty line"));
    for (const std::string size : {"01303", "+1303", "-1", " 1303", "1303 ", "0x1", "1e3", "18446744073709551616", "00"}) {
        INFO(size);
        CHECK(tells(why("sawt/482913\n" + size + "\n" + root + "\n"), "size"));
    }
    for (const std::string& wrong : {root.substr(1), root.substr(4), root + "AAAA", root + " ", std::string("=")}) CHECK(tells(why("sawt/482913\n1303\n" + wrong + "\n"), "root"));
}

TEST_CASE("a signed checkpoint opens with the key of its own log alone") {
    const note_signer ours = log_key("482913"), theirs = log_key("482914");
    const std::string note = ours.sign(to_text(sample));
    CHECK(std::get<checkpoint>(open_checkpoint(note, ours.key())) == sample);
    CHECK(tells(problem_of(open_checkpoint(note, theirs.key())), "not signed by sawt/482914+"));
    CHECK(tells(problem_of(open_checkpoint(theirs.sign(to_text(sample)), theirs.key())), "of the log sawt/482913"));
    CHECK(tells(problem_of(open_checkpoint(ours.sign("sawt/482913\n1303\n"), ours.key())), "three lines"));
}
