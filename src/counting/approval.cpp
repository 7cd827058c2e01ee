// Approval voting (Brams and Fishburn 1978): each approved option gets the weight of the ballot.
#include "additive.hpp"
#include "approval_ballot.hpp"
#include "methods.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sawt {

namespace {

using nlohmann::json;

struct interval {
    double low = 0;
    double high = 1;
};

// The score interval of Wilson (1927) at 95 per cent, without continuity correction: the two roots of (p - x)^2 = z^2 x (1 - x) / n. Each is
// computed as the one that adds, for the share or for its complement, so that nothing cancels near 0 and 1; at 0 and 1 it is exact.
interval wilson(double share, double complement, double n) {
    constexpr double z = 1.959963984540054;  // of the normal distribution, 0.975
    const double z2n = z * z / n;
    const double spread = z * std::sqrt(share * complement / n + z2n / (4 * n));
    const double high = (share + z2n / 2 + spread) / (1 + z2n);
    const double high_of_complement = (complement + z2n / 2 + spread) / (1 + z2n);
    return {share <= 0.5 ? share * share / ((1 + z2n) * high) : 1 - high_of_complement,
            share <= 0.5 ? high : 1 - complement * complement / ((1 + z2n) * high_of_complement)};
}

class approval final : public additive_rule {
public:
    explicit approval(const rule_spec& spec) : additive_rule(spec) {
        constexpr std::uint64_t any_number = std::numeric_limits<std::uint32_t>::max();
        const params rules(spec.params);
        max_ = rules.whole("max", 1, any_number).value_or(any_number);
        min_ = rules.whole("min", 0, std::min<std::uint64_t>(max_, paper().size())).value_or(0);
        confidence_ = rules.yes_or_no("confidence", false);
    }

    reading read(const json& ballot) const override {
        reading read = read_approvals(paper(), ballot);
        if (read.is != standing::counted) return read;
        if (read.says.options.size() > max_) return invalid_ballot(reasons::too_many);
        if (read.says.options.size() < min_) return invalid_ballot(reasons::too_few);
        return read;
    }

private:
    void complete(outcome& result) const override {
        if (!confidence_) return;
        auto stats = json::object();
        for (std::uint32_t option = 0; option < paper().size(); ++option) {
            json& of_option = stats[paper().id(option)] = {{"share", nullptr}, {"low", nullptr}, {"high", nullptr}};
            if (result.base == 0) continue;  // a share of nothing
            const rational share = *result.scores[option] / result.base;
            const rational complement = 1 - share;
            const auto [low, high] = wilson(share.convert_to<double>(), complement.convert_to<double>(), result.base.convert_to<double>());
            of_option = {{"share", share.convert_to<double>()}, {"low", low}, {"high", high}};
        }
        result.more = json{{"stats", std::move(stats)}}.dump();
    }

    std::uint64_t min_ = 0;
    std::uint64_t max_ = 0;
    bool confidence_ = false;
};

}  // namespace

std::shared_ptr<const counting_rule> make_approval(const rule_spec& spec) { return std::make_shared<approval>(spec); }

}  // namespace sawt
