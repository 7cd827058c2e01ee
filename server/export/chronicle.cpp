#include "server/export/chronicle.hpp"

#include <algorithm>

namespace sawt::exporting {

namespace {

constexpr std::uint16_t is_done = 0, is_repeated = 1, first_reason = 2;

}  // namespace

bool chronicle::add(std::string_view line, const hash& leaf) {
    const auto read = read_entry(line);
    const auto* what = std::get_if<entry>(&read);
    if (what == nullptr) return false;
    remember(*what, state_.apply(*what, leaf));
    return true;
}

void chronicle::remember(const entry& what, const applied& did) {
    if (fates_.empty()) began_ = what.at;
    until_ = std::max(until_, what.at);
    std::uint16_t fate = did.repeats != 0 ? is_repeated : is_done;
    if (did.refused && did.repeats == 0) {
        std::string why(to_text(did.refused->why));
        if (!did.refused->detail.empty()) why += " " + did.refused->detail;
        auto known = std::find(reasons_.begin(), reasons_.end(), why);
        if (known == reasons_.end()) known = reasons_.insert(reasons_.end(), std::move(why));
        fate = static_cast<std::uint16_t>(first_reason + (known - reasons_.begin()));
        if (const auto* cast = std::get_if<ballot_cast>(&what.what)) ++refused_ballots_[{cast->item, cast->round}];
    }
    fates_.push_back(fate);
    if (const auto* done = std::get_if<act>(&what.what)) remember_act(what, *done, did);
    if (const auto* cast = std::get_if<ballot_cast>(&what.what); cast != nullptr && !did.counted_item.empty() && state_.find(cast->item)->plan.ballots == secrecy::named)
        names_.emplace(what.number, state_.participants().at(cast->voter).name);
}

std::string_view chronicle::name_of(entry_number ballot) const {
    const auto found = names_.find(ballot);
    return found == names_.end() ? std::string_view() : found->second;
}

void chronicle::remember_act(const entry& what, const act& done, const applied& did) {
    std::string item = done.item.empty() && !did.items.empty() ? did.items.front() : done.item;
    const item_state* it = state_.find(item);
    const round_number round = it == nullptr || it->rounds.empty() ? 0 : done.round.value_or(it->now().number);
    if (did.done) steps_.push_back({what.number, what.at, *did.done, done.by, item, round, done.option.value_or(""), *did.done == deed::annul ? done.text : local_text{}});
    subjects_.emplace(what.number, std::pair(std::move(item), round));
}

const step* chronicle::last_step(deed what, std::string_view item, round_number round) const {
    const auto found = std::find_if(steps_.rbegin(), steps_.rend(), [&](const step& one) { return one.what == what && one.item == item && one.round == round; });
    return found == steps_.rend() ? nullptr : &*found;
}

fate chronicle::fate_of(entry_number entry) const {
    const std::uint16_t known = fates_.at(entry - 1);
    return known == is_done ? fate::done : known == is_repeated ? fate::repeated : fate::refused;
}

std::string_view chronicle::reason_of(entry_number entry) const {
    const std::uint16_t known = fates_.at(entry - 1);
    return known < first_reason ? std::string_view() : reasons_[known - first_reason];
}

std::pair<std::string_view, round_number> chronicle::subject_of(entry_number act) const {
    const auto found = subjects_.find(act);
    if (found == subjects_.end()) return {};
    return {found->second.first, found->second.second};
}

std::uint64_t chronicle::refused_ballots(std::string_view item, round_number round) const {
    const auto found = refused_ballots_.find({std::string(item), round});
    return found == refused_ballots_.end() ? 0 : found->second;
}

}  // namespace sawt::exporting
