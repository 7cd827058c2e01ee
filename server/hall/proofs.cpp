#include "server/hall/proofs.hpp"

#include <sawt/checkpoint.hpp>

#include <nlohmann/json.hpp>

namespace sawt::hall {

std::string signed_checkpoint(const merkle_tree& of, const note_signer& by) { return by.sign(to_text(sawt::checkpoint{by.key().name, of.size(), of.root()})); }

std::optional<std::string> inclusion_json(const merkle_tree& of, entry_number entry, const note_signer& by) {
    if (entry == 0 || entry > of.size()) return std::nullopt;
    auto hashes = nlohmann::json::array();
    for (const hash& beside : of.inclusion(entry - 1, of.size())) hashes.push_back(to_base64(beside));
    return nlohmann::json{{"entry", entry}, {"size", of.size()}, {"leaf", to_base64(of.leaf(entry - 1))}, {"hashes", std::move(hashes)}, {"checkpoint", signed_checkpoint(of, by)}, {"key", to_text(by.key())}}.dump();
}

}  // namespace sawt::hall
