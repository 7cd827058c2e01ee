#include "server/cli/commands.hpp"

#include "server/log/backup.hpp"

#include <iostream>

namespace sawt::cli {

int back_up(const backup_options& with) {
    const auto made = log::back_up(with.data, with.to);
    if (const auto* why = std::get_if<log::open_problem>(&made)) return fail(1, why->text);
    const auto& content = std::get<log::backup_content>(made);
    std::cout << with.to << " holds " << content.workshops << (content.workshops == 1 ? " workshop" : " workshops") << ", " << content.entries
              << " entries, each read again, and the keys. To go on from it: sawt serve --data " << with.to << "\n";
    return 0;
}

}  // namespace sawt::cli
