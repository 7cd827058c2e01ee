// Committees elected one seat after another from approvals. A method derives from committee_rule and says whom it elects; reading,
// tallies and the outcome are the same for all. Ties are settled within the count by ballot-paper order, whatever `tie_break` says, so none is reported.
#pragma once

#include "approval_profile.hpp"
#include "ballot_paper.hpp"
#include "ranking.hpp"

namespace sawt {

class committee_rule : public counting_rule {
public:
    reading read(const nlohmann::json& ballot) const final;
    std::unique_ptr<tally> open_tally() const final;
    outcome count(std::span<const weighted_tally> parts) const final;

protected:
    struct seat {
        std::uint32_t option;
        std::optional<rational> score;
    };

    explicit committee_rule(const rule_spec& spec) : paper_(spec.options), wanted_(read_places(params(spec.params))) {}

private:
    // Fills the seats, in order of election; there are no more of them than options. Called only when a ballot was counted.
    virtual std::vector<seat> elect(const approval_profile& ballots, std::size_t seats) const = 0;

    ballot_paper paper_;
    places wanted_;
};

// Calls elect with an object of the narrowest number that holds the sum of all weights.
template <class Elect>
auto with_narrow_weights(const approval_profile& ballots, Elect elect) {
    if (ballots.all < (std::int64_t{1} << 62)) return elect(std::int64_t{});
    return elect(whole_number{});
}

}  // namespace sawt
