// `sawt export` writes a log and `sawt verify` must find whatever is done to the file afterwards. What each byte does is tested in
// tests/unit/audit_test.cpp; here a sample of them goes through the program.
#include "tests/catch.hpp"
#include "tests/log/scratch.hpp"

#include <sawt/checkpoint.hpp>

#include <nlohmann/json.hpp>

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace sawt;
using namespace sawt::log::test;
using nlohmann::json;

namespace {

constexpr const char* code = "482913";
constexpr const char* agenda_text =
    R"({"items":[{"id":"dots","kind":"vote","method":"dots","options":[{"id":"A","text":"Alpha"},{"id":"B","text":"Beta"}],"params":{"dots":5},"title":"Dots"}],"languages":["en"],"sample":true,"sawt":1,"title":"Sample for the command line"})";

struct ran {
    int status = -1;
    std::string said;
};

// Standard output and standard error together.
ran run(const std::string& words) {
    const char* program = std::getenv("SAWT_PROGRAM");
    REQUIRE(program != nullptr);
    std::FILE* const out = popen(("'" + std::string(program) + "' " + words + " 2>&1").c_str(), "r");
    REQUIRE(out != nullptr);
    ran did;
    std::array<char, 65536> some{};
    while (const auto got = std::fread(some.data(), 1, some.size(), out)) did.said.append(some.data(), got);
    const int ended = pclose(out);
    REQUIRE(WIFEXITED(ended));
    did.status = WEXITSTATUS(ended);
    return did;
}

bool says(const ran& did, std::string_view part) { return did.said.find(part) != std::string::npos; }

class exported_log {
public:
    exported_log() {
        {
            const auto log = opened(data());
            log->found({code, "{}"}, {code, agenda_text}, morning).value();
            std::vector<log::proposal> batch;
            for (const char* who : {"p1", "p2", "p3"}) batch.push_back(propose(code, participant_joined{who, ""}));
            batch.push_back(propose(code, press(deed::open)));
            batch.push_back(cast("ballot-1", "v1", R"({"points":{"A":3,"B":2}})"));
            batch.push_back(cast("ballot-2", "v2", R"({"points":{"B":5}})"));
            batch.push_back(cast("ballot-3", "v2", R"({"points":{"A":1}})"));
            batch.push_back(cast("ballot-4", "v3", R"({"points":{"A":9}})"));
            batch.push_back(propose(code, press(deed::close)));
            batch.push_back(cast("ballot-5", "v3", R"({"points":{"A":1}})"));
            log->append(batch).value();
        }
        key_seed seed{};
        seed.fill(11);
        write(data() / "log-key", to_base64(seed) + "\n");
        key = to_text(note_signer(log_origin(code), seed).key());
        const ran did = run("export " + std::string(code) + " --data '" + data().string() + "' -o '" + file().string() + "'");
        REQUIRE(did.status == 0);
        text = read(file());
        for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) lines.push_back(text.substr(at, text.find('\n', at) + 1 - at));
    }

    std::filesystem::path data() const { return folder.path / "data"; }
    std::filesystem::path file() const { return folder.path / "log.jsonl"; }

    static void write(const std::filesystem::path& to, const std::string& what) { std::ofstream(to, std::ios::binary) << what; }
    static std::string read(const std::filesystem::path& from) {
        std::ostringstream all;
        all << std::ifstream(from, std::ios::binary).rdbuf();
        return all.str();
    }

    // What the program finds in another text.
    json fault_in(const std::string& altered) const {
        write(folder.path / "altered.jsonl", altered);
        const ran did = run("verify '" + (folder.path / "altered.jsonl").string() + "' --json");
        INFO(did.said);
        REQUIRE(did.status == 1);
        const json found = json::parse(did.said);
        REQUIRE(found["verdict"] == "altered");
        return found["fault"];
    }

    std::string joined(const std::vector<std::string>& all) const {
        std::string together;
        for (const std::string& line : all) together += line;
        return together;
    }

    scratch_folder folder;
    std::string text, key;
    std::vector<std::string> lines;
    std::size_t entries = 11;

private:
    static act press(deed what) {
        act pressed;
        pressed.what = what;
        pressed.id = "press-" + std::string(to_text(what));
        pressed.item = "dots";
        return pressed;
    }
    static log::proposal cast(const std::string& id, const std::string& voter, const std::string& ballot) { return propose(code, ballot_cast{id, "dots", 1, voter, "", "phone", ballot}); }
};

}  // namespace

TEST_CASE("a sound log exits 0 and is told in plain words") {
    const exported_log log;
    REQUIRE(log.lines.size() == log.entries + 2);
    const std::string path = "'" + log.file().string() + "'";
    const ran did = run("verify " + path + " --key " + log.key);
    INFO(did.said);
    CHECK(did.status == 0);
    CHECK(says(did, "SOUND. All 11 entries are those that were signed."));
    CHECK(says(did, "3 joinings, 2 acts of the facilitator, 3 ballots taken"));
    CHECK(says(did, "Dots (dots), closed, check code "));
    CHECK(says(did, "2 ballots: 2 counted, 0 empty; 1 replaced by a later one of the same voter"));
    CHECK(says(did, "* 4  Alpha"));
    CHECK(says(did, "  2  Beta"));
    CHECK(says(did, "1  ballot closed (first: entry 11)"));
    CHECK(says(did, "1  ballot invalid-ballot too-many (first: entry 9)"));
    CHECK_FALSE(says(did, "came with the file"));
    CHECK(says(run("verify " + path), "came with the file"));
    CHECK(run("verify - < " + path).status == 0);
    log.write(log.folder.path / "key.txt", log.key + "\n");
    CHECK(run("verify " + path + " --key '" + (log.folder.path / "key.txt").string() + "'").status == 0);
}

TEST_CASE("a sound log as JSON holds the recount") {
    const exported_log log;
    const json found = json::parse(run("verify '" + log.file().string() + "' --json").said);
    CHECK(found["verdict"] == "sound");
    CHECK(found["fault"].is_null());
    CHECK(found["entries"] == 11);
    CHECK(found["covered"] == 11);
    CHECK(found["key"] == log.key);
    CHECK(found["counts"]["ballots"] == 3);
    CHECK(found["counts"]["replaced"] == 1);
    CHECK(found["counts"]["refused"] == json{{"ballot closed", {{"count", 1}, {"first", 11}}}, {"ballot invalid-ballot too-many", {{"count", 1}, {"first", 9}}}});
    CHECK(found["results"]["items"][0]["rounds"][0]["result"]["scores"] == json{{"A", 4}, {"B", 2}});
    CHECK(found["results"]["items"][0]["rounds"][0]["check"].is_string());
}

TEST_CASE("each line dropped, swapped or doubled is found by the program, and named") {
    const exported_log log;
    for (std::size_t i = 0; i < log.lines.size(); ++i) {
        INFO("line " << i + 1);
        const json named = i < log.entries ? json(i + 1) : json(nullptr);
        std::vector<std::string> altered = log.lines;
        altered.erase(altered.begin() + static_cast<std::ptrdiff_t>(i));
        CHECK(log.fault_in(log.joined(altered))["entry"] == named);
        altered = log.lines;
        altered.insert(altered.begin() + static_cast<std::ptrdiff_t>(i), log.lines[i]);
        CHECK(log.fault_in(log.joined(altered))["entry"] == named);
        if (i + 1 == log.lines.size()) continue;
        altered = log.lines;
        std::swap(altered[i], altered[i + 1]);
        CHECK(log.fault_in(log.joined(altered))["entry"] == named);
    }
}

TEST_CASE("a changed byte is found by the program, and its entry or line is named") {
    const exported_log log;
    std::size_t line = 1;
    for (std::size_t at = 0; at + 1 < log.text.size(); ++at) {
        if (at % 61 == 0) {
            std::string altered = log.text;
            altered[at] = static_cast<char>(altered[at] ^ (1 << at % 7));
            INFO("byte " << at << ", line " << line);
            const json fault = log.fault_in(altered);
            CHECK(fault["line"] == line);
            CHECK(fault["entry"] == (line <= log.entries ? json(line) : json(nullptr)));
        }
        if (log.text[at] == '\n') ++line;
    }
    const ran told = [&] {
        std::string altered = log.text;
        const auto at = altered.find("\"A\":3");
        altered[at + 4] = '4';
        log.write(log.folder.path / "told.jsonl", altered);
        return run("verify '" + (log.folder.path / "told.jsonl").string() + "'");
    }();
    CHECK(told.status == 1);
    CHECK(says(told, "ALTERED. entry 6 was changed"));
}

TEST_CASE("another key, another checkpoint, a log that is not there and one that nobody signed") {
    const exported_log log;
    const std::string path = "'" + log.file().string() + "'";
    key_seed seed{};
    const note_signer stranger(log_origin(code), seed);
    const ran other = run("verify " + path + " --key " + to_text(stranger.key()));
    CHECK(other.status == 1);
    CHECK(says(other, "is not signed by sawt/482913+"));

    const json end = json::parse(log.lines.back());
    const std::string kept = "'" + (log.folder.path / "kept").string() + "'";
    log.write(log.folder.path / "kept", end["note"]);
    CHECK(run("verify " + path + " --checkpoint " + kept).status == 0);
    log.write(log.folder.path / "kept", stranger.sign(to_text(checkpoint{log_origin(code), 3, leaf_hash("x")})));
    CHECK(run("verify " + path + " --checkpoint " + kept).status == 1);

    CHECK(run("verify " + path + " --key nonsense").status == 2);
    CHECK(run("verify " + path + " --checkpoint /nowhere/at/all").status == 2);
    CHECK(run("verify /nowhere/at/all").status == 2);
    CHECK(run("verify").status == 2);
    std::string bare;
    for (std::size_t i = 0; i < log.entries; ++i) bare += log.lines[i];
    log.write(log.folder.path / "bare.jsonl", bare);
    const std::string unsigned_log = "verify '" + (log.folder.path / "bare.jsonl").string() + "'";
    CHECK(run(unsigned_log).status == 2);
    CHECK(says(run(unsigned_log), "NOT PROVEN"));
    log.write(log.folder.path / "kept", end["note"]);
    CHECK(run(unsigned_log + " --checkpoint " + kept + " --key " + log.key).status == 0);
}

TEST_CASE("a folder without a log key is exported without a checkpoint, and says so; a damaged key stops") {
    const exported_log log;
    std::filesystem::remove(log.data() / "log-key");
    const std::string words = "export " + std::string(code) + " --data '" + log.data().string() + "' -o '" + (log.folder.path / "bare.jsonl").string() + "'";
    const ran did = run(words);
    CHECK(did.status == 0);
    CHECK(says(did, "no log-key"));
    std::string bare;
    for (std::size_t i = 0; i < log.entries; ++i) bare += log.lines[i];
    CHECK(log.read(log.folder.path / "bare.jsonl") == bare);
    log.write(log.data() / "log-key", "damaged\n");
    CHECK(run(words).status == 1);
}
