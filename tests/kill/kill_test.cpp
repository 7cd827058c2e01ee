// Kills a writing process with SIGKILL, again and again on the same folder, and looks each time whether the log holds what was
// acknowledged: `kill_test [rounds] [seed] [most seconds]`.
//
// The child is this program again (`kill_test --write FOLDER ROUND`). Four threads submit small batches through log_writer, some with an id a
// second time, and a line goes to standard output for each acknowledged place: "workshop number id leaf". The child also sends the ids
// of the round before once more, which is what phones do after a lost connection. The parent reads lines up to a random count and kills.
#include "server/log/log_writer.hpp"
#include "tests/log/scratch.hpp"

#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <future>
#include <iostream>
#include <map>
#include <random>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sawt;
using namespace sawt::log;
using namespace sawt::log::test;

namespace {

constexpr std::array codes{"100000", "200000", "300000"};
constexpr int threads = 4;

std::string id_of(int round, int thread, int n) { return "r" + std::to_string(round) + "-t" + std::to_string(thread) + "-" + std::to_string(n); }

// ---- the child

// One write call a message, so that a line is in the pipe whole or not at all (lines are shorter than PIPE_BUF).
void tell(const std::string& line) {
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) std::raise(SIGKILL);  // the parent is gone
}

void submit_and_tell(log_writer& writer, const std::vector<std::string>& ids) {
    std::vector<proposal> batch;
    for (const auto& id : ids) batch.push_back(ballot(codes[id.size() % codes.size()], id));
    const auto done = std::make_shared<std::promise<void>>();
    auto answered = done->get_future();
    writer.submit(batch, [batch, ids, done](boost::system::result<std::vector<placed>> places) {
        if (places.has_error()) tell("refused " + places.error().message() + "\n");
        else
            for (std::size_t i = 0; i < ids.size(); ++i)
                tell(batch[i].workshop + " " + std::to_string((*places)[i].at.number) + " " + ids[i] + " " + to_hex((*places)[i].at.leaf) + "\n");
        done->set_value();
    });
    answered.wait();
}

int write_until_killed(const std::string& folder, int round) {
    const auto log = opened(folder);
    if (log->workshops().value().empty())
        for (const char* code : codes) log->found({code, "{}"}, sample_workshop(code), morning).value();
    log_writer writer(*log);
    std::vector<std::thread> all;
    for (int t = 0; t < threads; ++t)
        all.emplace_back([&writer, round, t] {
            for (int n = 0;; ++n) {
                std::vector<std::string> ids{id_of(round, t, n)};
                if (n % 3 == 0) ids.push_back(id_of(round, t, n / 2));   // a repeat within the round
                if (n % 5 == 0) ids.push_back(id_of(round, t, n + 1));   // early: its own turn is the repeat
                if (round > 1) ids.push_back(id_of(round - 1, t, n));    // a phone that never heard
                submit_and_tell(writer, ids);
            }
        });
    for (auto& one : all) one.join();
    return 0;
}

// ---- the parent

struct place {
    std::string workshop, leaf;
    entry_number number = 0;
    friend bool operator==(const place&, const place&) = default;
};
using places = std::map<std::string, place>;  // by id

struct killed_round {
    std::uint64_t lines = 0;
    std::string complaint;
};

struct child {
    pid_t process = -1;
    std::FILE* lines = nullptr;
};

child start(const std::string& folder, int round) {
    int pipe_ends[2];
    if (::pipe2(pipe_ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
    std::string self = "/proc/self/exe", flag = "--write", where = folder, number = std::to_string(round);
    char* arguments[] = {self.data(), flag.data(), where.data(), number.data(), nullptr};
    child started;
    const int failed = ::posix_spawn(&started.process, self.c_str(), &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(pipe_ends[1]);
    if (failed) throw std::runtime_error("no child");
    started.lines = ::fdopen(pipe_ends[0], "r");
    return started;
}

// Reads `most` acknowledgements, kills, and reads what was still in the pipe: that too had been acknowledged.
killed_round kill_after(const child& running, std::uint64_t most, places& acknowledged) {
    killed_round result;
    char text[512];
    bool killed = false;
    while (std::fgets(text, sizeof text, running.lines)) {
        std::istringstream line(text);
        place at;
        std::string id;
        if (!(line >> at.workshop >> at.number >> id >> at.leaf)) {
            result.complaint = std::string("the child said: ") + text;
            break;
        }
        const auto [known, fresh] = acknowledged.emplace(id, at);
        if (!fresh && known->second != at) result.complaint = id + " was acknowledged at two places";
        if (++result.lines >= most && !killed) {
            ::kill(running.process, SIGKILL);
            killed = true;
        }
    }
    if (!killed) ::kill(running.process, SIGKILL);
    int status = 0;
    ::waitpid(running.process, &status, 0);
    std::fclose(running.lines);
    if (!killed && result.complaint.empty()) result.complaint = "the child ended by itself";
    return result;
}

struct audit {
    std::uint64_t entries = 0, lost = 0, twice = 0, damaged = 0;
    bool sound() const { return lost == 0 && twice == 0 && damaged == 0; }
};

audit look_into(const std::string& folder, const places& acknowledged) {
    audit a;
    places there;
    const auto log = opened(folder);
    for (const char* code : codes) {
        const auto count = log->follow(code, 1, UINT64_MAX, [&](stored_entry&& e) {  // complains about gaps and leaves
            const auto read = read_entry(e.line);
            const auto* cast = std::get_if<ballot_cast>(&std::get<entry>(read).what);
            if (cast && !there.emplace(cast->id, place{code, to_hex(e.leaf), e.number}).second) ++a.twice;
        });
        if (count.has_error()) ++a.damaged;
        else a.entries += *count;
    }
    for (const auto& [id, at] : acknowledged)
        if (const auto found = there.find(id); found == there.end() || found->second != at) ++a.lost;
    return a;
}

template <class Number>
Number argument(int argc, char** argv, int index, Number otherwise) {
    if (index >= argc) return otherwise;
    const std::string_view text = argv[index];
    Number value{};
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size()) throw std::runtime_error("not a number: " + std::string(text));
    return value;
}

int run(int argc, char** argv) {
    const int rounds = argument(argc, argv, 1, 12);
    const auto seed = argument<std::uint64_t>(argc, argv, 2, std::random_device{}());
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(argument(argc, argv, 3, 600));
    std::mt19937_64 random(seed);
    scratch_folder folder;
    places acknowledged;
    audit last;
    int round = 1;
    for (; round <= rounds && std::chrono::steady_clock::now() < until; ++round) {
        const std::uint64_t most = std::uniform_int_distribution<std::uint64_t>(1, 600)(random);
        const auto ended = kill_after(start(folder.path, round), most, acknowledged);
        last = look_into(folder.path, acknowledged);
        if (!ended.complaint.empty() || !last.sound()) {
            std::cout << "round " << round << " of seed " << seed << ": " << ended.complaint << "; lost " << last.lost << ", twice " << last.twice << ", damaged logs "
                      << last.damaged << "\n";
            return 1;
        }
    }
    std::cout << round - 1 << " kills (seed " << seed << "): " << acknowledged.size() << " ballots acknowledged, " << last.entries
              << " entries in the log, 0 lost, 0 twice, 0 gaps\n";
    return round > 1 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        if (argc == 4 && std::string_view(argv[1]) == "--write") return write_until_killed(argv[2], argument(argc, argv, 3, 1));
        return run(argc, argv);
    } catch (const std::exception& failed) {
        std::cout << failed.what() << "\n";
        return 2;
    }
}
