#include "tests/counting/random_ballots.hpp"

namespace sawt::test {

namespace {

using nlohmann::json;

// Values that readers get wrong: of every type, at every end of the numbers, and texts that are no ids.
json odd_value(std::mt19937_64& chance) {
    static const std::vector<json> odd{
        nullptr, true, false, 0, 1, -1, 2, 3.0, 0.5, -0.0, 1e300, -1e300, 4294967296, INT64_MAX, INT64_MIN, UINT64_MAX,
        "", "A", "B", "no such option", "\xd9\x8b", "\xff", std::string("\0", 1), std::string(5000, 'a'),
        json::array(), json::object(), json::array({nullptr}), json::array({"A", "A"}), json::array({json::array({json::array()})}),
        json{{"A", 1}}, json{{"A", nullptr}}, json{{"", ""}}, json{{"winner", "A"}}};
    return odd[chance() % odd.size()];
}

// A place in the value, each about as likely.
json& somewhere(json& value, std::mt19937_64& chance) {
    json* at = &value;
    while ((at->is_array() || at->is_object()) && !at->empty() && chance() % 4 != 0) {
        auto next = at->begin();
        std::advance(next, static_cast<std::ptrdiff_t>(chance() % at->size()));
        at = &*next;
    }
    return *at;
}

}  // namespace

json spoilt(json value, std::mt19937_64& chance) {
    static const std::vector<std::string> members{"choice", "approve", "points", "scores", "ranking", "pairs", "winner", "loser",
                                                  "tie",    "skip",    "words",  "A",      "B",       "Z",     "impact", ""};
    for (auto times = 1 + chance() % 3; times > 0; --times) {
        json& place = somewhere(value, chance);
        switch (chance() % 5) {
            case 0: place = odd_value(chance); break;
            case 1:
                if (place.is_object()) place[members[chance() % members.size()]] = odd_value(chance);
                else if (place.is_array()) place.push_back(odd_value(chance));
                break;
            case 2:
                if (place.is_array() && !place.empty()) place.push_back(place[chance() % place.size()]);
                else if (place.is_number_integer()) place = static_cast<std::int64_t>(place.get<std::uint64_t>() * 3 - 1);
                break;
            case 3:
                if (place.is_array() && !place.empty()) place.erase(chance() % place.size());
                else if (place.is_object() && !place.empty()) place.erase(place.begin());
                break;
            default: {
                const json whole = value;
                json& other = somewhere(value, chance);
                other = whole.is_object() && !whole.empty() ? *whole.begin() : whole;  // a part within itself
            }
        }
    }
    return value;
}

}  // namespace sawt::test
