// What a room tells of its log to those who hold a receipt (PROTOCOL.md, "Proofs"). Pure.
#pragma once

#include <sawt/merkle_tree.hpp>
#include <sawt/signed_note.hpp>
#include <sawt/text.hpp>

#include <optional>
#include <string>

namespace sawt::hall {

// The signed note over the first `size` entries; its origin is the signer's name.
std::string signed_checkpoint(const merkle_tree& of, entry_number size, const note_signer& by);

// The answer of GET …/proof; nothing where the log has no such entry.
std::optional<std::string> inclusion_json(const merkle_tree& of, entry_number entry, const note_signer& by);

// The answer of GET …/consistency: that the log of its first `from` entries is the beginning of that of its first `to`; nothing where it has
// not as many, or none are asked about.
std::optional<std::string> consistency_json(const merkle_tree& of, entry_number from, entry_number to, const note_signer& by);

}  // namespace sawt::hall
