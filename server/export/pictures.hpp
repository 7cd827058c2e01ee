// The charts of the report, as inline SVG: one picture fit for each kind of method. They have no words of their own: labels and figures stand in the table
// beside them, where they wrap and can be read out, so every picture is hidden from screen readers. Lengths are for the eye and decide nothing.
// Styles come from the report's style sheet. Right-to-left pictures grow from the right. Pure.
#pragma once

#include "server/export/outcome_table.hpp"

#include <string>

namespace sawt::exporting {

// The picture in the line of one option, "" for a method whose lines have none.
class line_pictures {
public:
    line_pictures(const voice& in, const decision& of, const outcome_table& table);

    bool any() const { return kind_ != kind::none; }
    std::string of(const table_line& line) const;

private:
    enum class kind : std::uint8_t { none, bars, stacks, boxes, dots };

    const voice& in_;
    const decision& of_;
    kind kind_ = kind::none;
    rating_scale scale_;
    double low_ = 0, high_ = 1;  // of bars and dots
    std::size_t column_ = 0;     // of the table, whose numbers bars and dots show
};

// A picture of all options together: the plane of a matrix, the money of a budget. "" for methods that have none.
std::string whole_picture(const voice& in, const decision& of);

// A bar of `fill`, 0 to 1.
std::string small_bar(const voice& in, double fill, bool leads);

// How a scale is tinted, from "t0" (worst) to "t10" (best), as classes of the style sheet.
std::string tint_of(std::size_t value, std::size_t of);

}  // namespace sawt::exporting
