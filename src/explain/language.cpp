#include "language.hpp"

#include "names.hpp"

#include <algorithm>

namespace sawt {

namespace {

// A longer list says its first three, and how many more there are.
constexpr std::size_t listed_max = 5;
constexpr std::size_t listed_of_more = 3;

constexpr std::string_view narrow_space = "\u202f";

// The literal part of a template.
void write_words(std::string& into, std::string_view words, const number_style& numbers) {
    const std::string text = in_digits(words, numbers);
    for (const char c : text) {
        if (c == '~') into += narrow_space;
        else into += c;
    }
}

}  // namespace

std::string_view phrase::form(plural of) const {
    const std::string_view forms[]{zero, one, two, few, many, other};
    const auto form = forms[static_cast<std::size_t>(of)];
    return form.empty() ? other : form;
}

const language* find_language(std::string_view code) {
    for (const language* one : {&arabic, &english, &french})
        if (one->code == code) return one;
    return nullptr;
}

speaker::speaker(const language& words, bool arabic_indic_digits) : words_(words), numbers_(style_of(words.code, arabic_indic_digits)) {}

std::string speaker::text(const sentence& what) const {
    std::string said;
    return write(said, what) ? said : std::string();
}

std::string speaker::text(std::span<const sentence> all) const {
    std::string said;
    for (const sentence& one : all) {
        const std::string next = text(one);
        if (!said.empty() && !next.empty()) said += ' ';
        said += next;
    }
    return said;
}

bool speaker::write(std::string& into, const sentence& what) const {
    std::string_view rest = words_.lines[static_cast<std::size_t>(what.what)].words;
    while (!rest.empty()) {
        const auto open = rest.find('{');
        write_words(into, rest.substr(0, open), numbers_);
        if (open == std::string_view::npos) break;
        const auto close = rest.find('}', open);
        if (!write(into, what, rest.substr(open + 1, close - open - 1))) return false;
        rest.remove_prefix(close + 1);
    }
    return true;
}

bool speaker::write(std::string& into, const sentence& what, std::string_view place) const {
    const auto colon = place.find(':');
    const auto name = place.substr(0, colon);
    const auto found = std::find_if(what.with.begin(), what.with.end(), [&](const argument& one) { return one.name == name; });
    if (found == what.with.end()) return false;

    if (const auto* number = std::get_if<rational>(&found->is)) {
        std::string counted;
        if (colon != std::string_view::npos) counted = place.substr(colon + 1);
        if (counted.starts_with('*')) counted = what.unit.empty() ? "" : std::string(what.unit) + counted.substr(1);
        return write_number(into, to_decimal(*number), counted);
    }
    if (const auto* share = std::get_if<percent>(&found->is)) {
        into.append(written(to_percent(share->of_one), numbers_)).append(numbers_.percent);
        return true;
    }
    if (const auto* named = std::get_if<local_text>(&found->is)) {
        write_words(into, words_.quote_open, numbers_);
        into += isolated(short_name(named->in(words_.code)));
        write_words(into, words_.quote_close, numbers_);
        return true;
    }
    return write(into, std::get<enumeration>(found->is));
}

bool speaker::write(std::string& into, const enumeration& list) const {
    if (list.of.empty()) return false;
    const bool cut = list.of.size() > listed_max;
    const std::size_t listed = cut ? listed_of_more : list.of.size();
    const auto last_joint = list.by == enumeration::joint::any ? words_.or_ : list.by == enumeration::joint::all ? words_.and_ : words_.comma;
    // Arabic repeats the joint between all members.
    const auto joint = words_.code == "ar" ? last_joint : words_.comma;
    for (std::size_t i = 0; i < listed; ++i) {
        if (i > 0) into += i + 1 == listed && !cut ? last_joint : joint;
        if (!write(into, list.of[i])) return false;
    }
    if (!cut) return true;
    into += list.by == enumeration::joint::any ? words_.or_ : words_.and_;
    return write_number(into, to_decimal(rational(list.of.size() - listed)), "more");
}

bool speaker::write_number(std::string& into, const decimal& number, std::string_view with_phrase) const {
    const std::string digits = written(number, numbers_);
    if (with_phrase.empty()) {
        into += digits;
        return true;
    }
    const auto found = std::lower_bound(words_.phrases.begin(), words_.phrases.end(), with_phrase, [](const phrase& one, std::string_view name) { return one.name < name; });
    if (found == words_.phrases.end() || found->name != with_phrase) return false;
    const auto form = found->form(words_.category(number));
    const auto place = form.find("{n}");
    write_words(into, form.substr(0, place), numbers_);
    if (place == std::string_view::npos) return true;
    into += digits;
    write_words(into, form.substr(place + 3), numbers_);
    return true;
}

}  // namespace sawt
