// A log folded once, with what a fold alone forgets: how each entry fared, and when and by whom rounds were opened and closed. All that is taken
// home is made from one: minutes.hpp has the numbers for people, log_table.hpp reads the lines a second time, one by one, so that
// no table of a long log ever stands in memory. Pure; one owner.
#pragma once

#include <sawt/workshop.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sawt::exporting {

// A step of the facilitator, or of a countdown, that took effect.
struct step {
    entry_number entry = 0;
    utc_seconds at = 0;
    deed what = deed::show;
    std::string by;
    std::string item;  // "" for none
    round_number round = 0;
    std::string option;  // of an amended spelling, or of what is void
    local_text why;      // of what was made void
};

enum class fate : std::uint8_t { done, refused, repeated };

class chronicle {
public:
    // The lines of one workshop's log in order, each with its leaf. False when a line is not an entry.
    bool add(std::string_view line, const hash& leaf);

    const workshop& state() const { return state_; }
    utc_seconds began() const { return began_; }
    utc_seconds until() const { return until_; }

    const std::vector<step>& steps() const { return steps_; }

    // The newest of its kind, of one round.
    const step* last_step(deed what, std::string_view item, round_number round) const;

    // Of the entries 1 to state().last().
    fate fate_of(entry_number entry) const;
    std::string_view reason_of(entry_number entry) const;  // "closed", "invalid-ballot over-cap"; "" unless refused

    // What an act was about, whether it took effect or not.
    std::pair<std::string_view, round_number> subject_of(entry_number act) const;

    // Under which name a ballot of a named vote was cast; "" for every other entry. Who gives another name later changes nothing of it.
    std::string_view name_of(entry_number ballot) const;

    // The log goes on after this, and what follows may not be given away yet (workshop::last_public).
    void end_early() { ends_early_ = true; }
    bool ends_early() const { return ends_early_; }

    // Ballots that were refused, by the round they were meant for.
    std::uint64_t refused_ballots(std::string_view item, round_number round) const;

private:
    void remember(const entry& what, const applied& did);
    void remember_act(const entry& what, const act& done, const applied& did);

    workshop state_;
    utc_seconds began_ = 0, until_ = 0;
    std::vector<step> steps_;
    std::vector<std::uint16_t> fates_;  // by entry: 0 done, 1 repeated, and from 2 on why it was refused
    std::vector<std::string> reasons_;
    std::map<entry_number, std::pair<std::string, round_number>> subjects_;
    std::map<std::pair<std::string, round_number>, std::uint64_t, std::less<>> refused_ballots_;
    std::map<entry_number, std::string> names_;
    bool ends_early_ = false;
};

}  // namespace sawt::exporting
