// What `sawt verify` says of an audited log: to people in plain English, or as JSON.
#pragma once

#include <sawt/audit.hpp>

#include <ostream>
#include <string>

namespace sawt::cli {

void print_verdict(std::ostream& to, const std::string& file, const audit_report& found);

// What the log comes to, for a sound one.
void print_recount(std::ostream& to, const audit_report& found, const workshop& state);

std::string verdict_json(const audit_report& found, const workshop& state);

}  // namespace sawt::cli
