#include <sawt/canonical.hpp>

#include "utf8.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <vector>

namespace sawt {

namespace {

using nlohmann::json;

constexpr std::int64_t whole_max = (std::int64_t{1} << 53) - 1;  // what every JSON reader can hold exactly

class canonical_writer {
public:
    bool write(const json& value) {
        switch (value.type()) {
            case json::value_t::null: text += "null"; return true;
            case json::value_t::boolean: text += *value.get_ptr<const bool*>() ? "true" : "false"; return true;
            case json::value_t::number_integer: return write_whole(*value.get_ptr<const std::int64_t*>());
            case json::value_t::number_unsigned: {
                const auto whole = *value.get_ptr<const std::uint64_t*>();
                return whole <= static_cast<std::uint64_t>(whole_max) && write_whole(static_cast<std::int64_t>(whole));
            }
            case json::value_t::number_float: {
                const double number = *value.get_ptr<const double*>();
                return std::abs(number) <= static_cast<double>(whole_max) && std::trunc(number) == number && write_whole(static_cast<std::int64_t>(number));
            }
            case json::value_t::string: return write_text(*value.get_ptr<const std::string*>());
            case json::value_t::array: return write_list(value);
            case json::value_t::object: return write_object(*value.get_ptr<const json::object_t*>());
            case json::value_t::binary:
            case json::value_t::discarded: break;
        }
        return false;
    }

    std::string text;

private:
    bool write_whole(std::int64_t number) {
        if (number > whole_max || number < -whole_max) return false;
        std::array<char, 24> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        text.append(digits.data(), end);
        return true;
    }

    bool write_list(const json& list) {
        char before = '[';
        for (const json& element : list) {
            text += before;
            before = ',';
            if (!write(element)) return false;
        }
        if (list.empty()) text += '[';
        text += ']';
        return true;
    }

    bool write_member(const std::string& name, const json& value) {
        if (!write_text(name)) return false;
        text += ':';
        return write(value);
    }

    // The library keeps members in byte order, which is the wanted order unless a name holds characters from U+E000 up.
    bool write_object(const json::object_t& object) {
        const auto is_high = [](char c) { return static_cast<std::uint8_t>(c) >= 0xEE; };
        const bool as_kept = std::none_of(object.begin(), object.end(), [&](const auto& member) { return std::any_of(member.first.begin(), member.first.end(), is_high); });
        text += '{';
        bool first = true;
        const auto write_next = [&](const auto& member) {
            if (!std::exchange(first, false)) text += ',';
            return write_member(member.first, member.second);
        };
        bool good = true;
        if (as_kept) {
            good = std::all_of(object.begin(), object.end(), write_next);
        } else {
            std::vector<const json::object_t::value_type*> members;
            for (const auto& member : object) {
                if (!is_utf8(member.first)) return false;
                members.push_back(&member);
            }
            std::sort(members.begin(), members.end(), [](auto* left, auto* right) { return utf16_less(left->first, right->first); });
            good = std::all_of(members.begin(), members.end(), [&](auto* member) { return write_next(*member); });
        }
        text += '}';
        return good;
    }

    // Only '"', '\' and control characters are escaped, those with a short form by it. All else stands as it is, so plain runs are copied whole.
    bool write_text(const std::string& words) {
        text += '"';
        auto plain_from = words.begin();
        bool ascii = true;
        for (auto at = words.begin(); at != words.end(); ++at) {
            const auto byte = static_cast<std::uint8_t>(*at);
            ascii = ascii && byte < 0x80;
            if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
            text.append(plain_from, at);
            plain_from = at + 1;
            write_escape(*at);
        }
        text.append(plain_from, words.end());
        text += '"';
        return ascii || is_utf8(words);
    }

    void write_escape(char c) {
        constexpr std::string_view hex = "0123456789abcdef";
        constexpr std::string_view special = "\b\t\n\f\r\"\\";
        constexpr std::string_view letters = "btnfr\"\\";
        text += '\\';
        if (const auto which = special.find(c); which != special.npos) {
            text += letters[which];
        } else {
            text += "u00";
            text += hex[static_cast<std::uint8_t>(c) >> 4];
            text += hex[static_cast<std::uint8_t>(c) & 15];
        }
    }
};

}  // namespace

std::optional<std::string> canonical(const nlohmann::json& value) {
    canonical_writer writer;
    writer.text.reserve(512);  // an ordinary entry
    if (!writer.write(value)) return std::nullopt;
    return std::move(writer.text);
}

}  // namespace sawt
