// The words of the report and of the sheets, in the terms of the field: one word for one thing, the same as on the pages.
#pragma once

#include "server/export/voice.hpp"

namespace sawt::exporting::words {

// Groups, states, roles.
inline constexpr word other_groups{"مجموعات أخرى", "Other groups", "Autres groupes"};
inline constexpr word no_group{"بلا فئة", "No group", "Sans groupe"};
inline constexpr word is_closed{"مغلق", "Closed", "Clos"};
inline constexpr word is_open{"مفتوح الآن: النتيجة غير نهائية", "Open now: the result is not final", "Ouvert\u00a0: le résultat n’est pas définitif"};
inline constexpr word is_waiting{"لم يُفتح", "Not opened", "Pas ouvert"};
inline constexpr word by_facilitator{"الميسّر", "Facilitator", "Facilitateur"};
inline constexpr word by_countdown{"العد التنازلي", "Countdown", "Compte à rebours"};

// What was done.
inline constexpr word did_open{"فتح التصويت", "Voting opened", "Vote ouvert"};
inline constexpr word did_close{"إغلاق التصويت", "Voting closed", "Vote clos"};
inline constexpr word did_reveal{"إظهار النتيجة", "Result shown", "Résultat montré"};
inline constexpr word did_hide{"إخفاء النتيجة", "Result hidden", "Résultat caché"};
inline constexpr word did_show{"عرض على الشاشة", "Shown on the stage", "Montré à l’écran"};
inline constexpr word did_freeze{"تجميد الشاشة", "Stage frozen", "Écran figé"};
inline constexpr word did_thaw{"استئناف الشاشة", "Stage released", "Écran libéré"};
inline constexpr word did_countdown{"عد تنازلي", "Countdown set", "Compte à rebours"};
inline constexpr word did_round{"جولة جديدة", "New round", "Nouveau tour"};
inline constexpr word did_add{"إضافة بند", "Item added", "Point ajouté"};
inline constexpr word did_replace{"تغيير بند", "Item changed", "Point modifié"};
inline constexpr word did_amend{"تصحيح إملائي", "Spelling corrected", "Orthographe corrigée"};
inline constexpr word did_remove{"حذف بند", "Item removed", "Point retiré"};
inline constexpr word did_annul{"إلغاء", "Made void", "Annulation"};
inline constexpr word did_restore{"إعادة الاعتماد", "Made valid again", "Rétablissement"};

// Columns of results.
inline constexpr word option{"الخيار", "Option", "Option"};
inline constexpr word votes{"الأصوات", "Votes", "Voix"};
inline constexpr word points{"النقاط", "Points", "Points"};
inline constexpr word net_votes{"صافي الأصوات", "Net votes", "Voix nettes"};
inline constexpr word share{"النسبة", "Share", "Part"};
inline constexpr word interval{"فترة الثقة 95%", "95% interval", "Intervalle à 95\u00a0%"};
inline constexpr word mean{"المتوسط", "Mean", "Moyenne"};
inline constexpr word median{"الوسيط", "Median", "Médiane"};
inline constexpr word deviation{"الانحراف المعياري", "Standard deviation", "Écart type"};
inline constexpr word agreement{"الاتفاق", "Agreement", "Accord"};
inline constexpr word raters{"عدد المقيّمين", "Raters", "Évaluateurs"};
inline constexpr word consensus_measure{"مقياس التوافق", "Consensus measure", "Mesure de consensus"};
inline constexpr word rwg{"rwg", "rwg", "rwg"};
inline constexpr word grade{"تقدير الأغلبية", "Majority grade", "Mention majoritaire"};
inline constexpr word quartiles{"النصف الأوسط", "Middle half", "Moitié centrale"};
inline constexpr word consensus{"توافق", "Consensus", "Consensus"};
inline constexpr word shift{"تغيّر الوسيط", "Change of the median", "Évolution de la médiane"};
inline constexpr word yes{"نعم", "Yes", "Oui"};
inline constexpr word no{"لا", "No", "Non"};
inline constexpr word quadrant{"الربع", "Quadrant", "Quadrant"};
inline constexpr word total{"المجموع", "Total", "Total"};
inline constexpr word place{"المرتبة", "Place", "Rang"};
inline constexpr word duels{"الفوز ناقص الخسارة", "Wins minus losses", "Victoires moins défaites"};
inline constexpr word against{"مقابل {a}", "against {a}", "contre {a}"};
inline constexpr word count_round{"جولة {a}", "Round {a}", "Tour {a}"};
inline constexpr word ending{"المآل", "Outcome", "Issue"};
inline constexpr word out_in{"خرج في الجولة {a}", "out in round {a}", "éliminé au tour {a}"};
inline constexpr word wins_place{"يفوز", "wins", "retenu"};
inline constexpr word exhausted{"بلا تفضيل آخر", "No further choice", "Sans autre choix"};
inline constexpr word quota{"الحصة الانتخابية: {a}", "Quota: {a}", "Quotient\u00a0: {a}"};
inline constexpr word win_rate{"معدل الفوز، %", "Win rate, %", "Taux de victoire, %"};
inline constexpr word ability{"القوة المقدّرة", "Estimated strength", "Force estimée"};
inline constexpr word wins{"انتصارات", "Wins", "Victoires"};
inline constexpr word losses{"هزائم", "Losses", "Défaites"};
inline constexpr word cost{"التكلفة", "Cost", "Coût"};
inline constexpr word funded_as{"مُوِّل: {a}", "Funded: no. {a}", "Financé\u00a0: nº {a}"};
inline constexpr word not_funded{"لم يُموَّل", "Not funded", "Non financé"};
inline constexpr word spent_of{"أُنفق {a} من {b}", "{a} of {b} spent", "{a} dépensés sur {b}"};
inline constexpr word money_left{"المتبقي {a}", "{a} left", "reste {a}"};
inline constexpr word chosen_as{"اختير: {a}", "Chosen: no. {a}", "Retenu\u00a0: nº {a}"};
inline constexpr word not_chosen{"لم يُختَر", "Not chosen", "Non retenu"};
inline constexpr word gain{"الوزن عند الاختيار", "Weight when chosen", "Poids au choix"};
inline constexpr word load{"الحمل عند الاختيار", "Load when chosen", "Charge au choix"};
inline constexpr word term{"الكلمة", "Word", "Mot"};
inline constexpr word mentions{"عدد من ذكرها", "Mentions", "Mentions"};
inline constexpr word mean_rank{"متوسط المرتبة", "Mean rank", "Rang moyen"};
inline constexpr word kendall{"معامل كندال {a}", "Kendall’s {a}", "{a} de Kendall"};
inline constexpr word agree_broad{"اتفاق واسع", "Broad agreement", "Large accord"};
inline constexpr word agree_some{"اتفاق متوسط", "Some agreement", "Accord partiel"};
inline constexpr word agree_low{"آراء متباعدة", "Views differ", "Avis divergents"};
inline constexpr word agree_split{"انقسام: فريقان متقابلان", "Split: two camps", "Partagé\u00a0: deux camps"};
inline constexpr word axis_low{"{a}: قليل", "{a}: low", "{a}\u00a0: faible"};
inline constexpr word axis_high{"{a}: كبير", "{a}: high", "{a}\u00a0: fort"};
inline constexpr word chosen{"الفائز", "Chosen", "Retenu"};

// Captions of the tables and pictures.
inline constexpr word result{"النتيجة", "Result", "Résultat"};
inline constexpr word distribution{"توزيع التقييمات", "Distribution of the ratings", "Répartition des notes"};
inline constexpr word grades_given{"توزيع التقديرات", "Distribution of the grades", "Répartition des mentions"};
inline constexpr word duels_table{"المقارنات الزوجية: كم ورقة تفضّل الصف على العمود", "One against one: how many ballots prefer the row to the column", "Duels\u00a0: combien de bulletins préfèrent la ligne à la colonne"};
inline constexpr word rounds_table{"الجولات", "The rounds of the count", "Les tours du dépouillement"};
inline constexpr word middle_line{"الخط الأوسط: نصف الأوراق أعلى ونصفها أدنى", "The middle line: half of the ballots are above, half below", "La ligne du milieu\u00a0: la moitié des bulletins au-dessus, la moitié au-dessous"};
inline constexpr word boxes{"الصندوق: النصف الأوسط من القاعة. الخط: الوسيط. من {a} إلى {b}", "Box: the middle half of the room. Line: the median. From {a} to {b}",
                            "Boîte\u00a0: la moitié centrale de la salle. Trait\u00a0: la médiane. De {a} à {b}"};
inline constexpr word by_group{"حسب الفئة", "By stakeholder group", "Par groupe de parties prenantes"};
inline constexpr word figures_are_places{"الأرقام مراتب في ترتيب كل فئة.", "The figures are places in each group’s own ranking.", "Les chiffres sont les rangs dans le classement de chaque groupe."};
inline constexpr word small_together{"المجموعات القليلة الأصوات معًا: {a}.", "Groups with few ballots stand together: {a}.", "Les petits groupes sont réunis\u00a0: {a}."};
inline constexpr word n_of_m{"{a} من {b}", "{a} of {b}", "{a} sur {b}"};
inline constexpr word and_{"، ", ", ", ", "};

// The report.
inline constexpr word report{"محضر الورشة ونتائجها", "Report of the workshop", "Rapport de l’atelier"};
inline constexpr word sample{"محتوى تجريبي للعرض: لم تُعقد هذه الورشة", "Sample content for demonstration: this workshop was not held", "Contenu d’exemple, pour démonstration\u00a0: cet atelier n’a pas eu lieu"};
inline constexpr word code{"الرمز", "Code", "Code"};
inline constexpr word held{"من {a} إلى {b}", "{a} to {b}", "du {a} au {b}"};
inline constexpr word period{"الفترة", "Period", "Période"};
inline constexpr word people_joined{"المشاركون", "Participants", "Participants"};
inline constexpr word log_entries{"قيود السجلّ", "Entries in the log", "Entrées au journal"};
inline constexpr word at_a_glance{"القرارات في لمحة", "The decisions at a glance", "Les décisions en un coup d’œil"};
inline constexpr word question{"السؤال", "Question", "Question"};
inline constexpr word method{"الطريقة", "Method", "Méthode"};
inline constexpr word ballots{"أوراق الاقتراع", "Ballots", "Bulletins"};
inline constexpr word check_code{"رمز التحقق", "Check code", "Code de contrôle"};
inline constexpr word check_at_close{"عند الإغلاق", "at closing", "à la clôture"};
inline constexpr word no_result{"لا أصوات محسوبة", "No counted ballot", "Aucun bulletin compté"};
inline constexpr word and_more{"و{a} غيرها", "and {a} more", "et {a} autres"};
inline constexpr word participants_by_group{"المشاركون حسب الفئة", "Participants by stakeholder group", "Participants par groupe de parties prenantes"};
inline constexpr word group{"الفئة", "Group", "Groupe"};
inline constexpr word agenda_title{"جدول الأعمال", "Agenda", "Ordre du jour"};
inline constexpr word strengths{"نقاط القوة", "Strengths", "Forces"};
inline constexpr word weaknesses{"نقاط الضعف", "Weaknesses", "Faiblesses"};
inline constexpr word opportunities{"الفرص", "Opportunities", "Opportunités"};
inline constexpr word threats{"التهديدات", "Threats", "Menaces"};
inline constexpr word answered_by{"ما اختير مما يستجيب لكل سطر", "What was chosen that answers each line", "Ce qui a été retenu en réponse à chaque ligne"};
inline constexpr word answers_none{"لا خيار مما اختير يستجيب له", "no chosen option answers it", "aucune option retenue n’y répond"};
inline constexpr word decision{"قرار {a}", "Decision {a}", "Décision {a}"};
inline constexpr word round{"الجولة {a} من {b}", "Round {a} of {b}", "Tour {a} sur {b}"};
inline constexpr word not_last{"جولة سابقة: الجولة الأخيرة هي التي تُعتمد", "An earlier round: the last one is the one that counts", "Tour antérieur\u00a0: c’est le dernier qui compte"};
inline constexpr word rule{"القاعدة المعلنة قبل التصويت", "The rule, declared before the vote", "La règle, déclarée avant le vote"};
inline constexpr word opened{"فُتح", "Opened", "Ouvert"};
inline constexpr word closed{"أُغلق", "Closed", "Clos"};
inline constexpr word by_whom{"{a}، {b}", "{a}, {b}", "{a}, {b}"};
inline constexpr word ends_early{"ينتهي هذا قبل فتح اقتراع سري لم يُغلق بعد، عند القيد {a}؛ أعد التنزيل بعد إغلاقه ليشمل كل شيء.",
                                 "This ends at entry {a}, before a secret vote was opened that is still open; download it again once that vote is closed, to have everything.",
                                 "Ceci s’arrête à l’entrée {a}, avant l’ouverture d’un scrutin secret encore ouvert\u00a0; téléchargez à nouveau après sa clôture pour tout avoir."};
inline constexpr word secrecy{"سرية التصويت", "Secrecy", "Secret du vote"};
inline constexpr word is_secret{"اقتراع سري", "Secret", "Scrutin secret"};
inline constexpr word is_pseudonymous{"بأسماء مستعارة", "Pseudonymous", "Sous pseudonyme"};
inline constexpr word is_named{"تصويت بالاسم", "By name", "Vote nominatif"};
inline constexpr word by_name{"من صوّت بماذا", "Who voted what", "Qui a voté quoi"};
inline constexpr word name{"الاسم", "Name", "Nom"};
inline constexpr word vote{"الصوت", "Vote", "Vote"};
inline constexpr word blank_ballot{"ورقة بيضاء", "blank", "bulletin blanc"};
inline constexpr word turnout{"نسبة المشاركة", "Turnout", "Participation"};
inline constexpr word abstentions{"امتناع (ورقة بيضاء)", "Abstentions (blank)", "Abstentions (bulletins blancs)"};
inline constexpr word invalid{"أوراق باطلة", "Invalid ballots", "Bulletins nuls"};
inline constexpr word counted{"أوراق محسوبة", "Counted ballots", "Bulletins comptés"};
inline constexpr word weight{"مجموع الأوزان", "Total weight", "Poids total"};
inline constexpr word replaced{"أوراق حلّت محلها أخرى", "Ballots replaced by a later one", "Bulletins remplacés"};
inline constexpr word refused{"أوراق مرفوضة", "Refused ballots", "Bulletins refusés"};
inline constexpr word base{"أساس النسبة", "Base of the shares", "Base des parts"};
inline constexpr word base_voters{"{a} (أوراق محسوبة)", "{a} counted ballots", "{a} bulletins comptés"};
inline constexpr word base_points{"{a} (نقاط موزّعة)", "{a} points given", "{a} points donnés"};
inline constexpr word base_weight{"{a} (مجموع أوزان)", "{a} in weight", "{a} en poids"};
inline constexpr word decided{"ما حُسم", "What was decided", "Ce qui a été décidé"};
inline constexpr word tie{"التعادل", "Ties", "Égalités"};
inline constexpr word tie_none{"لا تعادل على المراتب.", "No tie for a place.", "Aucune égalité pour une place."};
inline constexpr word tie_kept{"القاعدة: التعادل يبقى تعادلًا ويُعلَن.", "Rule: a tie stays a tie and is told.", "Règle\u00a0: une égalité reste une égalité et se dit."};
inline constexpr word tie_by_paper{"القاعدة: يفصل في التعادل ترتيب ورقة الاقتراع.", "Rule: a tie is broken by the order of the ballot paper.", "Règle\u00a0: l’ordre du bulletin départage."};
inline constexpr word tie_backward{"القاعدة: يفصل في التعادل أقرب جولة سابقة لم يتعادلوا فيها.", "Rule: a tie is broken by the latest earlier round in which they differed.", "Règle\u00a0: le tour antérieur le plus récent où ils différaient départage."};
inline constexpr word margin{"الفارق", "Margin", "Écart"};
inline constexpr word robust{"الثبات", "Robustness", "Robustesse"};
inline constexpr word still_open{"التصويت ما زال مفتوحًا، وهذه الأرقام كما كانت عند القيد {a}.", "Voting is still open; these are the numbers as of entry {a}.", "Le vote est encore ouvert\u00a0; ces chiffres sont ceux de l’entrée {a}."};
inline constexpr word void_round{"أُلغيت هذه الجولة ولا تُعتمد نتيجتها: {a}", "This round is void, its result does not stand: {a}", "Ce tour est annulé, son résultat ne vaut pas\u00a0: {a}"};
inline constexpr word void_option{"أُلغي «{a}»: {b}", "“{a}” is void: {b}", "«\u00a0{a}\u00a0» est annulé\u00a0: {b}"};
inline constexpr word void_mark{"{a} (أُلغي)", "{a} (void)", "{a} (annulé)"};
inline constexpr word void_column{"ما أُلغي", "Void", "Annulé"};
inline constexpr word is_void{"ملغاة", "void", "annulé"};
inline constexpr word appendix{"ملحق للمدقّق", "Appendix for the auditor", "Annexe pour l’auditeur"};
inline constexpr word the_log{"السجلّ", "The log", "Le journal"};
inline constexpr word root{"جذر شجرة ميركل للقيود كلها (SHA-256)", "Root of the Merkle tree of all entries (SHA-256)", "Racine de l’arbre de Merkle de toutes les entrées (SHA-256)"};
inline constexpr word rounds_and_codes{"الجولات ورموزها", "The rounds and their codes", "Les tours et leurs codes"};
inline constexpr word entry{"القيد", "Entry", "Entrée"};
inline constexpr word item_id{"البند", "Item", "Point"};
inline constexpr word round_column{"الجولة", "Round", "Tour"};
inline constexpr word parameters{"معاملات العدّ كما في جدول الأعمال", "Parameters of the counts, as in the agenda", "Paramètres des dépouillements, tels qu’à l’ordre du jour"};
inline constexpr word identifier{"المعرّف", "Identifier", "Identifiant"};
inline constexpr word steps{"خطوات الميسّر", "The facilitator’s steps", "Les gestes du facilitateur"};
inline constexpr word time{"الوقت", "Time", "Heure"};
inline constexpr word who{"من", "Who", "Qui"};
inline constexpr word what{"ماذا", "What", "Quoi"};
inline constexpr word verify{"كيف يُتحقق من هذا التقرير", "How to verify this report", "Comment vérifier ce rapport"};
inline constexpr word verify_1{"خذوا السجلّ (JSON Lines) من صفحة السجلّ أو بالأمر sawt export. كل سطر قيد واحد، وينتهي الملف بقائمة بصمات القيود وبنقطة تحقق موقّعة.",
                               "Take the log (JSON Lines) from the records page, or with the command sawt export. Each line is one entry; the file ends with the list of their hashes and a signed checkpoint.",
                               "Prenez le journal (JSON Lines) sur la page du registre, ou avec la commande sawt export. Chaque ligne est une entrée\u00a0; le fichier se termine par la liste de leurs empreintes et un point de contrôle signé."};
inline constexpr word verify_2{"شغّلوا على أي جهاز الأمر الآتي، وKEY هو مفتاح السجلّ الذي أُعلن قبل التصويت. يقول إن السجلّ سليم ويعيد عدّ كل جولة، أو يسمّي أول قيد غُيّر. ومن احتفظ بنقطة تحقق أثناء الورشة يضيف \u2066--checkpoint FILE\u2069.",
                               "On any machine, run the command below; KEY is the log key that was made public before the vote. It says that the log is sound and counts every round again, or names the first entry that was changed. Whoever kept a checkpoint during the workshop adds --checkpoint FILE.",
                               "Sur n’importe quelle machine, lancez la commande ci-dessous\u00a0; KEY est la clé du journal rendue publique avant le vote. Elle dit que le journal est intact et recompte chaque tour, ou nomme la première entrée modifiée. Qui a gardé un point de contrôle pendant l’atelier ajoute --checkpoint FILE."};
inline constexpr word verify_3{"قارنوا رموز التحقق التي يطبعها بالرموز أدناه وبما ظهر على الشاشة وعلى الهواتف. الرمز هو أول 40 بتًا، بنظام كروكفورد الثاني والثلاثين، من جذر شجرة ميركل (RFC 6962، SHA-256) بعد قيد الإغلاق مباشرة، فيمكن حسابه بأي برنامج آخر.",
                               "Compare the check codes that it prints with those below and with those that stood on the wall and on the phones. A code is the first 40 bits, in Crockford’s base 32, of the root of the Merkle tree (RFC 6962, SHA-256) right after the closing entry, so any other program can compute it.",
                               "Comparez les codes de contrôle qu’elle affiche à ceux ci-dessous et à ceux montrés à l’écran et sur les téléphones. Un code, ce sont les 40 premiers bits, en base 32 de Crockford, de la racine de l’arbre de Merkle (RFC 6962, SHA-256) juste après l’entrée de clôture\u00a0: tout autre programme peut le calculer."};
inline constexpr word verify_4{"الورقة المحسوبة لكل مصوّت هي آخر ورقة قُبلت له في الجولة. قارنوا العدّ الجديد بالجداول؛ الطريقة والمعاملات أدناه لمن يعدّ ببرنامج آخر. وما أُلغي يبقى في السجلّ ويُعدّ كما أُعلن، ويُذكر سببه.",
                               "What counts of each voter is the last accepted ballot of the round. Compare the new count with the tables; the method and parameters below are for whoever counts with another program. What is void stays in the log, is counted as declared, and the reason is told.",
                               "Ce qui compte de chaque votant est son dernier bulletin accepté du tour. Comparez le nouveau dépouillement aux tableaux\u00a0; la méthode et les paramètres ci-dessous servent à qui recompte avec un autre programme. Ce qui est annulé reste au journal, est compté comme déclaré, et la raison en est dite."};
inline constexpr word verify_5{"صفحة السجلّ تفعل ذلك للطرق البسيطة بزر «تحقّق الآن»، مستقلة عن الخادم.", "The records page does this for the simple methods with its button “Check now”, independently of the server.",
                               "La page du registre le fait pour les méthodes simples avec son bouton «\u00a0Contrôler\u00a0», indépendamment du serveur."};
inline constexpr word protection{"الفئات التي تقل أوراقها عن {a} ضُمّت إلى غيرها هنا وفي كل تصدير، حتى لا يُعرف منها بالطرح ما اختاره أحد. ما يُحسب مرة واحدة هو جهاز لا شخص.",
                                 "Groups with fewer than {a} ballots stand together with others here and in every export, so that nobody’s choice is found by subtraction. What is counted once is a device, not a person.",
                                 "Les groupes de moins de {a} bulletins sont réunis à d’autres ici et dans chaque export, pour que le choix de personne ne se trouve par soustraction. Ce qui est compté une fois est un appareil, non une personne."};
inline constexpr word number_sign{"#", "#", "Nº"};

// The sheets. Names of sheets have at most 31 characters and none of []:*?/\.
inline constexpr word sheet_decisions{"القرارات", "Decisions", "Décisions"};
inline constexpr word sheet_results{"النتائج", "Results", "Résultats"};
inline constexpr word sheet_turnout{"المشاركة حسب الفئة", "Turnout by group", "Participation par groupe"};
inline constexpr word state{"الحالة", "Status", "État"};
inline constexpr word everyone{"الجميع", "Everyone", "Tous"};
inline constexpr word kind{"النوع", "Kind", "Type"};
inline constexpr word kind_slide{"شريحة", "Slide", "Diapositive"};
inline constexpr word kind_swot{"تحليل رباعي", "SWOT board", "Tableau SWOT"};
inline constexpr word kind_vote{"تصويت", "Vote", "Vote"};

}  // namespace sawt::exporting::words
