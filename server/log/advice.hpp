// What the person at the server's terminal is told to do when the log cannot be opened, read or written.
#pragma once

#include <boost/system/error_code.hpp>

#include <string>

namespace sawt::log {

// The end of a sentence that has said what failed: "make room on the disk, then try again".
std::string advice(const boost::system::error_code& why);

// What failed and why, and what to do about it: "cannot make the folder x: No space left on device: make room …".
std::string sentence(const std::string& what_failed, const boost::system::error_code& why);

}  // namespace sawt::log
