// A small stand-in for the pages that are packed into the program.
#include "server/net/pages.hpp"

#include <array>

namespace sawt::net {

namespace {
constexpr std::array<page, 10> pages{{
    {"phone-ar", "text/html; charset=utf-8", "<!doctype html><title>phone</title>", "\x1f\x8bphone", R"(W/"p1")", "'sha256-c2NyaXB0' 'self'", "'sha256-c3R5bGU='", false},
    {"phone-en", "text/html; charset=utf-8", "<!doctype html><title>phone in English</title>", "", R"(W/"p2")", "'sha256-c2NyaXB0' 'self'", "'sha256-c3R5bGU='", false},
    {"phone-fr", "text/html; charset=utf-8", "<!doctype html><title>phone in French</title>", "", R"(W/"p3")", "'sha256-c2NyaXB0' 'self'", "'sha256-c3R5bGU='", false},
    {"stage", "text/html; charset=utf-8", "<!doctype html><title>stage</title>", "", R"(W/"s1")", "'sha256-c2NyaXB0'", "'sha256-c3R5bGU='", false},
    {"desk", "text/html; charset=utf-8", "<!doctype html><title>desk</title>", "", R"(W/"d1")", "'sha256-c2NyaXB0'", "", false},
    {"records", "text/html; charset=utf-8", "<!doctype html><title>records</title>", "", R"(W/"r1")", "'sha256-c2NyaXB0'", "", false},
    {"check", "text/html; charset=utf-8", "<!doctype html><title>check</title>", "", R"(W/"c1")", "'sha256-c2NyaXB0' 'wasm-unsafe-eval'", "", false},
    {"fonts/a.woff2", "font/woff2", "plain font", "", R"(W/"f1")", "", "", false},
    {"fonts/a-12ab.woff2", "font/woff2", "hashed font", "", R"(W/"f2")", "", "", true},
    {"m/ranking-12ab.js", "text/javascript; charset=utf-8", "module", "", R"(W/"m1")", "", "", true},
}};
}  // namespace

const page* find_page(std::string_view name) {
    for (const auto& one : pages)
        if (one.name == name) return &one;
    return nullptr;
}

}  // namespace sawt::net
