// What explanations are drawn from: the rules in force and the result, read so that whatever is not there, or is not what it should be, is simply
// nothing. Everything that is compared is exact.
#pragma once

#include "sentence.hpp"

#include <sawt/workshop.hpp>

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <span>
#include <unordered_map>

namespace sawt {

// Follows member names into objects; null where the way ends.
const nlohmann::json* find(const nlohmann::json& in, std::initializer_list<std::string_view> path);

// Null makes nothing, and so does what is no exact number.
std::optional<rational> exact_number(const nlohmann::json* value);

// Also what is not exact, for showing only.
std::optional<rational> shown_number(const nlohmann::json* value);

class facts {
public:
    facts(const agenda& of, const item& what, const round_result& result);

    const agenda& of() const { return of_; }
    const item& what() const { return what_; }
    const turnout& cast() const { return result_.cast; }
    const outcome& total() const { return result_.total; }
    const round_result& result() const { return result_; }

    // Parameters: exact values, words, and truths with what they are when absent.
    const nlohmann::json* rule(std::string_view name) const { return find(params_, {name}); }
    std::optional<rational> number(std::string_view name) const { return exact_number(rule(name)); }
    std::string_view word(std::string_view name, std::string_view fallback) const;
    bool flag(std::string_view name, bool fallback) const;
    std::size_t seats() const;

    // Further keys of the method's result.
    const nlohmann::json* told(std::initializer_list<std::string_view> path) const { return find(more_, path); }

    // Options are positions on the ballot paper, or terms.
    std::size_t options() const { return ids().size(); }
    std::span<const std::string> ids() const;
    const std::string& id(std::uint32_t option) const { return ids()[option]; }
    std::optional<std::uint32_t> option(const nlohmann::json* id) const;
    local_text name(std::uint32_t option) const;
    std::optional<rational> score(std::uint32_t option) const;

    // All options, best first, with equal ones in ballot-paper order.
    const std::vector<std::uint32_t>& order() const { return order_; }
    bool are_level(std::size_t left, std::size_t right) const { return tier_[left] == tier_[right]; }  // places in `order`, from 0

private:
    const agenda& of_;
    const item& what_;
    const round_result& result_;
    nlohmann::json params_;
    nlohmann::json more_;
    std::vector<std::uint32_t> order_;
    std::vector<std::size_t> tier_;
    std::unordered_map<std::string_view, std::uint32_t> by_id_;
};

// A `T` as it stands in parameters; empty where there is none.
local_text text_of(const nlohmann::json* value);

}  // namespace sawt
