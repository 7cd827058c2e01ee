// Sequential proportional approval voting (Thiele 1895). `seats` times, the option with the largest gain is elected: the sum over its supporters
// of weight / (1 + number of their options already elected). Ties go to the option earlier on the ballot paper. The score of an elected option
// is its gain at election; the others have none. (PAV proper maximises over whole committees: another rule.)
#include "approval_classes.hpp"
#include "committee_rule.hpp"
#include "methods.hpp"

#include <algorithm>
#include <set>

namespace sawt {

namespace {

// The class of a ballot is how many of its options are elected. Gains are whole multiples of 1 / (unit x scale).
template <class Weight>
class thiele_gains {
public:
    thiele_gains(const approval_profile& ballots, std::size_t seats) : classes_(ballots), gains_(ballots.votes.size()), unit_(1), scale_(ballots.scale) {
        std::size_t longest = 0;
        for (std::size_t ballot = 0; ballot < ballots.ballots(); ++ballot) longest = std::max(longest, ballots.approved_by(ballot).size());
        const std::size_t classes = std::min(longest, seats + 1);  // up to all seats are elected, and gains are kept even then
        for (std::size_t divisor = 2; divisor <= classes; ++divisor) unit_ = lcm(unit_, whole_number(divisor));
        for (std::size_t divisor = 1; divisor <= classes; ++divisor) shares_.push_back(unit_ / divisor);
        for (std::uint32_t option = 0; option < gains_.size(); ++option) enter(option);
    }

    std::uint32_t best() const { return *queue_.begin(); }
    rational gain(std::uint32_t option) const { return rational(gains_[option], unit_ * scale_); }

    void elect(std::uint32_t option) {
        queue_.erase(option);
        for (const std::uint32_t changed : classes_.move_supporters(option, [](std::uint32_t elected) { return elected + 1; }))
            if (queue_.erase(changed) > 0) enter(changed);
    }

private:
    void enter(std::uint32_t option) {
        whole_number gain = 0;
        for (const auto& part : classes_.of(option)) gain += shares_[part.of_class] * part.weight;
        gains_[option] = std::move(gain);
        queue_.insert(option);
    }

    struct more_gain {
        const std::vector<whole_number>* gains;
        bool operator()(std::uint32_t left, std::uint32_t right) const {
            const int order = (*gains)[left].compare((*gains)[right]);
            return order != 0 ? order > 0 : left < right;
        }
    };

    approval_classes<Weight> classes_;
    std::vector<whole_number> gains_;
    whole_number unit_;
    whole_number scale_;
    std::vector<whole_number> shares_;  // of each class, what one unit of weight gives
    std::set<std::uint32_t, more_gain> queue_{more_gain{&gains_}};
};

class seq_pav final : public committee_rule {
public:
    explicit seq_pav(const rule_spec& spec) : committee_rule(spec) {}

private:
    std::vector<seat> elect(const approval_profile& ballots, std::size_t seats) const override {
        return with_narrow_weights(ballots, [&](auto weight) {
            thiele_gains<decltype(weight)> gains(ballots, seats);
            std::vector<seat> taken;
            while (taken.size() < seats) {
                const std::uint32_t best = gains.best();
                taken.push_back({best, gains.gain(best)});
                gains.elect(best);
            }
            return taken;
        });
    }
};

}  // namespace

std::shared_ptr<const counting_rule> make_seq_pav(const rule_spec& spec) { return std::make_shared<seq_pav>(spec); }

}  // namespace sawt
