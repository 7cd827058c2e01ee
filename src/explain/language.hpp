// The words of one language, and how they become text. A template has places: `{a}` takes the argument `a`; `{n:vote}` takes the number `n` with the
// phrase `vote` in the plural form that goes with it; `{x:*}` takes it with the unit of the sentence, and as it is where there is none. `*.gen` is the
// genitive of a unit, where a language has one. In templates `~` is a narrow no-break space. Phrases write the number as `{n}`.
#pragma once

#include "sentence.hpp"

#include <sawt/numbers.hpp>

#include <array>
#include <span>

namespace sawt {

struct line {
    say what;
    std::string_view words;
};

// Forms by category; an empty one is that of `other`.
struct phrase {
    std::string_view name;
    std::string_view other;
    std::string_view one = {};
    std::string_view two = {};
    std::string_view few = {};
    std::string_view many = {};
    std::string_view zero = {};

    std::string_view form(plural of) const;
};

struct language {
    std::string_view code;
    std::span<const line> lines;      // by `say`
    std::span<const phrase> phrases;  // sorted by name
    plural (*category)(const decimal&);
    std::string_view quote_open, quote_close;
    std::string_view and_, or_, comma;  // with their spaces
};

extern const language arabic, english, french;

// Null for a language that has no words here.
const language* find_language(std::string_view code);

// Texts in one language. Sentences that lack an argument come out empty, so that a result without a key loses a sentence and nothing else.
class speaker {
public:
    speaker(const language& words, bool arabic_indic_digits);

    std::string text(const sentence& what) const;
    std::string text(std::span<const sentence> all) const;  // one after another

private:
    bool write(std::string& into, const sentence& what) const;
    bool write(std::string& into, const sentence& what, std::string_view place) const;
    bool write(std::string& into, const enumeration& list) const;
    bool write_number(std::string& into, const decimal& number, std::string_view with_phrase) const;

    const language& words_;
    number_style numbers_;
};

// Checked while compiling: every sentence is there in its place, phrases are sorted, and templates close their braces and name only phrases
// that there are.
constexpr bool has_phrase(std::span<const phrase> phrases, std::string_view name) {
    for (const phrase& one : phrases)
        if (one.name == name) return true;
    return false;
}

constexpr bool is_well_formed(std::string_view words, std::span<const phrase> phrases) {
    if (words.empty()) return false;
    while (true) {
        const auto open = words.find('{');
        if (open == std::string_view::npos) return words.find('}') == std::string_view::npos;
        const auto close = words.find('}', open);
        if (close == std::string_view::npos || close == open + 1) return false;
        const auto place = words.substr(open + 1, close - open - 1);
        const auto colon = place.find(':');
        if (colon != std::string_view::npos && place[colon + 1] != '*' && !has_phrase(phrases, place.substr(colon + 1))) return false;
        words.remove_prefix(close + 1);
    }
}

constexpr bool is_complete(std::span<const line> lines, std::span<const phrase> phrases) {
    if (lines.size() != static_cast<std::size_t>(say::count)) return false;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].what != static_cast<say>(i) || !is_well_formed(lines[i].words, phrases)) return false;
    for (std::size_t i = 1; i < phrases.size(); ++i)
        if (!(phrases[i - 1].name < phrases[i].name)) return false;
    return true;
}

}  // namespace sawt
