// How a count of the single transferable vote went, and the two ways to count it: by transfer of surpluses, and by keep factors.
#pragma once

#include "preference_profile.hpp"
#include "transfer_rounds.hpp"

namespace sawt {

struct stv_course {
    option_list elected;     // in order of election
    option_list eliminated;  // in order of elimination
    option_list left;        // neither, when all places were filled; in ballot-paper order
    std::vector<rational> votes;  // at the end
    std::string rounds;           // JSON objects with commas between them

    bool is_over(std::size_t seats) const { return elected.size() >= seats; }
    void elect(std::uint32_t option);
    void eliminate(std::uint32_t option);

    // The options whose votes a round shows: all but the eliminated.
    option_list standing() const;
    void tell(std::string round) { rounds.append(rounds.empty() ? "" : ",").append(std::move(round)); }

private:
    void leave(std::uint32_t option);
};

stv_course begin_course(std::size_t options);

enum class stv_quota : std::uint8_t { droop, hb, hare };

// The number of votes that elects; with `hb` only more than it does.
rational quota_of(stv_quota how, const rational& weight, std::size_t seats);

struct gregory_rules {
    std::size_t seats = 1;
    stv_quota how = stv_quota::droop;
    rational quota;
    transfer_ties ties = transfer_ties::order;
    std::uint32_t decimal_parts = 0;  // see gregory_transfer
};

template <class Whole>
stv_course count_by_gregory(const preference_profile<Whole>& profile, const round_text& text, std::size_t options, const gregory_rules& rules);

extern template stv_course count_by_gregory(const preference_profile<std::int64_t>&, const round_text&, std::size_t, const gregory_rules&);
extern template stv_course count_by_gregory(const preference_profile<cpp_int>&, const round_text&, std::size_t, const gregory_rules&);

struct meek_rules {
    std::size_t seats = 1;
    transfer_ties ties = transfer_ties::order;
};

template <class Whole>
stv_course count_by_meek(const preference_profile<Whole>& profile, const round_text& text, std::size_t options, const meek_rules& rules);

extern template stv_course count_by_meek(const preference_profile<std::int64_t>&, const round_text&, std::size_t, const meek_rules&);
extern template stv_course count_by_meek(const preference_profile<cpp_int>&, const round_text&, std::size_t, const meek_rules&);

}  // namespace sawt
