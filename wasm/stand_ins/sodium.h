// What src/signed_note.cpp asks of libsodium, for a build that has none. The page checks signatures (web/shared/signed_note.js, by the
// same strict rules); nothing here can sign.
#pragma once

#include <cstddef>

constexpr std::size_t crypto_sign_BYTES = 64;

int crypto_sign_verify_detached(const unsigned char* signature, const unsigned char* message, unsigned long long size, const unsigned char* key);
int crypto_sign_seed_keypair(unsigned char* key, unsigned char* secret, const unsigned char* seed);
int crypto_sign_detached(unsigned char* signature, unsigned long long* signature_size, const unsigned char* message, unsigned long long size, const unsigned char* secret);
void sodium_memzero(void* memory, std::size_t size);
