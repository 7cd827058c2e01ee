#include "server/net/tls.hpp"

#include <boost/asio/ssl/context.hpp>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace sawt::net {

namespace {

namespace ssl = boost::asio::ssl;
using problem = http_server::listen_problem;

// In OpenSSL's own words.
std::string reason(const boost::system::error_code& ec) {
    const char* text = ERR_reason_error_string(static_cast<unsigned long>(ec.value()));
    return text == nullptr ? ec.message() : text;
}

// The file's text, or why it cannot be read.
std::variant<std::string, problem> read(const std::string& kind, const std::string& path) {
    errno = 0;
    if (std::error_code ec; std::filesystem::is_directory(path, ec)) return problem{kind + " " + path + " cannot be read: it is a folder"};
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (file) text << file.rdbuf();
    if (!file) return problem{kind + " " + path + " cannot be read: " + (errno != 0 ? std::strerror(errno) : "it is empty")};
    return text.str();
}

// Never asks at the terminal: a server has nobody there.
int no_password(char*, int, int, void*) { return 0; }

void allow_good_suites_only(SSL_CTX* context) {
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20");  // of 1.2; those of 1.3 are all good
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);  // 34 KiB less for each connection at rest
}

}  // namespace

std::variant<std::shared_ptr<ssl::context>, problem> make_tls(const tls_files& files) {
    auto certificate = read("the TLS certificate", files.certificate);
    if (auto* wrong = std::get_if<problem>(&certificate)) return *wrong;
    auto key = read("the TLS key", files.key);
    if (auto* wrong = std::get_if<problem>(&key)) return *wrong;
    const auto buffer = [](const std::string& text) { return boost::asio::buffer(text.data(), text.size()); };

    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    allow_good_suites_only(context->native_handle());
    SSL_CTX_set_default_passwd_cb(context->native_handle(), no_password);

    boost::system::error_code ec;
    context->use_certificate_chain(buffer(std::get<std::string>(certificate)), ec);
    if (ec) return problem{"the TLS certificate " + files.certificate + " is not usable (" + reason(ec) + "): give the certificate and its chain as PEM"};

    if (std::get<std::string>(key).find("ENCRYPTED") != std::string::npos)
        return problem{"the TLS key " + files.key + " is protected by a password: give one without"};
    context->use_private_key(buffer(std::get<std::string>(key)), ssl::context::pem, ec);
    if (ec && ERR_GET_REASON(static_cast<unsigned long>(ec.value())) == X509_R_KEY_VALUES_MISMATCH)
        return problem{"the TLS key " + files.key + " does not belong to the certificate " + files.certificate};
    if (ec) return problem{"the TLS key " + files.key + " is not usable (" + reason(ec) + "): give a private key as PEM"};
    return context;
}

}  // namespace sawt::net
