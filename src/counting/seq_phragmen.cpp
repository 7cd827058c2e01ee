// Sequential Phragmén (Phragmén 1894; Brill, Freeman, Janson and Lackner 2017). Each seat is a load of 1 that its supporters carry in equal
// parts, and what they carry already counts: electing an option would give all its supporters the load (1 + sum of weight x load) / their weight. The
// option with the least such load is elected, `seats` times. Ties go to the option earlier on the ballot paper, and options nobody approves
// fill the remaining places in that order. The score of an option is its supporters' load at election; the others have none.
#include "approval_classes.hpp"
#include "committee_rule.hpp"
#include "methods.hpp"

#include <algorithm>
#include <set>

namespace sawt {

namespace {

// The class of a ballot is the round in which the last of its options was elected, 0 for none: all ballots of a class carry the same. Loads
// are whole multiples of 1 / fineness_, which grows with each round, so that nothing is reduced on the way.
template <class Weight>
class phragmen_loads {
public:
    explicit phragmen_loads(const approval_profile& ballots) : ballots_(ballots), classes_(ballots), offers_(ballots.votes.size()) {
        for (std::uint32_t option = 0; option < offers_.size(); ++option)
            if (ballots.votes[option] > 0) enter(option);
    }

    bool empty() const { return queue_.empty(); }
    std::uint32_t best() const { return *queue_.begin(); }

    // Gives the load of all supporters from now on.
    rational elect(std::uint32_t option) {
        queue_.erase(option);
        whole_number load = raised_sum(option);
        whole_number by = ballots_.votes[option];
        const whole_number common = gcd(load, by);
        load /= common;
        by /= common;
        if (by != 1) {
            fineness_ *= by;
            for (whole_number& each : loads_) each *= by;
        }
        const auto round = static_cast<std::uint32_t>(loads_.size());
        loads_.push_back(load);
        for (const std::uint32_t changed : classes_.move_supporters(option, [round](std::uint32_t) { return round; }))
            if (queue_.erase(changed) > 0) enter(changed);
        return rational(load, fineness_);
    }

private:
    // What an option's supporters would carry each: sum / by.
    struct offer {
        whole_number sum;
        whole_number by;
    };

    // 1 + sum of weight x load, times scale and fineness.
    whole_number raised_sum(std::uint32_t option) const {
        whole_number sum = ballots_.scale * fineness_;
        for (const auto& part : classes_.of(option)) sum += loads_[part.of_class] * part.weight;
        return sum;
    }

    void enter(std::uint32_t option) {
        offers_[option] = {raised_sum(option), ballots_.votes[option] * fineness_};
        queue_.insert(option);
    }

    struct less_load {
        const std::vector<offer>* offers;

        bool operator()(std::uint32_t left, std::uint32_t right) const {
            const offer& a = (*offers)[left];
            const offer& b = (*offers)[right];
            const whole_number load_a = a.sum * b.by, load_b = b.sum * a.by;
            const int order = load_a.compare(load_b);
            return order != 0 ? order < 0 : left < right;
        }
    };

    const approval_profile& ballots_;
    approval_classes<Weight> classes_;
    std::vector<offer> offers_;
    std::vector<whole_number> loads_{0};  // of each class
    whole_number fineness_ = 1;
    std::set<std::uint32_t, less_load> queue_{less_load{&offers_}};
};

class seq_phragmen final : public committee_rule {
public:
    explicit seq_phragmen(const rule_spec& spec) : committee_rule(spec) {}

private:
    std::vector<seat> elect(const approval_profile& ballots, std::size_t seats) const override {
        return with_narrow_weights(ballots, [&](auto weight) {
            phragmen_loads<decltype(weight)> loads(ballots);
            std::vector<seat> taken;
            while (taken.size() < seats && !loads.empty()) {
                const std::uint32_t best = loads.best();
                taken.push_back({best, loads.elect(best)});
            }
            for (std::uint32_t option = 0; option < ballots.votes.size() && taken.size() < seats; ++option)
                if (ballots.votes[option] == 0) taken.push_back({option, std::nullopt});
            return taken;
        });
    }
};

}  // namespace

std::shared_ptr<const counting_rule> make_seq_phragmen(const rule_spec& spec) { return std::make_shared<seq_phragmen>(spec); }

}  // namespace sawt
