#include "server/core/decide.hpp"

#include "server/core/identity.hpp"

#include <sawt/canonical.hpp>

#include <nlohmann/json.hpp>

namespace sawt::core {

namespace {

decision if_lawful(const workshop& state, event what) {
    if (auto why = state.objection(what)) return *std::move(why);
    return what;
}

// An item made at the desk need not have ids: it gets one, and its options get the numbers they have on the wall.
std::string with_ids(const workshop& state, const std::string& body, const std::string& item, const std::array<unsigned char, 16>& random) {
    auto what = parse_json(body, {.bytes_max = agenda_bytes_max, .depth_max = 16});
    if (!what || !what->is_object()) return body;
    if (!item.empty()) {
        (*what)["id"] = item;
    } else if (!what->contains("id")) {
        std::string id = "i-" + to_base64url({reinterpret_cast<const char*>(random.data()), 6});
        while (state.find(id) != nullptr) id += "x";
        (*what)["id"] = std::move(id);
    }
    if (auto options = what->find("options"); options != what->end() && options->is_array())
        for (std::size_t i = 0; i < options->size(); ++i)
            if ((*options)[i].is_object() && !(*options)[i].contains("id")) (*options)[i]["id"] = std::to_string(i + 1);
    return canonical(*what).value_or(body);
}

}  // namespace

decision decide(const workshop& state, const actor& who, const cast& asked) {
    if (who.as != role::voter) return refusal{reason::not_allowed, "", {}};
    const item_state* it = state.find(asked.item);
    const bool secret = it != nullptr && it->plan.ballots == secrecy::secret;
    ballot_cast wanted{asked.id, asked.item, asked.round, who.voter, secret ? std::string{} : who.group, "phone", asked.ballot};
    auto decided = if_lawful(state, wanted);
    const auto* why = std::get_if<refusal>(&decided);
    if (why != nullptr && why->why == reason::name_needed && who.gave_name) return wanted;
    return decided;
}

decision decide(const workshop& state, const actor& who, const act_request& asked, utc_seconds now, const std::array<unsigned char, 16>& random) {
    if (who.as != role::facilitator) return refusal{reason::not_allowed, "", {}};
    act done = asked.what;
    done.by = "facilitator";
    const item_state* it = state.find(done.item);
    const bool of_round = done.what == deed::open || done.what == deed::close || done.what == deed::annul || done.what == deed::restore;
    if (of_round && !done.round && it != nullptr && !it->rounds.empty()) done.round = it->now().number;
    if (done.what == deed::countdown) {
        if (!done.then) done.then = "warn";
        if (done.seconds && *done.seconds > 0) done.ends = now + *done.seconds;
    }
    if (done.what == deed::add) done.body = with_ids(state, done.body, "", random);
    if (done.what == deed::replace) done.body = with_ids(state, done.body, done.item, random);
    return if_lawful(state, std::move(done));
}

decision decide_countdown(const workshop& state, const item_state& of) {
    if (!of.close_at_zero || !of.ends || of.rounds.empty() || of.now().status != item_status::open) return refusal{reason::bad_act, "", "no countdown"};
    act done;
    done.what = deed::close;
    done.by = "countdown";
    done.item = of.plan.id;
    done.round = of.now().number;
    return if_lawful(state, std::move(done));
}

}  // namespace sawt::core
