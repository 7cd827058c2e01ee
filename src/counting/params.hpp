// Reads the parameters of a rule, each with its allowed values. A wrong one is thrown as a rule_problem that names its path and says
// what would be right; make_rule and its siblings catch it. Absent and null mean the default; parameters nobody asks for are ignored.
#pragma once

#include <sawt/counting.hpp>

#include <nlohmann/json.hpp>

#include <initializer_list>

namespace sawt {

// A rational as it may stand in JSON: a whole number, "p/q" or an exact decimal text. Not a JSON float: those are not exact.
std::optional<rational> read_rational(const nlohmann::json& value);

class params {
public:
    // Null: no parameters. The object must outlive this reader.
    explicit params(const nlohmann::json* object);

    const nlohmann::json* find(std::string_view name) const;
    std::optional<std::uint64_t> whole(std::string_view name, std::uint64_t least, std::uint64_t most) const;
    std::optional<std::int64_t> integer(std::string_view name, std::int64_t least, std::int64_t most) const;
    std::optional<rational> share(std::string_view name) const;  // from 0 to 1
    bool yes_or_no(std::string_view name, bool fallback) const;
    std::string_view one_of(std::string_view name, std::initializer_list<std::string_view> words) const;  // the first word is the default

    [[noreturn]] static void refuse(std::string_view name, std::string problem);

private:
    const nlohmann::json* object_;
};

}  // namespace sawt
