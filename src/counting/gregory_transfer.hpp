// Who holds which ballots at what value in a count by weighted inclusive Gregory transfer. Ballots lie with options in parcels of one value, so
// that a transfer multiplies once for a parcel, not for each ballot. Ballots that an equal rank has split lie with several options at once.
#pragma once

#include "preference_profile.hpp"
#include "transfer_values.hpp"

#include <unordered_map>

namespace sawt {

template <class Whole>
class gregory_transfer {
public:
    // `decimal_parts`: new values of a surplus are cut to whole parts of one (100000 in Scotland); 0 for exact values.
    gregory_transfer(const preference_profile<Whole>& profile, std::size_t options, std::uint32_t decimal_parts);

    const std::vector<rational>& votes() const { return votes_; }

    // The weight that no option holds: of ballots without a next option, and what cutting values loses.
    const rational& exhausted() const { return exhausted_; }

    // Elected and eliminated options receive nothing more.
    void close(std::uint32_t option) { is_open_[option] = false; }

    // A closed option keeps the quota; all its ballots move on at their value times surplus / votes.
    void transfer_surplus(std::uint32_t option, const rational& quota);

    // A closed option keeps nothing; its ballots move on at their value.
    void transfer_all(std::uint32_t option);

private:
    using value_id = transfer_values::id;

    struct parcel {
        value_id value = 0;
        std::vector<std::uint32_t> ballots;
    };
    struct share {
        std::uint32_t option = 0;
        value_id value = 0;
    };
    struct split_ballot {
        std::uint32_t ballot = 0;
        std::vector<share> shares;  // at most one for each option
    };
    struct holding {
        std::vector<parcel> parcels;
        std::vector<std::uint32_t> splits;  // numbers of split ballots of which it has a share
    };

    // How an option's values change when it hands on its ballots.
    template <class NewValue>
    void move_all(std::uint32_t option, NewValue new_value);

    void move(std::uint32_t ballot, value_id value, std::uint32_t split);
    void give(std::uint32_t option, std::uint32_t ballot, value_id value);
    void give_share(std::uint32_t split, std::uint32_t option, value_id value);
    void book(std::uint32_t option, value_id value, const Whole& weight);
    void settle_books(rational handed_on);

    static constexpr std::uint32_t whole_ballot = 0xffff'ffff;  // in place of a split: the ballot lies with one option

    const preference_profile<Whole>& profile_;
    std::uint32_t decimal_parts_;
    transfer_values values_;
    std::vector<bool> is_open_;
    std::vector<holding> holdings_;
    std::vector<split_ballot> splits_;
    std::vector<rational> votes_;
    rational exhausted_;
    std::unordered_map<std::uint64_t, Whole> books_;  // what the options receive in this transfer: by option and value, the weight
    std::vector<std::uint32_t> open_in_tier_;         // of the ballot at hand
};

extern template class gregory_transfer<std::int64_t>;
extern template class gregory_transfer<cpp_int>;

}  // namespace sawt
