#include <sawt/ballot_box.hpp>

#include "counting/exact_json.hpp"

#include <nlohmann/json.hpp>

namespace sawt {

namespace {

using nlohmann::json;

json turnout_json(const turnout& cast, const electorate& entitled) {
    json object{{"ballots", exact_json(cast.ballots)},
                {"empty", exact_json(cast.empty)},
                {"invalid", exact_json(cast.invalid)},
                {"counted", exact_json(cast.counted())},
                {"weight", exact_json(cast.weight)}};
    if (cast.superseded > 0) object["superseded"] = exact_json(cast.superseded);
    if (entitled.eligible) {
        const rational share(cast.ballots, *entitled.eligible);
        object["turnout"] = exact_json(share);
        object["quorum_met"] = share >= entitled.quorum.value_or(0);
    }
    return object;
}

}  // namespace

json to_json(const outcome& result, const turnout& cast, const electorate& entitled, std::span<const std::string> paper) {
    const std::span<const std::string> options = result.terms.empty() ? paper : std::span<const std::string>(result.terms);
    const auto ids = [&](const std::vector<std::uint32_t>& positions) {
        auto list = json::array();
        for (const auto option : positions) list.push_back(options[option]);
        return list;
    };

    auto scores = json::object();
    for (std::size_t option = 0; option < result.scores.size(); ++option) {
        const auto& score = result.scores[option];
        scores[options[option]] = exact_or_null(score);
    }
    auto ranking = json::array();
    for (const auto& tier : result.ranking) ranking.push_back(tier.size() == 1 ? json(options[tier.front()]) : ids(tier));

    json object;
    object["scores"] = std::move(scores);
    object["base"] = {{"of", result.base_of}, {"value", exact_json(result.base)}};
    object["winners"] = ids(result.winners);
    object["ranking"] = std::move(ranking);
    object["tie"] = result.tied ? json{{"options", ids(result.tied->options)}, {"seats", result.tied->seats}} : json();
    object["turnout"] = turnout_json(cast, entitled);
    object.update(json::parse(result.more));
    return object;
}

}  // namespace sawt
