#include "server/room/outbox.hpp"
#include "tests/catch.hpp"

using sawt::room::frame;
using sawt::room::outbox;

namespace {

frame text(const std::string& words) { return std::make_shared<const std::string>(words); }

}  // namespace

TEST_CASE("answers go out in order, before the newest views") {
    outbox box;
    box.put_newest("tally", text("t1"));
    CHECK(box.push(text("a")));
    CHECK(box.push(text("b")));
    CHECK(*box.next() == "a");
    CHECK(*box.next() == "b");
    CHECK(*box.next() == "t1");
    CHECK(box.next() == nullptr);
    CHECK(box.empty());
}

TEST_CASE("of each subject only the newest waits, and subjects take turns") {
    outbox box;
    for (int i = 0; i < 1000; ++i) {
        box.put_newest("p/1", text("p" + std::to_string(i)));
        box.put_newest("room", text("r" + std::to_string(i)));
    }
    CHECK(*box.next() == "p999");
    box.put_newest("p/1", text("p1000"));
    CHECK(*box.next() == "r999");
    CHECK(*box.next() == "p1000");
    CHECK(box.empty());
}

TEST_CASE("a full queue takes nothing more and loses nothing it has") {
    outbox box;
    std::size_t taken = 0;
    while (box.push(text(std::to_string(taken)))) ++taken;
    CHECK(taken == outbox::queue_max);
    for (std::size_t i = 0; i < taken; ++i) CHECK(*box.next() == std::to_string(i));
    CHECK(box.push(text("again")));
}

TEST_CASE("the queue is bounded in bytes, but one large welcome always fits") {
    outbox box;
    CHECK(box.push(text(std::string(outbox::bytes_max + 1, 'x'))));
    CHECK_FALSE(box.push(text("y")));
    box.next();
    CHECK(box.push(text("y")));
}
