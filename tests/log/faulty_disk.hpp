// A disk under SQLite that fails when told to and whose power can be cut. While one lives it is the disk of every SQLite file of the
// process that is opened by name alone (it is SQLite's default VFS, over the real one). Files must be closed before it ends.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

namespace sawt::log::test {

class faulty_disk {
public:
    enum class call { write, sync };

    // Asked before each write and sync of a file, with its number from 1: SQLITE_OK lets it happen, another code is its result. A failing write
    // leaves its first half behind, as a disk that gets full does.
    using verdict = std::function<int(call what, std::uint64_t number)>;

    faulty_disk();
    ~faulty_disk();
    faulty_disk(const faulty_disk&) = delete;
    faulty_disk& operator=(const faulty_disk&) = delete;

    void let(verdict judge);  // numbers begin at 1 again
    void heal() { let({}); }
    std::uint64_t calls() const;

    // What of the files written through this disk would be found after a power cut now, put into a folder. Synced bytes are there. Of what
    // was written since, `chance` decides for each sector of 512 bytes whether it came to the disk; sizes follow from the sectors that did.
    void cut_power(const std::filesystem::path& into, const std::function<bool()>& chance) const;

    struct inside;

private:
    std::unique_ptr<inside> inside_;
};

}  // namespace sawt::log::test
