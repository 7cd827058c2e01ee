#include "server/export/annulled.hpp"

#include "server/export/words.hpp"

namespace sawt::exporting {

namespace {

std::string isolated(const std::string& text) { return "\u2068" + text + "\u2069"; }

}  // namespace

std::vector<void_note> void_notes(const voice& in, const decision& of) {
    std::vector<void_note> notes;
    if (of.is_void()) notes.push_back({"", in(words::void_round, isolated(in.text(of.annulled)))});
    for (const option& each : of.plan.options)
        if (const auto found = of.annulled_options.find(each.id); found != of.annulled_options.end())
            notes.push_back({each.id, in(words::void_option, isolated(in.text(each.text)), isolated(in.text(found->second)))});
    return notes;
}

std::string void_text(const voice& in, const decision& of) {
    std::string all;
    for (const void_note& note : void_notes(in, of)) all.append(all.empty() ? "" : "\n").append(note.text);
    return all;
}

std::string marked(const voice& in, const decision& of, std::string_view option, const std::string& label) {
    return of.is_void(option) ? in(words::void_mark, label) : label;
}

}  // namespace sawt::exporting
