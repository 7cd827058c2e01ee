#include <sawt/workshop.hpp>

#include <sawt/canonical.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace sawt {

namespace {

constexpr std::size_t ballot_bytes_max = 64 * 1024;

reading read_ballot(const counting_rule& rule, std::string_view ballot) {
    const auto value = parse_json(ballot, {.bytes_max = ballot_bytes_max, .depth_max = 8});
    if (!value) return {standing::invalid, {}, "wrong-shape"};
    return rule.read(*value);
}

// What a voter's ballot in the current round says together with the one in the round before; nothing unless both are counted. The round before
// is closed for good since this one began, so its ballot is the same whenever it is asked for.
std::optional<marks> shift_of(const item_state& it, const std::string& voter, const reading& now, std::string_view group) {
    if (!it.now().shifts || it.now().box->stands(now, group) != standing::counted) return std::nullopt;
    const vote_round& before = *it.round(it.now().number - 1);
    const auto kept = before.ballots.find(voter);
    if (!kept) return std::nullopt;
    const reading then = read_ballot(before.box->rule(), kept->ballot);
    if (before.box->stands(then, kept->group) != standing::counted) return std::nullopt;
    return before.box->rule().shift_between(then.says, now.says);
}

bool is_name(std::string_view text) { return text.find_first_not_of(' ') != text.npos; }

}  // namespace

std::string_view to_text(item_status status) { return status == item_status::open ? "open" : status == item_status::closed ? "closed" : "waiting"; }

std::string_view to_text(stage_view view) {
    switch (view) {
        case stage_view::join: return "join";
        case stage_view::item: return "item";
        case stage_view::groups: return "groups";
        case stage_view::black: break;
    }
    return "black";
}

std::unique_ptr<item_state> fresh_state(item plan) {
    auto state = std::make_unique<item_state>();
    state->plan = std::move(plan);
    if (!state->plan.rule) return state;
    state->rounds.emplace_back();
    state->now().box = std::make_unique<ballot_box>(state->plan.rule, state->plan.weighting, state->plan.entitled);
    return state;
}

bool item_state::has_ballots() const {
    return std::any_of(rounds.begin(), rounds.end(), [](const vote_round& round) { return !round.ballots.empty(); });
}

const item_state* workshop::find(std::string_view item) const {
    const auto found = std::find_if(items_.begin(), items_.end(), [&](const auto& it) { return it->plan.id == item; });
    return found == items_.end() ? nullptr : found->get();
}

item_state* workshop::to_change(std::string_view item) { return const_cast<item_state*>(std::as_const(*this).find(item)); }

std::uint64_t workshop::voters_of(std::string_view group) const {
    const auto found = by_group_.find(group);
    return found == by_group_.end() ? 0 : found->second;
}

std::vector<std::string> workshop::group_ids() const {
    std::vector<std::string> ids;
    for (const stakeholder_group& group : plan_.groups) ids.push_back(group.id);
    return ids;
}

workshop::once_digest::once_digest(std::string_view once) {
    const hash whole = sha256(once);
    for (std::size_t i = 0; i < 8; ++i) {
        high = high << 8 | whole[i];
        low = low << 8 | whole[8 + i];
    }
}

std::optional<entry_number> workshop::first_of(const once_digest& once) const {
    const auto place = answers_.find(once.low, [&](std::uint64_t at) { return digests_[at] == once; });
    return place ? std::optional<entry_number>(*place + 1) : std::nullopt;
}

std::optional<workshop::answer> workshop::answered(const std::string& once) const {
    const auto first = first_of(once_digest(once));
    if (!first) return std::nullopt;
    const auto why = refused_.find(*first);
    return answer{*first, leaf(*first), why == refused_.end() ? std::nullopt : std::optional(why->second)};
}

applied workshop::apply(const entry& what, const hash& leaf) {
    applied did;
    if (what.number != last() + 1) {
        did.refused = refusal{reason::bad_message, "", "entry " + std::to_string(what.number) + " does not follow entry " + std::to_string(last())};
        return did;
    }
    log_.add(leaf);
    const std::string once = once_key(what.what);
    digests_.emplace_back();
    if (!once.empty()) {
        const once_digest digest(once);
        if (const auto first = first_of(digest)) {
            did.repeats = *first;
            return did;
        }
        digests_.back() = digest;
        answers_.add(digest.low, what.number - 1, [&](std::uint64_t at) { return digests_[at].low; });
    }
    did.refused = objection(what.what);
    if (did.refused) {
        if (!once.empty()) refused_.emplace(what.number, *did.refused);
        return did;
    }
    if (const auto* cast = std::get_if<ballot_cast>(&what.what)) take(*cast, what.number, did);
    if (const auto* came = std::get_if<participant_joined>(&what.what)) take(*came, did);
    if (const auto* done = std::get_if<act>(&what.what)) take(*done, what, did);
    if (const auto* made = std::get_if<workshop_made>(&what.what)) take(*made, did);
    return did;
}

std::optional<refusal> workshop::objection(const event& what) const {
    // Nothing can happen before entry 1 is there, and entry 1 can happen once.
    if (std::holds_alternative<workshop_made>(what) != code_.empty()) return refusal{reason::bad_message, "", "a log begins with its workshop"};
    return std::visit([&](const auto& one) { return objection_to(one); }, what);
}

std::optional<refusal> workshop::objection_to(const workshop_made& made) const {
    const auto file = parse_json(made.agenda, {.bytes_max = agenda_bytes_max, .depth_max = 16});
    if (!file) return refusal{reason::bad_agenda, "", "the agenda is not JSON"};
    const auto read = read_agenda(*file);
    if (const auto* problem = std::get_if<agenda_problem>(&read)) return refusal{reason::bad_agenda, "", problem->path + " " + problem->problem};
    return std::nullopt;
}

void workshop::take(const workshop_made& made, applied&) {
    auto read = read_agenda(*parse_json(made.agenda, {.bytes_max = agenda_bytes_max, .depth_max = 16}));
    code_ = made.code;
    plan_ = std::get<agenda>(std::move(read));
    for (const item& one : plan_.items) items_.push_back(fresh_state(one));
}

std::optional<refusal> workshop::objection_to(const participant_joined& came) const {
    if (came.group.empty() ? !plan_.groups.empty() && plan_.rules.group_required : !plan_.has_group(came.group))
        return refusal{reason::group_needed, "", {}};
    if (came.name.size() > name_bytes_max) return refusal{reason::bad_message, "", "a name has at most " + std::to_string(name_bytes_max) + " bytes"};
    return std::nullopt;
}

void workshop::take(const participant_joined& came, applied& into) {
    const auto [place, fresh] = participants_.try_emplace(came.participant);
    if (!fresh) --by_group_[place->second.group];
    place->second.group = came.group;
    if (is_name(came.name)) place->second.name = came.name;  // whoever chooses another group keeps the name
    ++by_group_[came.group];
    into.joined = true;
}

std::optional<refusal> workshop::objection_to(const ballot_cast& cast) const {
    const item_state* it = find(cast.item);
    if (it == nullptr) return refusal{reason::unknown_item, "", {}};
    if (it->rounds.empty()) return refusal{reason::not_a_vote, "", {}};
    if (cast.round != it->now().number) return refusal{reason::wrong_round, "", {}};
    if (it->now().status == item_status::waiting) return refusal{reason::not_open, "", {}};
    if (it->now().status == item_status::closed) return refusal{reason::closed, "", {}};
    if (it->plan.ballots == secrecy::secret) {
        if (!cast.group.empty()) return refusal{reason::bad_message, "", "a secret ballot names no group"};
    } else if (const auto unfit = objection_to(participant_joined{"", cast.group, ""})) {
        return unfit;
    }
    if (it->plan.ballots == secrecy::named) {
        const auto who = participants_.find(cast.voter);
        if (who == participants_.end() || who->second.name.empty()) return refusal{reason::name_needed, "", {}};
    }
    const ballot_box& box = *it->now().box;
    if (const auto why = box.objection_to(read_ballot(box.rule(), cast.ballot), cast.group); !why.empty())
        return refusal{reason::invalid_ballot, std::string(why), {}};
    return std::nullopt;
}

void workshop::take(const ballot_cast& cast, entry_number at, applied& into) {
    item_state& it = *to_change(cast.item);
    vote_round& round = it.now();
    if (const auto before = round.ballots.find(cast.voter)) {
        const reading last = read_ballot(round.box->rule(), before->ballot);
        round.box->take_back(last, before->group, 1, 1, true);
        if (const auto shift = shift_of(it, cast.voter, last, before->group)) round.shifts->take_back(*shift, 1);
        --round.voted.find(before->group)->second;
    }
    const reading now = read_ballot(round.box->rule(), cast.ballot);
    round.box->add(now, cast.group);
    if (const auto shift = shift_of(it, cast.voter, now, cast.group)) round.shifts->add(*shift, 1);
    ++round.voted[cast.group];
    round.ballots.put(cast.voter, {at, cast.id, cast.ballot, cast.group});
    into.counted_item = cast.item;
    into.counted_round = round.number;
}

entry_number workshop::last_public() const {
    entry_number upto = last();
    for (const auto& it : items_)
        for (const vote_round& round : it->rounds)
            if (it->is_hidden(round)) upto = std::min(upto, round.opened - 1);
    return upto;
}

}  // namespace sawt
