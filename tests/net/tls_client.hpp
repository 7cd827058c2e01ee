// A client that speaks TLS over a raw_client, and certificates made for the moment.
#pragma once

#include "tests/net/raw_client.hpp"

#include <memory>

namespace sawt::test {

class tls_client : public connection {
public:
    tls_client(std::uint16_t port, int version_max);  // TLS1_2_VERSION, …
    ~tls_client() override;

    bool shaken() const { return shaken_; }
    std::string version() const;
    std::string suite() const;
    bool send(std::string_view bytes) override;
    std::string read_some() override;

private:
    struct inside;
    std::unique_ptr<inside> inside_;
    bool shaken_ = false;
};

// A folder with a certificate, its key, another key, and files that are neither; gone with the object.
class tls_folder {
public:
    tls_folder();
    ~tls_folder();
    std::string file(std::string_view name) const { return path_ + "/" + std::string(name); }

private:
    std::string path_;
};

}  // namespace sawt::test
