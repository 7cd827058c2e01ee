// Plurality (first past the post): each ballot gives its weight to one option, and the options with most weight win.
#include "additive.hpp"
#include "methods.hpp"

namespace sawt {

namespace {

using nlohmann::json;

class plurality final : public additive_rule {
public:
    explicit plurality(const rule_spec& spec) : additive_rule(spec), majority_(params(spec.params).share("majority")) {}

    reading read(const json& ballot) const override {
        if (!ballot.is_object()) return invalid_ballot(reasons::wrong_shape);
        const auto choice = ballot.find("choice");
        if (choice == ballot.end() || choice->is_null()) return blank_ballot();
        if (!choice->is_string()) return invalid_ballot(reasons::wrong_shape);
        const auto option = paper().find(choice->get_ref<const std::string&>());
        if (!option) return invalid_ballot(reasons::unknown_option);
        return counted_ballot({{.option = *option, .value = 1}});
    }

private:
    // `passed`: more than the majority of the counted weight. Reaching it exactly is not enough; abstentions are not in the base.
    void complete(outcome& result) const override {
        if (!majority_) return;
        const rational needed = *majority_ * result.base;
        auto passed = json::array();
        for (std::uint32_t option = 0; option < paper().size(); ++option)
            if (*result.scores[option] > needed) passed.push_back(paper().id(option));
        result.more = json{{"passed", std::move(passed)}}.dump();
    }

    std::optional<rational> majority_;
};

}  // namespace

std::shared_ptr<const counting_rule> make_plurality(const rule_spec& spec) { return std::make_shared<plurality>(spec); }

}  // namespace sawt
