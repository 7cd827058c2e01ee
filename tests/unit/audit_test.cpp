// A log is altered in every way a file can be, and the audit must say where. The log is a small one of every kind of entry, made by the fold.
#include "tests/catch.hpp"

#include <sawt/audit.hpp>
#include <sawt/canonical.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>

using namespace sawt;

namespace {

using lines_of_log = std::vector<std::string>;

constexpr const char* agenda_text =
    R"({"groups":[{"id":"importers","name":"Importers"},{"id":"tanneries","name":{"ar":"المدابغ","en":"Tanneries"}}],"items":[{"id":"hello","kind":"slide","title":"Welcome"},)"
    R"({"id":"dots","kind":"vote","method":"dots","options":[{"id":"A","text":"A"},{"id":"B","text":"B"}],"params":{"dots":5},"title":"Dots"},)"
    R"({"id":"one","kind":"vote","method":"plurality","options":[{"id":"A","text":"A"},{"id":"B","text":"B"}],"params":{},"title":"One"}],)"
    R"("languages":["en"],"sample":true,"sawt":1,"title":"Sample for the audit"})";

note_signer key_of_log(const std::string& code = "482913", std::uint8_t byte = 9) {
    key_seed seed{};
    seed.fill(byte);
    return {log_origin(code), seed};
}

// What happens, in order; the fold gives it its place.
class sample_log {
public:
    sample_log() {
        say(workshop_made{"482913", agenda_text});
        for (const char* who : {"p1", "p2", "p3"}) say(participant_joined{who, "tanneries"});
        say(participant_joined{"p9", "nobody"});  // 5: no such group
        cast("too-early", "v1", R"({"points":{"A":1}})");  // 6
        press(deed::open, "open-dots", "dots");  // 7
        cast("ballot-1", "v1", R"({"points":{"A":3,"B":2}})");  // 8
        cast("ballot-2", "v2", R"({"points":{"B":5}})");
        cast("ballot-2", "v2", R"({"points":{"B":5}})");  // 10: the same once more
        cast("ballot-3", "v2", R"({"points":{"A":1}})");  // 11: replaces
        cast("ballot-4", "v3", R"({"points":{"A":9}})");  // 12: over
        cast("ballot-5", "v3", "{}");
        press(deed::close, "close-dots", "dots");  // 14
        cast("ballot-6", "v3", R"({"points":{"A":1}})");  // 15: late
        press(deed::reveal, "reveal-dots", "dots");
        press(deed::close, "close-one", "one");  // 17: not open
        act spelling;
        spelling.what = deed::amend;
        spelling.id = "amend-1";
        spelling.item = "dots";
        spelling.text.by_language.emplace_back("ar", "نقاط");
        say(spelling);  // 18
    }

    void say(event what) { entries.push_back(to_line({entries.size() + 1, 1'764'000'000, std::move(what)})); }

    void cast(const std::string& id, const std::string& voter, const std::string& ballot) { say(ballot_cast{id, "dots", 1, voter, "tanneries", "phone", ballot}); }

    void press(deed what, const std::string& id, const std::string& item) {
        act pressed;
        pressed.what = what;
        pressed.id = id;
        pressed.item = item;
        say(pressed);
    }

    lines_of_log entries;
};

// The file: entries and their end.
lines_of_log downloaded(const lines_of_log& entries, const note_signer& by = key_of_log()) {
    lines_of_log file = entries;
    log_seal seal;
    for (const std::string& line : entries) seal.add(leaf_hash(line));
    std::string end = seal.lines(by);
    for (std::size_t at = 0; at < end.size(); at = end.find('\n', at) + 1) file.push_back(end.substr(at, end.find('\n', at) - at));
    return file;
}

std::string checkpoint_of(const lines_of_log& entries, const note_signer& by = key_of_log()) {
    merkle_frontier tree;
    for (const std::string& line : entries) tree.add(leaf_hash(line));
    return by.sign(to_text(checkpoint{by.key().name, tree.size(), tree.root()}));
}

audit_report audited(const lines_of_log& file, audit_trust knows = {}) {
    audit check(std::move(knows));
    for (const std::string& line : file) check.add(line);
    return check.finish();
}

std::string as_text(const lines_of_log& file) {
    std::string text;
    for (const std::string& line : file) text.append(line).append(1, '\n');
    return text;
}

audit_report audited_text(const std::string& text) {
    audit check;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        check.add(std::string_view(text).substr(at, end - at));
        at = end + 1;
    }
    return check.finish();
}

bool is_sound(const audit_report& report) { return report.is == audit_report::verdict::sound && !report.fault; }

audit_fault fault_in(const audit_report& report) {
    REQUIRE(report.is == audit_report::verdict::altered);
    REQUIRE(report.fault);
    REQUIRE_FALSE(report.fault->text.empty());
    return *report.fault;
}

}  // namespace

TEST_CASE("a sound log is counted again, and what was not counted is told with its reason") {
    const sample_log log;
    audit check;
    for (const std::string& line : downloaded(log.entries)) check.add(line);
    const audit_report report = check.finish();
    REQUIRE(is_sound(report));
    CHECK(report.entries == 18);
    CHECK(report.covered == 18);
    CHECK(report.key == key_of_log().key());
    CHECK(report.key_from_file);
    CHECK(report.joins == 3);
    CHECK(report.acts == 4);
    CHECK(report.ballots == 4);
    CHECK(report.replaced == 1);
    CHECK(report.repeats.many == 1);
    CHECK(report.repeats.first == 10);
    std::map<std::string, std::pair<std::uint64_t, entry_number>> refused;
    for (const auto& [why, count] : report.refused) refused[why] = {count.many, count.first};
    CHECK(refused == std::map<std::string, std::pair<std::uint64_t, entry_number>>{{"join group-needed", {1, 5}}, {"ballot not-open", {1, 6}}, {"ballot invalid-ballot too-many", {1, 12}},
                                                                                  {"ballot closed", {1, 15}}, {"close not-open", {1, 17}}});
    const vote_round& dots = check.state().find("dots")->now();
    const auto counted = check.state().count(*check.state().find("dots"), dots);
    CHECK(counted.total.scores[0] == rational(4));
    CHECK(counted.total.scores[1] == rational(2));
    merkle_frontier until_close;
    for (int i = 0; i < 14; ++i) until_close.add(leaf_hash(log.entries[static_cast<std::size_t>(i)]));
    CHECK(dots.check == short_code(until_close.root()));
}

TEST_CASE("a log with any one line dropped is found out, with the entry that is missing") {
    const sample_log log;
    const lines_of_log file = downloaded(log.entries);
    for (std::size_t i = 0; i < file.size(); ++i) {
        lines_of_log altered = file;
        altered.erase(altered.begin() + static_cast<std::ptrdiff_t>(i));
        INFO("line " << i + 1);
        const audit_fault fault = fault_in(audited(altered));
        const bool is_entry = i < log.entries.size();
        CHECK(fault.entry == (is_entry ? i + 1 : 0));
        CHECK(fault.what == (is_entry ? flaw::missing : i + 1 < file.size() ? flaw::list : flaw::checkpoint));
    }
}

TEST_CASE("a log with any two lines swapped is found out, with the first of them") {
    const sample_log log;
    const lines_of_log file = downloaded(log.entries);
    for (std::size_t i = 0; i + 1 < file.size(); ++i) {
        lines_of_log altered = file;
        std::swap(altered[i], altered[i + 1]);
        INFO("line " << i + 1);
        const audit_fault fault = fault_in(audited(altered));
        CHECK(fault.entry == (i < log.entries.size() ? i + 1 : 0));
        if (i < log.entries.size()) CHECK(fault.what == flaw::swapped);
        CHECK((fault.line == i + 1 || fault.line == i + 2));
    }
}

TEST_CASE("a log with any one line twice is found out, with the entry that is repeated") {
    const sample_log log;
    const lines_of_log file = downloaded(log.entries);
    for (std::size_t i = 0; i < file.size(); ++i) {
        lines_of_log altered = file;
        altered.insert(altered.begin() + static_cast<std::ptrdiff_t>(i), file[i]);
        INFO("line " << i + 1);
        const audit_fault fault = fault_in(audited(altered));
        CHECK(fault.entry == (i < log.entries.size() ? i + 1 : 0));
        CHECK(fault.line == i + 2);
        if (i < log.entries.size()) CHECK(fault.what == flaw::repeated);
    }
}

TEST_CASE("a log with any one byte changed is found out, with the entry or line it stood in") {
    const sample_log log;
    const lines_of_log file = downloaded(log.entries);
    const std::string text = as_text(file);
    REQUIRE(is_sound(audited_text(text)));
    std::size_t line = 1;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        std::string altered = text;
        altered[at] = static_cast<char>(altered[at] ^ (1 << at % 8));
        INFO("byte " << at << ", line " << line);
        const audit_fault fault = fault_in(audited_text(altered));
        REQUIRE(fault.line == line);
        REQUIRE(fault.entry == (line <= log.entries.size() ? line : 0));
        if (text[at] == '\n') ++line;
    }
}

TEST_CASE("a log that is cut off anywhere is found out, with the first entry that is not whole") {
    const sample_log log;
    const std::string text = as_text(downloaded(log.entries));
    std::size_t line = 1, began = 0;
    for (std::size_t length = 0; length + 1 < text.size(); ++length) {
        const bool at_edge = length == 0 || text[length - 1] == '\n' || text[length] == '\n';
        if (!at_edge && length % 11 != 0) continue;  // an audit of it takes its time
        const audit_report report = audited_text(text.substr(0, length));
        INFO("cut after " << length << " bytes, in line " << line);
        // At the end of a line, before the list begins, the file looks like a log that nobody has signed: that proves nothing, and is not called sound.
        if (line <= log.entries.size() + 1 && at_edge && report.is == audit_report::verdict::unproven) {
            REQUIRE_FALSE(report.fault);
        } else {
            // So little of the first line of the end might be the beginning of one more entry.
            const bool could_be_entry = line <= log.entries.size() || (line == log.entries.size() + 1 && length - began < std::string_view("{\"first\":").size());
            REQUIRE(fault_in(report).entry == (could_be_entry ? line : 0));
        }
        if (text[length] != '\n') continue;
        ++line;
        began = length + 1;
    }
}

TEST_CASE("a line that was put in is found out, with its place") {
    const sample_log log;
    const lines_of_log file = downloaded(log.entries);
    const std::string strange = R"({"at":"2025-11-24T16:00:00Z","ballot":{"points":{"B":5}},"channel":"phone","entry":9,"group":"tanneries","id":"ballot-x","item":"dots","round":1,"type":"ballot","voter":"v9"})";
    for (std::size_t i = 0; i < log.entries.size(); ++i) {
        for (const std::string& line : {strange, std::string{}, std::string("nonsense")}) {
            lines_of_log altered = file;
            altered.insert(altered.begin() + static_cast<std::ptrdiff_t>(i), line);
            const audit_fault fault = fault_in(audited(altered));
            CHECK(fault.what == flaw::added);
            CHECK(fault.entry == i + 1);
            CHECK(fault.line == i + 1);
        }
    }
    // Behind the last entry it is one more than was signed.
    lines_of_log longer = file;
    sample_log forged = log;
    forged.cast("ballot-x", "v9", R"({"points":{"B":5}})");
    longer.insert(longer.begin() + static_cast<std::ptrdiff_t>(log.entries.size()), forged.entries.back());
    const audit_fault fault = fault_in(audited(longer));
    CHECK(fault.what == flaw::added);
    CHECK(fault.entry == 19);
}

TEST_CASE("a log changed together with its list is found out, and the doubt is told") {
    const sample_log log;
    lines_of_log forged = log.entries;
    forged[7].replace(forged[7].find("\"A\":3"), 5, "\"A\":4");
    lines_of_log file = downloaded(forged);
    file.back() = downloaded(log.entries).back();  // the true checkpoint
    const audit_fault fault = fault_in(audited(file));
    CHECK(fault.what == flaw::checkpoint);
    CHECK(fault.entry == 0);
    CHECK(fault.text.find("1 to 18") != std::string::npos);
}

TEST_CASE("a log signed anew with another key is found out by whoever knows the key") {
    const sample_log log;
    lines_of_log forged = log.entries;
    forged[7].replace(forged[7].find("\"A\":3"), 5, "\"A\":2");
    const lines_of_log file = downloaded(forged, key_of_log("482913", 10));
    CHECK(is_sound(audited(file)));  // it fits itself: the report says that the key came in the file
    CHECK(audited(file).key_from_file);
    const audit_fault fault = fault_in(audited(file, {key_of_log().key(), std::nullopt}));
    CHECK(fault.what == flaw::checkpoint);
    const audit_report right = audited(downloaded(log.entries), {key_of_log().key(), std::nullopt});
    CHECK(is_sound(right));
    CHECK_FALSE(right.key_from_file);
}

TEST_CASE("a log signed anew with the right key is found out by a checkpoint kept from earlier") {
    const sample_log log;
    const std::size_t then = 9;
    const std::string kept = checkpoint_of({log.entries.begin(), log.entries.begin() + then});
    const auto right = audited(downloaded(log.entries), {std::nullopt, kept});
    CHECK(is_sound(right));
    CHECK(right.kept_matches);
    lines_of_log forged = log.entries;
    forged[7].replace(forged[7].find("\"A\":3"), 5, "\"A\":2");
    const audit_fault fault = fault_in(audited(downloaded(forged), {std::nullopt, kept}));
    CHECK(fault.what == flaw::checkpoint);
    CHECK(fault.text.find("1 to 9") != std::string::npos);
    lines_of_log shorter(log.entries.begin(), log.entries.begin() + 5);
    CHECK(fault_in(audited(downloaded(shorter), {std::nullopt, kept})).entry == 6);
    const std::string other = checkpoint_of(log.entries, key_of_log("482914"));
    CHECK(fault_in(audited(downloaded(log.entries), {std::nullopt, other})).what == flaw::checkpoint);
}

TEST_CASE("a log without an end is proven by a checkpoint alone, and by nothing else") {
    const sample_log log;
    CHECK(audited(log.entries).is == audit_report::verdict::unproven);
    CHECK(audited({}).is == audit_report::verdict::unproven);
    const std::string kept = checkpoint_of({log.entries.begin(), log.entries.begin() + 15});
    const auto report = audited(log.entries, {std::nullopt, kept});
    CHECK(is_sound(report));
    CHECK(report.covered == 15);
    CHECK_FALSE(report.key);
    const auto with_key = audited(log.entries, {key_of_log().key(), kept});
    CHECK(is_sound(with_key));
    CHECK(with_key.key == key_of_log().key());
    CHECK(fault_in(audited(log.entries, {key_of_log("482913", 10).key(), kept})).what == flaw::checkpoint);
    lines_of_log changed = log.entries;
    changed[7].replace(changed[7].find("\"A\":3"), 5, "\"A\":2");
    CHECK(fault_in(audited(changed, {std::nullopt, kept})).what == flaw::checkpoint);
    CHECK(fault_in(audited({log.entries.begin(), log.entries.begin() + 9}, {std::nullopt, kept})).entry == 10);
    lines_of_log gap = log.entries;
    gap.erase(gap.begin() + 4);
    CHECK(fault_in(audited(gap)).entry == 5);
}

TEST_CASE("an entry that was signed though it is not in the log's form is named") {
    sample_log log;
    std::string& blank = log.entries[9];
    blank.insert(1, " ");
    const audit_fault fault = fault_in(audited(downloaded(log.entries)));
    CHECK(fault.what == flaw::unreadable);
    CHECK(fault.entry == 10);
    const sample_log sound;
    CHECK(fault_in(audited(downloaded({sound.entries.begin() + 1, sound.entries.end()}))).entry == 1);
}

// An entry of a newer version may tell more than this one knows.
TEST_CASE("an entry with members that are not known is sound when it is canonical") {
    sample_log log;
    log.entries[9].replace(log.entries[9].find("\"entry\""), 7, "\"device\":\"tablet\",\"entry\"");
    CHECK(is_sound(audited(downloaded(log.entries))));
}

TEST_CASE("in a log of several lines of leaves the place is found too") {
    sample_log log;
    log.press(deed::open, "open-again", "dots");
    for (int i = 0; i < 600; ++i) log.cast("many-" + std::to_string(1000 + i), "w" + std::to_string(i), R"({"points":{"A":1,"B":1}})");
    const lines_of_log file = downloaded(log.entries);
    REQUIRE(is_sound(audited(file)));
    std::mt19937 random(1);
    for (int round = 0; round < 40; ++round) {
        const std::size_t i = random() % log.entries.size();
        lines_of_log altered = file;
        std::string& line = altered[i];
        line[random() % line.size()] ^= 1;
        REQUIRE(fault_in(audited(altered)).entry == i + 1);
        altered = file;
        altered.erase(altered.begin() + static_cast<std::ptrdiff_t>(i));
        REQUIRE(fault_in(audited(altered)).entry == i + 1);
    }
}
