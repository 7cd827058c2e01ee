// What tables and pictures read in one decision alike: its options by place, number and name, and the ratings of one of them. Pure.
#pragma once

#include "server/export/minutes.hpp"
#include "server/export/voice.hpp"

#include <string>
#include <vector>

namespace sawt::exporting {

// Options in the order of the list: the ranking of the method, best first, with equal ones in ballot-paper order. `terms` where voters wrote them.
std::vector<std::string> order_of(const decision& of);

// Names of options, joined; void ones are marked in words.
std::string names_of(const voice& in, const decision& of, const nlohmann::json& ids);
std::string label_of(const voice& in, const decision& of, std::string_view option);
std::size_t number_of(const decision& of, std::string_view option);

nlohmann::json parameters_of(const item& vote);
local_text text_in_params(const nlohmann::json& value);

// The scale of a method that rates, and the words of its grades (empty for numbers).
struct rating_scale {
    std::int64_t low = 0, high = 0;
    std::vector<std::string> words;
};
rating_scale scale_of(const voice& in, const decision& of);

// The weights of an option's ratings by value, from `low` to `high`.
std::vector<rational> distribution_of(const decision& of, std::string_view option, const rating_scale& scale);

std::optional<rational> median_of(const std::vector<rational>& distribution, std::int64_t low);

}  // namespace sawt::exporting
