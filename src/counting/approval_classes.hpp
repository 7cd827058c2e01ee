// How the supporters of each option are spread over classes of ballots, for committees that are elected one after another: ballots
// of one class have the same claim (as many elected options, or the same load), so that a claim is computed once for a class and not for each ballot.
#pragma once

#include "approval_profile.hpp"

#include <algorithm>

namespace sawt {

// `Weight` is a machine word where the weight of all ballots fits one, or a whole_number.
template <class Weight>
class approval_classes {
public:
    struct part {
        std::uint32_t of_class;
        Weight weight;
    };

    // At first all ballots are of class 0.
    explicit approval_classes(const approval_profile& ballots) : ballots_(ballots), parts_(ballots.votes.size()), class_of_(ballots.ballots()) {
        for (const whole_number& weight : ballots.weights) weights_.push_back(static_cast<Weight>(weight));
        std::vector<std::size_t> sizes(ballots.votes.size());
        for (const std::uint32_t option : ballots.approved) ++sizes[option];
        supporters_.resize(sizes.size());
        for (std::size_t option = 0; option < sizes.size(); ++option) {
            supporters_[option].reserve(sizes[option]);
            if (sizes[option] > 0) parts_[option].push_back({0, static_cast<Weight>(ballots.votes[option])});
        }
        for (std::uint32_t ballot = 0; ballot < ballots.ballots(); ++ballot)
            for (const std::uint32_t option : ballots.approved_by(ballot)) supporters_[option].push_back(ballot);
    }

    // The supporters of an option by class, in ascending order of class; no class without any.
    std::span<const part> of(std::uint32_t option) const { return parts_[option]; }

    // Moves the supporters of an option to the class that next_class(present class) gives, and names the options whose parts changed.
    template <class Next>
    std::vector<std::uint32_t> move_supporters(std::uint32_t option, Next next_class) {
        std::vector<std::uint32_t> changed;
        std::vector<bool> is_changed(parts_.size());
        for (const std::uint32_t ballot : supporters_[option]) {
            const std::uint32_t from = class_of_[ballot];
            const std::uint32_t to = class_of_[ballot] = next_class(from);
            for (const std::uint32_t approved : ballots_.approved_by(ballot)) {
                move(parts_[approved], from, to, weights_[ballot]);
                if (!is_changed[approved]) changed.push_back(approved);
                is_changed[approved] = true;
            }
        }
        return changed;
    }

private:
    static void move(std::vector<part>& parts, std::uint32_t from, std::uint32_t to, const Weight& weight) {
        const auto at = [&](std::uint32_t of_class) {
            return std::lower_bound(parts.begin(), parts.end(), of_class, [](const part& p, std::uint32_t c) { return p.of_class < c; });
        };
        auto into = at(to);
        if (into == parts.end() || into->of_class != to) into = parts.insert(into, {to, 0});
        into->weight += weight;
        const auto out = at(from);
        out->weight -= weight;
        if (out->weight == 0) parts.erase(out);
    }

    const approval_profile& ballots_;
    std::vector<Weight> weights_;
    std::vector<std::vector<part>> parts_;
    std::vector<std::vector<std::uint32_t>> supporters_;
    std::vector<std::uint32_t> class_of_;
};

}  // namespace sawt
