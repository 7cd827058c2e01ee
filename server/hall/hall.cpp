#include "server/hall/hall.hpp"

#include "server/log/advice.hpp"

#include <sawt/canonical.hpp>
#include <sawt/checkpoint.hpp>

#include <boost/asio/post.hpp>
#include <nlohmann/json.hpp>
#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <thread>

namespace sawt::hall {

namespace {

const boost::system::error_code damage = make_error_code(boost::system::errc::illegal_byte_sequence);

std::string random_text(std::size_t bytes) {
    std::string raw(bytes, '\0');
    randombytes_buf(raw.data(), raw.size());
    return core::to_base64url(raw);
}

core::workshop_keys fresh_keys(const std::string& agenda_text) {
    const hash source = sha256(agenda_text);
    return {random_text(16), random_text(16), random_text(16), random_text(32), to_hex(source)};
}

}  // namespace

hall::hall(std::vector<boost::asio::io_context*> cores, log::event_log& log, hall_settings settings)
    : cores_(std::move(cores)), log_(log), writer_(log_), settings_(std::move(settings)) {}

hall::~hall() {
    background_.join();
    counting_.join();
    writer_.stop();
}

std::variant<std::size_t, problem> hall::replay_all() {
    const auto records = log_.workshops();
    if (!records) return problem{log::sentence("the list of workshops cannot be read", records.error())};
    for (const log::workshop_record& record : *records) {
        const auto opened = open_room(record);
        if (const auto* why = std::get_if<problem>(&opened)) return *why;
    }
    return records->size();
}

std::variant<std::shared_ptr<room_host>, problem> hall::open_room(const log::workshop_record& record) {
    auto keys = core::read_keys(record.secrets);
    if (!keys) return problem{log::sentence("the keys of workshop " + record.code + " cannot be read", damage)};
    room::room_settings settings{join_json(settings_.base_url, record.code, settings_.network), pages_json(addresses_of(settings_.base_url, record.code, *keys))};
    // Rooms are spread over the cores by their code, so that a room's home is the same after a restart.
    const std::size_t home = std::hash<std::string>{}(record.code) % cores_.size();
    auto host = std::make_shared<room_host>(cores_, home, writer_, counting_, core::identity(*std::move(keys)),
                                            note_signer(log_origin(record.code), settings_.log_key), std::move(settings));
    std::string trouble;
    boost::system::error_code why = damage;
    const auto replayed = log_.follow(record.code, 1, std::numeric_limits<std::int64_t>::max(), [&](log::stored_entry&& one) {
        const auto read = read_entry(one.line);
        if (const auto* what = std::get_if<entry>(&read)) {
            host->replaying().replay(*what, one.leaf);
        } else if (trouble.empty()) {
            trouble = "entry " + std::to_string(one.number) + ": " + std::get<entry_problem>(read).problem;
        }
    });
    if (!replayed) {
        why = replayed.error();
        trouble = why == damage ? "entry " + std::to_string(host->replaying().state().last() + 1) + " is damaged: its bytes do not give the hash it was stored with"
                                : why.message();
    }
    if (!trouble.empty()) return problem{"the log of workshop " + record.code + " cannot be replayed: " + trouble + ": " + log::advice(why)};
    if (host->replaying().state().code() != record.code)
        return problem{"the log of workshop " + record.code + " does not begin with its workshop: if a newer version made it, run that version, else " + log::advice(damage)};
    host->open();
    const std::lock_guard guard(lock_);
    rooms_[record.code] = host;
    return host;
}

std::variant<std::shared_ptr<room_host>, agenda_problem, problem> hall::found(const std::string& agenda_text, bool once) {
    const std::lock_guard one_at_a_time(founding_);
    constexpr json_limits limits{.bytes_max = agenda_bytes_max, .depth_max = 16};
    const auto file = parse_json(agenda_text, limits);
    if (!file) return agenda_problem{"(the file)", parse_problem(agenda_text, limits)};
    const auto read = read_agenda(*file);
    if (const auto* why = std::get_if<agenda_problem>(&read)) return *why;
    const auto canonical_text = canonical(*file);
    if (!canonical_text) return agenda_problem{"(the file)", "holds a number that is not whole; write exact numbers as text, \"3/2\""};

    const core::workshop_keys keys = fresh_keys(agenda_text);
    if (once)
        for (const auto& host : all())
            if (host->identities().keys().source == keys.source) return host;
    const log::workshop_record record{free_code(), core::to_json_text(keys)};
    const auto made = log_.found(record, {record.code, *canonical_text}, whole_minute(now_ms() / 1000));
    if (!made) return problem{log::sentence("the workshop cannot be saved", made.error())};
    auto opened = open_room(record);
    if (auto* why = std::get_if<problem>(&opened)) return std::move(*why);
    return std::get<std::shared_ptr<room_host>>(std::move(opened));
}

std::string hall::free_code() const {
    for (;;) {
        std::string code = std::to_string(100000 + random_number(900000));
        if (find(code) == nullptr) return code;
    }
}

std::shared_ptr<room_host> hall::find(const std::string& code) const {
    const std::lock_guard guard(lock_);
    const auto found = rooms_.find(code);
    return found == rooms_.end() ? nullptr : found->second;
}

std::vector<std::shared_ptr<room_host>> hall::all() const {
    const std::lock_guard guard(lock_);
    std::vector<std::shared_ptr<room_host>> list;
    for (const auto& [code, host] : rooms_) list.push_back(host);
    return list;
}

void hall::in_background(std::function<void()> work) { boost::asio::post(background_, std::move(work)); }

bool hall::saving() const {
    const auto rooms = all();
    return std::all_of(rooms.begin(), rooms.end(), [](const auto& host) { return host->saving(); });
}

void hall::stop(int within_s) {
    const auto rooms = all();
    for (const auto& host : rooms) host->stop();
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(within_s);
    const auto gone = [&] { return std::all_of(rooms.begin(), rooms.end(), [](const auto& host) { return host->sessions() == 0; }); };
    while (!gone() && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    background_.join();
    counting_.join();
    writer_.stop();
}

}  // namespace sawt::hall
