#include "server/hall/proofs.hpp"

#include <sawt/checkpoint.hpp>

#include <nlohmann/json.hpp>

namespace sawt::hall {

namespace {

nlohmann::json texts_of(const std::vector<hash>& hashes) {
    auto texts = nlohmann::json::array();
    for (const hash& one : hashes) texts.push_back(to_base64(one));
    return texts;
}

}  // namespace

std::string signed_checkpoint(const merkle_tree& of, entry_number size, const note_signer& by) {
    return by.sign(to_text(sawt::checkpoint{by.key().name, size, of.root(size)}));
}

std::optional<std::string> inclusion_json(const merkle_tree& of, entry_number entry, const note_signer& by) {
    if (entry == 0 || entry > of.size()) return std::nullopt;
    return nlohmann::json{{"entry", entry},
                          {"size", of.size()},
                          {"leaf", to_base64(of.leaf(entry - 1))},
                          {"hashes", texts_of(of.inclusion(entry - 1, of.size()))},
                          {"checkpoint", signed_checkpoint(of, of.size(), by)},
                          {"key", to_text(by.key())}}
        .dump();
}

std::optional<std::string> consistency_json(const merkle_tree& of, entry_number from, entry_number to, const note_signer& by) {
    if (from == 0 || from > to || to > of.size()) return std::nullopt;
    return nlohmann::json{{"from", from}, {"size", to}, {"hashes", texts_of(of.consistency(from, to))}, {"checkpoint", signed_checkpoint(of, to, by)}, {"key", to_text(by.key())}}.dump();
}

}  // namespace sawt::hall
