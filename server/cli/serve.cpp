#include "server/cli/commands.hpp"

#include "server/hall/api.hpp"
#include "server/hall/hall.hpp"
#include "server/log/advice.hpp"
#include "server/log/data_folder.hpp"
#include "server/log/sqlite_log.hpp"
#include "server/net/http_server.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <nlohmann/json.hpp>
#include <sodium.h>
#include <spdlog/spdlog.h>

#include <sys/resource.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <future>
#include <iostream>
#include <thread>
#include <variant>

namespace sawt::cli {

namespace {

namespace asio = boost::asio;

constexpr int goodbye_within_s = 3;

// The key of the whole server, made once and kept beside the log, readable by its owner only. One that is there and cannot be read is
// not replaced: addresses that hold it are in people's hands.
std::variant<std::string, log::open_problem> admin_key_of(const std::filesystem::path& folder) {
    const std::filesystem::path path = log::admin_key_file(folder);
    if (std::error_code failed; std::filesystem::exists(path, failed) || failed) {
        auto kept = read_file(path.string());
        if (!kept) return log::open_problem{log::sentence("cannot read " + path.string(), {errno != 0 ? errno : EIO, boost::system::generic_category()})};
        while (!kept->empty() && kept->back() == '\n') kept->pop_back();
        if (kept->size() >= 22) return *std::move(kept);
    }
    std::string raw(16, '\0');
    randombytes_buf(raw.data(), raw.size());
    std::string key = core::to_base64url(raw);
    if (auto problem = log::write_private_file(path, key + "\n")) return *std::move(problem);
    return key;
}

// What phones are told: the given address, else this machine's in the local network.
std::string base_url_of(const serve_options& with, const std::string& listening) {
    if (!with.public_url.empty()) {
        std::string url = with.public_url;
        while (url.ends_with('/')) url.pop_back();
        return url;
    }
    const std::size_t colon = listening.rfind(':');
    std::string host = listening.substr(0, colon);
    if (host == "0.0.0.0" || host == "[::]") host = hall::lan_address();
    return (with.tls_certificate.empty() ? "http://" : "https://") + host + listening.substr(colon);
}

nlohmann::json ready_line(const std::string& listening, const std::string& base, const std::string& admin_key, const std::vector<std::shared_ptr<hall::room_host>>& rooms) {
    auto workshops = nlohmann::json::array();
    for (const auto& host : rooms) {
        const core::workshop_keys& keys = host->identities().keys();
        workshops.push_back({{"code", host->code()}, {"title", to_json(host->plan().title)}, {"keys", {{"facilitator", keys.facilitator}, {"stage", keys.stage}, {"organiser", keys.organiser}}}});
    }
    return {{"listen", listening}, {"url", base}, {"admin_key", admin_key}, {"workshops", std::move(workshops)}};
}

void print_sheet(const std::string& base, const std::string& admin_key, const std::vector<std::shared_ptr<hall::room_host>>& rooms) {
    for (const auto& host : rooms) {
        const hall::addresses pages = hall::addresses_of(base, host->code(), host->identities().keys());
        std::cout << "\n  " << host->plan().title.in("ar") << "\n  " << host->plan().title.in("en") << (host->plan().sample ? "  [نموذج / sample]" : "") << "\n\n"
                  << hall::qr_for_terminal(pages.phone) << "\n"
                  << "  code     " << host->code() << "\n"
                  << "  phones   " << pages.phone << "\n"
                  << "  stage    " << pages.stage << "\n"
                  << "  desk     " << pages.desk << "\n"
                  << "  records  " << pages.records << "\n";
    }
    std::cout << "\n  all workshops, and a new one:  " << base << "/desk#key=" << admin_key << "\n\n";
}

// Each phone is a descriptor, and many systems give a program 1,024 of them until it asks for what it may have.
void take_all_descriptors() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

bool sound_options(const serve_options& with) {
    if (with.tls_certificate.empty() != with.tls_key.empty()) {
        fail(2, "https needs both --tls-cert and --tls-key");
        return false;
    }
    if (!with.public_url.empty() && !with.public_url.starts_with("http://") && !with.public_url.starts_with("https://")) {
        fail(2, "--public-url must begin with http:// or https://");
        return false;
    }
    if (with.wifi_name.empty() && !with.wifi_password.empty()) {
        fail(2, "--wifi-password needs --wifi-name");
        return false;
    }
    return true;
}

// Agendas from the command line; every wrong one is named before anything is served.
bool found_all(hall::hall& rooms, const std::vector<std::string>& agendas, int& status) {
    for (const std::string& path : agendas) {
        const auto text = read_file(path);
        if (!text) {
            status = fail(2, path + " cannot be read; give the path of an agenda file");
            return false;
        }
        const auto made = rooms.found(*text, true);
        if (const auto* why = std::get_if<agenda_problem>(&made)) {
            status = fail(2, path + ": " + why->path + " " + why->problem);
            return false;
        }
        if (const auto* why = std::get_if<hall::problem>(&made)) {
            status = fail(1, why->text);
            return false;
        }
    }
    return true;
}

}  // namespace

int serve(const serve_options& with) {
    if (!sound_options(with)) return 2;
    std::signal(SIGPIPE, SIG_IGN);
    take_all_descriptors();
    auto opened = log::open_sqlite_log(with.data, log::access::write);
    if (const auto* why = std::get_if<log::open_problem>(&opened)) return fail(2, why->text);
    log::event_log& kept = *std::get<std::unique_ptr<log::event_log>>(opened);
    const auto kept_key = admin_key_of(with.data);
    if (const auto* why = std::get_if<log::open_problem>(&kept_key)) return fail(1, why->text);
    const std::string& admin_key = std::get<std::string>(kept_key);

    const unsigned threads = with.threads != 0 ? with.threads : std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::unique_ptr<asio::io_context>> contexts;
    std::vector<asio::io_context*> cores;
    std::vector<asio::executor_work_guard<asio::io_context::executor_type>> kept_busy;
    for (unsigned i = 0; i < threads; ++i) {
        contexts.push_back(std::make_unique<asio::io_context>(1));
        cores.push_back(contexts.back().get());
        kept_busy.push_back(asio::make_work_guard(*contexts.back()));
    }

    // The port is known only when it is bound, and what phones are told holds the port: so bind first, answer when the rooms are there.
    struct late_site : net::site {
        std::unique_ptr<hall::api> inside;
        void serve(net::request asked, std::function<void(net::response)> answer) override { inside->serve(std::move(asked), std::move(answer)); }
        bool takes_sockets(std::string_view path) const override { return inside->takes_sockets(path); }
        void connected(const net::request& asked, std::shared_ptr<net::websocket> socket, std::size_t core) override { inside->connected(asked, std::move(socket), core); }
    } site;
    net::http_server server(cores, site);
    const net::tls_files tls{with.tls_certificate, with.tls_key};
    const auto listening = server.listen(with.listen, with.tls_certificate.empty() ? nullptr : &tls);
    if (const auto* why = std::get_if<net::http_server::listen_problem>(&listening)) return fail(2, why->text);
    const std::string where = std::get<std::string>(listening);
    const std::string base = base_url_of(with, where);

    hall::hall rooms(cores, kept, {base, {with.wifi_name, with.wifi_password}});
    if (const auto replayed = rooms.replay_all(); const auto* why = std::get_if<hall::problem>(&replayed)) return fail(1, why->text);
    int status = 0;
    if (!found_all(rooms, with.agendas, status)) return status;
    site.inside = std::make_unique<hall::api>(rooms, admin_key);

    std::promise<int> stop_asked;
    asio::signal_set signals(*cores.front(), SIGTERM, SIGINT);
    signals.async_wait([&](const boost::system::error_code& failed, int signal) { stop_asked.set_value(failed ? SIGTERM : signal); });

    print_sheet(base, admin_key, rooms.all());
    std::cout << "ready " << ready_line(where, base, admin_key, rooms.all()).dump() << std::endl;
    std::vector<std::thread> workers;
    for (asio::io_context* core : cores) workers.emplace_back([core] { core->run(); });

    stop_asked.get_future().wait();
    spdlog::info("stopping: finishing what is acknowledged");
    server.stop_accepting();
    rooms.stop(goodbye_within_s);
    kept_busy.clear();
    for (asio::io_context* core : cores) core->stop();
    for (std::thread& worker : workers) worker.join();
    return 0;
}

}  // namespace sawt::cli
