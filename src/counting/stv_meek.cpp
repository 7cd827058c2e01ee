// The count by Meek's method (Meek 1969; Hill, Wichmann and Woodall 1987), as in the header of stv.cpp. Votes are not rationals here, since the keep
// factors only approach their limit; they are whole numbers of tiny units, at least 2^128 of which make one vote (38 digits). Sums
// of those are exact, so that the order of ballots and their grouping change nothing.
#include "meek_tree.hpp"
#include "stv_course.hpp"

namespace sawt {

namespace {

constexpr std::uint32_t tries_max = 10'000;  // of one approach to the quota; far more than any known ballots need

// Votes are above the quota only if they exceed it by more than what cutting to units can have lost.
const cpp_int above_parts = boost::multiprecision::pow(cpp_int(10), 24);
const cpp_int surplus_parts = boost::multiprecision::pow(cpp_int(10), 9);
const rational equal_within(1, 100'000'000);

template <class Whole>
class meek_count {
public:
    meek_count(const preference_profile<Whole>& profile, const round_text& text, std::size_t options, const meek_rules& rules)
        : rules_(rules),
          text_(text),
          profile_(profile),
          tree_(profile, options),
          past_(rules.ties, equal_within),
          course_(begin_course(options)),
          bits_(128 + static_cast<unsigned>(msb(cpp_int(profile.total() / profile.scale() + 1)))),
          one_vote_(profile.scale() << bits_),
          keep_(options, cpp_int(1) << bits_) {}

    stv_course run() {
        while (!round()) {}
        return std::move(course_);
    }

private:
    // Up to the next election or elimination. True when the count is over.
    bool round() {
        option_list reached = approach();
        rational quota(quota_, one_vote_);
        course_.votes.clear();
        for (const cpp_int& votes : votes_) course_.votes.emplace_back(votes, one_vote_);
        past_.record(course_.votes);
        const rational exhausted(cpp_int(cpp_int(profile_.total()) << bits_) - total_, one_vote_);
        std::string told = text_.open(course_.votes, course_.standing(), exhausted) + R"(,"quota":)" + text_.number(quota);

        option_list elected = past_.in_order(course_.votes, reached);
        for (const std::uint32_t option : elected) course_.elect(option);
        if (!course_.is_over(rules_.seats) && course_.left.size() <= rules_.seats - course_.elected.size())
            for (const std::uint32_t option : past_.in_order(course_.votes, course_.left)) {
                course_.elect(option);
                elected.push_back(option);
            }
        if (!elected.empty()) told += R"(,"elected":)" + text_.ids(elected);

        const bool is_over = course_.is_over(rules_.seats) || course_.left.empty();
        for (const std::uint32_t option : elected)
            if (!is_over) tree_.elect(option);
        if (elected.empty() && !is_over) {
            const std::uint32_t loser = past_.loser(past_.fewest(course_.votes, course_.left));
            course_.eliminate(loser);
            tree_.eliminate(loser);
            told += R"(,"eliminated":)" + text_.id(loser);
        }
        course_.tell(told + "}");
        return is_over;
    }

    // Distributes again and again until the elected options keep the quota, or others exceed it; those are returned.
    option_list approach() {
        for (std::uint32_t tries = 0;; ++tries) {
            votes_ = tree_.distribute(keep_, bits_);
            total_ = 0;
            for (const cpp_int& votes : votes_) total_ += votes;
            quota_ = total_ / (rules_.seats + 1);

            option_list reached;
            for (const std::uint32_t option : course_.left)
                if (votes_[option] > quota_ + one_vote_ / above_parts) reached.push_back(option);
            cpp_int surplus = 0;
            for (const std::uint32_t option : course_.elected) surplus += votes_[option] - quota_;
            if (!reached.empty() || surplus < one_vote_ / surplus_parts || tries == tries_max) return reached;

            for (const std::uint32_t option : course_.elected)
                if (votes_[option] > 0) keep_[option] = std::min(cpp_int(keep_[option] * quota_ / votes_[option]), cpp_int(cpp_int(1) << bits_));
        }
    }

    const meek_rules& rules_;
    const round_text& text_;
    const preference_profile<Whole>& profile_;
    meek_tree<Whole> tree_;
    transfer_rounds past_;
    stv_course course_;
    unsigned bits_;
    cpp_int one_vote_;  // in units of the votes
    std::vector<cpp_int> keep_;
    std::vector<cpp_int> votes_;
    cpp_int total_;
    cpp_int quota_;
};

}  // namespace

template <class Whole>
stv_course count_by_meek(const preference_profile<Whole>& profile, const round_text& text, std::size_t options, const meek_rules& rules) {
    return meek_count<Whole>(profile, text, options, rules).run();
}

template stv_course count_by_meek(const preference_profile<std::int64_t>&, const round_text&, std::size_t, const meek_rules&);
template stv_course count_by_meek(const preference_profile<cpp_int>&, const round_text&, std::size_t, const meek_rules&);

}  // namespace sawt
