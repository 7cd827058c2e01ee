#include "server/cli/commands.hpp"
#include "server/cli/kept_keys.hpp"

#include "server/hall/downloads.hpp"
#include "server/log/advice.hpp"
#include "server/log/sqlite_log.hpp"
#include "server/net/body_file.hpp"

#include <sawt/checkpoint.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <vector>

namespace sawt::cli {

namespace {

// A folder that was only served by an earlier version has no key, and this command writes nothing into it.
std::variant<std::optional<note_signer>, key_problem> signer_of(const export_options& with) {
    auto seed = log_key_in(with.data);
    if (auto* problem = std::get_if<key_problem>(&seed)) return std::move(*problem);
    const auto& kept = std::get<std::optional<key_seed>>(seed);
    if (kept) return note_signer(log_origin(with.code), *kept);
    fail(0, "there is no log-key in " + with.data + ", so the log is written without its checkpoint; `sawt serve` makes the key");
    return std::nullopt;
}

bool copy(const net::body_file& from, std::ostream& to) {
    std::vector<char> piece(256 * 1024);
    for (std::uint64_t done = 0; done < from.size();) {
        const std::size_t bytes = from.read(piece.data(), piece.size(), done);
        if (bytes == 0 || !to.write(piece.data(), static_cast<std::streamsize>(bytes))) return false;
        done += bytes;
    }
    return static_cast<bool>(to.flush());
}

}  // namespace

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
    const hall::download_format format = hall::download_named(with.format)->format;
    std::optional<note_signer> signer;
    if (format == hall::download_format::jsonl || format == hall::download_format::hand_over) {
        auto found = signer_of(with);
        if (const auto* why = std::get_if<key_problem>(&found)) return fail(1, why->text);
        signer = std::get<std::optional<note_signer>>(std::move(found));
    }
    auto made = hall::make_download(from, with.code, format, {with.language, signer ? &*signer : nullptr, [](entry_number upto) {
        fail(0, "a secret vote is open, so this ends at entry " + std::to_string(upto) + ", before its opening; export again once it is closed");
    }});
    if (!made) return fail(1, log::sentence("the " + with.format + " cannot be made", made.error()));
    const std::uint64_t size = made->size();
    const net::body_file content(made->release(), size);
    if (with.to.empty()) return copy(content, std::cout) ? 0 : fail(1, "standard output cannot be written");
    std::ofstream file(with.to, std::ios::binary | std::ios::trunc);
    const bool copied = file && copy(content, file);
    file.close();
    return copied && file ? 0 : fail(1, with.to + " cannot be written");
}

}  // namespace sawt::cli
