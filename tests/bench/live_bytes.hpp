// How many bytes of the heap are in use: a program that links live_bytes.cpp counts every allocation made by new, as the allocator
// rounds it.
#pragma once

#include <cstddef>

namespace sawt::test {

std::size_t live_bytes();

}  // namespace sawt::test
