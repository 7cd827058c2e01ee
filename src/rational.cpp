#include <sawt/rational.hpp>

#include <algorithm>

namespace sawt {

namespace {

using boost::multiprecision::cpp_int;

constexpr std::size_t text_size_max = 4096;

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The library's own reader takes a leading 0 for octal. Eighteen digits at a time fit a machine word, so a long number costs few big multiplications.
cpp_int from_digits(std::string_view digits) {
    constexpr std::size_t step = 18;
    cpp_int value = 0;
    while (!digits.empty()) {
        const std::size_t size = std::min(step, digits.size());
        std::uint64_t chunk = 0;
        std::uint64_t scale = 1;
        for (const char digit : digits.substr(0, size)) {
            chunk = chunk * 10 + static_cast<std::uint64_t>(digit - '0');
            scale *= 10;
        }
        value = value * scale + chunk;
        digits.remove_prefix(size);
    }
    return value;
}

}  // namespace

std::optional<rational> parse_rational(std::string_view text) {
    if (text.size() > text_size_max) return std::nullopt;
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);

    cpp_int above;
    cpp_int below = 1;
    if (const auto slash = text.find('/'); slash != text.npos) {
        const auto p = text.substr(0, slash);
        const auto q = text.substr(slash + 1);
        if (!all_digits(p) || !all_digits(q)) return std::nullopt;
        above = from_digits(p);
        below = from_digits(q);
        if (below == 0) return std::nullopt;
    } else if (const auto point = text.find('.'); point != text.npos) {
        const auto whole = text.substr(0, point);
        const auto decimals = text.substr(point + 1);
        if (!all_digits(whole) || !all_digits(decimals)) return std::nullopt;
        below = boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(decimals.size()));
        above = from_digits(whole) * below + from_digits(decimals);
    } else {
        if (!all_digits(text)) return std::nullopt;
        above = from_digits(text);
    }
    if (negative) above = -above;
    return rational(above, below);
}

std::string to_text(const rational& value) {
    const cpp_int below = denominator(value);
    std::string text = numerator(value).str();
    if (below != 1) text.append("/").append(below.str());
    return text;
}

}  // namespace sawt
