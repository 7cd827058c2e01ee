// The ballots that count in one round, one for each voter: all that a workshop must remember of them, packed, since a country's workshop has
// a million and a laptop holds them all. A ballot takes its own texts and about thirty bytes. One owner at a time.
#pragma once

#include <sawt/place_index.hpp>
#include <sawt/text.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace sawt {

// The texts live in the collection, until its next put().
struct kept_ballot {
    entry_number entry = 0;
    std::string_view id;
    std::string_view ballot;  // canonical JSON
    std::string_view group;   // "" for none
};

class kept_ballots {
public:
    std::size_t size() const { return index_.size(); }
    bool empty() const { return size() == 0; }
    std::optional<kept_ballot> find(std::string_view voter) const;

    // In place of the voter's last one, if there was one. Each text has at most 4 GiB; `kept` may not point into this collection.
    void put(std::string_view voter, const kept_ballot& kept);

private:
    struct record;

    char* room_for(std::size_t bytes);
    void pack();
    static std::uint64_t place_of(std::size_t chunk, std::size_t at);
    char* at(std::uint64_t place) const;
    record read(std::uint64_t place) const;
    std::uint64_t write(std::string_view voter, const kept_ballot& kept);

    struct chunk {
        std::unique_ptr<char[]> bytes;
        std::size_t size = 0;
        std::size_t used = 0;
    };
    std::vector<chunk> chunks_;
    std::size_t used_ = 0;    // bytes of all records
    std::size_t unused_ = 0;  // of these, what later ballots left behind
    place_index index_;       // by voter
};

}  // namespace sawt
