#include "tests/log/faulty_disk.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace sawt::log::test {

namespace {

constexpr std::size_t sector = 512;

// A write, or with no bytes a truncation to `at`.
struct change {
    std::uint64_t at;
    std::string bytes;
};

struct image {
    std::string synced;
    std::vector<change> since;
};

void put(std::string& into, std::uint64_t at, std::string_view bytes) {
    if (into.size() < at + bytes.size()) into.resize(at + bytes.size());
    std::copy(bytes.begin(), bytes.end(), into.begin() + static_cast<std::ptrdiff_t>(at));
}

std::string contents(const std::filesystem::path& of) {
    std::ifstream file(of, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

struct faulty_disk::inside {
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;

    mutable std::mutex mutex;
    verdict judge;
    std::uint64_t asked = 0;
    std::map<std::string, image> images;  // of databases and write-ahead logs, by name

    int ask(call what) {
        verdict now;
        std::uint64_t number;
        {
            const std::scoped_lock lock(mutex);
            number = ++asked;
            now = judge;
        }
        const int result = now ? now(what, number) : SQLITE_OK;  // without the mutex: it may cut the power
        if (result != SQLITE_OK) errno = result == SQLITE_FULL ? ENOSPC : EIO;
        return result;
    }
};

namespace {

// SQLite allocates this much and the real file behind it.
struct file : sqlite3_file {
    faulty_disk::inside* disk;
    const char* name;  // null for files that are not remembered

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    image* remembered() { return name ? &disk->images[name] : nullptr; }
};

file& of(sqlite3_file* given) { return *static_cast<file*>(given); }
const sqlite3_io_methods& real(sqlite3_file* given) { return *of(given).real()->pMethods; }

void remember(file& f, std::uint64_t at, std::string_view bytes) {
    const std::scoped_lock lock(f.disk->mutex);
    if (auto* image = f.remembered()) image->since.push_back({at, std::string(bytes)});
}

int close(sqlite3_file* f) { return real(f).xClose(of(f).real()); }
int read(sqlite3_file* f, void* into, int count, sqlite3_int64 at) { return real(f).xRead(of(f).real(), into, count, at); }

int write(sqlite3_file* f, const void* bytes, int count, sqlite3_int64 at) {
    const int failure = of(f).disk->ask(faulty_disk::call::write);
    const int done = failure == SQLITE_OK ? count : count / 2;
    const int error = errno;
    const int result = real(f).xWrite(of(f).real(), bytes, done, at);
    remember(of(f), static_cast<std::uint64_t>(at), {static_cast<const char*>(bytes), static_cast<std::size_t>(done)});
    if (failure == SQLITE_OK) return result;
    errno = error;
    return failure;
}

int truncate(sqlite3_file* f, sqlite3_int64 size) {
    const int result = real(f).xTruncate(of(f).real(), size);
    if (result == SQLITE_OK) remember(of(f), static_cast<std::uint64_t>(size), {});
    return result;
}

int sync(sqlite3_file* f, int flags) {
    if (const int failure = of(f).disk->ask(faulty_disk::call::sync); failure != SQLITE_OK) {
        errno = EIO;
        return failure;
    }
    const int result = real(f).xSync(of(f).real(), flags);
    const std::scoped_lock lock(of(f).disk->mutex);
    if (auto* image = of(f).remembered(); image && result == SQLITE_OK) {
        for (const auto& c : image->since) {
            if (c.bytes.empty()) image->synced.resize(c.at);
            else put(image->synced, c.at, c.bytes);
        }
        image->since.clear();
    }
    return result;
}

int file_size(sqlite3_file* f, sqlite3_int64* size) { return real(f).xFileSize(of(f).real(), size); }
int lock(sqlite3_file* f, int level) { return real(f).xLock(of(f).real(), level); }
int unlock(sqlite3_file* f, int level) { return real(f).xUnlock(of(f).real(), level); }
int check_reserved(sqlite3_file* f, int* held) { return real(f).xCheckReservedLock(of(f).real(), held); }
int control(sqlite3_file* f, int what, void* with) { return real(f).xFileControl(of(f).real(), what, with); }
int sector_size(sqlite3_file* f) { return real(f).xSectorSize(of(f).real()); }
int characteristics(sqlite3_file* f) { return real(f).xDeviceCharacteristics(of(f).real()); }
int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** into) { return real(f).xShmMap(of(f).real(), page, size, extend, into); }
int shm_lock(sqlite3_file* f, int offset, int count, int flags) { return real(f).xShmLock(of(f).real(), offset, count, flags); }
void shm_barrier(sqlite3_file* f) { real(f).xShmBarrier(of(f).real()); }
int shm_unmap(sqlite3_file* f, int remove) { return real(f).xShmUnmap(of(f).real(), remove); }
int fetch(sqlite3_file* f, sqlite3_int64 at, int count, void** into) { return real(f).xFetch(of(f).real(), at, count, into); }
int unfetch(sqlite3_file* f, sqlite3_int64 at, void* page) { return real(f).xUnfetch(of(f).real(), at, page); }

const sqlite3_io_methods methods{3,       close,          read,     write,       truncate,        sync,    file_size, lock,       unlock,      check_reserved,
                                 control, sector_size,    characteristics, shm_map, shm_lock, shm_barrier, shm_unmap, fetch,    unfetch};

faulty_disk::inside& disk_of(sqlite3_vfs* vfs) { return *static_cast<faulty_disk::inside*>(vfs->pAppData); }

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* into, int flags, int* flags_given) {
    auto& disk = disk_of(vfs);
    file& f = *static_cast<file*>(into);
    f.pMethods = nullptr;
    f.disk = &disk;
    f.name = flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL) ? name : nullptr;
    const int result = disk.real->xOpen(disk.real, name, f.real(), flags, flags_given);
    if (result != SQLITE_OK) return result;
    f.pMethods = &methods;
    const std::scoped_lock guard(disk.mutex);
    if (f.name && !disk.images.contains(f.name)) disk.images[f.name].synced = contents(f.name);
    return result;
}

int remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
    auto& disk = disk_of(vfs);
    {
        const std::scoped_lock guard(disk.mutex);
        disk.images.erase(name);
    }
    return disk.real->xDelete(disk.real, name, sync_folder);
}

}  // namespace

faulty_disk::faulty_disk() : inside_(std::make_unique<inside>()) {
    inside_->real = sqlite3_vfs_find(nullptr);
    inside_->vfs = *inside_->real;  // whatever has no file in it stays the real one's
    inside_->vfs.zName = "faulty";
    inside_->vfs.pNext = nullptr;
    inside_->vfs.pAppData = inside_.get();
    inside_->vfs.szOsFile = static_cast<int>(sizeof(file)) + inside_->real->szOsFile;
    inside_->vfs.xOpen = open;
    inside_->vfs.xDelete = remove;
    sqlite3_vfs_register(&inside_->vfs, 1);
}

faulty_disk::~faulty_disk() {
    sqlite3_vfs_unregister(&inside_->vfs);
    sqlite3_vfs_register(inside_->real, 1);
}

void faulty_disk::let(verdict judge) {
    const std::scoped_lock guard(inside_->mutex);
    inside_->judge = std::move(judge);
    inside_->asked = 0;
}

std::uint64_t faulty_disk::calls() const {
    const std::scoped_lock guard(inside_->mutex);
    return inside_->asked;
}

void faulty_disk::cut_power(const std::filesystem::path& into, const std::function<bool()>& chance) const {
    const std::scoped_lock guard(inside_->mutex);
    std::filesystem::create_directories(into);
    for (const auto& [name, image] : inside_->images) {
        std::string left = image.synced;
        for (const auto& c : image.since) {
            if (c.bytes.empty()) {
                if (chance()) left.resize(std::min<std::size_t>(left.size(), c.at));
                continue;
            }
            const std::string_view bytes = c.bytes;
            for (std::size_t done = 0; done < bytes.size();) {
                const std::size_t part = std::min(bytes.size() - done, sector - (c.at + done) % sector);
                if (chance()) put(left, c.at + done, bytes.substr(done, part));
                done += part;
            }
        }
        std::ofstream(into / std::filesystem::path(name).filename(), std::ios::binary) << left;
    }
}

}  // namespace sawt::log::test
