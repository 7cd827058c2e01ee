#include "server/log/sqlite.hpp"

#include <new>

namespace sawt::log::sqlite {

int open(connection& into, const std::string& file, int flags) {
    sqlite3* opened = nullptr;
    int result = sqlite3_open_v2(file.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    if (!opened) throw std::bad_alloc();
    into.reset(opened);
    sqlite3_extended_result_codes(opened, 1);
    sqlite3_busy_timeout(opened, 5000);  // chosen: longer than any checkpoint or recovery seen, shorter than patience
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (result == SQLITE_OK) result = run(opened, "pragma cell_size_check = on");  // damaged pages are reported, not read past
    return result;
}

execution::~execution() {
    sqlite3_reset(of_);
    sqlite3_clear_bindings(of_);
}

std::string_view execution::bytes(int column) const {
    const auto* start = static_cast<const char*>(sqlite3_column_blob(of_, column));
    const int length = sqlite3_column_bytes(of_, column);
    return start ? std::string_view{start, static_cast<std::size_t>(length)} : std::string_view{};
}

int statement::prepare(sqlite3* on, std::string_view sql) {
    sqlite3_stmt* made = nullptr;
    const int result = sqlite3_prepare_v3(on, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    made_.reset(made);
    return result;
}

namespace {

struct binding {
    sqlite3_stmt* to;
    int index;

    int operator()(std::nullptr_t) const { return sqlite3_bind_null(to, index); }
    int operator()(std::int64_t number) const { return sqlite3_bind_int64(to, index, number); }
    int operator()(std::string_view text) const { return sqlite3_bind_text64(to, index, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8); }
    int operator()(const blob& of) const { return sqlite3_bind_blob64(to, index, of.bytes.data() ? of.bytes.data() : "", of.bytes.size(), SQLITE_STATIC); }
};

}  // namespace

int statement::bind(int index, const value& given) { return std::visit(binding{made_.get(), index}, given); }

int run(sqlite3* on, const char* sql) { return sqlite3_exec(on, sql, nullptr, nullptr, nullptr); }

std::int64_t number(sqlite3* on, const char* sql, int& result) {
    statement asked;
    result = asked.prepare(on, sql);
    if (result != SQLITE_OK) return 0;
    auto answer = asked.with();
    result = answer.step();
    if (result != SQLITE_ROW) return 0;
    result = SQLITE_OK;
    return answer.number(0);
}

}  // namespace sawt::log::sqlite
