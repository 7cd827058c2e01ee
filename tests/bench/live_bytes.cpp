#include "tests/bench/live_bytes.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

#include <malloc.h>

namespace {

std::atomic<std::size_t> in_use{0};

void* taken(std::size_t size) {
    void* at = std::malloc(size == 0 ? 1 : size);
    if (!at) throw std::bad_alloc();
    in_use.fetch_add(::malloc_usable_size(at), std::memory_order_relaxed);
    return at;
}

void given_back(void* at) {
    if (!at) return;
    in_use.fetch_sub(::malloc_usable_size(at), std::memory_order_relaxed);
    std::free(at);
}

}  // namespace

std::size_t sawt::test::live_bytes() { return in_use.load(std::memory_order_relaxed); }

void* operator new(std::size_t size) { return taken(size); }
void* operator new[](std::size_t size) { return taken(size); }
void operator delete(void* at) noexcept { given_back(at); }
void operator delete[](void* at) noexcept { given_back(at); }
void operator delete(void* at, std::size_t) noexcept { given_back(at); }
void operator delete[](void* at, std::size_t) noexcept { given_back(at); }
