// The commands of the program, each with its options as plain data. They return the exit status: 0 done, 1 failed (a line on standard error
// says why), 2 wrong use.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sawt::cli {

struct serve_options {
    std::vector<std::string> agendas;
    std::string listen = "0.0.0.0:8080";
    std::string data = "./sawt-data";
    std::string tls_certificate;
    std::string tls_key;
    unsigned threads = 0;  // 0: one a core
    std::string public_url;
    std::string wifi_name;
    std::string wifi_password;
};

int serve(const serve_options& with);

int count(const std::vector<std::string>& case_files);

struct export_options {
    std::string code;
    std::string format = "jsonl";
    std::string language;  // of the report and the sheets; "" for the first of the workshop's
    std::string data = "./sawt-data";
    std::string to;  // "" for standard output
};

int write_export(const export_options& with);

struct backup_options {
    std::string to;  // a folder that is not there yet
    std::string data = "./sawt-data";
};

int back_up(const backup_options& with);

struct verify_options {
    std::string log;         // "-" for standard input
    std::string key;         // a note key, or a file that holds one; "" for none
    std::string checkpoint;  // a file with a signed checkpoint; "" for none
    bool json = false;
};

// 0 sound, 1 altered, 2 cannot be read or proves nothing.
int verify(const verify_options& with);

// The whole text of a file ("-": standard input); nothing when it cannot be read.
std::optional<std::string> read_file(const std::string& path);

// Prints "sawt: …" on standard error.
int fail(int status, const std::string& text);

}  // namespace sawt::cli
