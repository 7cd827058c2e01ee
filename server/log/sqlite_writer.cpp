#include "server/log/sqlite_writer.hpp"

#include <algorithm>
#include <cerrno>
#include <new>

namespace sawt::log {

namespace {

namespace errc = boost::system::errc;

constexpr int wal_pages_due = 1000;  // SQLite's own default: 4 MB, copied in 10 to 20 ms

// After these the file is as it was, and trying again later is sound. Everything else (a failed write or sync, a damaged page, two
// entries at one position) leaves in doubt what the file holds.
bool may_pass(int result) {
    const int kind = result & 0xff;
    return kind == SQLITE_BUSY || kind == SQLITE_LOCKED || kind == SQLITE_NOMEM || result == SQLITE_IOERR_NOMEM || kind == SQLITE_TOOBIG;
}

stored_entry stored(const entry& e) {
    std::string line = to_line(e);
    const hash leaf = leaf_hash(line);
    return {e.number, leaf, std::move(line)};
}

sqlite::blob blob_of(const hash& leaf) { return {{reinterpret_cast<const char*>(leaf.data()), leaf.size()}}; }

}  // namespace

sqlite_writer::~sqlite_writer() {
    // Closing copies the write-ahead log into the file. After a failed write that is left to the next start, which checks each page first.
    if (file_ && refusing_) sqlite3_db_config(file_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

std::optional<open_problem> sqlite_writer::open(const std::filesystem::path& file) {
    if (auto problem = open_to_write(file_, file)) return problem;
    int result = prepare();
    if (result == SQLITE_OK) result = read_heads();
    if (result != SQLITE_OK) return trouble(file_, file, errno);

    // Checkpoints are made by checkpoint_if_due, since those that SQLite makes by itself keep their errors to themselves.
    const auto note = [](void* pages, sqlite3*, const char*, int in_wal) {
        *static_cast<int*>(pages) = in_wal;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(file_.get(), note, &pages_in_wal_);
    return std::nullopt;
}

int sqlite_writer::prepare() {
    const std::pair<sqlite::statement*, std::string_view> all[] = {
        {&begin_, "begin immediate"},
        {&commit_, "commit"},
        {&rollback_, "rollback"},
        {&insert_, "insert into entry(workshop, entry, once, body, leaf) values (?1, ?2, ?3, ?4, ?5) "
                   "on conflict(workshop, once) where once is not null do nothing"},
        {&first_of_once_, "select entry, leaf, body from entry where workshop = ?1 and once = ?2"},
        {&move_head_, "update workshop set last = ?2 where code = ?1"},
        {&insert_workshop_, "insert into workshop(code, secrets, last) values (?1, ?2, 1)"},
    };
    for (const auto& [made, sql] : all)
        if (const int result = made->prepare(file_.get(), sql); result != SQLITE_OK) return result;
    return SQLITE_OK;
}

int sqlite_writer::read_heads() {
    sqlite::statement asked;
    if (const int result = asked.prepare(file_.get(), "select code, last, (select max(entry) from entry where workshop = code) from workshop"); result != SQLITE_OK)
        return result;
    auto rows = asked.with();
    int result = rows.step();
    for (; result == SQLITE_ROW; result = rows.step())
        heads_[std::string(rows.bytes(0))] = {static_cast<entry_number>(rows.number(1)), rows.number(1) != rows.number(2)};
    return result == SQLITE_DONE ? SQLITE_OK : result;
}

boost::system::result<stored_entry> sqlite_writer::found(const workshop_record& record, const workshop_made& what, utc_seconds at) {
    const std::scoped_lock lock(mutex_);
    if (refusing_) return errc::make_error_code(errc::io_error);
    if (heads_.contains(record.code)) return errc::make_error_code(errc::file_exists);
    stored_entry first;
    try {
        first = stored({1, at, what});
    } catch (const std::bad_alloc&) {
        return errc::make_error_code(errc::not_enough_memory);
    } catch (const std::exception&) {  // an agenda that is not JSON
        return errc::make_error_code(errc::invalid_argument);
    }
    heads_[record.code] = {};  // before the transaction, so that nothing can fail after it
    int result = begin();
    if (result == SQLITE_OK) result = insert_workshop_.run(record.code, record.secrets);
    if (result == SQLITE_OK) result = insert(record.code, {}, first);
    if (result == SQLITE_OK) result = commit_.run();
    if (result != SQLITE_OK) {
        heads_.erase(record.code);
        return give_up(result);
    }
    heads_[record.code] = {1, false};
    checkpoint_if_due();
    return first;
}

boost::system::result<std::vector<placed>> sqlite_writer::append(std::span<const proposal> batch) {
    const std::scoped_lock lock(mutex_);
    if (const auto why = refusal(batch)) return why;
    std::vector<placed> places;
    if (batch.empty()) return places;
    places.reserve(batch.size());
    heads moved;

    int result = begin();
    try {
        for (auto p = batch.begin(); result == SQLITE_OK && p != batch.end(); ++p) result = place(*p, moved, places);
        for (auto h = moved.begin(); result == SQLITE_OK && h != moved.end(); ++h)
            result = move_head_.run(h->first, static_cast<std::int64_t>(h->second.last));
    } catch (const std::bad_alloc&) {
        roll_back();
        return errc::make_error_code(errc::not_enough_memory);
    } catch (const std::exception&) {  // an event that has no text form: to_line says so by throwing
        roll_back();
        return errc::make_error_code(errc::invalid_argument);
    }
    if (result == SQLITE_OK) result = commit_.run();
    if (result != SQLITE_OK) return give_up(result);

    for (const auto& [workshop, at] : moved) heads_.find(workshop)->second = at;
    checkpoint_if_due();
    return places;
}

boost::system::error_code sqlite_writer::refusal(std::span<const proposal> batch) const {
    if (refusing_) return errc::make_error_code(errc::io_error);
    for (const auto& p : batch) {
        const auto known = heads_.find(p.workshop);
        if (known == heads_.end()) return errc::make_error_code(errc::no_such_file_or_directory);
        if (known->second.damaged) return errc::make_error_code(errc::illegal_byte_sequence);
    }
    return {};
}

int sqlite_writer::place(const proposal& p, heads& moved, std::vector<placed>& into) {
    const auto at = moved.find(p.workshop);
    const entry_number last = at != moved.end() ? at->second.last : heads_.find(p.workshop)->second.last;
    stored_entry next = stored({last + 1, p.at, p.what});
    if (const int result = insert(p.workshop, p.once, next); result != SQLITE_OK) return result;
    if (sqlite3_changes(file_.get()) == 1) {
        moved[p.workshop].last = last + 1;
        into.push_back({std::move(next), false});
        return SQLITE_OK;
    }

    auto first = first_of_once_.with(p.workshop, p.once);
    if (const int result = first.step(); result != SQLITE_ROW) return result == SQLITE_DONE ? SQLITE_CORRUPT : result;
    stored_entry earlier;
    earlier.number = static_cast<entry_number>(first.number(0));
    const std::string_view leaf = first.bytes(1);
    earlier.line = first.bytes(2);
    if (leaf.size() != earlier.leaf.size()) return SQLITE_CORRUPT;
    std::copy(leaf.begin(), leaf.end(), earlier.leaf.begin());
    into.push_back({std::move(earlier), true});
    return SQLITE_OK;
}

int sqlite_writer::insert(const std::string& workshop, const std::string& once, const stored_entry& e) {
    const sqlite::value key = once.empty() ? sqlite::value{nullptr} : sqlite::value{std::string_view(once)};
    return insert_.run(workshop, static_cast<std::int64_t>(e.number), key, sqlite::blob{e.line}, blob_of(e.leaf));
}

boost::system::error_code sqlite_writer::give_up(int result) {
    const bool full = disk_full(result, errno);
    if (!full && !may_pass(result)) refusing_ = true;
    roll_back();
    return full ? errc::make_error_code(errc::no_space_on_device) : meaning(result);
}

void sqlite_writer::roll_back() {
    // SQLite rolls back by itself after some errors; then there is nothing to do.
    if (!sqlite3_get_autocommit(file_.get()) && rollback_.run() != SQLITE_OK) refusing_ = true;
}

// Copies the write-ahead log into the file now and then, in the pause after a commit, so that it stays small. What was committed is on disk
// already, so a full disk is no matter here; a failed sync is, since the file's own pages are then in doubt.
void sqlite_writer::checkpoint_if_due() {
    if (pages_in_wal_ < wal_pages_due) return;
    const int result = sqlite3_wal_checkpoint_v2(file_.get(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (result != SQLITE_OK && !may_pass(result) && !disk_full(result, errno)) refusing_ = true;
}

}  // namespace sawt::log
