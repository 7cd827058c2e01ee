// Quadratic voting (Lalley and Weyl 2018; with 100 credits in the Colorado House in 2019): v votes on an option, a whole number, cost v² of a
// voter's credits. Votes against, where `negative` allows them, cost the same. The tally adds votes, never credits.
#include "additive.hpp"
#include "methods.hpp"

namespace sawt {

namespace {

using nlohmann::json;

constexpr std::uint64_t credits_max = 1'000'000'000'000;  // a million votes on one option; squares stay in a machine word

class quadratic final : public additive_rule {
public:
    explicit quadratic(const rule_spec& spec) : additive_rule(spec) {
        const params rules(spec.params);
        const auto credits = rules.whole("credits", 1, credits_max);
        if (!credits) params::refuse("credits", "is missing: how many credits each voter has, a whole number from 1");
        credits_ = static_cast<std::int64_t>(*credits);
        negative_ = rules.yes_or_no("negative", false);
    }

    reading read(const json& ballot) const override {
        if (!ballot.is_object()) return invalid_ballot(reasons::wrong_shape);
        const auto points = ballot.find("points");
        if (points == ballot.end()) return blank_ballot();
        if (!points->is_object()) return invalid_ballot(reasons::wrong_shape);

        std::vector<mark> given;
        std::int64_t left = credits_;
        for (const auto& [id, value] : points->get_ref<const json::object_t&>()) {
            const auto option = paper().find(id);
            if (!option) return invalid_ballot(reasons::unknown_option);
            const auto votes = whole_value(value);
            if (!votes) return invalid_ballot(reasons::not_whole);
            if (*votes < 0 && !negative_) return invalid_ballot(reasons::out_of_range);
            // Nobody has credits for more votes than credits, and what is under them has a square that fits.
            if (*votes > votes_max || *votes < -votes_max || *votes * *votes > left) return invalid_ballot(reasons::too_many);
            left -= *votes * *votes;
            if (*votes != 0) given.push_back({.option = *option, .value = *votes});
        }
        if (given.empty()) return blank_ballot();
        return counted_ballot(std::move(given));
    }

private:
    static constexpr std::int64_t votes_max = 1'000'000;  // the root of credits_max
    static_assert(votes_max * votes_max == credits_max);

    std::int64_t credits_ = 0;
    bool negative_ = false;
};

}  // namespace

std::shared_ptr<const counting_rule> make_quadratic(const rule_spec& spec) { return std::make_shared<quadratic>(spec); }

}  // namespace sawt
