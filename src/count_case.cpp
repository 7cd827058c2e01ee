// `sawt count`: one file with rules and ballots in, one result out. It goes through the same ballot box as a live workshop.
#include <sawt/ballot_box.hpp>

#include "counting/exact_json.hpp"
#include "counting/params.hpp"

#include <nlohmann/json.hpp>

#include <limits>
#include <map>
#include <set>
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
    standing is = standing::invalid;  // in the box
    std::size_t place = 0;            // in its list
};

// The ballot that counts for each voter with an id.
using ballots_by_voter = std::unordered_map<std::string, cast_ballots>;

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

// The invalid ballots of a case: for each reason how many, and where the first of them stand, so that whoever typed them finds them again.
class invalid_ballots {
public:
    void begin_list(std::string path) { lists_.push_back(std::move(path)); }

    void add(std::string_view reason, const cast_ballots& cast) {
        if (cast.n == 0) return;
        of_reason& one = by_reason_[reason];
        one.n += cast.n;
        one.places.emplace(lists_.size() - 1, cast.place);
        if (one.places.size() > places_max) one.places.erase(std::prev(one.places.end()));
    }

    json told() const {
        auto list = json::array();
        for (const auto& [reason, one] : by_reason_) {
            auto places = json::array();
            for (const auto& [in, place] : one.places) places.push_back(lists_[in] + "[" + std::to_string(place) + "]");
            list.push_back({{"reason", reason}, {"n", exact_json(one.n)}, {"at", std::move(places)}});
        }
        return list;
    }

private:
    static constexpr std::size_t places_max = 20;
    struct of_reason {
        std::uint64_t n = 0;
        std::set<std::pair<std::size_t, std::size_t>> places;  // list and place in it
    };
    std::vector<std::string> lists_;
    std::map<std::string_view, of_reason> by_reason_;
};

ballots_by_voter fill(ballot_box& box, const json& list, const std::string& list_path, invalid_ballots& invalid) {
    if (!list.is_array()) refuse(list_path, "must be a list of ballots");
    ballots_by_voter last_of_voter;
    invalid.begin_list(list_path);
    const auto look_at = [&](const cast_ballots& cast) {
        if (const auto why = box.objection_to(cast.ballot, cast.group, cast.weight); !why.empty()) invalid.add(why, cast);
    };
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string path = list_path + "[" + std::to_string(i) + "]";
        cast_ballots cast = read_ballots(list[i], box.rule(), path);
        if (cast.n > std::numeric_limits<std::uint64_t>::max() - total) refuse(path + ".n", "makes more ballots than 64 bits can number");
        total += cast.n;
        cast.place = i;
        cast.is = box.add(cast.ballot, cast.group, cast.n, cast.weight);

        const std::string voter = read_id(list[i], "voter", path);
        if (voter.empty()) {
            look_at(cast);
            continue;
        }
        const auto [kept, is_first] = last_of_voter.try_emplace(voter);
        if (!is_first) box.take_back(kept->second.ballot, kept->second.group, kept->second.n, kept->second.weight, true);
        kept->second = std::move(cast);
    }
    for (const auto& [voter, cast] : last_of_voter) look_at(cast);  // those that were superseded are no ballots
    return last_of_voter;
}

struct case_round {
    ballot_box box;
    ballots_by_voter voters;
};

json shift_of(const case_round& before, const case_round& now) {
    const counting_rule& rule = now.box.rule();
    const auto counted = [](const cast_ballots& cast) { return cast.is == standing::counted && cast.n > 0; };
    const auto shifts = rule.open_shift();
    for (const auto& [voter, cast] : now.voters) {
        const auto then = before.voters.find(voter);
        if (then == before.voters.end() || !counted(then->second) || !counted(cast)) continue;
        shifts->add(rule.shift_between(then->second.ballot.says, cast.ballot.says), 1);
    }
    return json::parse(now.box.shift_since(before.box, *shifts));
}

// A question that was put several times: the common keys are those of the last round.
template <class NewBox>
json count_rounds(const json& file, const std::vector<std::string>& options, const NewBox& new_box) {
    std::vector<case_round> rounds;
    invalid_ballots invalid;
    const auto add_round = [&](const json& ballots, const std::string& path) {
        case_round& round = rounds.emplace_back(case_round{new_box(), {}});
        round.voters = fill(round.box, ballots, path, invalid);
    };
    const auto list = file.find("rounds");
    if (list == file.end()) {
        add_round(member(file, "ballots"), "ballots");
    } else {
        if (!list->is_array()) refuse("rounds", "must be a list of rounds such as {\"ballots\": […]}");
        for (std::size_t i = 0; i < list->size(); ++i) {
            const std::string path = "rounds[" + std::to_string(i) + "]";
            if (!(*list)[i].is_object() || !(*list)[i].contains("ballots")) refuse(path, "must be an object {\"ballots\": […]}");
            add_round((*list)[i]["ballots"], path + ".ballots");
        }
    }

    auto told = json::array();
    auto shifts = json::array();
    const ballot_box none = new_box();
    json result = to_json(none.count(), none.cast(), none.entitled(), options);
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        const ballot_box& box = rounds[i].box;
        result = to_json(box.count(), box.cast(), box.entitled(), options);
        told.push_back({{"stats", result["stats"]}, {"turnout", result["turnout"]}});
        if (i > 0) shifts.push_back(shift_of(rounds[i - 1], rounds[i]));
    }
    result["invalid"] = invalid.told();
    result["rounds"] = std::move(told);
    result["shifts"] = std::move(shifts);
    return result;
}

json count(const json& file) {
    if (!file.is_object()) refuse("(the file)", "must be an object {…}");
    if (member(file, "format") != case_format) refuse("format", "must be \"" + std::string(case_format) + "\"");
    const json& method = member(file, "method");
    if (!method.is_string()) refuse("method", "must be the name of a method, a text");
    const auto options = read_options(file);
    const auto found = file.find("params");
    const json* rules = found == file.end() ? nullptr : &*found;

    const auto rule = settled(make_rule({method.get_ref<const std::string&>(), rules, options}));
    const auto weighting = settled(read_weighting(rules));
    const auto entitled = settled(read_electorate(rules));
    const auto new_box = [&] { return ballot_box(rule, weighting, entitled); };
    if (rule->open_shift()) return count_rounds(file, options, new_box);
    ballot_box box = new_box();
    invalid_ballots invalid;
    fill(box, member(file, "ballots"), "ballots", invalid);
    json result = to_json(box.count(), box.cast(), box.entitled(), options);
    result["invalid"] = invalid.told();
    return result;
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
