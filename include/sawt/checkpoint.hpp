// What a log was at some moment, signed (C2SP tlog-checkpoint): how many entries and the root of their tree. Whoever holds a checkpoint can
// tell whether a log still begins with those entries. The origin of a workshop's log is sawt/CODE, and so is the name of its key.
#pragma once

#include <sawt/merkle.hpp>
#include <sawt/signed_note.hpp>

namespace sawt {

struct checkpoint {
    std::string origin;
    std::uint64_t size = 0;
    hash root{};
    friend bool operator==(const checkpoint&, const checkpoint&) = default;
};

std::string log_origin(std::string_view workshop_code);

// The text of a checkpoint, which is then signed. Further lines are read over, as the specification has it.
std::string to_text(const checkpoint& point);
std::variant<checkpoint, note_problem> read_checkpoint(std::string_view text);

// A note with a checkpoint of the log that this key is named after.
std::variant<checkpoint, note_problem> open_checkpoint(std::string_view note, const note_key& by);

}  // namespace sawt
