// What counting costs: `bench_counting` goes through every method at 10 and 100 options and prints how fast ballots come into the tally, what a
// full count takes, against reading everything anew, and how much memory a voter needs. Figures are of processor time, since the clock of a
// shared machine proves nothing; none is judged.
//
//   bench_counting [--methods schulze,stv] [--options 10,100] [--ballots 1000,100000,1000000] [--seconds 60]
//
// What is expected to take longer than `--seconds` is left out, and the line says so.
#include "tests/bench/live_bytes.hpp"
#include "tests/counting/method_setups.hpp"
#include "tests/counting/random_ballots.hpp"

#include <sawt/counting.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <optional>

using namespace sawt;
using namespace sawt::test;
using nlohmann::json;

namespace {

struct wishes {
    std::vector<std::string> methods;
    std::vector<std::size_t> options{10, 100};
    std::vector<std::size_t> ballots{1'000, 100'000, 1'000'000};
    double seconds = 60;
};

double cpu_s() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// Seconds of one call, repeated until a tenth of a second has gone by.
template <class Call>
double time_of(Call call) {
    int calls = 0;
    const double start = cpu_s();
    double passed = 0;
    do {
        call();
        ++calls;
        passed = cpu_s() - start;
    } while (passed < 0.1);
    return passed / calls;
}

std::string grouped(double number) {
    std::string text = std::to_string(static_cast<long long>(number));
    for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

std::string milliseconds(double seconds) {
    char text[32];
    std::snprintf(text, sizeof text, seconds < 0.01 ? "%.3f" : seconds < 1 ? "%.1f" : "%.0f", seconds * 1000);
    return text;
}

class measurement {
public:
    measurement(std::string_view method, const method_setup& setup, std::span<const std::string> options, const wishes& wanted)
        : rule_(std::get<0>(make_rule({method, &setup.params, options}))), source_(method, setup.params, options, 1), wanted_(wanted) {}

    void run() {
        ballots_into_tally();
        std::printf("  %12s %12s %12s %22s %14s\n", "ballots", "count ms", "clone ms", "from nothing ms", "bytes/voter");
        std::optional<double> last_count;
        std::size_t last_size = 1;
        for (const std::size_t size : wanted_.ballots) {
            const double growth = static_cast<double>(size) / static_cast<double>(last_size);
            const double expected = static_cast<double>(size) * fill_s_ + last_count.value_or(0) * growth;
            if (expected > wanted_.seconds) {
                std::printf("  %12s left out: about %.0f s\n", grouped(static_cast<double>(size)).c_str(), expected);
                continue;
            }
            last_count = count_of(size);
            last_size = size;
        }
        std::fflush(stdout);
    }

private:
    void ballots_into_tally() {
        constexpr std::size_t sample_size = 2000;
        std::vector<json> sample;
        std::vector<reading> readings;
        const double start = cpu_s();
        for (std::size_t i = 0; i < sample_size; ++i) sample.push_back(source_.valid());
        const double made = (cpu_s() - start) / sample_size;
        for (const json& ballot : sample) readings.push_back(rule_->read(ballot));

        // Into a new tally each time: most ballots of a room are new to it.
        const rational one = 1;
        const double adding = time_of([&] {
            const auto votes = rule_->open_tally();
            for (const reading& each : readings)
                if (each.is == standing::counted) votes->add(each.says, one);
        }) / sample_size;
        reading_s_ = time_of([&] {
            const auto votes = rule_->open_tally();
            for (const json& ballot : sample) {
                const reading read = rule_->read(ballot);
                if (read.is == standing::counted) votes->add(read.says, one);
            }
        }) / sample_size;
        fill_s_ = made + reading_s_;
        std::printf("  into the tally %13s ballots/s, read and added %11s ballots/s (x %.1f)\n", grouped(1 / adding).c_str(),
                    grouped(1 / reading_s_).c_str(), reading_s_ / adding);
    }

    double count_of(std::size_t size) {
        const rational one = 1;
        const std::size_t before = live_bytes();
        const auto votes = rule_->open_tally();
        std::size_t counted = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const reading read = rule_->read(source_.valid());
            if (read.is != standing::counted) continue;
            votes->add(read.says, one);
            ++counted;
        }
        const auto bytes = static_cast<double>(live_bytes() - before) / static_cast<double>(size);
        const weighted_tally part{"", votes.get(), rational(counted), 1};
        const double counting = time_of([&] { (void)rule_->count({&part, 1}); });
        const double cloning = time_of([&] { (void)votes->clone(); });
        const double anew = static_cast<double>(size) * reading_s_ + counting;
        std::printf("  %12s %12s %12s %12s (x %6.1f) %14.1f\n", grouped(static_cast<double>(size)).c_str(), milliseconds(counting).c_str(),
                    milliseconds(cloning).c_str(), milliseconds(anew).c_str(), anew / counting, bytes);
        return counting;
    }

    std::shared_ptr<const counting_rule> rule_;
    random_ballots source_;
    const wishes& wanted_;
    double reading_s_ = 0;  // to read and add one ballot
    double fill_s_ = 0;     // and to make it
};

std::vector<std::string> split(const std::string& list) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= list.size();) {
        const std::size_t to = std::min(list.find(',', from), list.size());
        if (to > from) parts.push_back(list.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

std::optional<std::vector<std::size_t>> numbers(const std::string& list) {
    std::vector<std::size_t> values;
    for (const auto& text : split(list)) {
        char* end = nullptr;
        values.push_back(std::strtoull(text.c_str(), &end, 10));
        if (*end != '\0' || values.back() == 0) return std::nullopt;
    }
    if (values.empty()) return std::nullopt;
    return values;
}

std::optional<wishes> read_wishes(int argc, char** argv) {
    wishes wanted;
    for (int i = 1; i < argc; i += 2) {
        const std::string name = argv[i];
        if (i + 1 == argc) return std::nullopt;
        const std::string value = argv[i + 1];
        const auto list = numbers(value);
        if (name == "--methods") wanted.methods = split(value);
        else if (!list) return std::nullopt;
        else if (name == "--options") wanted.options = *list;
        else if (name == "--ballots") wanted.ballots = *list;
        else if (name == "--seconds") wanted.seconds = static_cast<double>(list->front());
        else return std::nullopt;
    }
    return wanted;
}

}  // namespace

int main(int argc, char** argv) {
    const auto wanted = read_wishes(argc, argv);
    if (!wanted) {
        std::fprintf(stderr, "usage: bench_counting [--methods schulze,stv] [--options 10,100] [--ballots 1000,100000,1000000] [--seconds 60]\n");
        return 2;
    }
    for (const std::string_view method : counting_methods()) {
        if (!wanted->methods.empty() && std::find(wanted->methods.begin(), wanted->methods.end(), method) == wanted->methods.end()) continue;
        for (const std::size_t size : wanted->options) {
            std::vector<std::string> options;
            for (std::size_t i = 0; i < size && method != "words"; ++i) options.push_back("option-" + std::to_string(i + 1));
            for (const method_setup& setup : setups_of(method, options)) {
                if (setup.variant == "-") continue;
                std::printf("%s%s%s, %zu options\n", std::string(method).c_str(), setup.variant.empty() ? "" : " ", setup.variant.c_str(), options.size());
                measurement(method, setup, options, *wanted).run();
            }
            if (method == "words") break;  // it has no options
        }
    }
    return 0;
}
