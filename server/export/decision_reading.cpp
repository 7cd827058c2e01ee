#include "server/export/decision_reading.hpp"

#include "server/export/annulled.hpp"
#include "server/export/words.hpp"

#include <sawt/canonical.hpp>

#include <algorithm>
#include <set>

namespace sawt::exporting {

using nlohmann::json;

std::vector<std::string> order_of(const decision& of) {
    std::vector<std::string> order;
    std::set<std::string> listed;
    for (const json& tier : at(of.result, {"ranking"}))
        for (const json& id : tier.is_array() ? tier : json::array({tier}))
            if (listed.insert(id.get<std::string>()).second) order.push_back(id.get<std::string>());
    // A count that came to no ranking lists the ballot paper.
    for (const std::string& id : of.plan.option_ids)
        if (listed.insert(id).second) order.push_back(id);
    return order;
}

std::size_t number_of(const decision& of, std::string_view option) {
    const auto& ids = of.plan.option_ids;
    const auto found = std::find(ids.begin(), ids.end(), option);
    return found == ids.end() ? 0 : static_cast<std::size_t>(found - ids.begin()) + 1;
}

std::string label_of(const voice& in, const decision& of, std::string_view option) {
    if (const std::size_t number = number_of(of, option); number > 0) return in.text(of.plan.options[number - 1].text);
    const json& spelling = at(of.result, {"spellings", option});
    return spelling.is_string() ? spelling.get<std::string>() : std::string(option);
}

std::string names_of(const voice& in, const decision& of, const json& ids) {
    std::string names;
    for (const json& id : ids) {
        if (!names.empty()) names += in(words::and_);
        const auto& option = id.get_ref<const std::string&>();
        names += marked(in, of, option, label_of(in, of, option));
    }
    return names;
}

json parameters_of(const item& vote) { return parse_json(vote.params).value_or(json::object()); }

local_text text_in_params(const json& value) {
    const auto read = read_text(value, "");
    const auto* text = std::get_if<local_text>(&read);
    return text == nullptr ? local_text() : *text;
}

rating_scale scale_of(const voice& in, const decision& of) {
    const json params = parameters_of(of.plan);
    rating_scale scale;
    if (of.plan.method == "majority_judgment") {
        for (const json& grade : params.value("grades", json::array())) scale.words.push_back(in.text(text_in_params(grade)));
        scale.high = std::max<std::int64_t>(0, static_cast<std::int64_t>(scale.words.size()) - 1);
        return scale;
    }
    scale.low = params.value("min", std::int64_t{0});
    scale.high = params.value("max", std::int64_t{10});
    return scale;
}

std::vector<rational> distribution_of(const decision& of, std::string_view option, const rating_scale& scale) {
    std::vector<rational> weights(static_cast<std::size_t>(scale.high - scale.low + 1));
    const json& told = at(of.result, {"stats", option, "distribution"});
    if (!told.is_object()) return weights;
    for (const auto& [value, weight] : told.items()) {
        const std::int64_t place = std::stoll(value) - scale.low;
        if (place >= 0 && place < static_cast<std::int64_t>(weights.size())) weights[static_cast<std::size_t>(place)] = number_in(weight).value_or(rational());
    }
    return weights;
}

std::optional<rational> median_of(const std::vector<rational>& distribution, std::int64_t low) {
    rational total, sum;
    for (const rational& weight : distribution) total += weight;
    const rational half = total / 2;
    if (half <= 0) return std::nullopt;
    for (std::size_t i = 0; i < distribution.size(); ++i) {
        if (distribution[i] <= 0) continue;
        sum += distribution[i];
        const auto value = low + static_cast<std::int64_t>(i);
        if (sum > half) return rational(value);
        if (sum < half) continue;
        std::size_t next = i + 1;  // halfway between the two middle ones
        while (next < distribution.size() && distribution[next] <= 0) ++next;
        return rational(2 * value + static_cast<std::int64_t>(next - i), 2);
    }
    return std::nullopt;
}

}  // namespace sawt::exporting
