// The makers of all counting rules, one for each method; rules.cpp has them in its table. Each throws a rule_problem when a
// parameter is wrong.
#pragma once

#include <sawt/counting.hpp>

namespace sawt {

std::shared_ptr<const counting_rule> make_approval(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_dots(const rule_spec& spec);
std::shared_ptr<const counting_rule> make_plurality(const rule_spec& spec);

}  // namespace sawt
