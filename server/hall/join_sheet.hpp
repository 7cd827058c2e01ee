// How people get in: the addresses of a workshop's pages and the QR pictures of them, for the stage, the desk and the terminal.
#pragma once

#include "server/core/identity.hpp"

#include <string>
#include <vector>

namespace sawt::hall {

// The hall's wireless network, where the server was told of it.
struct wifi {
    std::string name;
    std::string password;  // "" for an open network
};

struct addresses {
    std::string phone, stage, desk, records;
};

// `base` without a slash at its end: "http://192.168.1.7:8080".
addresses addresses_of(const std::string& base, const std::string& code, const core::workshop_keys& keys);

// J of the protocol as JSON text.
std::string join_json(const std::string& base, const std::string& code, const wifi& network);

// P of the protocol as JSON text.
std::string pages_json(const addresses& pages);

// A QR picture for a terminal with light text on dark ground or the other way round: half blocks, quiet zone included.
std::string qr_for_terminal(const std::string& text);

// This machine's address in its local network: the first IPv4 address of an interface that is up, private ones first; "127.0.0.1" when there is none.
std::string lan_address();

}  // namespace sawt::hall
