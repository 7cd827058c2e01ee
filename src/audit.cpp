#include <sawt/audit.hpp>

#include <sawt/canonical.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace sawt {

namespace {

std::string number(std::uint64_t n) { return std::to_string(n); }

// The type of an entry, as it stands in the log.
std::string_view type_of(const event& what) {
    if (std::holds_alternative<ballot_cast>(what)) return "ballot";
    if (std::holds_alternative<participant_joined>(what)) return "join";
    if (const auto* done = std::get_if<act>(&what)) return to_text(done->what);
    return "workshop";
}

// An entry of a known kind is canonical when writing it again gives the same bytes; one with members that we do not know is parsed for it.
bool is_canonical(std::string_view line, const entry& read) {
    if (to_line(read) == line) return true;
    const auto value = parse_json(line, {.bytes_max = line.size(), .depth_max = 24});
    return value && canonical(*value) == line;
}

void count_one(audit_count& into, entry_number at) {
    if (into.many++ == 0) into.first = at;
}

// Of two faults the one that stands first in the file; one without a line stands at its end.
std::optional<audit_fault> first_of(std::optional<audit_fault> one, std::optional<audit_fault> other) {
    if (!one || !other) return one ? one : other;
    return other->line != 0 && (one->line == 0 || other->line < one->line) ? other : one;
}

// The text of a note whose signatures nobody can check.
std::string_view unsigned_text(std::string_view note) {
    const std::size_t blank = note.rfind("\n\n");
    return blank == note.npos ? note : note.substr(0, blank + 1);
}

}  // namespace

std::string_view to_text(flaw what) {
    static constexpr std::array<std::string_view, 8> names = {"changed", "missing", "swapped", "repeated", "added", "unreadable", "list", "checkpoint"};
    return names[static_cast<std::size_t>(what)];
}

void audit::add(std::string_view line) {
    ++lines_;
    if (!is_seal_line(line)) return take_entry(line);
    ++end_lines_;
    const auto read = read_seal_line(line);
    const auto spoil = [&](flaw what, std::string text) {
        if (!spoilt_end_) spoilt_end_ = audit_fault{what, 0, lines_, std::move(text)};
    };
    if (!read) return spoil(line.starts_with("{\"key\"") ? flaw::checkpoint : flaw::list, "line " + number(lines_) + ", of the end of the file, cannot be read");
    if (closing_) return spoil(flaw::checkpoint, "line " + number(lines_) + " stands after the checkpoint, which is the last line of a log");
    if (const auto* closing = std::get_if<closing_checkpoint>(&*read)) {
        closing_ = *closing;
        closing_line_ = lines_;
        return;
    }
    const auto& listed = std::get<listed_leaves>(*read);
    if (listed.first != listed_.size() + 1)
        return spoil(flaw::list, "the list of leaves goes on at line " + number(lines_) + " with entry " + number(listed.first) + " instead of " + number(listed_.size() + 1));
    take_leaves(listed);
}

void audit::take_entry(std::string_view line) {
    const hash leaf = leaf_hash(line);
    const entry_number place = tree().size() + 1;
    if (end_lines_ != (shifts_.empty() ? 0 : shifts_.back().second)) shifts_.emplace_back(place, end_lines_);
    if (end_lines_ != 0 && after_end_ == 0) after_end_ = place;
    if (!broken_ && fold(place, line, leaf)) return;
    // From here on the lines have a tree of their own, which begins with what was folded.
    if (broken_->entry == place) broken_tree_ = state_.tree();
    if (broken_tree_.size() < place) broken_tree_.add(leaf);
}

bool audit::fold(entry_number place, std::string_view line, const hash& leaf) {
    const auto broken = [&](flaw what, std::string why) {
        broken_ = audit_fault{what, place, lines_, "line " + number(lines_) + " " + std::move(why)};
        return false;
    };
    const auto read = read_entry(line);
    if (const auto* why = std::get_if<entry_problem>(&read)) return broken(flaw::changed, "is not an entry: " + why->problem);
    const entry& what = std::get<entry>(read);
    if (what.number > place) return broken(flaw::missing, "holds entry " + number(what.number) + " where entry " + number(place) + " must be");
    if (what.number < place) return broken(flaw::repeated, "holds entry " + number(what.number) + ", which was there before; entry " + number(place) + " must be here");
    if (!is_canonical(line, what)) return broken(flaw::changed, "holds entry " + number(place) + " in another form than the log writes (RFC 8785)");
    const applied did = state_.apply(what, leaf);
    if (state_.code().empty()) return broken(flaw::changed, "does not begin the log with a workshop");

    if (told_) told_(what, did);
    if (did.repeats != 0) count_one(counts_.repeats, place);
    if (did.refused) {
        std::string why(type_of(what.what));
        why.append(" ").append(to_text(did.refused->why));
        if (!did.refused->detail.empty()) why.append(" ").append(did.refused->detail);
        count_one(counts_.refused[why], place);
    }
    if (did.joined) ++counts_.joins;
    if (did.done) ++counts_.acts;
    if (!did.counted_item.empty()) ++counts_.ballots;
    return true;
}

void audit::take_leaves(const listed_leaves& listed) {
    for (const hash& leaf : listed.leaves) {
        listed_.add(leaf);
        const entry_number at = listed_.size();
        if (differs_ && differs_->entry + 1 == at) differs_->next = leaf;
        if (!differs_ && (at > tree().size() || tree().leaf(at - 1) != leaf)) differs_ = difference{at, lines_, leaf, std::nullopt};
    }
}

std::uint64_t audit::line_of(entry_number place) const {
    std::uint64_t before = 0;
    for (const auto& [from, lines] : shifts_)
        if (from <= place) before = lines;
    return place + before;
}

bool audit::proves_list(const checkpoint& point) const { return listed_.size() == point.size && listed_.root() == point.root; }

// The first place where lines and list part. Its kind shows in the leaves around it: a dropped line brings the next one up, an added one
// puts the right one a place down.
std::optional<audit_fault> audit::fault_of_entries() const {
    if (!differs_) return broken_line();
    const entry_number at = differs_->entry;
    const auto leaf = [&](entry_number place) { return place >= 1 && place <= tree().size() ? std::optional(tree().leaf(place - 1)) : std::nullopt; };
    const auto here = leaf(at), after = leaf(at + 1);
    const std::string name = "entry " + number(at), line = "line " + number(line_of(at));
    if (!here) return audit_fault{flaw::missing, at, 0, name + " is missing: the entries end before it"};
    const bool one_down = after == differs_->listed;
    if (differs_->next && here == differs_->next) {
        if (one_down) return audit_fault{flaw::swapped, at, line_of(at), name + " and entry " + number(at + 1) + " have changed places"};
        return audit_fault{flaw::missing, at, line_of(at), name + " is missing: " + line + " holds entry " + number(at + 1)};
    }
    if (one_down && at > 1 && here == leaf(at - 1)) return audit_fault{flaw::repeated, at - 1, line_of(at), "entry " + number(at - 1) + " stands there twice: " + line + " repeats the line before it"};
    if (one_down) return audit_fault{flaw::added, at, line_of(at), line + " was added before " + name};
    std::string text = name + " was changed: its bytes do not give the hash it was recorded with";
    if (broken_ && broken_->entry == at) text += "; " + broken_->text;
    return audit_fault{flaw::changed, at, line_of(at), std::move(text)};
}

// The entries, against a checkpoint that their list may or may not bear out.
std::optional<audit_fault> audit::fault_under(const checkpoint& point) const {
    if (point.size <= tree().size() && tree().root(point.size) == point.root) return std::nullopt;
    const bool proven = proves_list(point);
    if (differs_ || !proven)
        if (auto fault = fault_of_entries()) {
            if (differs_ && !proven) fault->text += " (so says the list of leaves, which is not as it was signed either)";
            return fault;
        }
    if (tree().size() < point.size)
        return audit_fault{flaw::missing, tree().size() + 1, 0, "entry " + number(tree().size() + 1) + " is missing: the checkpoint was signed for " + number(point.size) + " entries"};
    return audit_fault{flaw::checkpoint, 0, 0, "an entry from 1 to " + number(point.size) + " was changed: together they do not give the root that was signed. Which one cannot be told, since the file has no sound list of leaves"};
}

// A line that is no entry though one must be there. Behind the end's first line it is a spoilt line of the end.
std::optional<audit_fault> audit::broken_line() const {
    std::optional<audit_fault> fault = broken_;
    if (fault && after_end_ != 0 && fault->entry >= after_end_) {
        fault->what = flaw::checkpoint;
        fault->entry = 0;
        fault->text = "line " + number(fault->line) + " is neither an entry nor part of the end of a log";
    }
    return fault;
}

// A line more than was signed: the last entry again, one that was put behind it, or a spoilt line of the end.
std::optional<audit_fault> audit::extra_line(const checkpoint& point) const {
    const entry_number extra = point.size + 1;
    if (tree().size() < extra) return std::nullopt;
    const std::string line = "line " + number(line_of(extra));
    if (point.size > 0 && tree().leaf(extra - 1) == tree().leaf(point.size - 1))
        return audit_fault{flaw::repeated, point.size, line_of(extra), "entry " + number(point.size) + " stands there twice: " + line + " repeats it"};
    if (!broken_ || broken_->entry > extra) return audit_fault{flaw::added, extra, line_of(extra), line + " was added: the checkpoint was signed for " + number(point.size) + " entries"};
    return audit_fault{flaw::added, 0, line_of(extra), line + " does not belong there; the " + number(point.size) + " entries that were signed are all there"};
}

// What else can be wrong where the entries are those that were signed.
std::optional<audit_fault> audit::fault_of_end(const checkpoint& point) const {
    auto fault = first_of(spoilt_end_, extra_line(point));
    if (after_end_ != 0 && after_end_ <= point.size)
        fault = first_of(fault, audit_fault{flaw::swapped, after_end_, line_of(after_end_), "entry " + number(after_end_) + " stands after the list of leaves"});
    if (broken_ && broken_->entry <= point.size) fault = first_of(fault, audit_fault{flaw::unreadable, broken_->entry, broken_->line, broken_->text + ", though it was signed so"});
    if (fault) return fault;
    const std::string sound = "; the entries themselves are those that were signed";
    if (differs_) return audit_fault{flaw::list, 0, differs_->line, "line " + number(differs_->line) + ", in the list of leaves, was changed where it tells of entry " + number(differs_->entry) + sound};
    if (listed_.size() != point.size) return audit_fault{flaw::list, 0, closing_line_, "the list of leaves before line " + number(closing_line_) + " ends with entry " + number(listed_.size()) + " of " + number(point.size) + sound};
    return std::nullopt;
}

std::optional<audit_fault> audit::fault_against_kept(const checkpoint& kept, bool closed) const {
    if (tree().size() < kept.size)
        return audit_fault{flaw::missing, tree().size() + 1, 0, "entry " + number(tree().size() + 1) + " is missing: the checkpoint you gave is of " + number(kept.size) + " entries"};
    if (tree().root(kept.size) == kept.root) return std::nullopt;
    return audit_fault{flaw::checkpoint, 0, 0, "an entry from 1 to " + number(kept.size) + " was changed since the checkpoint you gave" + (closed ? ", and the log was signed anew" : "") + ". Which one cannot be told from this file"};
}

struct audit::signed_log {
    std::optional<checkpoint> closing, kept;
    std::optional<audit_fault> fault;
};

// Which checkpoints may be believed, and what is wrong with those that may not.
audit::signed_log audit::read_checkpoints(audit_report& into) const {
    signed_log found;
    std::optional<note_key> key = knows_.key;
    const auto spoilt = [&](std::uint64_t line, std::string text) {
        if (!found.fault) found.fault = audit_fault{flaw::checkpoint, 0, line, std::move(text)};
    };
    if (closing_) {
        const std::string where = "the checkpoint on line " + number(closing_line_);
        auto told = read_note_key(closing_->key);
        if (const auto* why = std::get_if<note_problem>(&told)) {
            spoilt(closing_line_, where + " names a key that " + why->problem);
        } else {
            into.key_from_file = !key;
            if (!key) key = std::get<note_key>(told);
            const auto opened = open_checkpoint(closing_->note, *key);
            if (const auto* wrong = std::get_if<note_problem>(&opened)) {
                spoilt(closing_line_, where + " " + wrong->problem);
            } else if (knows_.key && std::get<note_key>(told) != *knows_.key) {
                spoilt(closing_line_, where + " names another key than the one you gave");
            } else {
                found.closing = std::get<checkpoint>(opened);
                into.key = key;
            }
        }
    } else if (end_lines_ != 0) {
        spoilt(0, "the checkpoint is missing: the file ends without it");
    }
    if (knows_.checkpoint) {
        const auto opened = key ? open_checkpoint(*knows_.checkpoint, *key) : read_checkpoint(unsigned_text(*knows_.checkpoint));
        if (const auto* wrong = std::get_if<note_problem>(&opened)) {
            spoilt(0, "the checkpoint you gave " + wrong->problem);
        } else {
            found.kept = std::get<checkpoint>(opened);
            if (key && !found.closing) into.key = key;
        }
    }
    const std::string origin = log_origin(state_.code());
    for (const auto& point : {found.closing, found.kept})
        if (point && !state_.code().empty() && point->origin != origin) spoilt(0, "the checkpoint is of the log " + point->origin + ", and this is " + origin);
    return found;
}

audit_report audit::finish() const {
    audit_report report = counts_;
    report.entries = tree().size();
    report.root = tree().root();
    for (const auto& it : state_.items())
        for (const vote_round& round : it->rounds) report.replaced += round.box->cast().superseded;

    const signed_log points = read_checkpoints(report);
    std::optional<audit_fault> fault;
    if (points.closing) {
        fault = fault_under(*points.closing);
        if (!fault) fault = fault_of_end(*points.closing);
        report.covered = points.closing->size;
    } else {
        fault = differs_ ? fault_of_entries() : first_of(broken_line(), spoilt_end_);
    }
    if (!fault) fault = points.fault;
    if (!fault && points.kept) fault = fault_against_kept(*points.kept, points.closing.has_value());
    if (!fault && points.kept) {
        report.kept_matches = true;
        report.covered = std::max(report.covered, points.kept->size);
    }
    report.is = fault ? audit_report::verdict::altered : points.closing || points.kept ? audit_report::verdict::sound : audit_report::verdict::unproven;
    report.fault = std::move(fault);
    return report;
}

}  // namespace sawt
