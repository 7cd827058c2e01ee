#include "server/log/sqlite_reader.hpp"

#include <algorithm>
#include <cerrno>

namespace sawt::log {

namespace {

namespace errc = boost::system::errc;

// Chosen: a few hundred kilobytes a time, and one large entry (an agenda) ends the helping.
constexpr std::size_t helping_entries_max = 1024;
constexpr std::size_t helping_bytes_max = 512 * 1024;

// The bytes give the leaf, and they are this entry's: a sound line that stands at another's place is damage too.
bool sound(const stored_entry& e) {
    return leaf_hash(e.line) == e.leaf && e.line.find("\"entry\":" + std::to_string(e.number)) != std::string::npos;
}

}  // namespace

std::optional<open_problem> sqlite_reader::open(const std::filesystem::path& file, bool looked_at) {
    if (auto problem = open_to_read(file_, file, looked_at)) return problem;
    int result = workshops_.prepare(file_.get(), "select code, secrets from workshop order by rowid");
    if (result == SQLITE_OK)
        result = end_.prepare(file_.get(),
                              "select (select last from workshop where code = ?1), (select max(entry) from entry where workshop = ?1)");
    if (result == SQLITE_OK)
        result = entries_.prepare(file_.get(), "select entry, leaf, body from entry where workshop = ?1 and entry between ?2 and ?3 order by entry");
    // From one workshop's entries to the next one's by the index, so that it takes no longer for long logs.
    if (result == SQLITE_OK)
        result = orphans_.prepare(file_.get(), R"(with recursive codes(code) as (select min(workshop) from entry
              union all select (select min(workshop) from entry where workshop > codes.code) from codes where codes.code is not null)
            select 1 from codes where code is not null and code not in (select code from workshop) limit 1)");
    if (result != SQLITE_OK) return trouble(file_, file, errno);
    return std::nullopt;
}

boost::system::result<std::vector<workshop_record>> sqlite_reader::workshops() {
    std::vector<workshop_record> all;
    auto rows = workshops_.with();
    int result = rows.step();
    for (; result == SQLITE_ROW; result = rows.step()) all.push_back({std::string(rows.bytes(0)), std::string(rows.bytes(1))});
    if (result != SQLITE_DONE) return meaning(result);
    // Entries whose workshop is not there: it was lost, and nobody may take that for a workshop that never was.
    auto orphan = orphans_.with();
    result = orphan.step();
    if (result == SQLITE_ROW) return errc::make_error_code(errc::illegal_byte_sequence);
    if (result != SQLITE_DONE) return meaning(result);
    return all;
}

boost::system::result<std::uint64_t> sqlite_reader::follow(const std::string& workshop, entry_number from, std::uint64_t most,
                                                           const std::function<void(stored_entry&&)>& give) {
    const auto ends = end_of(workshop);
    if (ends.has_error()) return ends.error();
    const bool whole = ends->told == ends->there;
    const entry_number last = std::max(ends->told, ends->there);
    const entry_number first = std::max<entry_number>(from, 1);
    const entry_number until = most < last && first + most - 1 < last ? first + most - 1 : last;

    std::vector<stored_entry> helping;
    entry_number next = first;
    while (next <= until && most > 0) {
        helping.clear();
        const int result = read_some(workshop, next, until, helping);
        for (auto& e : helping) {
            if (e.number != next || !sound(e)) return errc::make_error_code(errc::illegal_byte_sequence);
            ++next;
            give(std::move(e));
        }
        if (result != SQLITE_ROW && result != SQLITE_DONE) return meaning(result);
        if (result == SQLITE_DONE && next <= until) return errc::make_error_code(errc::illegal_byte_sequence);  // the rest is not there
    }
    if (!whole && next > last) return errc::make_error_code(errc::illegal_byte_sequence);
    return next - first;
}

boost::system::result<sqlite_reader::end> sqlite_reader::end_of(const std::string& workshop) {
    auto row = end_.with(workshop);
    if (const int result = row.step(); result != SQLITE_ROW) return meaning(result);
    return end{static_cast<entry_number>(row.number(0)), static_cast<entry_number>(row.number(1))};
}

int sqlite_reader::read_some(const std::string& workshop, entry_number from, entry_number until, std::vector<stored_entry>& into) {
    auto rows = entries_.with(workshop, static_cast<std::int64_t>(from), static_cast<std::int64_t>(until));
    std::size_t bytes = 0;
    int result = SQLITE_ROW;
    while (into.size() < helping_entries_max && bytes < helping_bytes_max && (result = rows.step()) == SQLITE_ROW) {
        stored_entry e;
        e.number = static_cast<entry_number>(rows.number(0));
        const std::string_view leaf = rows.bytes(1);
        if (leaf.size() == e.leaf.size()) std::copy(leaf.begin(), leaf.end(), e.leaf.begin());  // else it stays zero, which is no line's hash
        e.line = rows.bytes(2);
        bytes += e.line.size();
        into.push_back(std::move(e));
    }
    return result;
}

}  // namespace sawt::log
