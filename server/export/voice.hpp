// One language of what is taken home: its words, its direction, and how it writes numbers and the texts that people wrote. Pure.
#pragma once

#include <sawt/numbers.hpp>
#include <sawt/text.hpp>
#include <sawt/workshop.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace sawt::exporting {

// A word in the three languages.
struct word {
    std::string_view ar, en, fr;
};

// Where the workshop was held: seconds to add to UTC at that moment. Null: times are told in UTC.
using time_zone = std::function<std::int64_t(utc_seconds)>;

class voice {
public:
    // A language that has no words here speaks English, and shows the texts of the workshop in its own.
    voice(std::string_view language, bool arabic_indic_digits, time_zone zone = nullptr);

    std::string_view language() const { return language_; }
    bool is_right_to_left() const { return language_ == "ar"; }

    std::string_view operator()(const word& what) const { return language_ == "ar" ? what.ar : language_ == "fr" ? what.fr : what.en; }

    // With `{a}` and `{b}` in the word replaced.
    std::string operator()(const word& what, std::string_view a, std::string_view b = {}) const;

    std::string text(const local_text& written) const { return std::string(written.in(language_)); }
    std::string number(const rational& value) const;
    std::string number(std::uint64_t value) const { return number(rational(value)); }
    std::string percent(const decimal& share) const;
    std::string digits(std::string_view plain) const { return in_digits(plain, style_); }

    // "2026-11-24 10:00 UTC+2"
    std::string time(utc_seconds at) const;
    utc_seconds local(utc_seconds at) const { return at + (zone_ ? zone_(at) : 0); }

    const number_style& style() const { return style_; }

private:
    std::string language_;
    number_style style_;
    time_zone zone_;
};

// The name of a stakeholder group of a cut: its own, "other groups" or "no group".
std::string group_name(const voice& in, const agenda& of, std::string_view id);

std::string_view method_name(const voice& in, std::string_view method);
std::string_view status_name(const voice& in, item_status status);
std::string_view secrecy_name(const voice& in, secrecy how);
std::string_view deed_name(const voice& in, deed what);
std::string_view actor_name(const voice& in, std::string_view by);

}  // namespace sawt::exporting
