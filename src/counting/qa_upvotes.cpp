// Upvotes for questions: approval without limits. Options are the questions in the order they were asked, and equal counts stay tied, shown
// in that order. Taking an upvote back is a later ballot without it.
#include "additive.hpp"
#include "approval_ballot.hpp"
#include "methods.hpp"

namespace sawt {

namespace {

class qa_upvotes final : public additive_rule {
public:
    explicit qa_upvotes(const rule_spec& spec) : additive_rule(spec) {}

    reading read(const nlohmann::json& ballot) const override { return read_approvals(paper(), ballot); }
};

}  // namespace

std::shared_ptr<const counting_rule> make_qa_upvotes(const rule_spec& spec) { return std::make_shared<qa_upvotes>(spec); }

}  // namespace sawt
