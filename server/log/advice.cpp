#include "server/log/advice.hpp"

namespace sawt::log {

namespace errc = boost::system::errc;

std::string advice(const boost::system::error_code& why) {
    if (why == errc::no_space_on_device || why == errc::file_too_large) return "make room on the disk, then try again";
    if (why == errc::read_only_file_system || why == errc::permission_denied || why == errc::operation_not_permitted)
        return "give this user the right to write there, or choose another folder with --data";
    if (why == errc::illegal_byte_sequence) return "keep this folder, and start the server again on a copy of the folder from before the damage";
    if (why == errc::device_or_resource_busy) return "another program has the log open: end it, then start the server again";
    if (why == errc::not_enough_memory || why == errc::too_many_files_open || why == errc::too_many_files_open_in_system)
        return "end other programs, then start the server again";
    return "start the server again; if it fails again, copy the data folder to another disk and name that with --data";
}

std::string sentence(const std::string& what_failed, const boost::system::error_code& why) {
    return what_failed + ": " + (why == errc::illegal_byte_sequence ? "it is damaged" : why.message()) + ": " + advice(why);
}

}  // namespace sawt::log
