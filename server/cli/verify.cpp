#include "server/cli/commands.hpp"
#include "server/cli/verified.hpp"

#include <array>
#include <fstream>
#include <iostream>

namespace sawt::cli {

namespace {

// An entry has at most 2 MiB; a longer line is none, and its hash tells as much when only its beginning is taken.
constexpr std::size_t line_bytes_max = 4 * 1024 * 1024;

// Line by line, so that a log larger than the memory can be audited. False when the reading broke off.
bool read_lines(std::istream& from, audit& into) {
    std::array<char, 65536> some{};
    std::string line;
    bool begun = false;
    while (from.read(some.data(), some.size()) || from.gcount() > 0) {
        std::string_view rest(some.data(), static_cast<std::size_t>(from.gcount()));
        while (!rest.empty()) {
            const std::size_t end = rest.find('\n');
            const std::string_view part = rest.substr(0, end);
            if (line.size() < line_bytes_max) line.append(part);
            begun = true;
            if (end == rest.npos) break;
            into.add(line);
            line.clear();
            begun = false;
            rest.remove_prefix(end + 1);
        }
    }
    if (begun) into.add(line);
    return !from.bad() && from.eof();
}

std::string trimmed(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.pop_back();
    return text;
}

}  // namespace

int verify(const verify_options& with) {
    audit_trust knows;
    if (!with.key.empty()) {
        auto read = read_note_key(with.key);
        if (std::holds_alternative<note_problem>(read))
            if (const auto text = read_file(with.key)) read = read_note_key(trimmed(*text));
        if (const auto* why = std::get_if<note_problem>(&read)) return fail(2, "the log key " + why->problem + "; give it as the server printed it, sawt/CODE+ID+KEY");
        knows.key = std::get<note_key>(read);
    }
    if (!with.checkpoint.empty()) {
        knows.checkpoint = read_file(with.checkpoint);
        if (!knows.checkpoint) return fail(2, with.checkpoint + " cannot be read; give the file of a checkpoint");
    }
    audit check(std::move(knows));
    std::ifstream file;
    if (with.log != "-") {
        file.open(with.log, std::ios::binary);
        if (!file) return fail(2, with.log + " cannot be read; give the path of a log in JSON Lines");
    }
    if (!read_lines(with.log == "-" ? std::cin : file, check)) return fail(2, with.log + " cannot be read to its end");

    const audit_report found = check.finish();
    if (with.json) {
        std::cout << verdict_json(found, check.state()) << '\n';
    } else {
        print_verdict(std::cout, with.log == "-" ? "standard input" : with.log, found);
        if (found.is != audit_report::verdict::altered && !check.state().code().empty()) print_recount(std::cout, found, check.state());
    }
    if (!std::cout.flush()) return fail(2, "standard output cannot be written");
    if (found.is == audit_report::verdict::altered) return 1;
    return found.is == audit_report::verdict::sound ? 0 : 2;
}

}  // namespace sawt::cli
