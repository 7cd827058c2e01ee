// What may come from outside and is counted: a case file, or a ballot for a rule. Whatever the bytes are, the answer is a result or a reason,
// the same one each time, within bounds of time and memory that the sizes of the text set.
#include <sawt/ballot_box.hpp>
#include <sawt/canonical.hpp>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

using nlohmann::json;
using namespace sawt;

void must(bool holds) {
    if (!holds) std::abort();
}

// A ballot that is counted adds and takes back without a trace, and means the same after it has been through the log.
void try_ballot(const counting_rule& rule, const json& ballot) {
    const reading read = rule.read(ballot);
    if (const auto text = canonical(ballot)) {
        const reading again = rule.read(*parse_json(*text, {.bytes_max = 1 << 20, .depth_max = 64}));
        must(again.is == read.is && again.reason == read.reason && again.says == read.says);
    }
    if (read.is != standing::counted) return;
    const auto empty = rule.open_tally();
    const auto votes = rule.open_tally();
    votes->add(read.says, rational(2, 3));
    const weighted_tally one{"", votes.get(), rational(2, 3), 1};
    (void)rule.count({&one, 1});
    votes->take_back(read.says, rational(2, 3));
    const weighted_tally none{"", votes.get(), 0, 1};
    const weighted_tally nothing{"", empty.get(), 0, 1};
    const std::vector<std::string> paper;
    must(rule.count({&none, 1}).scores == rule.count({&nothing, 1}).scores);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto file = parse_json({reinterpret_cast<const char*>(data), size}, {.bytes_max = 16 * 1024, .depth_max = 16});
    if (!file) return 0;
    const auto first = count_case(*file);
    const auto second = count_case(*file);
    must(first.index() == second.index());
    if (const auto* result = std::get_if<json>(&first)) must(*result == std::get<json>(second));

    if (!file->is_object() || !file->contains("options") || !file->contains("method") || !file->contains("ballots")) return 0;
    const json &method = (*file)["method"], &options = (*file)["options"], &ballots = (*file)["ballots"];
    if (!method.is_string() || !options.is_array() || !ballots.is_array()) return 0;
    std::vector<std::string> ids;
    for (const json& id : options) ids.push_back(id.is_string() ? id.get<std::string>() : "?");
    const json params = file->value("params", json::object());
    const auto rule = make_rule({method.get_ref<const std::string&>(), &params, ids});
    if (const auto* by = std::get_if<std::shared_ptr<const counting_rule>>(&rule))
        for (const json& ballot : ballots) try_ballot(**by, ballot);
    return 0;
}
