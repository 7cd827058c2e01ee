// Opens a data folder as another process would and says how that went: `open_log FOLDER write|read|die`. `die` ends by SIGKILL with the
// log open, as a server that is killed does.
#include "server/log/sqlite_log.hpp"

#include <csignal>
#include <cstdio>
#include <string_view>

int main(int argc, char** argv) {
    using namespace sawt::log;
    if (argc != 3) return 2;
    const std::string_view how = argv[2];
    const auto log = open_sqlite_log(argv[1], how == "read" ? access::read_only : access::write);
    if (const auto* problem = std::get_if<open_problem>(&log)) {
        std::printf("%s\n", problem->text.c_str());
        return 1;
    }
    std::printf("opened: %zu workshops\n", std::get<0>(log)->workshops().value().size());
    std::fflush(stdout);
    if (how == "die") std::raise(SIGKILL);
    return 0;
}
