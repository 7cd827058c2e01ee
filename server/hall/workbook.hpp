// The workshop as a spreadsheet: decisions, results with native charts, turnout by group, the agenda, and every ballot. It is written row by row
// (libxlsxwriter's constant memory), so a log of any length passes through. Its files are the one place that knows libxlsxwriter, which writes files. Blocks.
#pragma once

#include "server/export/log_table.hpp"
#include "server/export/voice.hpp"
#include "server/hall/scratch_file.hpp"

#include <boost/system/result.hpp>

#include <memory>
#include <string_view>

namespace sawt::hall {

class workbook {
public:
    // `of` must outlive the workbook, and have the whole log. In the workshop's first language where it does not have `language`.
    workbook(const exporting::chronicle& of, std::string_view language, exporting::time_zone zone);
    ~workbook();

    bool is_open() const;

    // The lines of the log that `of` was made of, in order; those that are ballots become rows.
    void add(std::string_view line);

    boost::system::result<scratch_file> finish() &&;

private:
    struct inside;
    std::unique_ptr<inside> inside_;
};

}  // namespace sawt::hall
