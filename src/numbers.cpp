#include <sawt/numbers.hpp>

#include <algorithm>

namespace sawt {

namespace {

using whole_number = boost::multiprecision::cpp_int;

// Half up, away from zero for negative values.
decimal rounded(const rational& value, unsigned places) {
    whole_number unit = 1;
    for (unsigned i = 0; i < places; ++i) unit *= 10;
    const rational size = abs(value);
    const whole_number scaled = (2 * numerator(size) * unit + denominator(size)) / (2 * denominator(size));
    decimal shown;
    shown.whole = whole_number(scaled / unit).str();
    shown.part = whole_number(scaled % unit).str();
    shown.part.insert(0, places > shown.part.size() ? places - shown.part.size() : 0, '0');
    if (places == 0) shown.part.clear();
    while (shown.part.ends_with('0')) shown.part.pop_back();
    shown.negative = value < 0 && scaled > 0;
    return shown;
}

// Every number that people give or count is far coarser than this.
constexpr unsigned places_max = 24;

std::uint32_t last_digits(const std::string& whole, std::size_t digits) {
    return static_cast<std::uint32_t>(std::stoul(whole.size() > digits ? whole.substr(whole.size() - digits) : whole));
}

}  // namespace

decimal to_decimal(const rational& value) {
    unsigned places = 2;
    if (value != 0)
        for (rational grown = abs(value) * 100; grown < 1 && places < places_max; grown *= 10) ++places;
    return rounded(value, places > 2 ? places + 1 : places);
}

decimal to_percent(const rational& share) {
    const rational percent = share * 100;
    for (unsigned places = 0; places < places_max; ++places) {
        decimal shown = rounded(percent, places);
        const bool is_landmark = shown.part.empty() && (shown.whole == "0" || shown.whole == "50" || shown.whole == "100");
        if (!is_landmark || percent == 0 || percent == 50 || percent == 100) return shown;
    }
    return rounded(percent, places_max);
}

std::vector<decimal> to_percents(std::span<const std::optional<rational>> scores, const rational& base) {
    std::vector<rational> exact;
    rational total;
    for (const auto& score : scores) {
        exact.push_back(base > 0 && score ? rational(*score * 100 / base) : rational());
        total += exact.back();
    }
    std::vector<decimal> shown;
    whole_number sum = 0;
    bool is_honest = true;
    for (const rational& share : exact) {
        shown.push_back(rounded(share, 0));
        const decimal& last = shown.back();
        sum += (last.negative ? -1 : 1) * whole_number(last.whole);
        is_honest = is_honest && (last.whole != "0" || share == 0) && (last.whole != "100" || share == 100);
    }
    if ((total != 100 || sum == 100) && is_honest) return shown;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        shown[i] = rounded(exact[i], 1);
        if (shown[i].part.empty()) shown[i].part = "0";
    }
    return shown;
}

plural arabic_plural(const decimal& shown) {
    if (!shown.part.empty()) return plural::other;
    if (shown.whole == "0") return plural::zero;
    if (shown.whole == "1") return plural::one;
    if (shown.whole == "2") return plural::two;
    const auto end = last_digits(shown.whole, 2);
    if (end >= 3 && end <= 10) return plural::few;
    return end >= 11 ? plural::many : plural::other;
}

plural english_plural(const decimal& shown) { return shown.part.empty() && shown.whole == "1" ? plural::one : plural::other; }

// Millions take "de": 1 000 000 de voix.
plural french_plural(const decimal& shown) {
    if (shown.whole == "0" || shown.whole == "1") return plural::one;
    if (shown.part.empty() && shown.whole.size() > 6 && last_digits(shown.whole, 6) == 0) return plural::many;
    return plural::other;
}

std::string in_digits(std::string_view text, const number_style& style) {
    if (!style.arabic_indic) return std::string(text);
    std::string other;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            other += c;
        } else {
            other += '\xd9';  // U+0660 to U+0669
            other += static_cast<char>(0xa0 + (c - '0'));
        }
    }
    return other;
}

number_style style_of(std::string_view language, bool arabic_indic_digits) {
    // The mark after the sign keeps it on the left of the digits.
    if (language == "ar" && arabic_indic_digits) return {.thousands = "\u066c", .point = "\u066b", .percent = "\u066a\u061c", .arabic_indic = true};
    if (language == "fr") return {.thousands = "\u202f", .point = ",", .percent = "\u00a0%"};
    return {.thousands = ",", .point = ".", .percent = "%"};
}

std::string written(const decimal& number, const number_style& style) {
    std::string text;
    for (std::size_t i = 0; i < number.whole.size(); ++i) {
        const std::size_t left = number.whole.size() - i;
        if (i > 0 && left % 3 == 0 && number.whole.size() > 4) text += style.thousands;
        text += number.whole[i];
    }
    if (!number.part.empty()) text.append(style.point).append(number.part);
    text = in_digits(text, style);
    // The isolate keeps the sign on the left of its number within right-to-left text.
    return number.negative ? "\u2066\u2212" + text + "\u2069" : text;
}

}  // namespace sawt
