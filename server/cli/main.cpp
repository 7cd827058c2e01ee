#include "server/cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <sodium.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

namespace sawt::cli {

std::optional<std::string> read_file(const std::string& path) {
    if (path == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::ostringstream text;
    text << file.rdbuf();
    if (!file && !file.eof()) return std::nullopt;
    return std::move(text).str();
}

int fail(int status, const std::string& text) {
    std::cerr << "sawt: " << text << '\n';
    return status;
}

}  // namespace sawt::cli

int main(int argc, char** argv) {
    using namespace sawt::cli;
    if (sodium_init() < 0) return fail(1, "the system gives no random numbers");
    spdlog::set_default_logger(spdlog::stderr_color_mt("sawt"));
    spdlog::set_pattern("%H:%M:%S %^%l%$ %v");

    CLI::App app{"Sawt: a room of people votes, and the strategy it agrees on can be proven.", "sawt"};
    app.set_version_flag("--version", "sawt " SAWT_VERSION);
    app.require_subcommand(1);
    int status = 0;

    serve_options served;
    CLI::App* serving = app.add_subcommand("serve", "Run the server: phones, stage, desk and records of one workshop or several");
    serving->add_option("AGENDA", served.agendas, "Agenda files; each makes a workshop, once");
    serving->add_option("--listen", served.listen, "Where to listen, HOST:PORT (port 0: any free one)")->capture_default_str();
    serving->add_option("--data", served.data, "Folder that keeps the workshops")->capture_default_str();
    serving->add_option("--tls-cert", served.tls_certificate, "Certificate chain (PEM) for https");
    serving->add_option("--tls-key", served.tls_key, "Private key (PEM) for https");
    serving->add_option("--threads", served.threads, "Number of threads (default: one for each core)")->check(CLI::Range(1, 256));
    serving->add_option("--public-url", served.public_url, "The address that phones are told, such as https://vote.example.org");
    serving->add_option("--wifi-name", served.wifi_name, "Name of the hall's Wi-Fi, shown as a QR picture on the stage");
    serving->add_option("--wifi-password", served.wifi_password, "Its password");
    serving->callback([&] { status = serve(served); });

    std::vector<std::string> case_files;
    CLI::App* counting = app.add_subcommand("count", "Count case files and print the results as JSON: of several, one result a line");
    counting->add_option("CASE", case_files, "The case files (-: standard input)")->required();
    counting->callback([&] { status = count(case_files); });

    export_options exported;
    CLI::App* exporting = app.add_subcommand("export", "Write a workshop's log, sheets, report or all of them without a running server");
    exporting->add_option("CODE", exported.code, "The workshop's six digits")->required();
    exporting->add_option("--format", exported.format, "jsonl, csv, xlsx, report (HTML) or hand-over (all of them in one ZIP archive)")->check(CLI::IsMember({"jsonl", "csv", "xlsx", "report", "hand-over"}))->capture_default_str();
    exporting->add_option("--lang", exported.language, "Language of the report and the sheets (default: the workshop's first)")->check(CLI::IsMember({"ar", "en", "fr"}));
    exporting->add_option("--data", exported.data, "Folder that keeps the workshops")->capture_default_str();
    exporting->add_option("-o,--output", exported.to, "File to write (default: standard output)");
    exporting->callback([&] { status = write_export(exported); });

    backup_options backed_up;
    CLI::App* backing_up = app.add_subcommand("backup", "Copy the data folder, also while a server runs on it, into one from which a server can be started");
    backing_up->add_option("FOLDER", backed_up.to, "The folder to make")->required();
    backing_up->add_option("--data", backed_up.data, "Folder that keeps the workshops")->capture_default_str();
    backing_up->callback([&] { status = back_up(backed_up); });

    verify_options verified;
    CLI::App* verifying = app.add_subcommand("verify", "Check a downloaded log and count it again: 0 sound, 1 altered, 2 unreadable or unproven");
    verifying->add_option("LOG", verified.log, "The log, as JSON Lines (-: standard input)")->required();
    verifying->add_option("--key", verified.key, "The log key that the server printed, or a file that holds it");
    verifying->add_option("--checkpoint", verified.checkpoint, "A checkpoint kept from earlier");
    verifying->add_flag("--json", verified.json, "Print what was found as JSON");
    verifying->callback([&] { status = verify(verified); });

    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) {
        return app.exit(asked);  // --help, --version
    } catch (const CLI::ParseError& wrong) {
        return fail(2, std::string(wrong.what()) + " (try: sawt --help)");
    } catch (const std::exception& trouble) {
        return fail(1, trouble.what());
    }
    return status;
}
