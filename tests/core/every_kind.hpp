// A workshop that holds every kind of vote, closed, with ballots of several groups of which one is small: what is taken home is tried on it.
#pragma once

#include "tests/core/running.hpp"
#include "tests/counting/random_ballots.hpp"

#include <sawt/canonical.hpp>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace sawt::tests {

inline nlohmann::json agenda_at(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    auto value = parse_json(std::string{std::istreambuf_iterator<char>(file), {}}, {agenda_bytes_max, 32});
    if (!value) throw std::runtime_error(path.string() + " is no agenda");
    return *std::move(value);
}

// The sample workshop's agenda up to its second vote, whose options answer the board, and then the vote of every sample agenda in `folder`.
inline nlohmann::json agenda_of_every_kind(const std::filesystem::path& sample, const std::filesystem::path& folder) {
    nlohmann::json plan = agenda_at(sample);
    plan["items"].erase(plan["items"].begin() + 4, plan["items"].end());
    for (const std::string_view method : counting_methods()) {
        nlohmann::json one = agenda_at(folder / (std::string(method) + ".json")).at("items").at(0);
        one["id"] = std::string(method);
        plan["items"].push_back(std::move(one));
    }
    return plan;
}

// Thirty voters; of the last group two, fewer than may be shown.
inline void hold(running& w, std::uint64_t seed) {
    constexpr std::size_t voters = 30;
    const char* groups[] = {"tanneries", "designers", "manufacturers", "suppliers"};
    const auto group_of = [&](std::size_t voter) { return std::string(voter < 2 ? "importers" : groups[voter % 4]); };
    for (std::size_t i = 0; i < voters; ++i) w.does(participant_joined{"p" + std::to_string(i), group_of(i)});
    for (std::size_t item = 0; item < w.state.items().size(); ++item) {
        const std::string id = w.state.items()[item]->plan.id;
        if (w.state.items()[item]->rounds.empty()) continue;
        const auto vote_once = [&] {
            const sawt::item plan = w.state.find(id)->plan;
            const auto params = *parse_json(plan.params);
            test::random_ballots ballots(plan.method, params, plan.option_ids, seed + item);
            w.acts(deed::open, id);
            for (std::size_t i = 0; i < voters; ++i) {
                if (i % 11 == 3) continue;  // silent
                const auto ballot = i % 13 == 5 ? nlohmann::json::object() : ballots.valid();
                w.does(ballot_cast{id + "-ballot-" + std::to_string(w.state.last()), id, w.state.find(id)->now().number, "v" + std::to_string(i), group_of(i), "phone", *canonical(ballot)});
            }
            w.acts(deed::close, id);
            w.acts(deed::reveal, id);
        };
        vote_once();
        if (w.state.find(id)->plan.method != "delphi") continue;
        w.acts(deed::round, id);
        vote_once();
    }
}

}  // namespace sawt::tests
