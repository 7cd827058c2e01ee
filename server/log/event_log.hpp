// The one ordered, durable record of all workshops on this server. An event_log gives events their positions and makes them durable;
// what they mean is the fold's affair. Implementations: memory_log (tests), sqlite_log; one contract suite (tests/log) holds them all.
// Every call blocks; one thread appends (log_writer), any thread may read.
#pragma once

#include <sawt/entry.hpp>

#include <boost/system/result.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace sawt::log {

// An event that wants a place. `once` is once_key(what): where it is not empty and the workshop's log has it already, nothing is added.
struct proposal {
    std::string workshop;
    utc_seconds at = 0;  // already a whole minute
    event what;
    std::string once;
};

// One line of the log as stored: its bytes are what was hashed into `leaf`.
struct stored_entry {
    entry_number number = 0;
    hash leaf{};
    std::string line;
};

struct placed {
    stored_entry at;
    bool repeated = false;  // `at` is the first entry of that `once`; nothing was added
};

// A workshop and what only the server may know of it (keys), as one JSON text the log does not look into.
struct workshop_record {
    std::string code;
    std::string secrets;
};

class event_log {
public:
    virtual ~event_log() = default;

    // Starts a workshop: its record and entry 1, in one transaction. errc::file_exists when the code is taken.
    virtual boost::system::result<stored_entry> found(const workshop_record& record, const workshop_made& what, utc_seconds at) = 0;

    // Appends a batch, in its order, in one transaction; durable (on disk) when it returns. All or nothing. Positions are 1, 2, 3, … in each
    // workshop, without gaps. A proposal for a workshop that does not exist fails the batch with errc::no_such_file_or_directory.
    // After a failed sync the log refuses every further append until the server is started again, since nobody knows what is on disk;
    // a full disk is answered with errc::no_space_on_device, leaves nothing behind and may pass.
    virtual boost::system::result<std::vector<placed>> append(std::span<const proposal> batch) = 0;

    virtual boost::system::result<std::vector<workshop_record>> workshops() const = 0;

    // Gives the entries from position `from` on, in order, at most `most` of them, each once; returns how many. A damaged entry (bytes that
    // do not give its leaf, a gap) ends it with errc::illegal_byte_sequence after the sound ones before it.
    virtual boost::system::result<std::uint64_t> follow(const std::string& workshop, entry_number from, std::uint64_t most,
                                                        const std::function<void(stored_entry&&)>& give) const = 0;
};

std::unique_ptr<event_log> make_memory_log();

}  // namespace sawt::log
