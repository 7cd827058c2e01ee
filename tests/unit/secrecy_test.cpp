// Who may know of a ballot: what the fold takes and keeps back in each mode.
#include "tests/catch.hpp"

#include <sawt/workshop.hpp>

#include <nlohmann/json.hpp>

using namespace sawt;

namespace {

std::string vote(const std::string& id, const std::string& more) {
    return R"({"id":")" + id + R"(","kind":"vote","method":"plurality","options":[{"id":"a","text":"أ"},{"id":"b","text":"ب"}],"title":"سؤال")" + more + "}";
}

std::string plan_of(const std::string& items, const std::string& groups = R"([{"id":"designers","name":"المصممون"},{"id":"tanneries","name":"المدابغ"}])") {
    return R"({"groups":)" + groups + R"(,"items":[)" + items + R"(],"languages":["ar"],"sawt":1,"title":"ورشة"})";
}

struct hall {
    workshop state;
    utc_seconds now = 1795507200;

    hall() { does(workshop_made{"482913", plan_of(vote("secret", R"(,"secrecy":"secret")") + "," + vote("named", R"(,"secrecy":"named")") + "," + vote("usual", ""))}); }

    applied does(event what) {
        const entry next{state.last() + 1, now, std::move(what)};
        return state.apply(next, leaf_hash(to_line(next)));
    }
    applied acts(deed what, const std::string& item, const std::string& body = "") {
        act done;
        done.what = what;
        done.item = item;
        done.body = body;
        return does(done);
    }
    applied votes(const std::string& item, const std::string& voter, const std::string& group, const std::string& choice = "a") {
        return does(ballot_cast{"id-" + std::to_string(state.last()), item, state.find(item)->now().number, voter, group, "phone", R"({"choice":")" + choice + R"("})"});
    }
    const item_state& item(const std::string& id) const { return *state.find(id); }
};

reason why(const applied& did) {
    REQUIRE(did.refused);
    return did.refused->why;
}

std::string problem_of(const std::string& plan) {
    const auto read = read_agenda(nlohmann::json::parse(plan));
    const auto* problem = std::get_if<agenda_problem>(&read);
    return problem == nullptr ? std::string{} : problem->path + " " + problem->problem;
}

}  // namespace

TEST_CASE("a secret ballot names no group, and its round has no cut by group") {
    hall w;
    w.acts(deed::open, "secret");
    CHECK(why(w.votes("secret", "v1", "tanneries")) == reason::bad_message);
    CHECK(w.votes("secret", "v1", "").counted_item == "secret");
    w.acts(deed::close, "secret");
    const round_result counted = w.state.count(w.item("secret"), w.item("secret").now());
    CHECK(counted.total.scores.front() == rational(1));
    CHECK(counted.groups.empty());

    w.acts(deed::open, "usual");
    CHECK(why(w.votes("usual", "v1", "")) == reason::group_needed);
    w.votes("usual", "v1", "tanneries");
    CHECK(w.state.count(w.item("usual"), w.item("usual").now()).groups.size() == 2);
}

TEST_CASE("while a secret vote goes on it is hidden, not revealed, and the log is given away up to before its opening") {
    hall w;
    w.does(participant_joined{"p1", "tanneries"});
    CHECK(w.state.last_public() == 2);
    w.now += 120;
    w.acts(deed::open, "secret");
    CHECK(w.item("secret").now().opened == 3);
    CHECK(w.item("secret").now().opened_at == w.now);
    w.votes("secret", "v1", "");
    w.does(participant_joined{"p2", "designers"});
    CHECK(w.item("secret").is_hidden(w.item("secret").now()));
    CHECK(why(w.acts(deed::reveal, "secret")) == reason::bad_act);
    CHECK(w.state.last_public() == 2);
    w.acts(deed::close, "secret");
    CHECK_FALSE(w.item("secret").is_hidden(w.item("secret").now()));
    CHECK(w.state.last_public() == w.state.last());
    CHECK_FALSE(w.acts(deed::reveal, "secret").refused);

    // One more ballot after the result was seen would say whose it is.
    CHECK(why(w.acts(deed::open, "secret")) == reason::bad_act);
    w.acts(deed::round, "secret");
    CHECK_FALSE(w.acts(deed::open, "secret").refused);
    CHECK(w.state.last_public() == w.item("secret").now().opened - 1);

    w.acts(deed::open, "usual");
    w.acts(deed::close, "usual");
    CHECK_FALSE(w.acts(deed::open, "usual").refused);
}

TEST_CASE("a named ballot is cast by a participant who has given a name") {
    hall w;
    w.acts(deed::open, "named");
    CHECK(why(w.votes("named", "p1", "tanneries")) == reason::name_needed);
    w.does(participant_joined{"p1", "tanneries"});
    CHECK(why(w.votes("named", "p1", "tanneries")) == reason::name_needed);
    w.does(participant_joined{"p1", "tanneries", "ليلى"});
    CHECK(w.votes("named", "p1", "tanneries").counted_item == "named");
    CHECK(w.state.participants().at("p1").name == "ليلى");
    CHECK(w.state.voters() == 1);
    w.does(participant_joined{"p1", "designers", ""});
    CHECK(w.state.participants().at("p1").name == "ليلى");
    CHECK(why(w.does(participant_joined{"p2", "tanneries", std::string(name_bytes_max + 1, 'x')})) == reason::bad_message);
}

TEST_CASE("secrecy is settled once the vote was open, and free before") {
    hall w;
    CHECK_FALSE(w.acts(deed::replace, "secret", vote("secret", R"(,"secrecy":"named")")).refused);
    CHECK(w.item("secret").plan.ballots == secrecy::named);
    CHECK_FALSE(w.acts(deed::replace, "secret", vote("secret", R"(,"secrecy":"secret")")).refused);
    w.acts(deed::open, "secret");
    w.acts(deed::close, "secret");
    for (const char* other : {R"(,"secrecy":"named")", R"(,"secrecy":"pseudonymous")", ""}) CHECK(why(w.acts(deed::replace, "secret", vote("secret", other))) == reason::bad_act);
    CHECK_FALSE(w.acts(deed::replace, "secret", vote("secret", R"(,"secrecy":"secret","note":"x")")).refused);
    CHECK(why(w.acts(deed::replace, "secret", vote("secret", ""))) == reason::bad_act);

    // A phone may still hold a ballot that it was promised to keep secret.
    w.acts(deed::remove, "secret");
    CHECK(why(w.acts(deed::add, "", vote("secret", R"(,"secrecy":"named")"))) == reason::bad_act);
    CHECK_FALSE(w.acts(deed::add, "", vote("secret", R"(,"secrecy":"secret")")).refused);
    CHECK(w.item("secret").settled);
    w.acts(deed::remove, "usual");
    CHECK_FALSE(w.acts(deed::add, "", vote("usual", R"(,"secrecy":"named")")).refused);
}

TEST_CASE("an agenda whose votes cannot be as secret as it says is refused with the reason") {
    CHECK(problem_of(plan_of(vote("x", R"(,"secrecy":"open")"))).find("items[0].secrecy must be") == 0);
    CHECK(problem_of(plan_of(vote("x", R"(,"secrecy":"secret","results":"live")"))).find("items[0].secrecy cannot be \"secret\" with live results") == 0);
    const std::string weighty = R"([{"id":"designers","name":"D","weight":2},{"id":"tanneries","name":"T"}])";
    CHECK(problem_of(plan_of(vote("x", R"(,"secrecy":"secret")"), weighty)).find("items[0].secrecy cannot be \"secret\" where groups weigh differently") == 0);
    CHECK(problem_of(plan_of(vote("x", R"(,"secrecy":"secret","params":{"group_weights":{}})"), weighty)).empty());
    CHECK(problem_of(plan_of(vote("x", R"(,"secrecy":"named","results":"live")"), weighty)).empty());
}
