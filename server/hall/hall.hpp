// All workshops of this server: founded from agendas, replayed from the log at start, found by their code. Looking one up takes a lock for
// a moment when a client connects; nothing on the way of a ballot or a tally does.
#pragma once

#include "server/hall/join_sheet.hpp"
#include "server/hall/room_host.hpp"
#include "server/log/event_log.hpp"
#include "server/log/log_writer.hpp"

#include <sawt/signed_note.hpp>

#include <boost/asio/thread_pool.hpp>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

namespace sawt::hall {

// Why something could not be done, in one sentence for the person who asked.
struct problem {
    std::string text;
};

struct hall_settings {
    std::string base_url;  // what phones are told, without a slash at its end
    wifi network;
    key_seed log_key{};  // of the signatures under all logs
};

class hall {
public:
    hall(std::vector<boost::asio::io_context*> cores, log::event_log& log, hall_settings settings);
    ~hall();

    // Opens every workshop of the log. Blocks; before listening.
    std::variant<std::size_t, problem> replay_all();

    // Makes a workshop of an agenda (the text of the file). Blocks for the disk. With `once`, a workshop made of the same bytes is found again.
    std::variant<std::shared_ptr<room_host>, agenda_problem, problem> found(const std::string& agenda_text, bool once);

    std::shared_ptr<room_host> find(const std::string& code) const;
    std::vector<std::shared_ptr<room_host>> all() const;  // in the order of their codes

    const hall_settings& settings() const { return settings_; }

    // For work that blocks (downloads, founding): one thread beside the cores.
    void in_background(std::function<void()> work);
    log::event_log& log() { return log_; }

    bool saving() const;

    // Says bye to all clients and, when they are gone or `within_s` has passed, finishes the log. Blocks; the cores must still be running.
    void stop(int within_s);

private:
    std::variant<std::shared_ptr<room_host>, problem> open_room(const log::workshop_record& record);
    std::string free_code() const;

    std::vector<boost::asio::io_context*> cores_;
    log::event_log& log_;
    log::log_writer writer_;
    hall_settings settings_;
    boost::asio::thread_pool background_{1};
    boost::asio::thread_pool counting_{1};
    std::mutex founding_;
    mutable std::mutex lock_;
    std::map<std::string, std::shared_ptr<room_host>> rooms_;  // guarded by lock_
};

}  // namespace sawt::hall
