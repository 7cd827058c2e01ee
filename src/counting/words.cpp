// Words: voters write short texts, and a term (word_terms.hpp says what makes texts one) counts once per ballot with the ballot's weight. There are no
// options: the terms are, in the order of their code points. `max_words`: most distinct terms on a ballot; more make it invalid. A ballot has at
// most 500 texts of at most 1,000 bytes each, far beyond what a phone asks for, so that nobody fills the room's memory.
//
// `spellings` has for each term the spelling that most weight wrote; of equally frequent ones the last in the order of code points, where small
// letters come after capitals.
#include "ballot_paper.hpp"
#include "exact_sum.hpp"
#include "methods.hpp"
#include "ranking.hpp"
#include "word_terms.hpp"

#include <cassert>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace sawt {

namespace {

using nlohmann::json;

constexpr std::size_t texts_max = 500;
constexpr std::size_t text_bytes_max = 1000;

// `marks.words` has the terms of a ballot, each followed by its spelling.
template <class Visit>
void for_each_term(const marks& ballot, Visit visit) {
    for (std::size_t i = 0; i + 1 < ballot.words.size(); i += 2) visit(ballot.words[i], ballot.words[i + 1]);
}

class words_tally final : public tally {
public:
    // Ballots of weight 0 are counted, so their number is kept apart from the sums: what nobody wrote any more leaves no trace.
    struct written {
        exact_sum weight;
        std::int64_t ballots = 0;
    };
    struct term {
        written all;
        std::unordered_map<std::string, written> spellings;
    };

    void add(const marks& ballot, const rational& weight) override { change(ballot, weight, 1); }
    void take_back(const marks& ballot, const rational& weight) override { change(ballot, weight, -1); }
    std::unique_ptr<tally> clone() const override { return std::make_unique<words_tally>(*this); }

    const std::unordered_map<std::string, term>& terms() const { return terms_; }

private:
    static void change(written& sum, const exact_weight& each, std::int64_t sign) {
        sum.weight.add(each, sign);
        sum.ballots += sign;
    }

    void change(const marks& ballot, const rational& weight, std::int64_t sign) {
        const exact_weight each(weight);
        for_each_term(ballot, [&](const std::string& name, const std::string& spelling) {
            const auto of_name = terms_.try_emplace(name).first;
            const auto so_spelt = of_name->second.spellings.try_emplace(spelling).first;
            change(of_name->second.all, each, sign);
            change(so_spelt->second, each, sign);
            if (so_spelt->second.ballots == 0) of_name->second.spellings.erase(so_spelt);
            if (of_name->second.all.ballots == 0) terms_.erase(of_name);
        });
    }

    std::unordered_map<std::string, term> terms_;
};

const words_tally& own(const weighted_tally& part) {
    assert(dynamic_cast<const words_tally*>(part.votes));
    return static_cast<const words_tally&>(*part.votes);
}

struct summed_term {
    rational weight;
    std::map<std::string, rational> spellings;
};

const std::string& most_frequent(const std::map<std::string, rational>& spellings) {
    auto best = spellings.begin();
    for (auto one = best; one != spellings.end(); ++one)
        if (one->second >= best->second) best = one;
    return best->first;
}

class words final : public counting_rule {
public:
    explicit words(const rule_spec& spec) : wanted_(read_places(params(spec.params))) {
        max_words_ = params(spec.params).whole("max_words", 1, texts_max).value_or(texts_max);
    }

    reading read(const json& ballot) const override {
        if (!ballot.is_object()) return invalid_ballot(reasons::wrong_shape);
        const auto list = ballot.find("words");
        if (list == ballot.end()) return blank_ballot();
        if (!list->is_array()) return invalid_ballot(reasons::wrong_shape);
        if (list->size() > texts_max) return invalid_ballot(reasons::too_many);

        marks says;
        std::unordered_set<std::string> seen;
        for (const json& one : *list) {
            if (!one.is_string()) return invalid_ballot(reasons::wrong_shape);
            const auto& text = one.get_ref<const std::string&>();
            if (text.size() > text_bytes_max) return invalid_ballot(reasons::too_long);
            auto term = term_of(text);
            if (!term) return invalid_ballot(reasons::wrong_shape);
            if (term->empty() || !seen.insert(*term).second) continue;
            if (seen.size() > max_words_) return invalid_ballot(reasons::too_many);
            std::string spelling = spelling_of(text);
            if (spelling.empty()) spelling = *term;
            says.words.push_back(std::move(*term));
            says.words.push_back(std::move(spelling));
        }
        if (says.words.empty()) return blank_ballot();
        return {standing::counted, std::move(says), {}};
    }

    std::unique_ptr<tally> open_tally() const override { return std::make_unique<words_tally>(); }

    outcome count(std::span<const weighted_tally> parts) const override {
        outcome result;
        std::map<std::string, summed_term> terms;
        for (const weighted_tally& part : parts) {
            result.base += part.weight * part.factor;
            for (const auto& [name, of_part] : own(part).terms()) {
                summed_term& sum = terms[name];
                sum.weight += of_part.all.weight.total() * part.factor;
                for (const auto& [spelling, written] : of_part.spellings) sum.spellings[spelling] += written.weight.total() * part.factor;
            }
        }
        auto spellings = json::object();
        for (auto& [name, sum] : terms) {
            result.terms.push_back(name);
            result.scores.emplace_back(std::move(sum.weight));
            spellings[name] = most_frequent(sum.spellings);
        }
        rank_by_score(result, wanted_, !terms.empty());
        result.more = json{{"spellings", std::move(spellings)}}.dump();
        return result;
    }

private:
    places wanted_;
    std::uint64_t max_words_ = texts_max;
};

}  // namespace

std::shared_ptr<const counting_rule> make_words(const rule_spec& spec) { return std::make_shared<words>(spec); }

}  // namespace sawt
