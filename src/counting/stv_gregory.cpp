// The count by weighted inclusive Gregory transfer, step by step as in the header of stv.cpp.
#include "gregory_transfer.hpp"
#include "stv_course.hpp"

#include <algorithm>

namespace sawt {

namespace {

template <class Whole>
class gregory_count {
public:
    gregory_count(const preference_profile<Whole>& profile, const round_text& text, std::size_t options, const gregory_rules& rules)
        : rules_(rules), text_(text), transfer_(profile, options, rules.decimal_parts), past_(rules.ties, 0), course_(begin_course(options)) {}

    stv_course run() {
        while (!round()) {}
        course_.votes = transfer_.votes();
        return std::move(course_);
    }

private:
    // True when the count is over.
    bool round() {
        const auto& votes = transfer_.votes();
        past_.record(votes);
        std::string told = text_.open(votes, course_.standing(), transfer_.exhausted());
        const std::size_t elected_before = course_.elected.size();

        option_list reached;
        for (const std::uint32_t option : course_.left)
            if (rules_.how == stv_quota::hb ? votes[option] > rules_.quota : votes[option] >= rules_.quota) reached.push_back(option);
        elect(past_.in_order(votes, reached));
        if (!course_.is_over(rules_.seats) && course_.left.size() <= rules_.seats - course_.elected.size()) elect(past_.in_order(votes, course_.left));
        if (course_.elected.size() > elected_before)
            told += R"(,"elected":)" + text_.ids({course_.elected.begin() + static_cast<std::ptrdiff_t>(elected_before), course_.elected.end()});

        const bool is_over = course_.is_over(rules_.seats) || course_.left.empty();
        if (!is_over) told += hand_on();
        course_.tell(told + "}");
        return is_over;
    }

    void elect(const option_list& options) {
        for (const std::uint32_t option : options) {
            if (course_.is_over(rules_.seats)) return;  // more can reach the quota than there are places only when it is 0
            course_.elect(option);
            transfer_.close(option);
            if (transfer_.votes()[option] > rules_.quota) with_surplus_.push_back(option);
        }
    }

    // The largest surplus, or else the ballots of the lowest. Returns what the round tells about it.
    std::string hand_on() {
        const auto& votes = transfer_.votes();
        if (!with_surplus_.empty()) {
            // All keep the same quota, so the largest surplus is that with most votes. Elected first is first in the list.
            const option_list largest = past_.most(votes, with_surplus_);
            const std::uint32_t option = rules_.ties == transfer_ties::backward ? past_.leader(largest) : largest.front();
            with_surplus_.erase(std::find(with_surplus_.begin(), with_surplus_.end(), option));
            transfer_.transfer_surplus(option, rules_.quota);
            return R"(,"transferred":)" + text_.id(option);
        }
        const std::uint32_t option = past_.loser(past_.fewest(votes, course_.left));
        course_.eliminate(option);
        transfer_.close(option);
        transfer_.transfer_all(option);
        return R"(,"eliminated":)" + text_.id(option);
    }

    const gregory_rules& rules_;
    const round_text& text_;
    gregory_transfer<Whole> transfer_;
    transfer_rounds past_;
    stv_course course_;
    option_list with_surplus_;  // elected and not yet transferred, in order of election
};

}  // namespace

template <class Whole>
stv_course count_by_gregory(const preference_profile<Whole>& profile, const round_text& text, std::size_t options, const gregory_rules& rules) {
    return gregory_count<Whole>(profile, text, options, rules).run();
}

template stv_course count_by_gregory(const preference_profile<std::int64_t>&, const round_text&, std::size_t, const gregory_rules&);
template stv_course count_by_gregory(const preference_profile<cpp_int>&, const round_text&, std::size_t, const gregory_rules&);

}  // namespace sawt
