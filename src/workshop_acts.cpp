// The facilitator's steps: what each may do in which state, and what it does.
#include <sawt/canonical.hpp>
#include <sawt/workshop.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace sawt {

namespace {

constexpr const char* settled_already = "who may know of a ballot is settled once the vote was open; make a new vote under another id";

refusal no(std::string problem) { return refusal{reason::bad_act, "", std::move(problem)}; }

std::variant<item, agenda_problem> item_of(const act& done, const std::vector<stakeholder_group>& groups) {
    const auto file = parse_json(done.body, {.bytes_max = agenda_bytes_max, .depth_max = 16});
    if (!file) return agenda_problem{"what", "must be an item {…}"};
    return read_item(*file, groups);
}

std::optional<refusal> objection_to_show(const act& done, const item_state* it, const stage_state& stage, const workshop& in) {
    if (done.view && *done.view != "item" && *done.view != "groups" && *done.view != "join" && *done.view != "black")
        return no("view must be item, groups, join or black");
    const bool needs_item = done.round || (done.view && (*done.view == "item" || *done.view == "groups"));
    if (it == nullptr) it = in.find(stage.item);
    if (needs_item && it == nullptr) return no("show needs an item");
    if (done.round && it->round(*done.round) == nullptr) return no("the item has no such round");
    return std::nullopt;
}

std::optional<refusal> objection_to_change(const item_state& it) {
    if (it.has_ballots()) return refusal{reason::has_ballots, "", {}};
    if (!it.rounds.empty() && it.now().status == item_status::open) return no("the item is open; close it first");
    return std::nullopt;
}

bool has_option(const item& plan, const std::string& option) {
    return std::find(plan.option_ids.begin(), plan.option_ids.end(), option) != plan.option_ids.end();
}

// `round` is the round meant, the current one where the act names none.
std::optional<refusal> objection_to_annulment(const act& done, const item_state& it, const vote_round* round) {
    if (round == nullptr) return no("the item has no such round");
    if (done.option && !has_option(it.plan, *done.option)) return no("the item has no such option");
    if (done.what == deed::restore) {
        const bool is_void = done.option ? round->annulled_options.contains(*done.option) : !round->annulled.empty();
        return is_void ? std::nullopt : std::optional(no("it is not void"));
    }
    if (done.text.empty()) return no("void needs a text that says why");
    if (round->status == item_status::waiting) return refusal{reason::not_open, "", {}};
    if (done.option && round->status == item_status::open) return no("close the item before an option of it is made void");
    return std::nullopt;
}

}  // namespace

std::optional<refusal> workshop::objection_to(const act& done) const {
    const item_state* it = find(done.item);
    const bool names_item = done.what != deed::freeze && done.what != deed::thaw && done.what != deed::add && (done.what != deed::show || !done.item.empty());
    if (names_item && it == nullptr) return refusal{reason::unknown_item, "", {}};
    const bool of_votes = done.what == deed::open || done.what == deed::close || done.what == deed::reveal || done.what == deed::hide ||
                          done.what == deed::countdown || done.what == deed::round || done.what == deed::annul || done.what == deed::restore;
    if (of_votes && it->rounds.empty()) return refusal{reason::not_a_vote, "", {}};
    // Open and close mean the round they were pressed for: a countdown that ends must not close the round after it.
    if ((done.what == deed::open || done.what == deed::close) && done.round && *done.round != it->now().number) return refusal{reason::wrong_round, "", {}};
    switch (done.what) {
        case deed::open:
            if (!it->now().annulled.empty()) return no("the round is void; make a new round");
            // Its result has been seen: what one more ballot changes in it would say who cast it.
            if (it->plan.ballots == secrecy::secret && it->now().status == item_status::closed) return no("a secret vote is not opened again; make a new round");
            return std::nullopt;
        case deed::thaw: return std::nullopt;
        case deed::close: return it->now().status == item_status::waiting ? std::optional(refusal{reason::not_open, "", {}}) : std::nullopt;
        case deed::reveal:
            if (it->is_hidden(it->now())) return no("a secret vote shows nothing before it is closed");
            [[fallthrough]];
        case deed::hide: return it->now().status == item_status::waiting ? std::optional(refusal{reason::not_open, "", {}}) : std::nullopt;
        case deed::show: return objection_to_show(done, it, stage_, *this);
        case deed::freeze: {
            const item_state* on = find(stage_.item);
            return on == nullptr || on->rounds.empty() ? std::optional(no("no vote is on the stage")) : std::nullopt;
        }
        case deed::countdown:
            if (!done.seconds) return no("countdown needs seconds");
            if (*done.seconds > 86400) return no("a countdown has at most 86400 seconds");
            if (*done.seconds > 0 && !done.ends) return no("countdown needs an end");
            if (done.then && *done.then != "close" && *done.then != "warn") return no("then must be close or warn");
            return it->now().status == item_status::open ? std::nullopt : std::optional(refusal{reason::not_open, "", {}});
        case deed::round: return it->now().status == item_status::closed ? std::nullopt : std::optional(no("close the item before a new round"));
        case deed::add: {
            if (items_.size() >= items_max) return no("the agenda has " + std::to_string(items_max) + " items already");
            const auto read = item_of(done, plan_.groups);
            if (const auto* problem = std::get_if<agenda_problem>(&read)) return refusal{reason::bad_agenda, "", problem->path + " " + problem->problem};
            if (find(std::get<item>(read).id) != nullptr) return no("an item of that id is there already");
            if (done.after && find(*done.after) == nullptr) return refusal{reason::unknown_item, "", {}};
            return unsettles(std::get<item>(read)) ? std::optional(no(settled_already)) : std::nullopt;
        }
        case deed::replace: {
            const auto read = item_of(done, plan_.groups);
            if (const auto* problem = std::get_if<agenda_problem>(&read)) return refusal{reason::bad_agenda, "", problem->path + " " + problem->problem};
            if (std::get<item>(read).id != done.item) return no("an item keeps its id");
            if (auto unfit = objection_to_change(*it)) return unfit;
            return unsettles(std::get<item>(read)) ? std::optional(no(settled_already)) : std::nullopt;
        }
        case deed::amend: {
            if (done.text.empty()) return no("amend needs a text");
            if (done.option && !has_option(it->plan, *done.option)) return no("the item has no such option");
            return std::nullopt;
        }
        case deed::remove: return objection_to_change(*it);
        case deed::annul:
        case deed::restore: return objection_to_annulment(done, *it, done.round ? it->round(*done.round) : &it->now());
    }
    return no("unknown act");
}

bool workshop::unsettles(const item& wanted) const {
    const auto was = settled_.find(wanted.id);
    return was != settled_.end() && was->second != wanted.ballots;
}

void workshop::put_on_stage(stage_view view, item_state& it, round_number round) {
    // What was frozen was the picture that is now replaced.
    if (stage_.item != it.plan.id || stage_.round != round) stage_.frozen = false;
    stage_.view = view;
    stage_.item = it.plan.id;
    stage_.round = round;
    it.shown = true;
}

void workshop::take_open(item_state& it, const entry& at) {
    vote_round& round = it.now();
    if (round.opened == 0) {
        round.opened = at.number;
        round.opened_at = at.at;
    }
    it.settled = true;
    settled_.emplace(it.plan.id, it.plan.ballots);
    if (round.status == item_status::waiting) round.revealed = it.plan.live_results;
    round.status = item_status::open;
    round.check.clear();
    stage_.frozen = false;
    put_on_stage(stage_view::item, it, round.number);
}

void workshop::take_close(item_state& it) {
    if (it.now().status == item_status::closed) return;
    it.now().status = item_status::closed;
    it.now().check = short_code(log_.root());
    it.ends.reset();
}

void workshop::take_show(const act& done) {
    if (done.qr) stage_.qr = *done.qr;
    if (done.view == "join") stage_.view = stage_view::join;
    if (done.view == "black") stage_.view = stage_view::black;
    item_state* it = to_change(done.item.empty() ? stage_.item : done.item);
    const bool moves = !done.item.empty() || done.round || done.view == "item" || done.view == "groups";
    if (it == nullptr || !moves) return;
    const round_number newest = it->rounds.empty() ? 0 : it->now().number;
    const round_number kept = done.item.empty() || done.item == stage_.item ? stage_.round : newest;
    const bool hides_item = done.view == "join" || done.view == "black";
    put_on_stage(hides_item ? stage_.view : done.view == "groups" ? stage_view::groups : stage_view::item, *it, done.round.value_or(kept == 0 ? newest : kept));
}

void workshop::take_item(const act& done, applied& into) {
    item plan = std::get<item>(item_of(done, plan_.groups));
    into.items = {plan.id};
    if (done.what == deed::replace) {
        item_state& it = *to_change(done.item);
        const bool shown = it.shown;
        const auto rounds = it.rounds.size();
        it = std::move(*fresh_state(std::move(plan)));
        it.shown = shown;
        it.settled = settled_.contains(it.plan.id);
        if (stage_.item == done.item) stage_.round = it.rounds.empty() ? 0 : 1;
        if (rounds > 1) stage_.frozen = false;
        return;
    }
    auto place = items_.end();
    if (done.after) place = std::find_if(items_.begin(), items_.end(), [&](const auto& it) { return it->plan.id == *done.after; }) + 1;
    auto fresh = fresh_state(std::move(plan));
    fresh->settled = settled_.contains(fresh->plan.id);
    items_.insert(place, std::move(fresh));
}

void workshop::take(const act& done, const entry& at, applied& into) {
    into.done = done.what;
    if (!done.item.empty()) into.items = {done.item};
    item_state* it = to_change(done.item);
    switch (done.what) {
        case deed::open: take_open(*it, at); break;
        case deed::close: take_close(*it); break;
        case deed::reveal:
        case deed::hide:
            it->now().revealed = done.what == deed::reveal;
            if (stage_.item == done.item) stage_.frozen = false;
            break;
        case deed::show: take_show(done); break;
        case deed::freeze: {
            const item_state& on = *find(stage_.item);
            const vote_round* round = on.round(stage_.round);
            if (stage_.frozen || round == nullptr) break;
            frozen_ = votes_of(on, *round);
            stage_.frozen = true;
            break;
        }
        case deed::thaw: stage_.frozen = false; break;
        case deed::countdown:
            it->ends = *done.seconds > 0 ? done.ends : std::nullopt;
            it->close_at_zero = done.then == "close";
            break;
        case deed::round: {
            vote_round next;
            next.number = it->now().number + 1;
            next.box = std::make_unique<ballot_box>(it->plan.rule, it->plan.weighting, it->plan.entitled);
            next.shifts = it->plan.rule->open_shift();
            it->rounds.push_back(std::move(next));
            if (stage_.item == done.item) put_on_stage(stage_.view, *it, it->now().number);
            break;
        }
        case deed::add:
        case deed::replace: take_item(done, into); break;
        case deed::annul:
        case deed::restore: {
            vote_round& round = done.round ? it->rounds[*done.round - 1] : it->now();
            if (!done.option && done.what == deed::annul && round.status == item_status::open) take_close(*it);  // only the last round can be open
            if (!done.option) round.annulled = done.what == deed::annul ? done.text : local_text{};
            else if (done.what == deed::annul) round.annulled_options[*done.option] = done.text;
            else round.annulled_options.erase(*done.option);
            break;
        }
        case deed::amend: {
            local_text* text = &it->plan.title;
            for (option& one : it->plan.options)
                if (done.option == one.id) text = &one.text;
            *text = done.text;
            break;
        }
        case deed::remove:
            if (stage_.item == done.item) {
                const bool qr = stage_.qr;
                stage_ = {};
                stage_.qr = qr;
            }
            std::erase_if(items_, [&](const auto& one) { return one->plan.id == done.item; });
            break;
    }
    if (!stage_.frozen) frozen_.reset();
}

}  // namespace sawt
