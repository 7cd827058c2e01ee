// Whether a downloaded log is what its checkpoint was signed for and, if it is not, the first entry that does not fit and why. Takes the file a
// line at a time and keeps hardly more than the fold that counts again. Pure: it knows the lines and what the auditor brings along.
//
// A log is proven by a checkpoint: the one at its own end, which shows changes made after the download to anyone who knows the key, or one
// kept from earlier, which shows changes even by those who have the key. Where the root is another, the list of leaves tells which entry it is.
#pragma once

#include <sawt/log_seal.hpp>
#include <sawt/merkle_tree.hpp>
#include <sawt/workshop.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sawt {

// What the auditor knows from elsewhere than the file.
struct audit_trust {
    std::optional<note_key> key;            // of this workshop's log
    std::optional<std::string> checkpoint;  // a signed one kept from earlier, whole
};

enum class flaw : std::uint8_t {
    changed,     // bytes of an entry are others
    missing,     // an entry is not there
    swapped,     // an entry and the next changed places
    repeated,    // an entry stands there twice
    added,       // a line that the log did not have
    unreadable,  // signed, but no entry, out of number, or not in canonical form
    list,        // the entries are sound; the list of their leaves was changed
    checkpoint,  // the checkpoint is spoilt, is not there, or is of another log, key or root
};

std::string_view to_text(flaw what);

struct audit_fault {
    flaw what = flaw::changed;
    entry_number entry = 0;  // the first that does not fit; 0 where none can be named
    std::uint64_t line = 0;  // of the file, from 1; 0 where none can be named
    std::string text;        // for people, in English
};

// How many lines met one fate, and the first of them.
struct audit_count {
    std::uint64_t many = 0;
    entry_number first = 0;
};

struct audit_report {
    enum class verdict : std::uint8_t { sound, altered, unproven } is = verdict::unproven;
    std::optional<audit_fault> fault;       // of an altered log
    std::uint64_t entries = 0;              // lines that are entries, or stand in the place of one
    std::uint64_t covered = 0;              // of these, how many the checkpoint speaks of
    hash root{};                            // of all entries
    std::optional<note_key> key;            // whose signature was found right
    bool key_from_file = false;             // that key came in the file itself, so it proves nothing about who signed
    bool kept_matches = false;              // the checkpoint kept from earlier is of the same log
    std::uint64_t joins = 0;
    std::uint64_t acts = 0;
    std::uint64_t ballots = 0;              // taken: each counts, but for those that a later one of the voter replaced
    std::uint64_t replaced = 0;
    audit_count repeats;                    // the same ballot or act once more: counted once
    std::map<std::string, audit_count, std::less<>> refused;  // by type and reason: "ballot closed", "ballot invalid-ballot over-cap", "open not-a-vote"
};

class audit {
public:
    explicit audit(audit_trust knows = {}) : knows_(std::move(knows)) {}

    // Told of every entry that could be folded and of what it did, right after.
    void watch(std::function<void(const entry&, const applied&)> told) { told_ = std::move(told); }

    // One line of the file, without its line feed.
    void add(std::string_view line);

    audit_report finish() const;

    // What the entries come to: the whole log when it is sound, else what came before the first line that cannot be counted.
    const workshop& state() const { return state_; }

private:
    struct signed_log;

    void take_entry(std::string_view line);
    bool fold(entry_number place, std::string_view line, const hash& leaf);
    const merkle_tree& tree() const { return broken_ ? broken_tree_ : state_.tree(); }  // of the lines as they are
    void take_leaves(const listed_leaves& listed);
    std::uint64_t line_of(entry_number place) const;
    bool proves_list(const checkpoint& point) const;
    signed_log read_checkpoints(audit_report& into) const;
    std::optional<audit_fault> fault_of_entries() const;
    std::optional<audit_fault> fault_under(const checkpoint& point) const;
    std::optional<audit_fault> broken_line() const;
    std::optional<audit_fault> extra_line(const checkpoint& point) const;
    std::optional<audit_fault> fault_of_end(const checkpoint& point) const;
    std::optional<audit_fault> fault_against_kept(const checkpoint& kept, bool closed) const;

    audit_trust knows_;
    std::function<void(const entry&, const applied&)> told_;
    workshop state_;
    audit_report counts_;
    std::uint64_t lines_ = 0;
    std::vector<std::pair<entry_number, std::uint64_t>> shifts_;  // from this place on, so many lines of the end stand before
    std::uint64_t end_lines_ = 0;
    entry_number after_end_ = 0;                    // the first place whose line came after the end had begun

    std::optional<audit_fault> broken_;  // the first line that cannot be folded; nothing is folded from there on
    merkle_tree broken_tree_;            // then, of all lines

    // The list of leaves, as far as it hangs together.
    merkle_frontier listed_;
    struct difference {
        entry_number entry = 0;
        std::uint64_t line = 0;  // of the list
        hash listed{};
        std::optional<hash> next;  // the leaf after it in the list
    };
    std::optional<difference> differs_;
    std::optional<audit_fault> spoilt_end_;  // the first line of the end that is wrong by itself
    std::optional<closing_checkpoint> closing_;
    std::uint64_t closing_line_ = 0;
};

}  // namespace sawt
