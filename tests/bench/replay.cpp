// What the log costs: `bench_replay [entries]` appends that many (default 100,000) in a scratch folder, then opens the folder again and
// replays it. It prints figures and judges none: the clock of a shared machine proves nothing. So the processor time of this program stands
// beside the time that went by, and the disk's own flush beside the commits.
#include "server/log/log_writer.hpp"
#include "tests/log/scratch.hpp"

#include <sawt/workshop.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <semaphore>

#include <fcntl.h>
#include <unistd.h>

using namespace sawt;
using namespace sawt::log;
using namespace sawt::log::test;

namespace {

using clock_type = std::chrono::steady_clock;

constexpr const char* code = "482913";
constexpr int voters = 5000;
constexpr std::array groups{"designers", "manufacturers", "tanneries"};

// In canonical form, as entry 1 keeps it. A sample that exists for this measurement only.
constexpr const char* agenda_text =
    R"({"groups":[{"id":"designers","name":"Designers"},{"id":"manufacturers","name":"Manufacturers"},{"id":"tanneries","name":"Tanneries"}],)"
    R"("items":[{"id":"priorities","kind":"vote","method":"dots","options":[{"id":"A","text":"A"},{"id":"B","text":"B"},{"id":"C","text":"C"},{"id":"D","text":"D"},)"
    R"({"id":"E","text":"E"},{"id":"F","text":"F"}],"params":{"cap":3,"dots":5},"title":"Priorities"}],"languages":["en"],"sample":true,"sawt":1,"title":"Sample for a measurement"})";

double ms_since(clock_type::time_point start) { return std::chrono::duration<double, std::milli>(clock_type::now() - start).count(); }

// Of all threads, user and system.
double cpu_us() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

std::string pseudonym(int voter) { return to_hex(sha256("voter " + std::to_string(voter))).substr(0, 32); }

proposal vote(int n) {
    ballot_cast cast;
    cast.id = "client-made-" + std::to_string(n);
    cast.item = "priorities";
    cast.voter = pseudonym(n % voters);  // each votes many times: the last ballot of a voter counts
    cast.group = groups[static_cast<std::size_t>(n % voters) % groups.size()];
    cast.ballot = n % 3 ? R"({"points":{"A":3,"C":2}})" : R"({"points":{"B":1,"D":2,"F":2}})";
    return propose(code, cast);
}

// The floor under every commit here: an append to a preallocated file and its fdatasync.
void time_flush(const std::filesystem::path& folder) {
    const int file = ::open((folder / "flush").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    const std::string zeros(1 << 20, '\0');
    if (file < 0 || ::write(file, zeros.data(), zeros.size()) < 0 || ::fsync(file) != 0) throw std::runtime_error("cannot write");
    std::vector<double> took;
    for (int i = 0; i < 200; ++i) {
        const auto start = clock_type::now();
        if (::pwrite(file, zeros.data(), 4096, i * 4096) < 0 || ::fdatasync(file) != 0) throw std::runtime_error("cannot write");
        took.push_back(ms_since(start));
    }
    ::close(file);
    std::sort(took.begin(), took.end());
    std::printf("fdatasync of 4 KiB, preallocated     p50 %6.2f ms   p99 %7.2f ms\n", took[100], took[198]);
}

// Ballots first..last-1, each a submit of its own, at most `in_flight` of them without an answer.
void time_appends(log_writer& writer, int first, int last, int in_flight) {
    std::counting_semaphore<> free(in_flight);
    std::vector<double> took(static_cast<std::size_t>(last - first));
    const auto start = clock_type::now();
    const double cpu = cpu_us();
    for (int n = first; n < last; ++n) {
        free.acquire();
        double& mine = took[static_cast<std::size_t>(n - first)];
        writer.submit({vote(n)}, [&mine, &free, sent = clock_type::now()](boost::system::result<std::vector<placed>> places) {
            if (places.has_error()) std::abort();
            mine = ms_since(sent);
            free.release();
        });
    }
    for (int i = 0; i < in_flight; ++i) free.acquire();
    const double all = ms_since(start);
    std::sort(took.begin(), took.end());
    std::printf("append, %5d in flight    %8.0f /s   p50 %6.2f ms   p99 %7.2f ms   cpu %5.1f us each   (%zu ballots)\n", in_flight,
                static_cast<double>(took.size()) / all * 1000, took[took.size() / 2], took[took.size() * 99 / 100],
                (cpu_us() - cpu) / static_cast<double>(took.size()), took.size());
}

void make(const std::filesystem::path& folder, int entries) {
    const auto log = opened(folder);
    log->found({code, "{}"}, {code, agenda_text}, morning).value();
    std::vector<proposal> first;
    for (int v = 0; v < voters; ++v) first.push_back(propose(code, participant_joined{pseudonym(v + voters), groups[static_cast<std::size_t>(v) % groups.size()]}));
    act open;
    open.what = deed::open;
    open.id = "client-made-open";
    open.item = "priorities";
    open.round = 1;
    first.push_back(propose(code, open));
    log->append(first).value();

    log_writer writer(*log);
    const int ballots = std::max(entries - voters - 2, 0);
    const int singly = std::min(ballots, 1000), some = singly + (ballots - singly) / 5, many = some + (ballots - some) / 2;
    if (ballots < 10) return;
    time_appends(writer, 0, singly, 1);
    time_appends(writer, singly, some, 64);
    time_appends(writer, some, many, 1024);
    time_appends(writer, many, ballots, 16384);
}

void replay(const std::filesystem::path& folder) {
    auto start = clock_type::now();
    const auto log = opened(folder);
    std::printf("open the folder         %8.1f ms\n", ms_since(start));

    start = clock_type::now();
    double cpu = cpu_us();
    std::uint64_t bytes = 0;
    const auto count = log->follow(code, 1, UINT64_MAX, [&](stored_entry&& e) { bytes += e.line.size(); }).value();
    const auto all = static_cast<double>(count);
    std::printf("follow, leaves checked  %8.1f ms   cpu %5.2f us each   (%.0f entries, %.1f MB of lines)\n", ms_since(start), (cpu_us() - cpu) / all, all,
                static_cast<double>(bytes) / 1e6);

    start = clock_type::now();
    cpu = cpu_us();
    workshop state;
    std::uint64_t refused = 0;
    log->follow(code, 1, UINT64_MAX, [&](stored_entry&& e) {
        const auto read = read_entry(e.line);
        if (!std::holds_alternative<entry>(read) || state.apply(std::get<entry>(read), e.leaf).refused) ++refused;
    }).value();
    const auto* voted = state.find("priorities");
    std::printf("replay: follow and fold %8.1f ms   cpu %5.2f us each   (%llu refused, %zu ballots count, root %s)\n", ms_since(start), (cpu_us() - cpu) / all,
                static_cast<unsigned long long>(refused), voted ? voted->now().ballots.size() : 0, short_code(state.root()).c_str());
}

}  // namespace

int main(int argc, char** argv) {
    const int entries = argc > 1 ? std::atoi(argv[1]) : 100'000;
    if (entries < 1) {
        std::fprintf(stderr, "usage: bench_replay [entries, 1 or more]\n");
        return 2;
    }
    try {
        scratch_folder folder;
        time_flush(folder.path);
        make(folder.path / "data", entries);
        replay(folder.path / "data");
        std::uintmax_t size = 0;
        for (const auto& file : std::filesystem::directory_iterator(folder.path / "data")) size += file.file_size();
        std::printf("on disk                 %8.1f MB\n", static_cast<double>(size) / 1e6);
    } catch (const std::exception& failed) {
        std::fprintf(stderr, "%s\n", failed.what());
        return 1;
    }
    return 0;
}
