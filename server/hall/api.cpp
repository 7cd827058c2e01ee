#include "server/hall/api.hpp"

#include "server/core/frames.hpp"
#include "server/core/views.hpp"
#include "server/hall/downloads.hpp"
#include "server/hall/session.hpp"
#include "server/net/static_site.hpp"

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace sawt::hall {

namespace {

using nlohmann::json;

constexpr std::string_view workshops_path = "/api/workshops";
constexpr std::string_view socket_path = "/ws/";

core::language language_of(const net::request& asked) { return core::language_of(asked.accept_language); }

net::response error(unsigned status, std::string_view reason, const net::request& asked, std::string_view detail = {}) {
    net::response r;
    r.status = status;
    r.body = core::error_body(reason, language_of(asked), detail);
    if (status == 401) r.headers.emplace_back("WWW-Authenticate", "Bearer");
    return r;
}

net::response json_response(const json& body, unsigned status = 200) {
    net::response r;
    r.status = status;
    r.body = body.dump();
    return r;
}

json keys_json(const core::workshop_keys& keys) { return {{"facilitator", keys.facilitator}, {"stage", keys.stage}, {"organiser", keys.organiser}}; }

net::response plain(std::string text) {
    net::response r;
    r.type = "text/plain; charset=utf-8";
    r.body = std::move(text);
    return r;
}

// The number of an entry in a query; 0, which no entry has, where it is none.
std::optional<entry_number> entry_in(std::string_view query, std::string_view name) {
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const auto one = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (one.substr(0, one.find('=')) != name) continue;
        const auto number = one.substr(std::min(name.size() + 1, one.size()));
        entry_number entry = 0;
        const auto [stopped, failed] = std::from_chars(number.data(), number.data() + number.size(), entry);
        return failed == std::errc{} && stopped == number.data() + number.size() ? entry : 0;
    }
    return std::nullopt;
}

// What is done with a proof, or where there is none.
auto proven(const net::request& asked, const std::function<void(net::response)>& done) {
    return [asked, done](std::optional<std::string> proof) {
        if (!proof) return done(error(404, "unknown-entry", asked));
        net::response r;
        r.body = *std::move(proof);
        done(std::move(r));
    };
}

// "?lang=ar", else what the browser likes best.
std::string wanted_language(const net::request& asked) {
    constexpr std::array<std::string_view, 3> codes{"ar", "en", "fr"};  // as core::language counts them
    for (const std::string_view code : codes)
        if (asked.query == "lang=" + std::string(code)) return std::string(code);
    return std::string(codes[static_cast<std::size_t>(language_of(asked))]);
}

bool reads(const net::request& asked) { return asked.method == "GET" || asked.method == "HEAD"; }

}  // namespace

api::api(hall& rooms, std::string admin_key) : rooms_(rooms), admin_key_(std::move(admin_key)) {}

void api::serve(net::request asked, std::function<void(net::response)> done) {
    net::response page;
    if (net::serve_page(asked, page)) return done(std::move(page));
    if (asked.path == "/healthz" && reads(asked)) return done(plain("ok\n"));
    if (asked.path == "/readyz" && reads(asked)) {
        net::response r = plain(rooms_.saving() ? "ready\n" : "not saving\n");
        r.status = rooms_.saving() ? 200 : 503;
        return done(std::move(r));
    }
    if (asked.path == workshops_path) return serve_workshops(asked, done);
    if (asked.path.starts_with(workshops_path) && asked.path.size() > workshops_path.size() + 8 && asked.path[workshops_path.size()] == '/') {
        const std::string code = asked.path.substr(workshops_path.size() + 1, 6);
        if (asked.path[workshops_path.size() + 7] == '/') return serve_workshop(asked, code, asked.path.substr(workshops_path.size() + 8), done);
    }
    done(error(404, "not-found", asked));
}

void api::serve_workshops(const net::request& asked, const answer& done) {
    if (!core::same_key(asked.bearer, admin_key_)) return done(error(401, "wrong-key", asked));
    if (asked.method == "POST") return found(asked, done);
    if (!reads(asked)) return done(error(405, "wrong-method", asked));
    json list = json::array();
    for (const auto& host : rooms_.all())
        list.push_back({{"code", host->code()}, {"title", to_json(host->plan().title)}, {"sample", host->plan().sample}, {"keys", keys_json(host->identities().keys())}});
    done(json_response({{"workshops", std::move(list)}}));
}

void api::found(const net::request& asked, const answer& done) {
    rooms_.in_background([this, asked, done] {
        const auto made = rooms_.found(asked.body, false);
        if (const auto* why = std::get_if<agenda_problem>(&made)) return done(error(400, "bad-agenda", asked, why->path + " " + why->problem));
        if (const auto* why = std::get_if<problem>(&made)) {
            spdlog::error("{}", why->text);
            return done(error(503, "not-saving", asked));
        }
        const auto& host = std::get<std::shared_ptr<room_host>>(made);
        done(json_response({{"code", host->code()}, {"keys", keys_json(host->identities().keys())}}, 201));
    });
}

void api::serve_workshop(const net::request& asked, const std::string& code, const std::string& what, const answer& done) {
    const auto host = rooms_.find(code);
    if (host == nullptr) return done(error(404, "unknown-workshop", asked));
    if (what == "cast") return asked.method == "POST" ? cast(asked, *host, done) : done(error(405, "wrong-method", asked));
    const download_kind* kind = download_at(what);
    if (what != "results" && what != "checkpoint" && what != "proof" && what != "consistency" && kind == nullptr) return done(error(404, "not-found", asked));
    if (!reads(asked)) return done(error(405, "wrong-method", asked));
    if (what == "results") return results(asked, *host, done);
    if (what == "checkpoint") return checkpoint(*host, done);
    if (what == "proof") return prove(asked, *host, done);
    if (what == "consistency") return prove_growth(asked, *host, done);
    download(asked, *host, *kind, done);
}

void api::cast(const net::request& asked, room_host& host, const answer& done) {
    if (!host.identities().is_token(asked.bearer)) return done(error(401, "wrong-token", asked));
    auto says = core::read_posted_cast(asked.body);
    if (const auto* wrong = std::get_if<core::bad_message>(&says)) return done(error(400, "bad-message", asked, wrong->problem));
    host.visit(asked.bearer, std::get<core::posted_cast>(std::move(says)), language_of(asked), [done](net::frame text) {
        net::response r;
        r.body = *text;
        done(std::move(r));
    });
}

void api::results(const net::request& asked, room_host& host, const answer& done) {
    const bool with_key = host.identities().opens(core::role::organiser, asked.bearer);
    if (!asked.bearer.empty() && !with_key) return done(error(401, "wrong-key", asked));
    host.results(with_key, [done](std::string text) {
        net::response r;
        r.body = std::move(text);
        done(std::move(r));
    });
}

// All three tell hashes alone, which say nothing of what was voted; so they ask for no key.
void api::checkpoint(room_host& host, const answer& done) {
    host.checkpoint([done](std::string note) { done(plain(std::move(note))); });
}

void api::prove(const net::request& asked, room_host& host, const answer& done) {
    host.prove(entry_in(asked.query, "entry").value_or(0), proven(asked, done));
}

void api::prove_growth(const net::request& asked, room_host& host, const answer& done) {
    host.prove_growth(entry_in(asked.query, "from").value_or(0), entry_in(asked.query, "to"), proven(asked, done));
}

void api::download(const net::request& asked, room_host& host, const download_kind& kind, const answer& done) {
    if (!host.identities().opens(core::role::organiser, asked.bearer)) return done(error(401, "wrong-key", asked));
    rooms_.in_background([this, asked, code = host.code(), signer = host.signer(), kind, done] {
        auto made = make_download(rooms_.log(), code, kind.format, {wanted_language(asked), &signer, {}});
        if (!made) {
            spdlog::error("download of {}: {}", code, made.error().message());
            return done(error(500, "server-error", asked));
        }
        net::response r;
        r.type = kind.type;
        r.headers.emplace_back("Content-Disposition", "attachment; filename=\"sawt-" + code + std::string(kind.ending) + "\"");
        const std::uint64_t size = made->size();
        r.file = std::make_shared<const net::body_file>(made->release(), size);
        done(std::move(r));
    });
}

bool api::takes_sockets(std::string_view path) const {
    if (!path.starts_with(socket_path) || path.size() != socket_path.size() + 6) return false;
    const std::string_view code = path.substr(socket_path.size());
    return std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void api::connected(const net::request& asked, std::shared_ptr<net::websocket> socket, std::size_t core) {
    // A wrong code is answered on the socket, since a browser tells a page nothing of a refused upgrade.
    const auto host = rooms_.find(asked.path.substr(socket_path.size()));
    std::make_shared<session>(*socket, host, static_cast<std::uint32_t>(core), ++sessions_made_)->start();
}

}  // namespace sawt::hall
