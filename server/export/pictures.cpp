#include "server/export/pictures.hpp"

#include "server/export/html.hpp"
#include "server/export/words.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sawt::exporting {

namespace {

using nlohmann::json;

double size_of(const rational& value) { return value.convert_to<double>(); }

// For coordinates: whole hundredths, the same on every machine.
std::string coordinate(double value) {
    const auto hundredths = static_cast<long long>(std::llround(value * 100));
    std::string text = std::to_string(std::abs(hundredths) / 100);
    if (const auto part = std::abs(hundredths) % 100; part != 0) text += (part < 10 ? ".0" : ".") + std::to_string(part);
    return (hundredths < 0 ? "-" : "") + text;
}

// A strip 100 wide and 10 high, stretched to its cell.
std::string strip(const std::string& content) {
    return R"(<svg class="strip" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">)" + content + "</svg>";
}

std::string piece(const voice& in, double from, double to, const std::string& classes, double top = 0, double height = 10) {
    const double start = in.is_right_to_left() ? 100 - to * 100 : from * 100;
    return "<rect class=\"" + classes + "\" x=\"" + coordinate(start) + "\" y=\"" + coordinate(top) + "\" width=\"" + coordinate((to - from) * 100) + "\" height=\"" + coordinate(height) + "\"/>";
}

std::string bar(const voice& in, double low, double high, double value, bool leads) {
    const double span = high - low > 0 ? high - low : 1, zero = -low / span, end = (value - low) / span;
    std::string picture = piece(in, 0, 1, "track") + piece(in, std::min(zero, end), std::max(zero, end), leads ? "fill leads" : "fill");
    if (low < 0) picture += piece(in, zero - 0.002, zero + 0.002, "axis");
    return strip(picture);
}

// Best ratings first, so that high ones can be compared from one baseline; what stands on the middle line is the median.
std::string stack(const voice& in, const std::vector<rational>& distribution) {
    rational total;
    for (const rational& weight : distribution) total += weight;
    std::string picture = piece(in, 0, 1, "track");
    double end = 0;
    for (std::size_t i = distribution.size(); i-- > 0 && total > 0;) {
        const double from = end;
        end += size_of(distribution[i] / total);
        if (end > from) picture += piece(in, from, std::min(end, 1.0), "part " + tint_of(i, distribution.size()));
    }
    return strip(picture + piece(in, 0.4975, 0.5025, "middle"));
}

std::string box(const voice& in, const json& stats, double low, double high) {
    const auto q1 = number_in(at(stats, {"q1"})), q3 = number_in(at(stats, {"q3"})), median = number_in(at(stats, {"median"}));
    std::string picture = piece(in, 0, 1, "track", 4.5, 1);
    if (!q1 || !q3 || !median || high <= low) return strip(picture);
    const auto place = [&](const rational& value) { return (size_of(value) - low) / (high - low); };
    const double least = 0.004;  // a box of one value still has to be seen
    picture += piece(in, std::max(0.0, place(*q1) - least), std::min(1.0, place(*q3) + least), "box", 1, 8);
    return strip(picture + piece(in, place(*median) - 0.006, place(*median) + 0.006, "median", 0, 10));
}

std::string stem(const voice& in, double low, double high, double value) {
    const double place = high > low ? (value - low) / (high - low) : 0;
    return strip(piece(in, 0, 1, "track", 4.5, 1) + piece(in, 0, place, "fill", 4, 2) + piece(in, std::max(0.0, place - 0.012), std::min(1.0, place + 0.012), "median", 0, 10));
}

struct point {
    double x = 0, y = 0;
    std::size_t number = 0;
    bool leads = false;
};

// Points that would hide one another are moved to the nearest free place around.
void keep_apart(std::vector<point>& points, double apart) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        const point wanted = points[i];
        const auto is_free = [&](const point& place) {
            return std::all_of(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(i), [&](const point& other) { return std::hypot(place.x - other.x, place.y - other.y) >= apart; });
        };
        for (int ring = 0; ring < 40 && !is_free(points[i]); ++ring)
            for (int turn = 0; turn < 12; ++turn) {
                const double radius = apart * (1 + ring) / 3, angle = turn * std::numbers::pi / 6;
                points[i].x = wanted.x + radius * std::cos(angle);
                points[i].y = wanted.y + radius * std::sin(angle);
                if (is_free(points[i])) break;
            }
    }
}

double threshold_of(const json& axis) {
    const double low = axis.at("min").get<double>(), high = axis.at("max").get<double>();
    const auto told = number_in(at(axis, {"threshold"}));
    return told && high > low ? (size_of(*told) - low) / (high - low) : 0.5;
}

// The first axis goes up, the second along the line of reading.
std::string plane(const voice& in, const decision& of) {
    const json axes = parameters_of(of.plan).value("axes", json::array());
    if (axes.size() < 2) return {};
    constexpr double side = 300, room = 16;
    const auto along = [&](double share) { return room + (in.is_right_to_left() ? 1 - share : share) * side; };
    const auto up = [&](double share) { return room + (1 - share) * side; };
    const auto share = [](const json& axis, const rational& mean) { return (size_of(mean) - axis.at("min").get<double>()) / std::max(1.0, axis.at("max").get<double>() - axis.at("min").get<double>()); };
    std::vector<point> points;
    for (const std::string& id : order_of(of)) {
        const json& stats = at(of.result, {"stats", id});
        const auto y = number_in(at(stats, {axes[0].at("id").get<std::string>()})), x = number_in(at(stats, {axes[1].at("id").get<std::string>()}));
        if (!x || !y) continue;
        const json& winners = at(of.result, {"winners"});
        points.push_back({along(share(axes[1], *x)), up(share(axes[0], *y)), number_of(of, id), std::find(winners.begin(), winners.end(), json(id)) != winners.end()});
    }
    keep_apart(points, 21);
    const std::string far = coordinate(room + side), near = coordinate(room);
    const std::string x = coordinate(along(threshold_of(axes[1]))), y = coordinate(up(threshold_of(axes[0])));
    std::string svg = R"(<svg class="plane" viewBox="0 0 332 332" aria-hidden="true" focusable="false"><rect class="ground" x=")" + near + "\" y=\"" + near + "\" width=\"300\" height=\"300\"/>";
    svg += "<line class=\"cut\" x1=\"" + x + "\" y1=\"" + near + "\" x2=\"" + x + "\" y2=\"" + far + "\"/><line class=\"cut\" x1=\"" + near + "\" y1=\"" + y + "\" x2=\"" + far + "\" y2=\"" + y + "\"/>";
    for (const point& one : points)
        svg += "<circle class=\"" + std::string(one.leads ? "point leads" : "point") + "\" cx=\"" + coordinate(one.x) + "\" cy=\"" + coordinate(one.y) + "\" r=\"10\"/><text class=\"" +
               (one.leads ? "mark leads" : "mark") + "\" x=\"" + coordinate(one.x) + "\" y=\"" + coordinate(one.y + 4) + "\" text-anchor=\"middle\">" + in.digits(std::to_string(one.number)) + "</text>";
    svg += "</svg>";
    const auto name = [&](const json& axis) { return bdi(in.text(text_in_params(axis.value("name", axis.at("id"))))); };
    return "<div class=\"plane-frame\"><p class=\"axis-up\">↑ " + name(axes[0]) + "</p>" + svg + "<p class=\"axis-along\">" + name(axes[1]) + (in.is_right_to_left() ? " ←" : " →") + "</p></div>";
}

// All the money as one bar: each funded project a piece of it, then what is left.
std::string money(const voice& in, const decision& of) {
    const json params = parameters_of(of.plan);
    const rational budget = number_in(at(params, {"budget"})).value_or(0);
    if (budget <= 0) return {};
    std::string pieces = piece(in, 0, 1, "track");
    std::string numbers;
    rational spent;
    std::size_t turn = 0;
    for (const json& id : at(of.result, {"bought"})) {
        const rational cost = number_in(at(params, {"costs", id.get<std::string>()})).value_or(0);
        const double from = size_of(spent / budget);
        spent += cost;
        pieces += piece(in, from, size_of(spent / budget), ++turn % 2 == 1 ? "fill leads" : "fill other");
        const double middle = (from + size_of(spent / budget)) * 50;
        if (cost * 40 >= budget)  // there is room for its number
            numbers += "<text class=\"mark leads\" x=\"" + coordinate((in.is_right_to_left() ? 100 - middle : middle) * 6) + "\" y=\"21\" text-anchor=\"middle\">" + in.digits(std::to_string(number_of(of, id.get<std::string>()))) + "</text>";
    }
    return R"svg(<svg class="money" viewBox="0 0 600 32" aria-hidden="true" focusable="false"><g transform="scale(6 3.2)">)svg" + pieces + "</g>" + numbers + "</svg>";
}

}  // namespace

std::string tint_of(std::size_t value, std::size_t of) {
    const double place = of > 1 ? static_cast<double>(value) / static_cast<double>(of - 1) : 1;
    return "t" + std::to_string(std::lround(place * 10));
}

std::string small_bar(const voice& in, double fill, bool leads) { return strip(piece(in, 0, 1, "track") + piece(in, 0, fill, leads ? "fill leads" : "fill")); }

line_pictures::line_pictures(const voice& in, const decision& of, const outcome_table& table) : in_(in), of_(of), scale_(scale_of(in, of)), column_(table.charted_from) {
    const std::string& method = of.plan.method;
    if (!of.has_result()) return;
    if (method == "score" || method == "agreement" || method == "majority_judgment") kind_ = kind::stacks;
    else if (method == "delphi") kind_ = kind::boxes;
    else if (method == "concordance") kind_ = kind::dots;
    else if (table.charted > 0) kind_ = kind::bars;
    if (kind_ == kind::dots) {
        low_ = 1;
        high_ = static_cast<double>(std::max<std::size_t>(2, of.plan.option_ids.size()));
    }
    if (kind_ != kind::bars) return;
    high_ = 0;
    for (const table_line& line : table.lines) {
        const auto* value = column_ < line.cells.size() ? std::get_if<rational>(&line.cells[column_]) : nullptr;
        if (value == nullptr) continue;
        low_ = std::min(low_, size_of(*value));
        high_ = std::max(high_, size_of(*value));
    }
}

std::string line_pictures::of(const table_line& line) const {
    switch (kind_) {
        case kind::none: break;
        case kind::stacks: return stack(in_, distribution_of(of_, line.id, scale_));
        case kind::boxes: return box(in_, at(of_.result, {"stats", line.id}), static_cast<double>(scale_.low), static_cast<double>(scale_.high));
        case kind::bars:
        case kind::dots: {
            const auto* value = column_ < line.cells.size() ? std::get_if<rational>(&line.cells[column_]) : nullptr;
            if (value == nullptr) return {};
            return kind_ == kind::dots ? stem(in_, low_, high_, size_of(*value)) : bar(in_, low_, high_, size_of(*value), line.leads);
        }
    }
    return {};
}

std::string whole_picture(const voice& in, const decision& of) {
    if (!of.has_result()) return {};
    if (of.plan.method == "priority_matrix") return plane(in, of);
    if (of.plan.method == "pb_greedy" || of.plan.method == "pb_mes") return money(in, of);
    return {};
}

}  // namespace sawt::exporting
