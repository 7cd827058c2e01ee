#include "server/hall/join_sheet.hpp"

#include <nlohmann/json.hpp>
#include <qrcodegen.hpp>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

#include <array>
#include <memory>

namespace sawt::hall {

namespace {

using nlohmann::json;
using qrcodegen::QrCode;

// Level M: read from the back row over a projector's blur, without more modules than needed.
QrCode qr_of(const std::string& text) { return QrCode::encodeText(text.c_str(), QrCode::Ecc::MEDIUM); }

// Rows of dark modules as one SVG path of 1-high strips.
json qr_json(const std::string& text) {
    const QrCode qr = qr_of(text);
    std::string path;
    for (int y = 0; y < qr.getSize(); ++y)
        for (int x = 0; x < qr.getSize(); ++x) {
            int run = 0;
            while (x + run < qr.getSize() && qr.getModule(x + run, y)) ++run;
            if (run == 0) continue;
            path.append("M").append(std::to_string(x)).append(" ").append(std::to_string(y));
            path.append("h").append(std::to_string(run)).append("v1h-").append(std::to_string(run)).append("z");
            x += run;
        }
    return {{"size", qr.getSize()}, {"path", std::move(path)}};
}

// The escapes of the `WIFI:` text that phones' cameras read.
std::string wifi_escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view(R"(\;,":)").find(c) != std::string_view::npos) out.push_back('\\');
        out.push_back(c);
    }
    return out;
}

std::string wifi_text(const wifi& network) {
    const std::string kind = network.password.empty() ? "nopass" : "WPA";
    return "WIFI:T:" + kind + ";S:" + wifi_escaped(network.name) + ";" + (network.password.empty() ? "" : "P:" + wifi_escaped(network.password) + ";") + ";";
}

bool is_private(std::uint32_t address) {
    return (address >> 24) == 10 || (address >> 20) == (172u << 4 | 1) || (address >> 16) == (192u << 8 | 168);
}

}  // namespace

addresses addresses_of(const std::string& base, const std::string& code, const core::workshop_keys& keys) {
    return {base + "/" + code, base + "/stage/" + code + "#key=" + keys.stage, base + "/desk/" + code + "#key=" + keys.facilitator,
            base + "/records/" + code + "#key=" + keys.organiser};
}

std::string join_json(const std::string& base, const std::string& code, const wifi& network) {
    const std::string url = base + "/" + code;
    const std::size_t scheme = base.find("://");
    json join{{"url", url}, {"host", scheme == std::string::npos ? base : base.substr(scheme + 3)}, {"qr", qr_json(url)}};
    if (!network.name.empty()) join["wifi"] = {{"name", network.name}, {"qr", qr_json(wifi_text(network))}};
    return join.dump();
}

std::string pages_json(const addresses& pages) {
    return json{{"phone", pages.phone}, {"stage", pages.stage}, {"desk", pages.desk}, {"records", pages.records}}.dump();
}

std::string qr_for_terminal(const std::string& text) {
    const QrCode qr = qr_of(text);
    constexpr int quiet = 2;
    // Black on white is set by escape codes, so that it can be scanned whatever the terminal's colours are.
    std::string picture;
    for (int y = -quiet; y < qr.getSize() + quiet; y += 2) {
        picture.append("  \x1b[30;107m");
        for (int x = -quiet; x < qr.getSize() + quiet; ++x) {
            const bool upper = qr.getModule(x, y);
            const bool lower = qr.getModule(x, y + 1);
            picture.append(upper && lower ? "█" : upper ? "▀" : lower ? "▄" : " ");
        }
        picture.append("\x1b[0m\n");
    }
    return picture;
}

std::string lan_address() {
    ifaddrs* list = nullptr;
    if (getifaddrs(&list) != 0) return "127.0.0.1";
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owner(list, &freeifaddrs);
    std::uint32_t best = 0;
    for (const ifaddrs* one = list; one != nullptr; one = one->ifa_next) {
        if (one->ifa_addr == nullptr || one->ifa_addr->sa_family != AF_INET || (one->ifa_flags & IFF_UP) == 0 || (one->ifa_flags & IFF_LOOPBACK) != 0) continue;
        // A phone in the hall cannot reach the bridges of container programs on this laptop.
        const std::string_view name = one->ifa_name;
        if (name.starts_with("docker") || name.starts_with("br-") || name.starts_with("veth") || name.starts_with("virbr")) continue;
        const std::uint32_t address = ntohl(reinterpret_cast<const sockaddr_in*>(one->ifa_addr)->sin_addr.s_addr);
        if (best == 0 || (is_private(address) && !is_private(best))) best = address;
    }
    if (best == 0) return "127.0.0.1";
    const in_addr address{htonl(best)};
    std::array<char, INET_ADDRSTRLEN> text{};
    return inet_ntop(AF_INET, &address, text.data(), text.size());
}

}  // namespace sawt::hall
