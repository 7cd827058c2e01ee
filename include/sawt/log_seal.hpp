// The end of a downloaded log (PROTOCOL.md, "The log"): after its entries the file lists their leaf hashes and closes with a signed checkpoint.
// The checkpoint tells whether anything was changed, the list tells which entry. None of these lines is an entry or hashed as one.
#pragma once

#include <sawt/checkpoint.hpp>

#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace sawt {

inline constexpr std::size_t leaves_in_line_max = 256;  // as in a full tile of C2SP tlog-tiles: lines of 11 KB

// Makes the lines, each with its line feed, for the entries whose leaves were added.
class log_seal {
public:
    void add(const hash& leaf);
    std::string lines(const note_signer& by) const;

private:
    merkle_frontier tree_;
    std::vector<hash> leaves_;
};

// Whether a line is of the end rather than an entry. By its first member: that of an entry is never one of these.
bool is_seal_line(std::string_view line);

struct listed_leaves {
    std::uint64_t first = 0;  // the entry of the first leaf
    std::vector<hash> leaves;
};

struct closing_checkpoint {
    std::string key;   // a note key in text
    std::string note;  // the signed checkpoint
};

// Nothing when the line is not exactly as it is written.
std::optional<std::variant<listed_leaves, closing_checkpoint>> read_seal_line(std::string_view line);

}  // namespace sawt
