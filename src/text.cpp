#include <sawt/text.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace sawt {

std::string_view local_text::in(std::string_view language) const {
    for (const auto& [code, text] : by_language)
        if (code == language) return text;
    return by_language.empty() ? std::string_view{} : std::string_view{by_language.front().second};
}

nlohmann::json to_json(const local_text& text) {
    if (text.by_language.size() == 1 && text.by_language.front().first.empty()) return text.by_language.front().second;
    auto object = nlohmann::json::object();
    for (const auto& [code, words] : text.by_language) object[code] = words;
    return object;
}

namespace {

// Days since 1970-01-01 of a proleptic Gregorian date, and back (the 400-year era arithmetic of Howard Hinnant's "chrono-compatible date algorithms").
std::int64_t days_from_civil(std::int64_t year, unsigned month, unsigned day) {
    year -= month <= 2;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const auto of_era = static_cast<unsigned>(year - era * 400);
    const unsigned of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146097 + static_cast<std::int64_t>(of_era * 365 + of_era / 4 - of_era / 100 + of_year) - 719468;
}

struct civil {
    std::int64_t year;
    unsigned month, day;
};

civil civil_from_days(std::int64_t days) {
    days += 719468;
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const auto of_era = static_cast<unsigned>(days - era * 146097);
    const unsigned year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const unsigned of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const unsigned shifted = (5 * of_year + 2) / 153;
    const unsigned month = shifted < 10 ? shifted + 3 : shifted - 9;
    return {static_cast<std::int64_t>(year_of_era) + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1};
}

}  // namespace

std::string to_iso(utc_seconds at) {
    const std::int64_t days = at >= 0 ? at / 86400 : -((-at + 86399) / 86400);
    const auto left = static_cast<int>(at - days * 86400);
    const civil date = civil_from_days(days);
    std::array<char, 64> text{};
    const int length = std::snprintf(text.data(), text.size(), "%04lld-%02u-%02uT%02d:%02d:%02dZ", static_cast<long long>(date.year), date.month,
                                     date.day, left / 3600, left / 60 % 60, left % 60);
    return {text.data(), static_cast<std::size_t>(length)};
}

utc_seconds from_iso(std::string_view text) {
    constexpr std::string_view shape = "0000-00-00T00:00:00Z";
    if (text.size() != shape.size()) return -1;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (shape[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i]) return -1;
    const auto number = [&](std::size_t from, std::size_t length) {
        unsigned value = 0;
        for (const char digit : text.substr(from, length)) value = value * 10 + static_cast<unsigned>(digit - '0');
        return value;
    };
    const std::int64_t days = days_from_civil(number(0, 4), number(5, 2), number(8, 2));
    const utc_seconds at = days * 86400 + number(11, 2) * 3600 + number(14, 2) * 60 + number(17, 2);
    return to_iso(at) == text ? at : -1;  // months, days and hours out of range do not come back the same
}

bool is_id(std::string_view text) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), allowed);
}

}  // namespace sawt
