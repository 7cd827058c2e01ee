#include "explained.hpp"

#include <sawt/ballot_box.hpp>

#include <stdexcept>

namespace sawt::test {

using nlohmann::json;

namespace {

json named(const char* id, const char* ar, const char* en, const char* fr) { return {{"id", id}, {"text", {{"ar", ar}, {"en", en}, {"fr", fr}}}}; }

json options() {
    return {named("lab", "المختبر", "Laboratory", "Laboratoire"), named("design", "التصميم", "Design centre", "Centre de design"),
            named("brand", "العلامة", "Brand", "Marque"), named("export", "التصدير", "Export", "Exportation")};
}

}  // namespace

hall::hall(const std::string& item, const std::string& settings) {
    json vote = json::parse(item);
    vote.update({{"id", "vote"}, {"kind", "vote"}, {"title", "Vote"}});
    if (!vote.contains("options") && vote["method"] != "words") vote["options"] = options();
    const auto group = [](const char* id, const char* ar, const char* en, const char* fr) { return json{{"id", id}, {"name", {{"ar", ar}, {"en", en}, {"fr", fr}}}}; };
    const json file{{"sawt", 1},
                    {"title", "Sample"},
                    {"languages", {"ar", "en", "fr"}},
                    {"groups", {group("tanneries", "المدابغ", "Tanneries", "Tanneries"), group("importers", "المستوردون", "Importers", "Importateurs"),
                                group("designers", "المصممون", "Designers", "Stylistes")}},
                    {"settings", json::parse(settings)},
                    {"items", {vote}}};
    auto read = read_agenda(file);
    if (const auto* problem = std::get_if<agenda_problem>(&read)) throw std::invalid_argument(problem->path + ": " + problem->problem);
    plan_ = std::get<agenda>(std::move(read));
    box_ = std::make_unique<ballot_box>(plan_.items.front().rule, plan_.items.front().weighting, plan_.items.front().entitled);
}

hall& hall::cast(const std::string& ballot, int times, const std::string& group) {
    box_->add(plan_.items.front().rule->read(json::parse(ballot)), group, static_cast<std::uint64_t>(times));
    return *this;
}

hall& hall::swayed(std::vector<std::vector<std::string>> by) {
    swayed_by_ = std::move(by);
    return *this;
}

round_result hall::result() const {
    round_result result;
    result.cast = box_->cast();
    result.total = box_->count();
    result.swayed_by = swayed_by_;
    return result;
}

std::string plain(std::string_view text) {
    std::string read;
    for (std::size_t at = 0; at < text.size();) {
        const auto next = text.substr(at, 3);
        if (next == "\u202f") read += '~';
        else if (next != "\u2066" && next != "\u2068" && next != "\u2069") {
            read += text[at++];
            continue;
        }
        at += 3;
    }
    return read;
}

}  // namespace sawt::test
