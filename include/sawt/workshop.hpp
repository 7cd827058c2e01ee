// The state of one workshop: the fold of its entries. `apply` is the law of Sawt: total and deterministic, so that a restart, a second
// node, a recount a year later and the room itself come to the same state. It knows no clock, no socket and no chance. One owner at a time.
//
// What an entry may not do at its place in the order changes nothing; it stays in the log as refused (`objection` says why, and the
// server asks it beforehand to answer politely).
#pragma once

#include <sawt/agenda.hpp>
#include <sawt/entry.hpp>
#include <sawt/kept_ballots.hpp>
#include <sawt/merkle_tree.hpp>
#include <sawt/refusal.hpp>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace sawt {

enum class item_status : std::uint8_t { waiting, open, closed };

std::string_view to_text(item_status status);

struct round_result {
    turnout cast;
    outcome total;
    std::vector<group_outcome> groups;  // empty where the workshop has no groups

    // Of a closed round with several groups: those (small ones together) without whose ballots the top places would be others. Empty: the top
    // places outlive the absence of any one of them.
    std::optional<std::vector<std::vector<std::string>>> swayed_by;
};

// The ballots of one round as they stood at some moment, to be counted while the workshop goes on, on any thread. Never changes.
struct round_votes {
    ballot_box box;
    std::optional<ballot_box> before;  // the round before, where the rule puts a question again
    std::unique_ptr<tally> shifts;
    std::vector<std::string> groups;
    std::uint64_t group_limit = 0;
    bool closed = false;
};

round_result count(const round_votes& votes);

struct vote_round {
    round_number number = 1;
    item_status status = item_status::waiting;
    bool revealed = false;
    entry_number opened = 0;    // the entry that opened it first, and when
    utc_seconds opened_at = 0;
    std::string check;  // short code of the log's root right after the close; "" until then

    // Corrections never erase: what is void keeps its ballots and its numbers, and everyone is told why it does not stand. A void round is closed
    // for good; void options are those of this round alone, and the count goes on as it was declared beforehand.
    local_text annulled;                                                  // why the round is void; empty while it stands
    std::map<std::string, local_text, std::less<>> annulled_options;      // by option id
    std::unique_ptr<ballot_box> box;
    kept_ballots ballots;
    std::map<std::string, std::uint64_t, std::less<>> voted;              // by group, of the ballots above
    std::unique_ptr<tally> shifts;                                        // since the round before, where the rule puts a question again
};

struct item_state {
    item plan;
    bool shown = false;                 // has been on the stage or open, so voters know of it
    bool settled = false;               // voting under its id was open at some time, so its secrecy stays
    std::vector<vote_round> rounds;     // of a vote: at least one; the last is current
    std::optional<utc_seconds> ends;    // of a countdown
    bool close_at_zero = false;

    // Nobody sees how it stands: a secret vote's round that goes on.
    bool is_hidden(const vote_round& round) const { return plan.ballots == secrecy::secret && round.status == item_status::open; }

    const vote_round& now() const { return rounds.back(); }
    vote_round& now() { return rounds.back(); }
    const vote_round* round(round_number number) const { return number >= 1 && number <= rounds.size() ? &rounds[number - 1] : nullptr; }
    bool has_ballots() const;
};

// An item that nothing has happened to yet; a vote waits in its first round.
std::unique_ptr<item_state> fresh_state(item plan);

enum class stage_view : std::uint8_t { join, item, groups, black };

std::string_view to_text(stage_view view);

struct stage_state {
    stage_view view = stage_view::join;
    std::string item;  // "" for none
    round_number round = 0;
    bool qr = false;
    bool frozen = false;
};

// What an entry did.
struct applied {
    std::optional<refusal> refused;
    entry_number repeats = 0;        // not 0: the entry is a repeat of that one and changed nothing
    std::optional<deed> done;        // an act that took effect: everyone is told
    std::vector<std::string> items;  // the items that act touched
    std::string counted_item;        // a ballot that took effect: whose tally moved
    round_number counted_round = 0;
    bool joined = false;
};

class workshop {
public:
    // `leaf` is the hash of the entry's line. Entries come with numbers 1, 2, 3, …; one out of order is refused as bad_message.
    applied apply(const entry& what, const hash& leaf);

    // Why this event would be refused if it came next; nothing when it would take effect.
    std::optional<refusal> objection(const event& what) const;

    entry_number last() const { return log_.size(); }
    hash root() const { return log_.root(); }
    const merkle_tree& tree() const { return log_; }  // of all entries so far
    const hash& leaf(entry_number entry) const { return log_.leaf(entry - 1); }

    const std::string& code() const { return code_; }
    const agenda& plan() const { return plan_; }  // its items are as prepared; items() is how they stand now
    const std::vector<std::unique_ptr<item_state>>& items() const { return items_; }
    const item_state* find(std::string_view item) const;
    const stage_state& stage() const { return stage_; }

    // Who has joined.
    struct participant {
        std::string group;  // "" for none
        std::string name;   // "" where none was given
        friend bool operator==(const participant&, const participant&) = default;
    };
    const std::unordered_map<std::string, participant>& participants() const { return participants_; }
    std::uint64_t voters() const { return participants_.size(); }
    std::uint64_t voters_of(std::string_view group) const;
    std::vector<std::string> group_ids() const;

    // The first entry of a once_key, with its leaf, and why it was refused if it was.
    struct answer {
        entry_number entry = 0;
        hash leaf{};
        std::optional<refusal> refused;
    };
    std::optional<answer> answered(const std::string& once) const;

    // The groups whose ballots of an item are told apart: none in a secret vote.
    std::vector<std::string> groups_in(const item& of) const { return of.ballots == secrecy::secret ? std::vector<std::string>{} : group_ids(); }

    // Up to where the log may be given away: while a secret vote goes on, not further than to before its opening.
    entry_number last_public() const;

    // Counts a round as it stands.
    round_result count(const item_state& of, const vote_round& round) const;

    // A copy to be counted elsewhere.
    std::shared_ptr<const round_votes> votes_of(const item_state& of, const vote_round& round) const;

    // The ballots whose results stage and phones are shown while the stage is frozen (of the stage's item and round); null when it is not.
    std::shared_ptr<const round_votes> frozen() const { return stage_.frozen ? frozen_ : nullptr; }

private:
    void take(const workshop_made& made, applied& into);
    void take(const participant_joined& came, applied& into);
    void take(const ballot_cast& cast, entry_number at, applied& into);
    void take(const act& done, const entry& at, applied& into);
    void take_open(item_state& it, const entry& at);
    void take_close(item_state& it);
    void take_show(const act& done);
    void take_item(const act& done, applied& into);
    void put_on_stage(stage_view view, item_state& it, round_number round);

    std::optional<refusal> objection_to(const workshop_made& made) const;
    std::optional<refusal> objection_to(const participant_joined& came) const;
    std::optional<refusal> objection_to(const ballot_cast& cast) const;
    std::optional<refusal> objection_to(const act& done) const;

    item_state* to_change(std::string_view item);
    bool unsettles(const item& wanted) const;

    std::string code_;
    agenda plan_;
    std::vector<std::unique_ptr<item_state>> items_;
    stage_state stage_;
    std::shared_ptr<const round_votes> frozen_;
    std::unordered_map<std::string, participant> participants_;
    std::map<std::string, std::uint64_t, std::less<>> by_group_;
    std::map<std::string, secrecy, std::less<>> settled_;  // by the ids of votes that were open, also of those taken away: phones may still hold their ballots

    // The first 128 bits of a once_key's SHA-256: nobody can make two keys that share them. A million ballots take 28 bytes each here.
    struct once_digest {
        std::uint64_t high = 0, low = 0;
        once_digest() = default;
        explicit once_digest(std::string_view once);
        friend bool operator==(const once_digest&, const once_digest&) = default;
    };
    std::optional<entry_number> first_of(const once_digest& once) const;

    std::deque<once_digest> digests_;          // of entry n at n - 1; nothing where an entry has no key
    place_index answers_;                      // by digest: the places in digests_ of the first entry of each key
    std::map<entry_number, refusal> refused_;  // of the entries in answers_

    merkle_tree log_;
};

}  // namespace sawt
