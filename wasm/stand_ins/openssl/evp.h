// What src/merkle.cpp asks of OpenSSL, for a build that has none: SHA-256 (FIPS 180-4), computed in stand_ins/sha256.cpp.
#pragma once

#include <cstddef>

struct EVP_MD;
struct EVP_MD_CTX;

EVP_MD* EVP_MD_fetch(void* library, const char* algorithm, const char* properties);
void EVP_MD_free(EVP_MD* digest);
EVP_MD_CTX* EVP_MD_CTX_new();
void EVP_MD_CTX_free(EVP_MD_CTX* context);
int EVP_DigestInit_ex2(EVP_MD_CTX* context, const EVP_MD* digest, const void* params);
int EVP_DigestUpdate(EVP_MD_CTX* context, const void* bytes, std::size_t size);
int EVP_DigestFinal_ex(EVP_MD_CTX* context, unsigned char* into, unsigned* size);
