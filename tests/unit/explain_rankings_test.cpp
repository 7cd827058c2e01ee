// Methods that read rankings.
#include "tests/catch.hpp"
#include "tests/unit/explained.hpp"

using namespace sawt;
using namespace sawt::test;

namespace {

std::string vote(const std::string& method, const std::string& params = "{}") { return R"({"method":")" + method + R"(","params":)" + params + "}"; }

// Laboratory beats brand 5 to 2, brand beats design 5 to 2, design beats laboratory 4 to 3.
explanation in_a_circle(const std::string& item) {
    return hall(item).cast(R"({"ranking":["lab","brand","design"]})", 3).cast(R"({"ranking":["brand","design","lab"]})", 2).cast(R"({"ranking":["design","lab","brand"]})", 2).explained();
}

explanation with_one_best(const std::string& item) {
    return hall(item).cast(R"({"ranking":["lab","brand","design","export"]})", 3).cast(R"({"ranking":["brand","lab","design","export"]})", 2).explained();
}

constexpr const char* circle_en = "No option wins every comparison: “Laboratory” beats “Brand”, “Brand” beats “Design centre”, and “Design centre” beats “Laboratory”.";
constexpr const char* circle_fr = "Aucune option ne gagne tous ses duels~: «~Laboratoire~» bat «~Marque~», «~Marque~» bat «~Centre de design~» et «~Centre de design~» bat «~Laboratoire~».";
constexpr const char* circle_ar = "لا خيار يفوز بكل مقارناته: «المختبر» يغلب «العلامة»، و«العلامة» يغلب «التصميم»، و«التصميم» يغلب «المختبر».";

}  // namespace

TEST_CASE("Borda is explained by what a place carries") {
    const auto cast = [](hall room) { return room.cast(R"({"ranking":["lab","brand","design","export"]})", 3).cast(R"({"ranking":["brand"]})").explained(); };
    const auto why = cast(hall(vote("borda")));
    CHECK(in(why.how, "en") == "Each person ranks the options, best first. A first place gives 3 points and each place after it 1 less; options left unranked share what remains equally.");
    CHECK(in(why.how, "fr") == "Chaque personne classe les options, la meilleure d’abord. Une première place vaut 3 points et chaque place suivante 1 de moins~; les options non classées se partagent également le reste.");
    CHECK(in(why.how, "ar") == "يرتب كل مصوت الخيارات، الأفضل أولا. للمرتبة الأولى 3 نقاط، ولكل مرتبة بعدها نقطة أقل؛ والخيارات غير المرتبة تتقاسم ما بقي بالتساوي.");
    CHECK(in(why.decided, "en") == "“Laboratory” comes first with 10 points.");
    CHECK(in(why.decided, "fr") == "«~Laboratoire~» arrive en tête avec 10 points.");
    CHECK(in(why.decided, "ar") == "في المرتبة الأولى «المختبر»: 10 نقاط.");
    CHECK(in(why.margin, "en") == "“Laboratory” is 1 point ahead of “Brand”.");
    CHECK(in(cast(hall(vote("borda", R"({"variant":"zero","start":1})"))).how, "en").ends_with("A first place gives 4 points and each place after it 1 less; options left unranked get nothing."));
    CHECK(in(cast(hall(vote("borda", R"({"variant":"modified","max_ranked":4})"))).how, "en").ends_with("who ranks more gives more; options left unranked get nothing."));
    CHECK(in(cast(hall(vote("borda", R"({"variant":"dowdall","max_ranked":2})"))).how, "ar").starts_with("يرتب كل مصوت خيارين على الأكثر، الأفضل أولا. للمرتبة الأولى نقطة واحدة، وللثانية 1/2"));
}

TEST_CASE("concordance is explained by mean ranks and Kendall's W") {
    const auto why = hall(vote("concordance")).cast(R"({"ranking":["lab","brand","design","export"]})", 2).explained();
    CHECK(in(why.how, "en").ends_with("Options are ordered by their mean (average) rank. Kendall’s W tells how alike the rankings are: 0 not at all, 1 all the same."));
    CHECK(in(why.decided, "en") == "The rankings agree with W = 1. “Laboratory” comes first with a mean rank of 1.");
    CHECK(in(why.decided, "fr") == "Les classements s’accordent avec W = 1. «~Laboratoire~» arrive en tête avec un rang moyen de 1.");
    CHECK(in(why.decided, "ar") == "تتفق الترتيبات بمعامل W = 1. في المرتبة الأولى «المختبر»: متوسط مرتبته 1.");
    CHECK(in(why.margin, "en") == "“Laboratory” is 1 rank ahead of “Brand”.");
    CHECK(in(why.margin, "ar") == "الفارق بين «المختبر» والخيار التالي «العلامة»: مرتبة واحدة.");
}

TEST_CASE("a Condorcet winner is explained by the closest comparison") {
    const auto why = with_one_best(vote("condorcet"));
    CHECK(in(why.how, "en") == "Each person ranks the options, best first. Every two options are compared: the one ranked higher on more ballots wins the comparison. An option left unranked "
                               "counts as below those that are ranked. Who wins every comparison is first without doubt; the order is by comparisons won minus comparisons lost.");
    CHECK(in(why.decided, "en") == "“Laboratory” wins every comparison; the closest is 3 to 2 against “Brand”.");
    CHECK(in(why.decided, "fr") == "«~Laboratoire~» gagne tous ses duels~; le plus serré est 3 à 2 contre «~Marque~».");
    CHECK(in(why.decided, "ar") == "الخيار «المختبر» يفوز بكل مقارناته؛ وأقربها 3 مقابل 2 مع «العلامة».");
    CHECK(in(why.margin, "en") == "The closest comparison is won by 1 vote.");
    CHECK(in(why.margin, "fr") == "Le duel le plus serré est gagné de 1 voix.");
    CHECK(in(why.margin, "ar") == "أقرب مقارنة حُسمت بفارق صوت واحد.");
}

TEST_CASE("a circle is explained where nobody is a Condorcet winner") {
    const auto why = in_a_circle(vote("condorcet", R"({"unranked":"ignore"})"));
    CHECK(in(why.how, "en").find("A ballot compares only the options that it ranks.") != std::string::npos);
    CHECK(in(why.decided, "en") == std::string(circle_en) + " Most comparisons won minus lost (0): “Laboratory”, “Design centre”, “Brand” and “Export”.");
    CHECK(in(why.decided, "fr").starts_with(circle_fr));
    CHECK(in(why.decided, "ar").starts_with(circle_ar));
    CHECK(why.margin.empty());
}

TEST_CASE("a drawn comparison is told where it keeps everybody from winning") {
    const auto why = hall(vote("condorcet")).cast(R"({"ranking":["lab","brand"]})", 2).cast(R"({"ranking":["brand","lab"]})", 2).explained();
    CHECK(in(why.decided, "en") == "No option wins every comparison: “Laboratory” and “Brand” are level with 2 votes each. Most comparisons won minus lost (2): “Laboratory” and “Brand”.");
    CHECK(in(why.decided, "ar").starts_with("لا خيار يفوز بكل مقارناته: «المختبر» و«العلامة» متعادلان، لكل منهما صوتان."));
    CHECK(in(why.decided, "fr").starts_with("Aucune option ne gagne tous ses duels~: «~Laboratoire~» et «~Marque~» sont à égalité, 2 voix de chaque côté."));
}

TEST_CASE("Schulze is explained by chains only where comparisons alone do not decide") {
    const auto plain_win = with_one_best(vote("schulze"));
    CHECK(in(plain_win.decided, "en") == "“Laboratory” wins every comparison; the closest is 3 to 2 against “Brand”.");
    CHECK(in(plain_win.tie, "en") == "There is no tie for a place.");
    const auto why = in_a_circle(vote("schulze"));
    CHECK(in(why.how, "en").ends_with("Where comparisons run in a circle, chains of wins decide; a chain is as strong as its weakest win. A win is as strong as the votes behind it."));
    CHECK(in(why.decided, "en") == std::string(circle_en) + " By the strongest chains “Laboratory” comes first: 5 against 4 for “Design centre”.");
    CHECK(in(why.decided, "fr") == std::string(circle_fr) + " Selon les chaînes les plus fortes, «~Laboratoire~» arrive en tête~: 5 contre 4 pour «~Centre de design~».");
    CHECK(in(why.decided, "ar") == std::string(circle_ar) + " بأقوى السلاسل يأتي الخيار «المختبر» أولا: 5 مقابل 4 للخيار «التصميم».");
    CHECK(in(why.margin, "en") == "Between the chains of “Laboratory” and “Design centre” the difference is 1 vote.");
    CHECK(in(why.margin, "ar") == "الفارق بين سلسلتي «المختبر» و«التصميم»: صوت واحد.");
    CHECK(in(in_a_circle(vote("schulze", R"({"strength":"margins"})")).how, "fr").ends_with("La force d’une victoire est son écart."));
}

TEST_CASE("Schulze with several places names the narrowest difference across the boundary") {
    const auto why = in_a_circle(vote("schulze", R"({"seats":2})"));
    CHECK(in(why.decided, "en") == "The 2 places go to “Laboratory” and “Brand”.");
    CHECK(in(why.margin, "en") == "Between the chains of “Laboratory” and “Design centre” the difference is 1 vote.");
}

TEST_CASE("ranked pairs tell which win was left out") {
    const auto why = in_a_circle(vote("ranked_pairs"));
    CHECK(in(why.how, "en").find("Wins are fixed from the strongest to the weakest, except those that contradict what is already fixed.") != std::string::npos);
    CHECK(in(why.decided, "en") == std::string(circle_en) + " By the wins that are fixed “Laboratory” comes first. “Design centre” beats “Laboratory” by 4 to 3, but that contradicts "
                                                            "wins fixed before it and is left out.");
    CHECK(in(why.decided, "fr").ends_with("«~Centre de design~» bat «~Laboratoire~» par 4 à 3, mais cela contredit des victoires déjà retenues et n’est pas retenu."));
    CHECK(in(why.decided, "ar").ends_with("بالانتصارات المثبتة يأتي الخيار «المختبر» أولا. الخيار «التصميم» يغلب «المختبر» بـ 4 مقابل 3، لكن ذلك يناقض انتصارات ثُبّتت قبله فلا يُثبّت."));
    CHECK(in(with_one_best(vote("ranked_pairs")).decided, "en") == "“Laboratory” wins every comparison; the closest is 3 to 2 against “Brand”.");
}

TEST_CASE("the alternative vote is explained by its last round and its closest exit") {
    const auto why = hall(vote("irv")).cast(R"({"ranking":["lab"]})", 4).cast(R"({"ranking":["brand"]})", 3).cast(R"({"ranking":["design","brand"]})", 2).explained();
    CHECK(in(why.how, "en") == "Each person ranks the options, best first. In each round a ballot counts for its highest option still in. The option with the fewest votes goes out, until one has "
                               "more than half of the votes that still count. Options ranked equal share the vote.");
    CHECK(in(why.decided, "en") == "In round 3 “Brand” has 5 of the 9 votes that still count: more than half.");
    CHECK(in(why.decided, "fr") == "Au tour 3, «~Marque~» a 5 des 9 voix qui comptent encore~: plus de la moitié.");
    CHECK(in(why.decided, "ar") == "في الجولة 3 نال الخيار «العلامة» 5 من أصل 9 أصوات ما زالت محتسبة: أكثر من النصف.");
    CHECK(in(why.tie, "en") == "No two options tie for going out.");
    CHECK(in(why.margin, "en") == "In the last round “Brand” is 1 vote ahead of “Laboratory”. The closest exit: in round 2 “Design centre” goes out 1 vote behind “Brand”.");
    CHECK(in(why.margin, "fr") == "Au dernier tour, «~Marque~» devance «~Laboratoire~» de 1 voix. La sortie la plus serrée~: au tour 2, «~Centre de design~» sort, 1 voix derrière «~Marque~».");
    CHECK(in(why.margin, "ar") == "في الجولة الأخيرة الفارق بين «العلامة» و«المختبر»: صوت واحد. أقرب استبعاد: في الجولة 2 استُبعد الخيار «التصميم» بفارق صوت واحد عن «العلامة».");
}

TEST_CASE("a majority at once needs no talk of going out") {
    const auto why = hall(vote("irv")).cast(R"({"ranking":["lab"]})", 4).cast(R"({"ranking":["brand"]})", 3).explained();
    CHECK(in(why.decided, "en") == "In round 1 “Laboratory” has 4 of the 7 votes that still count: more than half.");
    CHECK(in(why.tie, "en") == "There is no tie for a place.");
    CHECK(in(why.margin, "en") == "“Laboratory” is 1 vote ahead of “Brand”.");
    CHECK(in(hall(vote("irv", R"({"tie_break":"none"})")).cast(R"({"ranking":["lab"]})").explained().tie, "en") == "There is no tie for a place.");
}

TEST_CASE("ties for going out tell how they were settled") {
    const auto cast = [](const char* tie_break) {
        return hall(vote("irv", R"({"strict":true,"tie_break":")" + std::string(tie_break) + "\"}"))
            .cast(R"({"ranking":["lab"]})", 4).cast(R"({"ranking":["brand"]})", 2).cast(R"({"ranking":["design","lab"]})", 2).explained();
    };
    CHECK(in(cast("order").tie, "en") == "In round 2 “Design centre” and “Brand” tie for going out; “Brand” goes, by the order on the ballot paper.");
    CHECK(in(cast("order").tie, "ar") == "في الجولة 2 تعادل على الاستبعاد بين «التصميم» و«العلامة»؛ استُبعد الخيار «العلامة» حسب ترتيب ورقة الاقتراع.");
    CHECK(in(cast("order").tie, "fr") == "Au tour 2, «~Centre de design~» et «~Marque~» sont à égalité pour sortir~; «~Marque~» sort, selon l’ordre du bulletin.");
    CHECK(in(cast("backward").tie, "en").ends_with("“Brand” goes, by the votes of earlier rounds or else the ballot paper’s order."));
    CHECK(in(cast("none").decided, "en") == "However ties for going out are settled, “Laboratory” wins.");
    CHECK(in(cast("none").decided, "ar") == "كيفما فُك تعادل الأقل أصواتا يفوز الخيار «المختبر».");
    CHECK(in(cast("order").how, "en").find("ranked equal") == std::string::npos);
}

TEST_CASE("where every order of elimination is followed, all that can win are named") {
    const auto why = hall(vote("irv", R"({"tie_break":"none"})")).cast(R"({"ranking":["lab"]})", 2).cast(R"({"ranking":["brand"]})", 2).explained();
    CHECK(in(why.decided, "en") == "Depending on how ties for going out are settled, each of these can win: “Laboratory” or “Brand”.");
    CHECK(in(why.decided, "ar") == "بحسب طريقة فك تعادل الأقل أصواتا يمكن أن يفوز أي من «المختبر» أو «العلامة».");
    CHECK(in(why.tie, "en") == "“Laboratory” and “Brand” tie for first place. No tie-break was agreed, so all of them count as chosen.");
}

TEST_CASE("the single transferable vote is explained by quota and rounds") {
    const auto cast = [](hall room) {
        return room.cast(R"({"ranking":["lab","brand"]})", 6).cast(R"({"ranking":["brand"]})", 2).cast(R"({"ranking":["design"]})", 3).explained();
    };
    const auto why = cast(hall(vote("stv", R"({"seats":2})")));
    CHECK(in(why.how, "en") == "Each person ranks the options, best first. There are 2 places to fill. A ballot counts for its highest option still in. Who reaches the quota has a place, and votes above "
                               "the quota move on to the next choice. When nobody reaches it, the option with the fewest votes goes out and its votes move on. The quota is 4 votes: the smallest "
                               "whole number that no more than 2 options can reach. Options ranked equal share the vote.");
    CHECK(in(why.how, "ar").find("الحصة الانتخابية 4 أصوات: أصغر عدد صحيح لا يمكن أن يبلغه أكثر من خيارين.") != std::string::npos);
    CHECK(in(why.how, "fr").find("Le quotient est de 4 voix~: le plus petit nombre entier que 2 options au plus peuvent atteindre.") != std::string::npos);
    CHECK(in(why.decided, "en") == "Chosen, in this order: “Laboratory” (round 1), “Brand” (round 2).");
    CHECK(in(why.decided, "fr") == "Options retenues, dans cet ordre~: «~Laboratoire~» (tour 1), «~Marque~» (tour 2).");
    CHECK(in(why.decided, "ar") == "المنتخب بالترتيب: «المختبر» (الجولة 1)، «العلامة» (الجولة 2).");
    CHECK(in(why.tie, "en") == "There is no tie for a place.");
    CHECK(in(why.margin, "en") == "At the end “Brand” has a place and “Design centre” has none; the difference is 1 vote.");
    CHECK(in(why.margin, "ar") == "في النهاية «العلامة» ضمن المنتخب و«التصميم» خارجه، والفارق صوت واحد.");
    CHECK(in(why.margin, "fr") == "À la fin, «~Marque~» a une place et «~Centre de design~» n’en a pas~; la différence est de 1 voix.");

    CHECK(in(cast(hall(vote("stv", R"({"seats":2,"quota":"hb"})"))).how, "en").find("A place takes more than 3.67 votes: all votes divided by 3.") != std::string::npos);
    CHECK(in(cast(hall(vote("stv", R"({"seats":2,"quota":"hare"})"))).how, "en").find("The quota is 5.5 votes: all votes divided by 2.") != std::string::npos);
    CHECK(in(cast(hall(vote("stv", R"({"seats":2,"variant":"meek"})"))).how, "en").find("The quota is worked out anew in each round") != std::string::npos);
    CHECK(in(cast(hall(vote("stv", R"({"seats":2,"variant":"scottish","equal_ranks":"exhaust"})"))).how, "en").ends_with("A ballot ends where it ranks several options equal."));
}

TEST_CASE("who has a place without the quota is named") {
    const auto why = hall(vote("stv", R"({"seats":2})")).cast(R"({"ranking":["lab"]})", 5).cast(R"({"ranking":["brand"]})", 2).cast(R"({"ranking":["design"]})", 1).explained();
    CHECK(in(why.decided, "en") == "Chosen, in this order: “Laboratory” (round 1), “Brand” (round 4). Without the quota, because no more options than places were left: “Brand”.");
    CHECK(in(why.decided, "ar").ends_with("دون بلوغ الحصة الانتخابية، لأن ما بقي من الخيارات لا يزيد على الأماكن: «العلامة»."));
    CHECK(in(why.margin, "en") == "The closest exit: in round 3 “Design centre” goes out 1 vote behind “Brand”.");
}
