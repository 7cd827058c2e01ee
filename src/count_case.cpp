// `sawt count`: one file with rules and ballots in, one result out. It goes through the same ballot box as a live workshop.
#include <sawt/ballot_box.hpp>

#include "counting/params.hpp"

#include <nlohmann/json.hpp>

#include <limits>
#include <unordered_map>

namespace sawt {

namespace {

using nlohmann::json;

constexpr std::string_view case_format = "sawt-count-case/1";

[[noreturn]] void refuse(std::string path, std::string problem) { throw rule_problem{std::move(path), std::move(problem)}; }

const json& member(const json& file, const char* name) {
    const auto found = file.find(name);
    if (found == file.end()) refuse(name, "is missing");
    return *found;
}

// Throws the problem, which has its path already.
template <class Result>
Result settled(std::variant<Result, rule_problem> read) {
    if (auto* problem = std::get_if<rule_problem>(&read)) throw std::move(*problem);
    return std::get<Result>(std::move(read));
}

std::vector<std::string> read_options(const json& file) {
    const json& list = member(file, "options");
    if (!list.is_array()) refuse("options", "must be a list of option ids");
    std::vector<std::string> options;
    for (const json& id : list) {
        if (!id.is_string()) refuse("options[" + std::to_string(options.size()) + "]", "must be an option id, a text");
        options.push_back(id.get<std::string>());
    }
    return options;
}

// One entry of the list of ballots.
struct cast_ballots {
    reading ballot;
    std::string group;
    std::uint64_t n = 1;
    rational weight = 1;
};

std::string read_id(const json& entry, const char* name, const std::string& path) {
    const auto found = entry.find(name);
    if (found == entry.end() || found->is_null()) return {};
    if (!found->is_string()) refuse(path + "." + name, "must be an id, a text");
    return found->get<std::string>();
}

cast_ballots read_ballots(const json& entry, const counting_rule& rule, const std::string& path) {
    if (!entry.is_object()) refuse(path, "must be an object {…}");
    cast_ballots cast;
    if (const auto n = entry.find("n"); n != entry.end()) {
        const bool is_natural = n->is_number_unsigned() || (n->is_number_integer() && n->get<std::int64_t>() >= 0);
        if (!is_natural) refuse(path + ".n", "must be how many ballots these are, a whole number from 0 to " + std::to_string(std::numeric_limits<std::uint64_t>::max()));
        cast.n = n->get<std::uint64_t>();
    }
    if (const auto weight = entry.find("weight"); weight != entry.end()) {
        const auto number = read_rational(*weight);
        if (!number) refuse(path + ".weight", "must be exact: a whole number, or a text such as \"3/2\" or \"1.5\"");
        cast.weight = *number;
    }
    cast.group = read_id(entry, "group", path);
    cast.ballot = rule.read(entry);
    return cast;
}

void fill(ballot_box& box, const json& list) {
    if (!list.is_array()) refuse("ballots", "must be a list of ballots");
    std::unordered_map<std::string, cast_ballots> last_of_voter;
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string path = "ballots[" + std::to_string(i) + "]";
        cast_ballots cast = read_ballots(list[i], box.rule(), path);
        if (cast.n > std::numeric_limits<std::uint64_t>::max() - total) refuse(path + ".n", "makes more ballots than 64 bits can number");
        total += cast.n;
        box.add(cast.ballot, cast.group, cast.n, cast.weight);

        const std::string voter = read_id(list[i], "voter", path);
        if (voter.empty()) continue;
        const auto [kept, is_first] = last_of_voter.try_emplace(voter);
        if (!is_first) box.take_back(kept->second.ballot, kept->second.group, kept->second.n, kept->second.weight, true);
        kept->second = std::move(cast);
    }
}

json count(const json& file) {
    if (!file.is_object()) refuse("(the file)", "must be an object {…}");
    if (member(file, "format") != case_format) refuse("format", "must be \"" + std::string(case_format) + "\"");
    const json& method = member(file, "method");
    if (!method.is_string()) refuse("method", "must be the name of a method, a text");
    const auto options = read_options(file);
    const auto found = file.find("params");
    const json* rules = found == file.end() ? nullptr : &*found;

    ballot_box box(settled(make_rule({method.get_ref<const std::string&>(), rules, options})), settled(read_weighting(rules)), settled(read_electorate(rules)));
    fill(box, member(file, "ballots"));
    return to_json(box.count(), box.cast(), box.entitled(), options);
}

}  // namespace

std::variant<nlohmann::json, rule_problem> count_case(const nlohmann::json& file) {
    try {
        return count(file);
    } catch (rule_problem& problem) {
        return std::move(problem);
    }
}

}  // namespace sawt
