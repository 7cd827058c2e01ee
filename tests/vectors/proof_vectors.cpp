// `proof_vectors FOLDER` holds the proofs, notes and signatures of this library against published vectors, and prints how many agreed. The folder
// (or the one in SAWT_PROOF_VECTORS) has, as far as they are there:
//   transparency-dev-merkle/{inclusion,consistency,subtreeinclusion,subtreeconsistency}.json   of subtrees only those that begin at 0: such a subtree is a tree
//   signed-note/examples.json
//   tlog-tiles-log/testdata/log/          checkpoint.N, tile/0/000.p/N, tile/entries/000.p/N
//   wycheproof/ed25519_test.json, c2sp-cctv-ed25519/ed25519vectors.json
// Exits 0 when all agree, 1 when one does not, 77 when no folder was given.
#include <sawt/checkpoint.hpp>
#include <sawt/merkle_tree.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace sawt;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

int disagreements = 0;

struct tally_of {
    const char* what;
    int agreed = 0, accepted = 0, passed_over = 0;
    void check(bool agrees, const std::string& name) {
        if (agrees) return void(++agreed);
        ++disagreements;
        std::printf("  DISAGREES: %s, %s\n", what, name.c_str());
    }
    ~tally_of() { std::printf("%-44s %4d agreed (%d of them accepted), %d do not apply\n", what, agreed, accepted, passed_over); }
};

std::string text_of(const fs::path& file) {
    std::ifstream from(file, std::ios::binary);
    if (!from) throw std::runtime_error("cannot read " + file.string());
    std::ostringstream text;
    text << from.rdbuf();
    return text.str();
}

std::string from_hex(const std::string& hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return bytes;
}

std::span<const std::uint8_t> span_of(const std::string& bytes) { return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}; }

// A hash of another length than 32 cannot be given to a proof at all, so such a vector is refused by its type.
std::optional<hash> hash_of(const json& base64) {
    const auto bytes = base64.is_string() ? from_base64(base64.get<std::string>()) : std::nullopt;
    if (!bytes || bytes->size() != sizeof(hash)) return std::nullopt;
    hash read{};
    std::copy(bytes->begin(), bytes->end(), read.begin());
    return read;
}

std::optional<std::vector<hash>> hashes_of(const json& list) {
    std::vector<hash> read;
    for (const json& one : list) {
        const auto bytes = hash_of(one);
        if (!bytes) return std::nullopt;
        read.push_back(*bytes);
    }
    return read;
}

void inclusion(const fs::path& file, const char* what) {
    tally_of tally{what};
    for (const json& one : json::parse(text_of(file))) {
        if (one.value("start", std::uint64_t{0}) != 0) {
            ++tally.passed_over;
            continue;
        }
        const auto root = hash_of(one["root"]), leaf = hash_of(one["leafHash"]);
        const auto proof = hashes_of(one["proof"]);
        const std::uint64_t size = one.contains("end") ? one["end"].get<std::uint64_t>() : one["treeSize"].get<std::uint64_t>();
        const bool accepted = root && leaf && proof && verify_inclusion(one["leafIdx"].get<std::uint64_t>(), size, *leaf, *proof, *root);
        tally.accepted += accepted;
        tally.check(accepted == !one["wantErr"].get<bool>(), one["name"]);
    }
}

void consistency(const fs::path& file, const char* what) {
    tally_of tally{what};
    for (const json& one : json::parse(text_of(file))) {
        if (one.value("start", std::uint64_t{0}) != 0) {
            ++tally.passed_over;
            continue;
        }
        const bool subtree = one.contains("end");
        const auto root1 = hash_of(one["root1"]), root2 = hash_of(one["root2"]);
        // A proof about an empty subtree, and roots that are no hashes and yet to be taken for right, cannot be put to this library.
        if ((subtree && one["end"] == 0) || ((!root1 || !root2) && !one["wantErr"].get<bool>())) {
            ++tally.passed_over;
            continue;
        }
        const auto proof = hashes_of(one["proof"]);
        const auto before = one[subtree ? "end" : "size1"].get<std::uint64_t>(), size = one[subtree ? "size" : "size2"].get<std::uint64_t>();
        const bool accepted = root1 && root2 && proof && verify_consistency(before, size, *root1, *root2, *proof);
        tally.accepted += accepted;
        tally.check(accepted == !one["wantErr"].get<bool>(), one["name"]);
    }
}

void notes(const fs::path& folder) {
    tally_of tally{"signed-note examples"};
    const json all = json::parse(text_of(folder / "signed-note/examples.json"));
    const auto key = read_note_key(all["vkey"].get<std::string>());
    tally.check(std::holds_alternative<note_key>(key) && to_text(std::get<note_key>(key)) == all["vkey"], "vkey");
    const auto opened = open_note(all["note"].get<std::string>(), {&std::get<note_key>(key), 1});
    tally.accepted = std::holds_alternative<std::string>(opened);
    tally.check(std::holds_alternative<std::string>(opened), "note");
    const std::string shape = all["checkpoint_shape_example"];
    const auto point = read_checkpoint(shape);
    tally.check(std::holds_alternative<checkpoint>(point) && to_text(std::get<checkpoint>(point)) == shape, "checkpoint");
}

// Every signed checkpoint of the log, its root out of the leaves of the tile and out of the entries, and every proof between them.
void tiled_log(const fs::path& folder) {
    tally_of tally{"tlog-tiles-log"};
    const fs::path log = folder / "tlog-tiles-log/testdata/log";
    const json all = json::parse(text_of(folder / "signed-note/examples.json"));
    const auto key = std::get<note_key>(read_note_key(all["tessera_log_vkey"].get<std::string>()));
    const std::string tile = text_of(log / "tile/0/000.p/15"), bundle = text_of(log / "tile/entries/000.p/15");
    merkle_tree tree;
    std::size_t at = 0;
    for (std::size_t i = 0; i < tile.size() / 32; ++i) {
        hash leaf{};
        std::copy_n(tile.begin() + static_cast<std::ptrdiff_t>(32 * i), 32, leaf.begin());
        tree.add(leaf);
        const std::size_t length = span_of(bundle)[at] * 256U + span_of(bundle)[at + 1];  // an entry's length in two bytes, then the entry
        tally.check(leaf_hash(std::string_view(bundle).substr(at + 2, length)) == leaf, "entry " + std::to_string(i));
        at += 2 + length;
    }
    tally.check(at == bundle.size(), "the bundle's length");
    std::vector<fs::path> points{log / "checkpoint"};
    for (int i = 0; i <= 15; ++i) points.push_back(log / ("checkpoint." + std::to_string(i)));
    for (const auto& file : points) {
        const auto opened = open_checkpoint(text_of(file), key);
        const auto* point = std::get_if<checkpoint>(&opened);
        tally.accepted += point != nullptr;
        tally.check(point != nullptr && point->size <= tree.size() && tree.root(point->size) == point->root, file.filename().string());
    }
    for (int i = 1; i <= 15; ++i)
        tally.check(text_of(log / ("tile/0/000.p/" + std::to_string(i))) == tile.substr(0, 32 * static_cast<std::size_t>(i)), "tile " + std::to_string(i));
}

void wycheproof(const fs::path& file) {
    tally_of tally{"wycheproof ed25519"};
    const json all = json::parse(text_of(file));
    for (const json& group : all["testGroups"]) {
        const std::string key_bytes = from_hex(group["publicKey"]["pk"]);
        public_key key{};
        if (key_bytes.size() != key.size()) throw std::runtime_error("a key of another length");
        std::copy(key_bytes.begin(), key_bytes.end(), key.begin());
        for (const json& one : group["tests"]) {
            const bool accepted = verify_ed25519(key, from_hex(one["msg"]), span_of(from_hex(one["sig"])));
            tally.accepted += accepted;
            tally.check(accepted == (one["result"] == "valid"), "tcId " + std::to_string(one["tcId"].get<int>()));
        }
    }
}

// These cases are where implementations part. Strict is: no small-order key or R, no unreduced encoding, and the equation without the cofactor.
void cctv(const fs::path& file) {
    tally_of tally{"c2sp-cctv-ed25519"};
    for (const json& one : json::parse(text_of(file))) {
        const auto has = [&](const char* flag) { return !one["flags"].is_null() && std::find(one["flags"].begin(), one["flags"].end(), json(flag)) != one["flags"].end(); };
        const bool strict = !has("low_order_R") && !has("low_order_A") && !has("non_canonical_R") && !has("non_canonical_A") && !has("low_order_residue");
        const std::string key_bytes = from_hex(one["key"]);
        public_key key{};
        std::copy_n(key_bytes.begin(), key.size(), key.begin());
        const bool accepted = verify_ed25519(key, one["msg"].get<std::string>(), span_of(from_hex(one["sig"])));
        tally.accepted += accepted;
        tally.check(accepted == strict, "number " + std::to_string(one["number"].get<int>()));
    }
}

}  // namespace

int main(int argc, char** argv) {
    const char* named = argc > 1 ? argv[1] : std::getenv("SAWT_PROOF_VECTORS");
    if (named == nullptr) {
        std::printf("no folder was given, so nothing was checked: proof_vectors FOLDER, or SAWT_PROOF_VECTORS\n");
        return 77;
    }
    try {
        const fs::path folder = named;
        inclusion(folder / "transparency-dev-merkle/inclusion.json", "inclusion");
        consistency(folder / "transparency-dev-merkle/consistency.json", "consistency");
        inclusion(folder / "transparency-dev-merkle/subtreeinclusion.json", "subtree inclusion, from 0");
        consistency(folder / "transparency-dev-merkle/subtreeconsistency.json", "subtree consistency, from 0");
        notes(folder);
        tiled_log(folder);
        wycheproof(folder / "wycheproof/ed25519_test.json");
        cctv(folder / "c2sp-cctv-ed25519/ed25519vectors.json");
    } catch (const std::exception& failed) {
        std::printf("%s\n", failed.what());
        return 1;
    }
    std::printf(disagreements == 0 ? "all agree\n" : "%d disagree\n", disagreements);
    return disagreements == 0 ? 0 : 1;
}
