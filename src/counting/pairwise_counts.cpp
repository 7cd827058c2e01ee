#include "pairwise_counts.hpp"

#include "exact_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace sawt {

namespace {

using boost::multiprecision::cpp_int;

template <class Number>
ordered_square in_order(const std::vector<Number>& square, const cpp_int& scale) {
    std::vector<Number> values = square;
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    ordered_square ordered;
    ordered.rank.reserve(square.size());
    for (const Number& number : square)
        ordered.rank.push_back(static_cast<std::uint32_t>(std::lower_bound(values.begin(), values.end(), number) - values.begin()));
    ordered.value.reserve(values.size());
    for (const Number& number : values) ordered.value.push_back(rational(number) / rational(scale));
    return ordered;
}

// From the sums of the tallies to the weight placing one above the other; the diagonal is of no use after that.
template <class Number>
void settle(std::vector<Number>& square, std::size_t options, unranked how) {
    for (std::size_t a = 0; a < options; ++a) {
        Number* row = square.data() + a * options;
        for (std::size_t b = 0; how == unranked::last && b < options; ++b)
            if (b != a) row[b] = row[a] - row[b];
        row[a] = 0;
    }
}

template <class Number>
std::vector<Number> differences(const std::vector<Number>& square, std::size_t options) {
    std::vector<Number> margins(square.size());
    for (std::size_t a = 0; a < options; ++a)
        for (std::size_t b = 0; b < options; ++b) margins[a * options + b] = square[a * options + b] - square[b * options + a];
    return margins;
}

// All parts in machine words, in units of 1/scale. Empty when they do not fit; then rationals must do.
std::vector<std::int64_t> sum_in_words(std::span<const weighted_tally> parts, std::size_t cells, cpp_int& scale) {
    constexpr std::int64_t number_max = std::int64_t{1} << 60;  // room for a difference of differences
    scale = 1;
    for (const weighted_tally& part : parts) {
        const exact_sums& sums = pairwise_tally::of(part).sums();
        if (!sums.in_words()) return {};
        scale = boost::multiprecision::lcm(scale, cpp_int(sums.scale() * denominator(part.factor)));
        if (scale > number_max) return {};
    }
    std::vector<std::int64_t> units;
    cpp_int bound = 0;
    for (const weighted_tally& part : parts) {
        const exact_sums& sums = pairwise_tally::of(part).sums();
        const cpp_int unit = numerator(part.factor) * scale / (sums.scale() * denominator(part.factor));
        bound += sums.word_bound() * unit;
        if (bound > number_max || unit > number_max) return {};
        units.push_back(static_cast<std::int64_t>(unit));
    }
    std::vector<std::int64_t> square(cells);
    for (std::size_t part = 0; part < parts.size(); ++part) {
        const exact_sums& sums = pairwise_tally::of(parts[part]).sums();
        for (std::size_t cell = 0; cell < cells; ++cell) square[cell] += sums.word(cell) * units[part];
    }
    return square;
}

std::vector<rational> sum_in_rationals(std::span<const weighted_tally> parts, std::size_t cells) {
    std::vector<rational> square(cells);
    for (const weighted_tally& part : parts) {
        const exact_sums& sums = pairwise_tally::of(part).sums();
        for (std::size_t cell = 0; cell < cells; ++cell) square[cell] += sums.total(cell) * part.factor;
    }
    return square;
}

}  // namespace

pairwise_counts::pairwise_counts(std::span<const weighted_tally> parts, std::size_t options, unranked how, bool with_margins) : options_(options) {
    const std::size_t cells = options * options;
    const auto enter = [&](auto square, const cpp_int& scale) {
        settle(square, options, how);
        wins_ = in_order(square, scale);
        if (with_margins) margins_ = in_order(differences(square, options), scale);
    };
    cpp_int scale;
    if (auto words = sum_in_words(parts, cells, scale); words.size() == cells) enter(std::move(words), scale);
    else enter(sum_in_rationals(parts, cells), 1);
}

std::string square_json(const ballot_paper& paper, const std::vector<std::uint32_t>& ranks, const std::vector<std::string>& text_of_rank) {
    const std::size_t options = paper.size();
    std::vector<std::string> keys;
    for (std::uint32_t option = 0; option < options; ++option) keys.push_back(nlohmann::json(paper.id(option)).dump() + ":");
    std::string text = "{";
    for (std::size_t a = 0; a < options; ++a) {
        text.append(a == 0 ? "" : ",").append(keys[a]).append("{");
        for (std::size_t b = 0; b < options; ++b) {
            if (a == b) continue;
            if (text.back() != '{') text += ',';
            text.append(keys[b]).append(text_of_rank[ranks[a * options + b]]);
        }
        text += '}';
    }
    return text += '}';
}

std::vector<std::string> texts_of(const std::vector<rational>& values) {
    std::vector<std::string> texts;
    texts.reserve(values.size());
    for (const rational& value : values) texts.push_back(exact_json(value).dump());
    return texts;
}

std::vector<std::vector<std::uint32_t>> tiers_of_relation(const std::vector<bool>& above, std::size_t options) {
    std::vector<std::uint32_t> left_above(options);  // how many of the rest are above each
    for (std::size_t a = 0; a < options; ++a)
        for (std::size_t b = 0; b < options; ++b)
            if (above[a * options + b]) ++left_above[b];

    std::vector<std::vector<std::uint32_t>> tiers;
    std::vector<std::uint32_t> next;
    for (std::uint32_t option = 0; option < options; ++option)
        if (left_above[option] == 0) next.push_back(option);
    while (!next.empty()) {
        tiers.push_back(std::move(next));
        next.clear();
        for (const std::uint32_t a : tiers.back())
            for (std::uint32_t b = 0; b < options; ++b)
                if (above[a * options + b] && --left_above[b] == 0) next.push_back(b);
        std::sort(next.begin(), next.end());
    }
    return tiers;
}

}  // namespace sawt
