#include "tests/net/tls_client.hpp"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace sawt::test {

struct tls_client::inside {
    explicit inside(std::uint16_t port) : raw(port) {}
    ~inside() {
        SSL_free(ssl);
        SSL_CTX_free(context);
    }
    raw_client raw;
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    SSL* ssl = nullptr;
};

tls_client::tls_client(std::uint16_t port, int version_max) : inside_(std::make_unique<inside>(port)) {
    SSL_CTX_set_security_level(inside_->context, 0);  // this client would speak old versions too
    SSL_CTX_set_min_proto_version(inside_->context, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(inside_->context, version_max);
    inside_->ssl = SSL_new(inside_->context);
    SSL_set_fd(inside_->ssl, inside_->raw.descriptor());
    shaken_ = SSL_connect(inside_->ssl) == 1;
}

tls_client::~tls_client() = default;

std::string tls_client::version() const { return SSL_get_version(inside_->ssl); }
std::string tls_client::suite() const { return SSL_get_cipher_name(inside_->ssl); }

bool tls_client::send(std::string_view bytes) { return SSL_write(inside_->ssl, bytes.data(), static_cast<int>(bytes.size())) > 0; }

std::string tls_client::read_some() {
    std::string room(16384, '\0');
    const int got = SSL_read(inside_->ssl, room.data(), static_cast<int>(room.size()));
    room.resize(got <= 0 ? 0 : static_cast<std::size_t>(got));
    return room;
}

namespace {

void write_key(const std::string& path, EVP_PKEY* key, const EVP_CIPHER* cipher = nullptr) {
    std::FILE* file = std::fopen(path.c_str(), "w");
    const auto* word = reinterpret_cast<const unsigned char*>("secret");
    PEM_write_PrivateKey(file, key, cipher, cipher != nullptr ? word : nullptr, cipher != nullptr ? 6 : 0, nullptr, nullptr);
    std::fclose(file);
}

void write_certificate(const std::string& path, EVP_PKEY* key) {
    X509* certificate = X509_new();
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME* name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("hall.example"), -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());
    std::FILE* file = std::fopen(path.c_str(), "w");
    PEM_write_X509(file, certificate);
    std::fclose(file);
    X509_free(certificate);
}

}  // namespace

tls_folder::tls_folder() : path_((std::filesystem::temp_directory_path() / "sawt-tls-XXXXXX").string()) {
    if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no folder for certificates");
    EVP_PKEY* key = EVP_EC_gen("P-256");
    EVP_PKEY* other = EVP_EC_gen("P-256");
    write_certificate(file("cert.pem"), key);
    write_key(file("key.pem"), key);
    write_key(file("other-key.pem"), other);
    write_key(file("locked-key.pem"), key, EVP_aes_256_cbc());
    std::ofstream(file("nonsense.pem")) << "nothing of that kind\n";
    std::ofstream(file("empty.pem"));
    EVP_PKEY_free(key);
    EVP_PKEY_free(other);
}

tls_folder::~tls_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace sawt::test
