// Why a result is what it is, in short sentences for the people in the room: how it was counted under the rules in force, what decided it,
// ties and what settled them, margins, and whether the top places hang on one group. Pure: the same agenda and result give the same
// words everywhere. Every comparison is exact; only the numbers shown are rounded.
#pragma once

#include <sawt/workshop.hpp>

#include <nlohmann/json_fwd.hpp>

namespace sawt {

// An empty text: nothing to say. Names that people wrote stand in quotation marks and in bidirectional isolates.
struct explanation {
    local_text how;
    local_text decided;
    local_text tie;
    local_text margin;
    local_text robust;
};

// In the languages of the agenda, in their order. `what` is an item of it, as it stands now. A method that is not known, or a result without
// the keys of its method, makes fewer sentences and never a wrong one.
explanation explain(const agenda& of, const item& what, const round_result& result);

// The member `explained` of PROTOCOL.md; what is empty is left out.
nlohmann::json to_json(const explanation& why);

}  // namespace sawt
