#include "bradley_terry.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace sawt {

namespace {

// How many options one reaches, itself included, through wins, or through losses.
std::size_t reached(const win_matrix& wins, bool backwards) {
    std::vector<std::uint8_t> seen(wins.options());
    std::vector<std::size_t> todo{0};
    seen[0] = 1;
    std::size_t count = 0;
    while (!todo.empty()) {
        const std::size_t at = todo.back();
        todo.pop_back();
        ++count;
        for (std::size_t next = 0; next < wins.options(); ++next)
            if (!seen[next] && (backwards ? wins(next, at) : wins(at, next)) > 0) {
                seen[next] = 1;
                todo.push_back(next);
            }
    }
    return count;
}

// The probability that one who is `ahead` by that much in log ability wins; exact to the last digits at both ends.
double chance(double ahead) {
    const double odds = std::exp(-std::abs(ahead));
    return ahead >= 0 ? 1 / (1 + odds) : odds / (1 + odds);
}

// Solves the equations of a network: the sum over b of link(a,b) x (shift[a] - shift[b]) is pull[a] for each a; the last shift is 0. Options are taken
// out one by one, each replaced by links between its neighbours (star to mesh). Nothing is ever subtracted, so that weak links between
// strong ones keep all their digits (Grassmann, Taksar and Heyman 1985). `link` is symmetric and used up.
std::vector<double> solve_network(win_matrix& link, std::vector<double> pull) {
    const std::size_t n = link.options();
    std::vector<double> links(n);
    for (std::size_t out = 0; out + 1 < n; ++out) {
        double all = 0;
        for (std::size_t a = out + 1; a < n; ++a) all += link(out, a);
        links[out] = all;
        for (std::size_t a = out + 1; a < n; ++a) {
            const double part = link(out, a) / all;
            if (part == 0) continue;
            pull[a] += part * pull[out];
            for (std::size_t b = out + 1; b < n; ++b) link(a, b) += part * link(out, b);
        }
    }
    std::vector<double> shift(n);
    for (std::size_t back = n - 1; back-- > 0;) {
        double sum = pull[back];
        for (std::size_t a = back + 1; a < n; ++a) sum += link(back, a) * shift[a];
        shift[back] = sum / links[back];
    }
    return shift;
}

void centre(std::vector<double>& values) {
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    for (double& value : values) value -= mean;
}

}  // namespace

bool is_estimable(const win_matrix& wins) {
    return wins.options() <= 1 || (reached(wins, false) == wins.options() && reached(wins, true) == wins.options());
}

// Newton's method. The logarithm of the likelihood is concave, and along any step its curvature changes at most by a factor e^m where m is the
// most by which the step moves two compared options against each other; so log(1 + m) / m of the step cannot overshoot (Bach 2010), and it
// becomes the whole step, with its quadratic convergence, as m becomes small.
std::vector<double> log_abilities(const win_matrix& wins) {
    constexpr double settled = 1e-12;
    constexpr int steps_max = 1000;  // some ten are usual; rounding could keep huge abilities from settling for ever
    const std::size_t n = wins.options();
    std::vector<double> ability(n);
    if (n < 2) return ability;
    double moved_before = HUGE_VAL;
    for (int step = 0; step < steps_max; ++step) {
        win_matrix link(n);
        std::vector<double> pull(n);
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = a + 1; b < n; ++b) {
                if (wins(a, b) == 0 && wins(b, a) == 0) continue;
                const double a_wins = chance(ability[a] - ability[b]), b_wins = chance(ability[b] - ability[a]);
                const double surprise = wins(a, b) * b_wins - wins(b, a) * a_wins;
                pull[a] += surprise;
                pull[b] -= surprise;
                link(a, b) = link(b, a) = std::max((wins(a, b) + wins(b, a)) * a_wins * b_wins, 1e-300);
            }
        std::vector<double> shift = solve_network(link, std::move(pull));
        centre(shift);
        double against = 0;
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = a + 1; b < n; ++b)
                if (wins(a, b) > 0 || wins(b, a) > 0) against = std::max(against, std::abs(shift[a] - shift[b]));
        if (!std::isfinite(against)) break;  // beyond what floats can tell: the abilities so far are the best there are
        const double part = against > 1e-9 ? std::log1p(against) / against : 1;
        double moved = 0;
        for (std::size_t a = 0; a < n; ++a) {
            ability[a] += part * shift[a];
            moved = std::max(moved, std::abs(part * shift[a]));
        }
        if (moved <= settled || (moved < 1e-9 && moved >= moved_before)) break;
        moved_before = moved;
    }
    centre(ability);
    return ability;
}

}  // namespace sawt
