// What `sawt verify` costs: `bench_audit [ballots [voters]]` makes a log of that many ballots (default 1,000,000 by 50,000 voters, each on 20 items, so that every
// ballot is one that counts) and audits it line by line, as the program does. It prints figures and judges none. The log is made by a child
// process, so that the memory told is the audit's alone.
#include <sawt/audit.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sawt;

namespace {

constexpr const char* code = "482913";
constexpr int items = 20;

// A sample that exists for this measurement only.
std::string agenda_text() {
    std::string all;
    for (int i = 10; i < 10 + items; ++i)
        all.append(all.empty() ? "" : ",").append(R"({"id":"item-)").append(std::to_string(i)).append(
            R"(","kind":"vote","method":"dots","options":[{"id":"A","text":"A"},{"id":"B","text":"B"},{"id":"C","text":"C"}],"params":{"cap":3,"dots":5},"title":"Item"})");
    return R"({"groups":[{"id":"designers","name":"Designers"},{"id":"tanneries","name":"Tanneries"}],"items":[)" + all + R"(],"languages":["en"],"sample":true,"sawt":1,"title":"Sample for a measurement"})";
}

std::string pseudonym(int item, int voter) { return to_hex(sha256(std::to_string(item) + " " + std::to_string(voter))).substr(0, 22); }

void make(const std::filesystem::path& file, int ballots, int voters) {
    std::ofstream to(file, std::ios::binary);
    log_seal end;
    entry_number last = 0;
    const auto say = [&](event what) {
        const std::string line = to_line({++last, 1'764'000'000, std::move(what)});
        end.add(leaf_hash(line));
        to << line << '\n';
    };
    say(workshop_made{code, agenda_text()});
    for (int i = 0; i < items; ++i) {
        act open;
        open.what = deed::open;
        open.id = "client-open-" + std::to_string(i);
        open.item = "item-" + std::to_string(10 + i);
        say(open);
    }
    for (int n = 0; n < ballots; ++n) {
        const int item = n / voters % items, voter = n % voters;
        ballot_cast cast;
        cast.id = "client-" + std::to_string(1'000'000'000 + n);
        cast.item = "item-" + std::to_string(10 + item);
        cast.voter = pseudonym(item, voter);
        cast.group = voter % 2 ? "designers" : "tanneries";
        cast.ballot = n % 3 ? R"({"points":{"A":3,"C":2}})" : R"({"points":{"B":1,"C":2}})";
        say(cast);
    }
    key_seed seed{};
    to << end.lines(note_signer(log_origin(code), seed));
}

double cpu_s() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

}  // namespace

int main(int argc, char** argv) {
    const int ballots = argc > 1 ? std::atoi(argv[1]) : 1'000'000, voters = argc > 2 ? std::atoi(argv[2]) : 50'000;
    if (ballots < 1 || voters < 1) {
        std::fprintf(stderr, "usage: bench_audit [ballots [voters]], 1 or more\n");
        return 2;
    }
    const auto file = std::filesystem::temp_directory_path() / ("sawt-audit-" + std::to_string(::getpid()) + ".jsonl");
    const pid_t maker = ::fork();
    if (maker == 0) {
        make(file, ballots, voters);
        ::_exit(0);
    }
    int made = 1;
    if (maker < 0 || ::waitpid(maker, &made, 0) != maker || made != 0) {
        std::fprintf(stderr, "the log could not be made\n");
        return 1;
    }
    const auto bytes = std::filesystem::file_size(file);
    const auto start = std::chrono::steady_clock::now();
    const double cpu = cpu_s();
    audit check;
    std::ifstream from(file, std::ios::binary);
    for (std::string line; std::getline(from, line);) check.add(line);
    const audit_report found = check.finish();
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), worked = cpu_s() - cpu;
    std::filesystem::remove(file);
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    std::printf("audit of %llu entries, %.1f MB: %s, %llu ballots taken, %llu replaced\n", static_cast<unsigned long long>(found.entries), static_cast<double>(bytes) / 1e6,
                found.is == audit_report::verdict::sound ? "sound" : "NOT sound", static_cast<unsigned long long>(found.ballots), static_cast<unsigned long long>(found.replaced));
    std::printf("%.2f s, cpu %.2f s (%.2f us an entry), at most %.0f MB in memory\n", took, worked, worked * 1e6 / static_cast<double>(found.entries), static_cast<double>(used.ru_maxrss) / 1024);
    return found.is == audit_report::verdict::sound ? 0 : 1;
}
