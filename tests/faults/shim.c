/* A disk that fails when told to and a clock that jumps, between a program and the C library:
 *
 *   FAULT_FOLDER=/where/the/data/is FAULT_CONTROL=/a/file LD_PRELOAD=./fault_shim.so PROGRAM
 *
 * Calls that touch files below the folder are counted, and those whose turn it is fail. The control file is mapped, so that a test can
 * change its mind while the program runs and read how far it came; shim.mjs knows its layout. The program needs no change and no root. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum kind { WRITE = 1, SYNC = 2, TRUNCATE = 4, NAME = 8, READ = 16 }; /* NAME: open, mkdir, unlink, rename */
enum deed { SHORT = -1, KILL_BEFORE = -2, KILL_AFTER = -3, PRETEND = -4 }; /* above zero: the errno to fail with */

struct control {
    int64_t clock_ms;     /* added to the time of day */
    _Atomic int64_t calls; /* counted so far: those of the wanted kinds */
    int64_t first, last;  /* these calls have the fault; 0, 0: none */
    int64_t deed;
    int64_t kinds;
    _Atomic int64_t hits;
    char what[200];       /* the last that was hit */
};

static struct control* control;
static const char* folder;
static size_t folder_length;
static _Atomic char ours[1 << 16]; /* by descriptor: 1 below the folder */

__attribute__((constructor)) static void begin(void) {
    const char* name = getenv("FAULT_CONTROL");
    folder = getenv("FAULT_FOLDER");
    if (!name || !folder) return;
    folder_length = strlen(folder);
    const int file = open(name, O_RDWR | O_CLOEXEC);
    if (file < 0) return;
    void* mapped = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (mapped != MAP_FAILED) control = mapped;
}

#define REAL(name)                                              \
    static __typeof__(&name) real;                              \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int below(const char* path) { return control && path && strncmp(path, folder, folder_length) == 0; }
static int is_ours(int file) { return control && file >= 0 && (size_t)file < sizeof ours && ours[file]; }

static int follow(int file, const char* path) {
    if (file >= 0 && (size_t)file < sizeof ours) ours[file] = (char)below(path);
    return file;
}

/* The fault of this call: 0 for none. */
static int64_t turn(enum kind kind, const char* call, const char* path, int file) {
    if (!(control->kinds & kind)) return 0;
    const int64_t number = atomic_fetch_add(&control->calls, 1) + 1;
    if (control->first == 0 || number < control->first || number > control->last) return 0;
    char link[40], found[160] = "";
    if (!path) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", file);
        const ssize_t length = readlink(link, found, sizeof found - 1);
        found[length > 0 ? length : 0] = 0;
        path = found;
    }
    const char* name = strrchr(path, '/');
    snprintf(control->what, sizeof control->what, "%s %s", call, name ? name + 1 : path);
    atomic_fetch_add(&control->hits, 1);
    if (control->deed == KILL_BEFORE) kill(getpid(), SIGKILL);
    return control->deed;
}

static int fails(int64_t deed) {
    if (deed > 0) errno = (int)deed;
    return deed > 0;
}

static void after(int64_t deed) {
    if (deed == KILL_AFTER) kill(getpid(), SIGKILL);
}

/* open has a third argument only where it makes a file. */
#define OPEN(name)                                                        \
    int name(const char* path, int flags, ...) {                          \
        REAL(name);                                                       \
        mode_t mode = 0;                                                  \
        if (flags & (O_CREAT | O_TMPFILE)) {                              \
            va_list more;                                                 \
            va_start(more, flags);                                        \
            mode = va_arg(more, mode_t);                                  \
            va_end(more);                                                 \
        }                                                                 \
        const int64_t deed = below(path) ? turn(NAME, "open", path, -1) : 0; \
        if (fails(deed)) return -1;                                       \
        const int file = follow(real(path, flags, mode), path);           \
        after(deed);                                                      \
        return file;                                                      \
    }
OPEN(open)
OPEN(open64)

int close(int file) {
    REAL(close);
    if (file >= 0 && (size_t)file < sizeof ours) ours[file] = 0;
    return real(file);
}

#define ON_PATH(name, said, arguments, given)                            \
    int name arguments {                                                 \
        REAL(name);                                                      \
        const int64_t deed = below(path) ? turn(NAME, said, path, -1) : 0; \
        if (fails(deed)) return -1;                                      \
        const int result = deed == PRETEND ? 0 : real given;             \
        after(deed);                                                     \
        return result;                                                   \
    }
ON_PATH(mkdir, "mkdir", (const char* path, mode_t mode), (path, mode))
ON_PATH(unlink, "unlink", (const char* path), (path))
ON_PATH(rename, "rename", (const char* path, const char* to), (path, to))

#define ON_FILE(name, kind, said, arguments, given)                      \
    int name arguments {                                                 \
        REAL(name);                                                      \
        const int64_t deed = is_ours(file) ? turn(kind, said, NULL, file) : 0; \
        if (fails(deed)) return -1;                                      \
        const int result = deed == PRETEND ? 0 : real given;             \
        after(deed);                                                     \
        return result;                                                   \
    }
ON_FILE(fsync, SYNC, "fsync", (int file), (file))
ON_FILE(fdatasync, SYNC, "fdatasync", (int file), (file))
ON_FILE(ftruncate, TRUNCATE, "ftruncate", (int file, off_t size), (file, size))
ON_FILE(ftruncate64, TRUNCATE, "ftruncate", (int file, off64_t size), (file, size))

#define WRITES(name, arguments, given, given_half)                       \
    ssize_t name arguments {                                             \
        REAL(name);                                                      \
        const int64_t deed = is_ours(file) ? turn(WRITE, "write", NULL, file) : 0; \
        if (fails(deed)) return -1;                                      \
        if (deed == PRETEND) return (ssize_t)count;                      \
        const ssize_t result = deed == SHORT && count > 1 ? real given_half : real given; \
        after(deed);                                                     \
        return result;                                                   \
    }
WRITES(write, (int file, const void* bytes, size_t count), (file, bytes, count), (file, bytes, count / 2))
WRITES(pwrite, (int file, const void* bytes, size_t count, off_t at), (file, bytes, count, at), (file, bytes, count / 2, at))
WRITES(pwrite64, (int file, const void* bytes, size_t count, off64_t at), (file, bytes, count, at), (file, bytes, count / 2, at))

ssize_t pread64(int file, void* into, size_t count, off64_t at) {
    REAL(pread64);
    const int64_t deed = is_ours(file) ? turn(READ, "read", NULL, file) : 0;
    if (fails(deed)) return -1;
    const ssize_t result = real(file, into, count, at);
    after(deed);
    return result;
}

/* The time of day jumps; what only ever grows (CLOCK_MONOTONIC, CLOCK_BOOTTIME) does not. */
int clock_gettime(clockid_t which, struct timespec* into) {
    REAL(clock_gettime);
    const int result = real(which, into);
    if (result == 0 && control && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) into->tv_sec += control->clock_ms / 1000;
    return result;
}

int gettimeofday(struct timeval* restrict into, void* restrict zone) {
    REAL(gettimeofday);
    const int result = real(into, zone);
    if (result == 0 && control) into->tv_sec += control->clock_ms / 1000;
    return result;
}

time_t time(time_t* into) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (into) *into = now.tv_sec;
    return now.tv_sec;
}
