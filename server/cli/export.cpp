#include "server/cli/commands.hpp"

#include "server/hall/downloads.hpp"
#include "server/log/advice.hpp"
#include "server/log/sqlite_log.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>

namespace sawt::cli {

int write_export(const export_options& with) {
    auto opened = log::open_sqlite_log(with.data, log::access::read_only);
    if (const auto* why = std::get_if<log::open_problem>(&opened)) return fail(2, why->text);
    const auto& from = *std::get<std::unique_ptr<log::event_log>>(opened);
    const auto records = from.workshops();
    if (!records) return fail(1, log::sentence("the list of workshops cannot be read", records.error()));
    if (std::none_of(records->begin(), records->end(), [&](const log::workshop_record& one) { return one.code == with.code; })) {
        std::string codes;
        for (const log::workshop_record& one : *records) codes.append(codes.empty() ? "" : ", ").append(one.code);
        return fail(2, "there is no workshop " + with.code + " in " + with.data + (codes.empty() ? "; it holds none" : "; it holds " + codes));
    }
    const auto text = with.format == "csv" ? hall::log_csv(from, with.code) : hall::log_jsonl(from, with.code);
    if (!text) return fail(1, log::sentence("the log cannot be read whole", text.error()));
    if (with.to.empty()) {
        std::cout << *text;
        return std::cout.flush() ? 0 : fail(1, "standard output cannot be written");
    }
    std::ofstream file(with.to, std::ios::binary | std::ios::trunc);
    file << *text;
    file.close();
    return file ? 0 : fail(1, with.to + " cannot be written");
}

}  // namespace sawt::cli
