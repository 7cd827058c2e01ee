// Dot voting: so many dots to each voter, spread over the options as they like, within a cap on one option if there is one.
#include "additive.hpp"
#include "methods.hpp"

#include <numeric>

namespace sawt {

namespace {

using nlohmann::json;

constexpr std::uint64_t dots_max = 1'000'000'000;  // far beyond any wall, and small enough that sums over a ballot stay in a machine word

class dots final : public additive_rule {
public:
    explicit dots(const rule_spec& spec) : additive_rule(spec) {
        const params rules(spec.params);
        const auto given = rules.whole("dots", 1, dots_max);
        if (!given) params::refuse("dots", "is missing: how many dots each voter has, a whole number from 1");
        dots_ = static_cast<std::int64_t>(*given);
        if (const auto cap = rules.whole("cap", 1, dots_max)) cap_ = static_cast<std::int64_t>(*cap);
        use_all_ = rules.yes_or_no("use_all", false);
        if (use_all_ && cap_ && *cap_ * static_cast<std::int64_t>(paper().size()) < dots_)
            params::refuse("cap", "is too small: with use_all, " + std::to_string(paper().size()) + " options must have room for " + std::to_string(dots_) + " dots");
    }

    reading read(const json& ballot) const override {
        if (!ballot.is_object()) return invalid_ballot(reasons::wrong_shape);
        const auto points = ballot.find("points");
        if (points == ballot.end()) return blank_ballot();
        if (!points->is_object()) return invalid_ballot(reasons::wrong_shape);

        std::vector<mark> given;
        std::int64_t left = dots_;
        for (const auto& [id, value] : points->get_ref<const json::object_t&>()) {
            const auto option = paper().find(id);
            if (!option) return invalid_ballot(reasons::unknown_option);
            const auto on_it = whole_value(value);
            if (!on_it) return invalid_ballot(reasons::not_whole);
            if (*on_it < 0) return invalid_ballot(reasons::out_of_range);
            if (cap_ && *on_it > *cap_) return invalid_ballot(reasons::over_cap);
            if (*on_it > left) return invalid_ballot(reasons::too_many);
            left -= *on_it;
            if (*on_it > 0) given.push_back({.option = *option, .value = *on_it});
        }
        if (given.empty()) return blank_ballot();
        if (use_all_ && left > 0) return invalid_ballot(reasons::too_few);
        return counted_ballot(std::move(given));
    }

private:
    void complete(outcome& result) const override {
        result.base = std::accumulate(result.scores.begin(), result.scores.end(), rational(0), [](const rational& sum, const auto& score) -> rational { return sum + *score; });
        result.base_of = "dots";
    }

    std::int64_t dots_ = 0;
    std::optional<std::int64_t> cap_;
    bool use_all_ = false;
};

}  // namespace

std::shared_ptr<const counting_rule> make_dots(const rule_spec& spec) { return std::make_shared<dots>(spec); }

}  // namespace sawt
