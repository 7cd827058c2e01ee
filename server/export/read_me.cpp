#include "server/export/read_me.hpp"

#include "server/export/words.hpp"

#include <string_view>

namespace sawt::exporting {

namespace {

constexpr word about{"ورشة «صوت» رقم {a}، كما كانت في {b}.", "Sawt workshop {a}, as it was at {b}.", "Atelier Sawt {a}, tel qu’il était le {b}."};
constexpr word sample{"بيانات عيّنة: لم تُعقد هذه الورشة.", "Sample content: this workshop was not held.", "Contenu d’exemple\u00a0: cet atelier n’a pas eu lieu."};
constexpr word entries{"عدد القيود في السجلّ: {a}", "Entries in the log: {a}", "Entrées du journal\u00a0: {a}"};
constexpr word contents{"ما في هذا الملف", "What is in here", "Contenu de l’archive"};
constexpr word report_is{"التقرير: صفحة لكل قرار. يُفتح في أي متصفح بلا إنترنت، ويُطبع على ورق A4.", "The report, a sheet for each decision. It opens in any browser, without a network, and prints on A4.",
                         "Le rapport, une feuille par décision. Il s’ouvre dans tout navigateur, sans réseau, et s’imprime en A4."};
constexpr word sheets_are{"القرارات والنتائج والمشاركة حسب الفئة وكل ورقة اقتراع، لبرنامج الجداول.", "Decisions, results, turnout by group and every ballot, for a spreadsheet.",
                          "Décisions, résultats, participation par groupe et chaque bulletin, pour un tableur."};
constexpr word csv_is{"كل قيود السجلّ، سطر لكل قيد، لأي برنامج.", "Every entry of the log as a row, for any program.", "Chaque entrée du journal sur une ligne, pour tout programme."};
constexpr word log_is{"الأصل: سطر لكل قيد. كل ما سواه صُنع منه ويمكن صنعه منه من جديد. فيه فئة صاحب كل ورقة ما لم يكن التصويت سريًا، فهو للمدققين لا للنشر.",
                      "The original, an entry a line. All the rest was made from it and can be made again. It names the group of each ballot that is not secret, so it is for auditors and not for publication.",
                      "L’original, une entrée par ligne. Tout le reste en est tiré et peut l’être à nouveau. Il donne le groupe de chaque bulletin qui n’est pas secret\u00a0: il est pour les auditeurs, non pour la publication."};
constexpr word checkpoint_is{"حالة السجلّ موقّعة.", "The state of the log, signed.", "L’état du journal, signé."};
constexpr word key_is{"المفتاح الذي وُقّعت به.", "The key it was signed with.", "La clé de cette signature."};
constexpr word check_is{"الصفحة التي تعيد فرز السجلّ: افتحها في متصفح واختر log.jsonl. لا تحتاج إلى إنترنت.", "The page that counts the log again: open it in a browser and choose log.jsonl. It needs no network.",
                        "La page qui recompte le journal\u00a0: ouvrez-la dans un navigateur et choisissez log.jsonl. Elle n’a besoin d’aucun réseau."};
constexpr word how{"كيف يُفحص", "How to check", "Comment contrôler"};
constexpr word check_first{"قارن رموز التحقق في التقرير وفي صفحة الفحص بالرموز التي ظهرت على الشاشة وعلى الهواتف عند إغلاق كل تصويت.",
                           "Compare the check codes of the report and of the check page with those that stood on the wall and on the phones when each vote was closed.",
                           "Comparez les codes de contrôle du rapport et de la page de contrôle à ceux qui étaient à l’écran et sur les téléphones à la clôture de chaque vote."};
constexpr word check_key{"وقارن مفتاح السجلّ بالمفتاح الذي طبعه الخادم يومها: ما جاء في الملف نفسه لا يثبت من صنعه. وعلى سطر الأوامر:",
                         "Compare the log key with the one that the server printed that day: what came in the same archive does not prove who made it. On the command line:",
                         "Comparez la clé du journal à celle que le serveur a imprimée ce jour-là\u00a0: ce qui vient de la même archive ne prouve pas qui l’a faite. En ligne de commande\u00a0:"};

std::string rule(std::string_view text) { return std::string(text) + "\n"; }

}  // namespace

std::string read_me(const chronicle& of, const time_zone& zone, bool proven) {
    const agenda& plan = of.state().plan();
    std::string all;
    for (const std::string& language : plan.languages) {
        const voice in(language, false, zone);
        const auto file = [&](std::string_view name, const word& is) { all += "- " + std::string(name) + "\n  " + rule(in(is)); };
        if (!all.empty()) all += "\n----------------------------------------\n\n";
        all += rule(in.text(plan.title)) + rule(in(about, of.state().code(), in.time(of.until())));
        if (plan.sample) all += rule(in(sample));
        all += rule(in(entries, std::to_string(of.state().last())));
        if (of.ends_early()) all += rule(in(words::ends_early, std::to_string(of.state().last())));
        all += "\n" + rule(in(contents));
        file("report-" + language + ".html", report_is);
        file("sheets-" + language + ".xlsx", sheets_are);
        file("log.csv", csv_is);
        file("log.jsonl", log_is);
        if (proven) {
            file("checkpoint.txt", checkpoint_is);
            file("log-key.txt", key_is);
        }
        file("check.html", check_is);
        all += "\n" + rule(in(how)) + rule(in(check_first));
        if (proven) all += rule(in(check_key)) + "  sawt verify log.jsonl --key log-key.txt --checkpoint checkpoint.txt\n";
    }
    return all;
}

}  // namespace sawt::exporting
