// A small workshop in a given state, for the tests of the floors above the fold.
#pragma once

#include <sawt/workshop.hpp>

#include <optional>
#include <string>

namespace sawt::tests {

inline constexpr const char* small_plan = R"({"groups":[{"id":"designers","name":"المصممون"},{"id":"tanneries","name":"المدابغ"},{"id":"importers","name":"المستوردون"}],"items":[
  {"id":"hello","kind":"slide","title":{"ar":"أهلا","en":"Hello"}},
  {"id":"priorities","kind":"vote","method":"dots","options":[{"id":"a","text":"=أ"},{"id":"b","text":"ب"}],"params":{"cap":3,"dots":5},"title":"أولويات"}],
  "languages":["ar","en"],"sawt":1,"settings":{"group_limit":5},"title":"ورشة"})";

struct running {
    workshop state;
    std::vector<std::string> lines;

    explicit running(const std::string& plan = small_plan) { does(workshop_made{"482913", plan}); }

    applied does(event what) {
        const entry next{state.last() + 1, 1795507200, std::move(what)};
        lines.push_back(to_line(next));
        return state.apply(next, leaf_hash(lines.back()));
    }
    applied acts(deed what, const std::string& item = "") {
        act done;
        done.what = what;
        done.item = item;
        done.id = "act-" + std::to_string(state.last());
        return does(done);
    }
    // The current round, or one option of it.
    applied annuls(const std::string& item, const std::string& why, const std::optional<std::string>& option = std::nullopt) {
        act done;
        done.what = deed::annul;
        done.item = item;
        done.id = "act-" + std::to_string(state.last());
        done.round = state.find(item)->now().number;
        done.option = option;
        done.text = local_text{{{"", why}}};
        return does(done);
    }
    applied votes(const std::string& voter, const std::string& ballot, const std::string& group = "tanneries", const std::string& id = "") {
        return does(ballot_cast{id.empty() ? "id-" + std::to_string(state.last()) : id, "priorities", state.find("priorities")->now().number, voter, group, "phone", ballot});
    }
};

}  // namespace sawt::tests
