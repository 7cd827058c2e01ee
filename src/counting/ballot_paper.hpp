// The options in ballot-paper order, and what every method needs to read a ballot against them. A paper is copied into its rule and
// never changes.
#pragma once

#include <sawt/counting.hpp>

#include <nlohmann/json_fwd.hpp>

namespace sawt {

class ballot_paper {
public:
    // Throws a rule_problem when an id comes twice.
    explicit ballot_paper(std::span<const std::string> options);

    std::size_t size() const { return ids_.size(); }
    const std::string& id(std::uint32_t option) const { return ids_[option]; }
    std::optional<std::uint32_t> find(std::string_view id) const;

private:
    std::vector<std::string> ids_;
    std::vector<std::uint32_t> by_id_;  // positions, sorted by id
};

// The reasons that a reading may give; clients know them by these words.
namespace reasons {
inline constexpr std::string_view wrong_shape = "wrong-shape";
inline constexpr std::string_view unknown_option = "unknown-option";
inline constexpr std::string_view repeated_option = "repeated-option";
inline constexpr std::string_view too_many = "too-many";
inline constexpr std::string_view too_few = "too-few";
inline constexpr std::string_view over_cap = "over-cap";
inline constexpr std::string_view too_long = "too-long";          // a text
inline constexpr std::string_view not_whole = "not-whole";
inline constexpr std::string_view out_of_range = "out-of-range";  // a score beyond the scale
inline constexpr std::string_view unknown_axis = "unknown-axis";
inline constexpr std::string_view equal_ranks = "equal-ranks";    // where only strict rankings are allowed
inline constexpr std::string_view negative_weight = "negative-weight";
inline constexpr std::string_view no_group_weight = "no-group-weight";  // where groups weigh their share, and this one has none
}  // namespace reasons

reading invalid_ballot(std::string_view reason);
reading blank_ballot();
reading counted_ballot(std::vector<mark> options);  // puts the marks in order

// A whole number, also when written as 3.0, which canonical JSON writes as 3: a ballot means the same before and after it is logged.
// What is beyond the range of the type comes as its end: no limit of a method lies there, so it is too much for all of them.
std::optional<std::int64_t> whole_value(const nlohmann::json& value);

}  // namespace sawt
