#include <sodium.h>

#include <cstdlib>

extern "C" __attribute__((import_module("page"), import_name("verify"))) int page_verify(const unsigned char* key, const unsigned char* message, std::size_t size, const unsigned char* signature);

int crypto_sign_verify_detached(const unsigned char* signature, const unsigned char* message, unsigned long long size, const unsigned char* key) {
    return page_verify(key, message, static_cast<std::size_t>(size), signature) != 0 ? 0 : -1;
}

int crypto_sign_seed_keypair(unsigned char*, unsigned char*, const unsigned char*) { std::abort(); }
int crypto_sign_detached(unsigned char*, unsigned long long*, const unsigned char*, unsigned long long, const unsigned char*) { std::abort(); }
void sodium_memzero(void*, std::size_t) { std::abort(); }
