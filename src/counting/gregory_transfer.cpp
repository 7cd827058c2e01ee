#include "gregory_transfer.hpp"

#include <algorithm>

namespace sawt {

template <class Whole>
gregory_transfer<Whole>::gregory_transfer(const preference_profile<Whole>& profile, std::size_t options, std::uint32_t decimal_parts)
    : profile_(profile), decimal_parts_(decimal_parts), is_open_(options, true), holdings_(options), votes_(options) {
    for (std::uint32_t ballot = 0; ballot < profile.ballots(); ++ballot) move(ballot, transfer_values::one, whole_ballot);
    settle_books(profile.exact(profile.total()));
}

template <class Whole>
void gregory_transfer<Whole>::transfer_surplus(std::uint32_t option, const rational& quota) {
    const rational surplus = votes_[option] - quota;
    const rational factor = surplus / votes_[option];
    move_all(option, [&](value_id value) {
        const value_id exact = values_.times(value, factor);
        return decimal_parts_ == 0 ? exact : values_.cut(exact, decimal_parts_);
    });
    votes_[option] = quota;
    settle_books(surplus);
}

template <class Whole>
void gregory_transfer<Whole>::transfer_all(std::uint32_t option) {
    move_all(option, [](value_id value) { return value; });
    rational all = std::move(votes_[option]);
    votes_[option] = 0;
    settle_books(std::move(all));
}

template <class Whole>
template <class NewValue>
void gregory_transfer<Whole>::move_all(std::uint32_t option, NewValue new_value) {
    const holding held = std::move(holdings_[option]);
    holdings_[option] = {};
    for (const parcel& moving : held.parcels) {
        const value_id value = new_value(moving.value);
        for (const std::uint32_t ballot : moving.ballots) move(ballot, value, whole_ballot);
    }
    std::unordered_map<value_id, value_id> known;
    for (const std::uint32_t number : held.splits) {
        auto& shares = splits_[number].shares;
        const auto own = std::find_if(shares.begin(), shares.end(), [option](const share& of) { return of.option == option; });
        const auto [found, is_new] = known.try_emplace(own->value);
        if (is_new) found->second = new_value(own->value);
        shares.erase(own);
        move(splits_[number].ballot, found->second, number);
    }
}

// To the open options of the ballot's first tier that has any. Options that were passed over never open again, so looking from the top finds the next.
template <class Whole>
void gregory_transfer<Whole>::move(std::uint32_t ballot, value_id value, std::uint32_t split) {
    for (std::size_t at = profile_.begin(ballot), end = profile_.end(ballot); at < end;) {
        const auto tier = profile_.tier(at);
        open_in_tier_.clear();
        for (at = tier.begin; at < tier.end; ++at)
            if (is_open_[profile_.option(at)]) open_in_tier_.push_back(profile_.option(at));
        if (open_in_tier_.empty()) continue;
        if (open_in_tier_.size() == 1 && split == whole_ballot) return give(open_in_tier_.front(), ballot, value);
        if (split == whole_ballot) {
            split = static_cast<std::uint32_t>(splits_.size());
            splits_.push_back({ballot, {}});
        }
        const value_id part = open_in_tier_.size() == 1 ? value : values_.shared(value, open_in_tier_.size());
        for (const std::uint32_t option : open_in_tier_) give_share(split, option, part);
        return;
    }
}

template <class Whole>
void gregory_transfer<Whole>::give(std::uint32_t option, std::uint32_t ballot, value_id value) {
    auto& parcels = holdings_[option].parcels;
    const auto found = std::find_if(parcels.rbegin(), parcels.rend(), [value](const parcel& held) { return held.value == value; });
    if (found == parcels.rend()) parcels.push_back({value, {}});
    else std::iter_swap(found, parcels.rbegin());  // the next ballot most likely has the same value
    parcels.back().ballots.push_back(ballot);
    book(option, value, profile_.weight(ballot));
}

template <class Whole>
void gregory_transfer<Whole>::give_share(std::uint32_t split, std::uint32_t option, value_id value) {
    auto& shares = splits_[split].shares;
    book(option, value, profile_.weight(splits_[split].ballot));
    const auto own = std::find_if(shares.begin(), shares.end(), [option](const share& of) { return of.option == option; });
    if (own != shares.end()) {
        own->value = values_.sum(own->value, value);
    } else {
        shares.push_back({option, value});
        holdings_[option].splits.push_back(split);
    }
}

template <class Whole>
void gregory_transfer<Whole>::book(std::uint32_t option, value_id value, const Whole& weight) {
    books_[static_cast<std::uint64_t>(option) << 32 | value] += weight;
}

// Fractions only here: once for each option and value that a transfer touched.
template <class Whole>
void gregory_transfer<Whole>::settle_books(rational handed_on) {
    for (const auto& [key, weight] : books_) {
        const rational received = values_[static_cast<value_id>(key)] * profile_.exact(weight);
        votes_[key >> 32] += received;
        handed_on -= received;
    }
    books_.clear();
    exhausted_ += handed_on;
}

template class gregory_transfer<std::int64_t>;
template class gregory_transfer<cpp_int>;

}  // namespace sawt
