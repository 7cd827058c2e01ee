#include "server/core/refusal_text.hpp"

#include <algorithm>
#include <array>

namespace sawt::core {

namespace {

struct row {
    std::string_view reason;
    std::array<std::string_view, 3> text;  // ar, en, fr
};

constexpr row rows[] = {
    {"unknown-item", {"هذا البند غير موجود في جدول الأعمال.", "This item is not on the agenda.", "Ce point ne figure pas à l’ordre du jour."}},
    {"not-a-vote", {"لا تصويت في هذا البند.", "This item takes no votes.", "Ce point ne donne pas lieu à un vote."}},
    {"not-open", {"لم يفتح التصويت بعد.", "Voting has not opened yet.", "Le vote n’est pas encore ouvert."}},
    {"closed", {"أغلق التصويت قبل وصول صوتك، فلم يحسب.", "Voting closed before your ballot arrived, so it was not counted.", "Le vote a été clos avant l’arrivée de votre bulletin : il n’a pas été compté."}},
    {"wrong-round", {"بدأت جولة جديدة؛ صوّت فيها من جديد.", "A new round has begun; please vote again in it.", "Un nouveau tour a commencé ; veuillez y voter de nouveau."}},
    {"invalid-ballot", {"لا تطابق ورقة الاقتراع قواعد هذا التصويت.", "The ballot does not follow the rules of this vote.", "Le bulletin ne respecte pas les règles de ce vote."}},
    {"too-many", {"اخترت أكثر من المسموح؛ أزل بعض اختياراتك ثم أرسل.", "More was chosen than allowed; take some away and send again.", "Vous avez choisi plus que permis ; retirez-en et renvoyez."}},
    {"too-few", {"اخترت أقل من المطلوب؛ أضف اختيارا ثم أرسل.", "Fewer were chosen than needed; add some and send again.", "Vous avez choisi moins que requis ; complétez et renvoyez."}},
    {"over-cap", {"نقاط أكثر من المسموح لبند واحد.", "More dots on one option than allowed.", "Plus de points que permis sur une même option."}},
    {"too-long", {"النص أطول من المسموح؛ اختصره ثم أرسل.", "A text is longer than allowed; shorten it and send again.", "Un texte est plus long que permis ; raccourcissez-le et renvoyez."}},
    {"unknown-option", {"تغيرت الخيارات؛ حدث الصفحة ثم صوّت.", "The options have changed; reload the page and vote.", "Les options ont changé ; rechargez la page et votez."}},
    {"repeated-option", {"ورد خيار أكثر من مرة؛ أزل المكرر ثم أرسل.", "One option is there more than once; take the repeat away and send again.", "Une option y figure plus d’une fois ; retirez la répétition et renvoyez."}},
    {"out-of-range", {"قيمة خارج المقياس؛ صححها ثم أرسل.", "A value is beyond the scale; correct it and send again.", "Une valeur sort de l’échelle ; corrigez-la et renvoyez."}},
    {"not-whole", {"تقبل الأعداد الصحيحة فقط؛ صححها ثم أرسل.", "Only whole numbers count; correct it and send again.", "Seuls les nombres entiers sont acceptés ; corrigez et renvoyez."}},
    {"equal-ranks", {"لا يجوز تساوي خيارين في الترتيب هنا؛ رتّبهما ثم أرسل.", "Two options may not share a rank here; order them and send again.", "Deux options ne peuvent partager un rang ici ; ordonnez-les et renvoyez."}},
    {"no-group-weight", {"ليس لفئتك وزن في هذا التصويت؛ أخبر الميسّر.", "Your group has no weight in this vote; tell the facilitator.", "Votre groupe n’a pas de poids dans ce vote ; prévenez l’animateur."}},
    {"group-needed", {"اختر فئتك أولا ثم صوّت.", "Choose your stakeholder group first, then vote.", "Choisissez d’abord votre groupe, puis votez."}},
    {"name-needed", {"هذا تصويت بالاسم: اكتب اسمك ثم صوّت.", "This vote is by name: write your name, then vote.", "Ce vote est nominatif : indiquez votre nom, puis votez."}},
    {"not-allowed", {"لا يحق لهذه الصفحة القيام بذلك.", "This page may not do that.", "Cette page n’est pas autorisée à faire cela."}},
    {"bad-act", {"لا يمكن ذلك الآن.", "That cannot be done now.", "Cela n’est pas possible maintenant."}},
    {"bad-agenda", {"في البند خطأ.", "The item is not well-formed.", "Le point est mal formé."}},
    {"has-ballots", {"في هذا البند أصوات؛ افتح جولة جديدة أو صحح الإملاء فقط.", "This item has ballots; make a new round, or only fix the spelling.", "Ce point a déjà des bulletins ; ouvrez un nouveau tour ou corrigez seulement l’orthographe."}},
    {"bad-message", {"لم يفهم الخادم الرسالة؛ حدث الصفحة.", "The server did not understand the message; reload the page.", "Le serveur n’a pas compris le message ; rechargez la page."}},
    {"not-saving", {"الحفظ متوقف الآن؛ صوتك محفوظ على هاتفك وسيرسل تلقائيا.", "Saving is paused; your ballot is kept on your phone and will be sent by itself.", "L’enregistrement est en pause ; votre bulletin est gardé sur votre téléphone et partira tout seul."}},
    {"too-busy", {"رسائل كثيرة بانتظار الرد؛ سيعاد الإرسال تلقائيا.", "Too many messages are waiting for an answer; it will be sent again.", "Trop de messages en attente ; l’envoi sera refait automatiquement."}},
    {"unknown-workshop", {"لا ورشة بهذا الرمز. تحقق من الأرقام الستة على الشاشة.", "There is no workshop with this code. Check the six digits on the screen.", "Aucun atelier ne porte ce code. Vérifiez les six chiffres à l’écran."}},
    {"unknown-entry", {"لا قيد بهذا الرقم في السجل.", "The log has no entry of this number.", "Le journal n’a pas d’entrée de ce numéro."}},
    {"wrong-key", {"المفتاح في عنوان هذه الصفحة غير صحيح. افتح العنوان كما طبعه الخادم.", "The key in this page's address is wrong. Open the address as the server printed it.", "La clé dans l’adresse de cette page est fausse. Ouvrez l’adresse telle que le serveur l’a affichée."}},
    {"wrong-token", {"لا يعرف هذا الخادم هذا الهاتف؛ سننضم من جديد.", "This server does not know this phone; joining again.", "Ce serveur ne connaît pas ce téléphone ; nouvelle connexion."}},
    {"stopping", {"يعاد تشغيل الخادم؛ سنعود تلقائيا.", "The server is restarting; we will be back by ourselves.", "Le serveur redémarre ; la reconnexion est automatique."}},
    {"slow-reader", {"الشبكة بطيئة؛ نعيد الاتصال.", "The network is slow; connecting again.", "Le réseau est lent ; reconnexion."}},
    {"hello-late", {"تأخر الاتصال؛ نعيد المحاولة.", "Connecting took too long; trying again.", "La connexion a trop tardé ; nouvel essai."}},
    {"too-many-messages", {"رسائل كثيرة جدا؛ نعيد الاتصال بعد قليل.", "Too many messages; connecting again shortly.", "Trop de messages ; reconnexion sous peu."}},
    {"too-big", {"الرسالة أكبر من المسموح.", "The message is larger than allowed.", "Le message est plus grand que permis."}},
    {"full", {"الخادم ممتلئ الآن؛ نعيد المحاولة.", "The server is full just now; trying again.", "Le serveur est plein pour l’instant ; nouvel essai."}},
    {"not-found", {"لا شيء في هذا العنوان.", "There is nothing at this address.", "Il n’y a rien à cette adresse."}},
    {"wrong-method", {"لا تقبل هذه الصفحة هذا الطلب.", "This address does not take that kind of request.", "Cette adresse n’accepte pas ce type de requête."}},
    {"server-error", {"تعذر ذلك على الخادم؛ التفاصيل في نافذة الخادم.", "The server could not do it; its window says why.", "Le serveur n’a pas pu le faire ; sa fenêtre dit pourquoi."}},
};

std::string_view find(std::string_view reason, language in) {
    const auto* const found = std::find_if(std::begin(rows), std::end(rows), [&](const row& one) { return one.reason == reason; });
    return found == std::end(rows) ? std::string_view{} : found->text[static_cast<std::size_t>(in)];
}

}  // namespace

std::string text_for_reason(std::string_view reason, language in) {
    const std::string_view text = find(reason, in);
    return std::string(text.empty() ? reason : text);
}

std::string text_for(const refusal& why, language in) {
    const std::string_view special = why.detail.empty() ? std::string_view{} : find(why.detail, in);
    std::string text = special.empty() ? text_for_reason(to_text(why.why), in) : std::string(special);
    if (!why.problem.empty()) text.append(" (").append(why.problem).append(")");
    return text;
}

bool may_pass(reason why) { return why == reason::not_saving || why == reason::too_busy; }

}  // namespace sawt::core
