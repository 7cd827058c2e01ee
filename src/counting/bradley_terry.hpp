// The maximum of the likelihood of Bradley and Terry (1952): strengths such that an option with ability a beats one with ability b
// with probability e^a / (e^a + e^b). Pure arithmetic on one matrix; nothing is kept.
#pragma once

#include <cstddef>
#include <vector>

namespace sawt {

// How often each option beat each other one, weights included, a tie counting half each way. Square, row by row; the diagonal is 0.
class win_matrix {
public:
    explicit win_matrix(std::size_t options) : options_(options), wins_(options * options) {}

    std::size_t options() const { return options_; }
    double& operator()(std::size_t winner, std::size_t loser) { return wins_[winner * options_ + loser]; }
    double operator()(std::size_t winner, std::size_t loser) const { return wins_[winner * options_ + loser]; }

private:
    std::size_t options_;
    std::vector<double> wins_;
};

// True when every option reaches every other through wins: otherwise no finite estimate exists (Ford 1957).
bool is_estimable(const win_matrix& wins);

// Log abilities with mean 0, iterated until none moves by more than 1e-12. The wins must be estimable.
std::vector<double> log_abilities(const win_matrix& wins);

}  // namespace sawt
