#include "server/export/voice.hpp"

#include "server/export/words.hpp"

#include <algorithm>

namespace sawt::exporting {

namespace {

struct method_word {
    std::string_view method;
    word name;
};

constexpr method_word method_words[] = {
    {"plurality", {"اختيار واحد", "Single choice", "Choix unique"}},
    {"approval", {"التصويت بالموافقة", "Approval voting", "Vote par approbation"}},
    {"qa_upvotes", {"تأييد الأسئلة", "Question upvotes", "Soutien aux questions"}},
    {"dots", {"التصويت بالنقاط", "Dot voting", "Vote par points"}},
    {"allocation", {"توزيع النقاط", "Points allocation", "Répartition de points"}},
    {"quadratic", {"التصويت التربيعي", "Quadratic voting", "Vote quadratique"}},
    {"score", {"التصويت بالتقييم", "Score voting", "Vote par notation"}},
    {"agreement", {"مقياس الموافقة", "Agreement scale", "Échelle d’accord"}},
    {"delphi", {"جولات دلفي", "Delphi rounds", "Tours Delphi"}},
    {"priority_matrix", {"مصفوفة الأولويات", "Priority matrix", "Matrice de priorisation"}},
    {"majority_judgment", {"حكم الأغلبية", "Majority judgment", "Jugement majoritaire"}},
    {"borda", {"طريقة بوردا", "Borda count", "Méthode de Borda"}},
    {"condorcet", {"طريقة كوندورسيه", "Condorcet method", "Méthode de Condorcet"}},
    {"schulze", {"طريقة شولتسه", "Schulze method", "Méthode de Schulze"}},
    {"ranked_pairs", {"الأزواج المرتبة", "Ranked pairs", "Paires ordonnées"}},
    {"irv", {"الجولة الحاسمة الفورية", "Instant-runoff voting", "Vote alternatif"}},
    {"stv", {"الصوت الواحد المتحول", "Single transferable vote", "Vote unique transférable"}},
    {"concordance", {"توافق الترتيبات", "Agreement of rankings", "Concordance des classements"}},
    {"pairwise_comparison", {"المقارنة الزوجية", "Pairwise comparison", "Comparaison par paires"}},
    {"pb_greedy", {"الموازنة: الأكثر أصواتًا أولًا", "Budget, most votes first", "Budget, les plus votés d’abord"}},
    {"pb_mes", {"الموازنة بالحصص المتساوية", "Budget by equal shares", "Budget à parts égales"}},
    {"seq_pav", {"الموافقة النسبية المتتابعة", "Sequential proportional approval", "Approbation proportionnelle séquentielle"}},
    {"seq_phragmen", {"طريقة فراغمين المتتابعة", "Sequential Phragmén", "Phragmén séquentiel"}},
    {"words", {"سحابة كلمات", "Word cloud", "Nuage de mots"}},
};

}  // namespace

voice::voice(std::string_view language, bool arabic_indic_digits, time_zone zone) : language_(language), style_(style_of(language, arabic_indic_digits)), zone_(std::move(zone)) {}

std::string voice::operator()(const word& what, std::string_view a, std::string_view b) const {
    std::string said;
    for (std::string_view rest = (*this)(what); !rest.empty();) {
        const auto open = rest.find('{');
        said.append(rest.substr(0, open));
        if (open == std::string_view::npos) break;
        said.append(rest.substr(open + 1, 1) == "a" ? a : b);
        rest.remove_prefix(open + 3);
    }
    return said;
}

std::string voice::number(const rational& value) const { return written(to_decimal(value), style_); }
std::string voice::percent(const decimal& share) const { return written(share, style_).append(style_.percent); }

std::string voice::time(utc_seconds at) const {
    if (at <= 0) return "–";
    std::string iso = to_iso(local(at)).substr(0, 16);
    iso[10] = ' ';
    const std::int64_t east = (zone_ ? zone_(at) : 0) / 60;
    iso += " UTC";
    if (east != 0) {
        const std::int64_t size = std::abs(east);
        iso += (east < 0 ? "\u2212" : "+") + std::to_string(size / 60);
        if (size % 60 != 0) iso += ":" + std::to_string(size % 60);
    }
    return digits(iso);
}

std::string group_name(const voice& in, const agenda& of, std::string_view id) {
    if (id == "others") return std::string(in(words::other_groups));
    if (id.empty() || id == "none") return std::string(in(words::no_group));
    const auto found = std::find_if(of.groups.begin(), of.groups.end(), [&](const stakeholder_group& group) { return group.id == id; });
    return found == of.groups.end() || found->name.empty() ? std::string(id) : in.text(found->name);
}

std::string_view method_name(const voice& in, std::string_view method) {
    const auto found = std::find_if(std::begin(method_words), std::end(method_words), [&](const method_word& one) { return one.method == method; });
    return found == std::end(method_words) ? method : in(found->name);
}

std::string_view status_name(const voice& in, item_status status) {
    return in(status == item_status::closed ? words::is_closed : status == item_status::open ? words::is_open : words::is_waiting);
}

std::string_view actor_name(const voice& in, std::string_view by) {
    return by == "countdown" ? in(words::by_countdown) : by == "facilitator" ? in(words::by_facilitator) : by;
}

std::string_view secrecy_name(const voice& in, secrecy how) { return in(how == secrecy::secret ? words::is_secret : how == secrecy::named ? words::is_named : words::is_pseudonymous); }

std::string_view deed_name(const voice& in, deed what) {
    switch (what) {
        case deed::open: return in(words::did_open);
        case deed::close: return in(words::did_close);
        case deed::reveal: return in(words::did_reveal);
        case deed::hide: return in(words::did_hide);
        case deed::show: return in(words::did_show);
        case deed::freeze: return in(words::did_freeze);
        case deed::thaw: return in(words::did_thaw);
        case deed::countdown: return in(words::did_countdown);
        case deed::round: return in(words::did_round);
        case deed::add: return in(words::did_add);
        case deed::replace: return in(words::did_replace);
        case deed::amend: return in(words::did_amend);
        case deed::remove: return in(words::did_remove);
        case deed::annul: return in(words::did_annul);
        case deed::restore: return in(words::did_restore);
    }
    return to_text(what);
}

}  // namespace sawt::exporting
