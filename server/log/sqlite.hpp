// The few calls of SQLite that the log needs, with owners for its handles. Nothing throws but std::bad_alloc; errors are SQLite's extended
// result codes. A connection and its statements belong to one thread at a time.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace sawt::log::sqlite {

struct close_connection {
    void operator()(sqlite3* open) const { sqlite3_close_v2(open); }
};
using connection = std::unique_ptr<sqlite3, close_connection>;

// Opens a file and sets what every connection of ours wants: extended codes, a wait of 5 s for other processes, no trust in the schema of
// a file that somebody may have prepared. `into` is set even when it fails, so that sqlite3_errmsg can be asked.
int open(connection& into, const std::string& file, int flags);

// One execution of a statement; the statement is free again when this ends.
class execution {
public:
    execution(sqlite3_stmt* of, int bound) : of_(of), bound_(bound) {}
    ~execution();
    execution(const execution&) = delete;
    execution& operator=(const execution&) = delete;

    int step() { return bound_ == SQLITE_OK ? sqlite3_step(of_) : bound_; }  // SQLITE_ROW, SQLITE_DONE or an error

    bool null(int column) const { return sqlite3_column_type(of_, column) == SQLITE_NULL; }
    std::int64_t number(int column) const { return sqlite3_column_int64(of_, column); }
    std::string_view bytes(int column) const;  // of a text or a blob, until the next step

private:
    sqlite3_stmt* of_;
    int bound_;
};

// What a statement is given. Texts and blobs are not copied: they stay where they are until the execution ends.
struct blob {
    std::span<const char> bytes;
};
using value = std::variant<std::nullptr_t, std::int64_t, std::string_view, blob>;

class statement {
public:
    int prepare(sqlite3* on, std::string_view sql);

    template <class... Values>
    execution with(const Values&... values) {
        int result = made_ ? SQLITE_OK : SQLITE_MISUSE;
        int index = 0;
        ((result = result == SQLITE_OK ? bind(++index, values) : result), ...);
        return {made_.get(), result};
    }

    // For statements that answer nothing.
    template <class... Values>
    int run(const Values&... values) {
        const int result = with(values...).step();
        return result == SQLITE_DONE || result == SQLITE_ROW ? SQLITE_OK : result;
    }

private:
    struct finalize {
        void operator()(sqlite3_stmt* made) const { sqlite3_finalize(made); }
    };

    int bind(int index, const value& given);

    std::unique_ptr<sqlite3_stmt, finalize> made_;
};

// For pragmas and the schema.
int run(sqlite3* on, const char* sql);

// The first column of the first row: of pragmas that answer. `result` says whether it came.
std::int64_t number(sqlite3* on, const char* sql, int& result);

}  // namespace sawt::log::sqlite
