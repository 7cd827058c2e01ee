#include "server/export/csv.hpp"
#include "tests/catch.hpp"
#include "tests/core/running.hpp"

#include <algorithm>
#include <sstream>

using namespace sawt;
using exporting::csv_cell;
using tests::running;

namespace {

std::vector<std::string> table_of(const running& w) {
    exporting::chronicle all;
    for (const std::string& line : w.lines) REQUIRE(all.add(line, leaf_hash(line)));
    const exporting::log_table table(all);
    std::string whole = exporting::csv_head(table);
    for (const std::string& line : w.lines) whole += exporting::csv_line(table, line);
    std::vector<std::string> rows;
    std::istringstream text(whole);
    for (std::string row; std::getline(text, row);) rows.push_back(row.substr(0, row.find('\r')));
    return rows;
}

std::vector<std::string> cells(const std::string& row) {
    std::vector<std::string> all{""};
    for (const char c : row) {
        if (c == ',') {
            all.emplace_back();
        } else {
            all.back().push_back(c);
        }
    }
    return all;
}

}  // namespace

TEST_CASE("a table begins with a byte-order mark, so that Excel reads the Arabic") {
    running w;
    CHECK(table_of(w)[0].starts_with("\xEF\xBB\xBF" "entry,time,event"));
    CHECK(table_of(w)[1].find("ورشة") != std::string::npos);
}

TEST_CASE("the sum of an option's column over the counted rows is what the wall shows") {
    running w;
    w.acts(deed::open, "priorities");
    w.votes("v1", R"({"points":{"a":3,"b":2}})");
    w.votes("v2", R"({"points":{"b":1}})");
    w.votes("v1", R"({"points":{"a":1}})");
    w.votes("v3", "{}");
    w.votes("v4", R"({"points":{"a":4}})");  // too many on one
    w.acts(deed::close, "priorities");
    w.votes("v5", R"({"points":{"a":1}})");  // late
    const auto rows = table_of(w);
    int a = 0;
    int b = 0;
    std::string states;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto row = cells(rows[i]);
        REQUIRE(row.size() == 19);
        if (row[2] != "ballot") continue;
        states += row[7] + " ";
        if (row[7] != "counted") continue;
        a += row[17].empty() ? 0 : std::stoi(row[17]);
        b += row[18].empty() ? 0 : std::stoi(row[18]);
    }
    CHECK(states == "superseded counted counted abstained refused refused ");
    const round_result wall = w.state.count(*w.state.find("priorities"), w.state.find("priorities")->now());
    CHECK(wall.total.scores[0] == rational(a));
    CHECK(wall.total.scores[1] == rational(b));
    CHECK(cells(rows.back())[8] == "closed");
    CHECK(cells(rows[4])[17].empty());  // blank is not 0
}

TEST_CASE("the table says of each row of a round what of it is void, and why") {
    running w;
    w.acts(deed::open, "priorities");
    w.votes("v1", R"({"points":{"a":1}})");
    w.acts(deed::close, "priorities");
    CHECK(cells(table_of(w)[3])[16].empty());
    w.annuls("priorities", "guests voted", "b");
    CHECK(cells(table_of(w)[3])[16] == "option 2: guests voted");
    w.annuls("priorities", "twice");
    const auto rows = table_of(w);
    CHECK(cells(rows[0])[16] == "void");
    CHECK(cells(rows[1])[16].empty());  // the workshop itself
    CHECK(cells(rows[3])[16] == "round: twice | option 2: guests voted");
    CHECK(cells(rows[3])[7] == "counted");
    CHECK(cells(rows.back())[2] == "void");
}

TEST_CASE("small groups stand as others in the table too") {
    running w;
    w.acts(deed::open, "priorities");
    w.votes("v1", R"({"points":{"a":1}})", "importers");
    CHECK(cells(table_of(w).back())[12] == "others");
}

namespace {

std::size_t columns_after_choices(const std::string& head) {
    const auto names = cells(head);
    return static_cast<std::size_t>(names.end() - std::find(names.begin(), names.end(), "void")) - 1;
}

// What the table says of one ballot of a kind: its words, and the numbers under the options' columns.
std::vector<std::string> exported(const std::string& method, const std::string& params, const std::string& ballot) {
    const std::string options = method == "words" ? "" : R"("options":[{"id":"a","text":"A"},{"id":"b","text":"B"},{"id":"c","text":"C"}],)";
    running w(R"({"items":[{"id":"priorities","kind":"vote",)" + options + R"("method":")" + method + R"(","params":)" + params + R"(,"title":"T"}],"languages":["en"],"sawt":1,"title":"W"})");
    w.acts(deed::open, "priorities");
    w.votes("v1", ballot, "");
    auto row = cells(table_of(w).back());
    REQUIRE(row.at(7) == "counted");
    row.erase(row.end() - static_cast<std::ptrdiff_t>(columns_after_choices(table_of(w)[0])) - 1);  // "void"
    return {row.begin() + 15, row.end()};
}

using numbers = std::vector<std::string>;

}  // namespace

TEST_CASE("each kind of ballot is told in words and, where it has some, in numbers") {
    CHECK(exported("plurality", "{}", R"({"choice":"b"})") == numbers{"B", "", "1", ""});
    CHECK(exported("qa_upvotes", "{}", R"({"approve":["a","c"]})") == numbers{"A | C", "1", "", "1"});
    CHECK(exported("allocation", R"({"total":100})", R"({"points":{"a":99,"b":1,"c":0}})") == numbers{"A = 99 | B", "99", "1", ""});
    CHECK(exported("quadratic", R"({"credits":9,"negative":true})", R"({"points":{"a":2,"b":-2}})") == numbers{"A = 2 | B = -2", "2", "-2", ""});
    CHECK(exported("score", R"({"min":0,"max":10})", R"({"scores":{"a":0,"b":1}})") == numbers{"A = 0 | B = 1", "0", "1", ""});
    CHECK(exported("majority_judgment", R"({"grades":[{"en":"Poor"},"Good"]})", R"({"scores":{"a":1,"c":0}})") == numbers{"A = Good | C = Poor", "1", "", "0"});
    CHECK(exported("borda", "{}", R"({"ranking":["c",["a","b"]]})") == numbers{"C > A = B", "2", "2", "1"});
    CHECK(exported("pairwise_comparison", "{}", R"({"pairs":[{"winner":"c","loser":"a"},{"tie":["b","c"]},{"skip":["a","b"]}]})") == numbers{"C > A | B = C", "", "", ""});
    CHECK(exported("words", R"({"max_words":3})", R"({"words":["Schuhe ","LEDER"]})") == numbers{"Schuhe  | LEDER"});
}

TEST_CASE("a matrix has a column for each axis of each option") {
    const std::string axes = R"({"axes":[{"id":"impact","name":{"en":"Impact"},"min":1,"max":5},{"id":"effort","min":1,"max":5}]})";
    CHECK(exported("priority_matrix", axes, R"({"scores":{"a":{"impact":4,"effort":2},"c":{"impact":5}}})") == numbers{"\"A = Impact 4", " effort 2 | C = Impact 5\"", "4", "", "5", "2", "", ""});
    running w(R"({"items":[{"id":"priorities","kind":"vote","options":[{"id":"a","text":"A"}],"method":"priority_matrix","params":)" + axes + R"(,"title":"T"}],"languages":["en"],"sawt":1,"title":"W"})");
    CHECK(table_of(w)[0].ends_with(",choices,void,1,1 (2)"));
}

TEST_CASE("a spreadsheet finds no formula in a cell") {
    CHECK(csv_cell("=1+1") == "'=1+1");
    CHECK(csv_cell("+1") == "'+1");
    CHECK(csv_cell("-a") == "'-a");
    CHECK(csv_cell("@x") == "'@x");
    CHECK(csv_cell("\tx") == "'\tx");
    CHECK(csv_cell(std::string_view("\0x", 2)) == std::string("'\0x", 3));
    CHECK(csv_cell("a=b") == "a=b");
    CHECK(csv_cell("say \"a, b\"") == "\"say \"\"a, b\"\"\"");
    CHECK(csv_cell("two\nlines") == "\"two\nlines\"");
    running w;
    w.acts(deed::open, "priorities");
    w.votes("v1", R"({"points":{"a":1}})");
    CHECK(table_of(w).back().find(",'=أ,") != std::string::npos);
}
