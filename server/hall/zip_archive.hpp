// Several files as one ZIP archive in a scratch file. The one place that knows libarchive. Blocks; one owner.
#pragma once

#include "server/hall/scratch_file.hpp"

#include <sawt/text.hpp>

#include <boost/system/result.hpp>

#include <memory>
#include <string>
#include <string_view>

struct archive;

namespace sawt::hall {

class zip_archive {
public:
    // All files get this time, so that the same content makes the same archive.
    static boost::system::result<zip_archive> make(utc_seconds at);

    // The name has its folders in it, with slashes. After an error nothing more is written, and finish() tells it.
    void add(const std::string& name, std::string_view content);
    void add(const std::string& name, const scratch_file& content);

    boost::system::result<scratch_file> finish() &&;

private:
    struct close_archive {
        void operator()(archive* open) const;
    };

    zip_archive(scratch_file file, std::unique_ptr<archive, close_archive> to, utc_seconds at);
    bool begin(const std::string& name, std::uint64_t size);
    bool write(const void* bytes, std::size_t size);
    void failed(int error);

    scratch_file file_;
    std::unique_ptr<archive, close_archive> to_;
    utc_seconds at_;
    boost::system::error_code failed_;
};

}  // namespace sawt::hall
