// What the tests of the log share: a folder that is gone afterwards, and sample events that need no workshop around them.
#pragma once

#include "server/log/event_log.hpp"
#include "server/log/sqlite_log.hpp"

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <stdlib.h>

namespace sawt::log::test {

class scratch_folder {
public:
    scratch_folder() {
        std::string name = (std::filesystem::temp_directory_path() / "sawt-log-XXXXXX").string();
        if (!mkdtemp(name.data())) throw std::runtime_error("no scratch folder");
        path = name;
    }
    ~scratch_folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    scratch_folder(const scratch_folder&) = delete;
    scratch_folder& operator=(const scratch_folder&) = delete;

    std::filesystem::path path;
};

constexpr utc_seconds morning = 1795507200;  // 2026-11-24T08:00:00Z

inline workshop_made sample_workshop(const std::string& code) { return {code, R"({"sample":true,"sawt":1,"title":"Sample"})"}; }

inline proposal propose(const std::string& workshop, event what) {
    std::string once = once_key(what);
    return {workshop, morning, std::move(what), std::move(once)};
}

inline proposal ballot(const std::string& workshop, const std::string& id, const std::string& voter = "voter-1") {
    ballot_cast cast;
    cast.id = id;
    cast.item = "priorities";
    cast.voter = voter;
    cast.ballot = R"({"choice":"A"})";
    return propose(workshop, cast);
}

// A batch of about this many bytes: new items with long notes.
inline std::vector<proposal> large(const std::string& workshop, std::size_t bytes) {
    constexpr std::size_t note_bytes = 500'000;
    std::vector<proposal> all;
    for (std::size_t i = 0; i * note_bytes < bytes; ++i) {
        act add;
        add.what = deed::add;
        add.id = "act-large-" + std::to_string(i);
        add.body = R"({"note":")" + std::string(note_bytes, 'n') + R"("})";
        all.push_back(propose(workshop, add));
    }
    return all;
}

inline std::vector<stored_entry> entries(const event_log& of, const std::string& workshop, entry_number from = 1, std::uint64_t most = UINT64_MAX) {
    std::vector<stored_entry> all;
    of.follow(workshop, from, most, [&](stored_entry&& e) { all.push_back(std::move(e)); }).value();
    return all;
}

// The ids of the ballots and acts, in the order of the log.
inline std::vector<std::string> ids(const event_log& of, const std::string& workshop) {
    std::vector<std::string> all;
    for (const auto& e : entries(of, workshop)) {
        const auto read = read_entry(e.line);
        const auto& what = std::get<entry>(read).what;
        if (const auto* cast = std::get_if<ballot_cast>(&what)) all.push_back(cast->id);
        if (const auto* done = std::get_if<act>(&what)) all.push_back(done->id);
    }
    return all;
}

inline std::unique_ptr<event_log> opened(const std::filesystem::path& folder, access how = access::write) {
    auto log = open_sqlite_log(folder, how);
    if (const auto* problem = std::get_if<open_problem>(&log)) throw std::runtime_error(problem->text);
    return std::get<std::unique_ptr<event_log>>(std::move(log));
}

// Why a folder cannot be opened; "" where it can.
inline std::string problem_of(const std::filesystem::path& folder, access how = access::write) {
    const auto log = open_sqlite_log(folder, how);
    const auto* problem = std::get_if<open_problem>(&log);
    return problem ? problem->text : std::string{};
}

}  // namespace sawt::log::test
