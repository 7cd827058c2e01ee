// What a room tells of its log to those who hold a receipt (PROTOCOL.md, "Proofs"). Pure.
#pragma once

#include <sawt/merkle_tree.hpp>
#include <sawt/signed_note.hpp>
#include <sawt/text.hpp>

#include <optional>
#include <string>

namespace sawt::hall {

// The signed note; its origin is the signer's name.
std::string signed_checkpoint(const merkle_tree& of, const note_signer& by);

// The answer of GET …/proof; nothing where the log has no such entry.
std::optional<std::string> inclusion_json(const merkle_tree& of, entry_number entry, const note_signer& by);

}  // namespace sawt::hall
