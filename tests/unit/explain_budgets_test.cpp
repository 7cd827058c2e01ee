// Pairs that voters compare, budgets, and committees.
#include "tests/catch.hpp"
#include "tests/unit/explained.hpp"

using namespace sawt;
using namespace sawt::test;

namespace {

// Laboratory 5, design centre 4, brand 3.
explanation approved(const std::string& item) {
    return hall(item).cast(R"({"approve":["lab","design"]})", 4).cast(R"({"approve":["lab","brand"]})").cast(R"({"approve":["brand"]})", 2).explained();
}

const std::string money = R"("budget":100,"costs":{"lab":60,"design":50,"brand":30,"export":20})";

const std::string two = R"("options":[{"id":"lab","text":{"ar":"المختبر","en":"Laboratory","fr":"Laboratoire"}},{"id":"brand","text":{"ar":"العلامة","en":"Brand","fr":"Marque"}}])";

}  // namespace

TEST_CASE("win rates are explained") {
    const auto why = hall(R"({"method":"pairwise_comparison"})")
                         .cast(R"({"pairs":[{"winner":"lab","loser":"brand"},{"winner":"lab","loser":"design"}]})", 2).cast(R"({"pairs":[{"tie":["lab","brand"]}]})").explained();
    CHECK(in(why.how, "en") == "Each person sees two options at a time and says which is better. The win rate is the share of its comparisons that an option wins, after one win and one loss are "
                               "added for everyone. A draw is half a win.");
    CHECK(in(why.decided, "en") == "“Laboratory” comes first: it wins 4.5 of 5 comparisons, a win rate of 79%.");
    CHECK(in(why.decided, "fr") == "«~Laboratoire~» arrive en tête avec 4,5 victoires sur 5 duels, soit un taux de 79\u00a0%.");
    CHECK(in(why.decided, "ar") == "في المرتبة الأولى «المختبر»: فاز في 4.5 من أصل 5 مقارنات، ونسبة الفوز 79%.");
    CHECK(in(why.margin, "en") == "“Laboratory” is 28.57 percentage points ahead of “Export”. The smallest gap among the first 3 places is 20 percentage points, between places 2 and 3.");
    CHECK(in(why.margin, "ar") == "الفارق بين «المختبر» والخيار التالي «التصدير»: 28.57 نقطة مئوية. أصغر فارق ضمن أول 3 مراتب: 20 نقطة مئوية، بين المرتبتين 2 و3.");
}

TEST_CASE("an estimate of strengths is explained as what it means") {
    const std::string item = R"({"method":"pairwise_comparison","params":{"model":"bradley_terry"},)" + two + "}";
    const auto why = hall(item).cast(R"({"winner":"lab","loser":"brand"})", 3).cast(R"({"winner":"brand","loser":"lab"})").explained();
    CHECK(in(why.how, "en").find("A model (Bradley-Terry) estimates from all comparisons how strong each option is.") != std::string::npos);
    CHECK(in(why.decided, "en") == "“Laboratory” comes first: by the estimate it wins 75% of comparisons with “Brand”, which comes next.");
    CHECK(in(why.decided, "fr") == "«~Laboratoire~» arrive en tête~: selon l’estimation, 75\u00a0% des duels avec «~Marque~», qui vient ensuite, seraient gagnés.");
    CHECK(in(why.decided, "ar") == "في المرتبة الأولى «المختبر»: يُقدّر فوزه في 75% من المقارنات مع الخيار التالي «العلامة».");
    const auto none = hall(item).cast(R"({"winner":"lab","loser":"brand"})", 3).explained();
    CHECK(in(none.decided, "en") == "No order can be estimated: each option would have to beat each other one, directly or through a chain of wins.");
    CHECK(in(none.decided, "ar") == "لا يمكن تقدير ترتيب: يلزم أن يغلب كل خيار كل خيار آخر، مباشرة أو عبر سلسلة انتصارات.");
    CHECK(none.tie.empty());
}

TEST_CASE("what is funded outlives the absence of any one group, or does not") {
    hall room(R"({"method":"pb_greedy","params":{)" + money + "}}");
    room.cast(R"({"approve":["lab"]})");
    CHECK(in(room.swayed({}).explained().robust, "en") == "The same projects are funded without any one group.");
    CHECK(in(room.swayed({{"tanneries"}}).explained().robust, "en") == "Without “Tanneries” other projects would be funded.");
    CHECK(in(room.swayed({{"tanneries"}}).explained().robust, "ar") == "بغياب «المدابغ» تتغير المشاريع الممولة.");
}

TEST_CASE("a greedy budget is explained by what is left and what came too late") {
    const auto why = approved(R"({"method":"pb_greedy","params":{)" + money + "}}");
    CHECK(in(why.how, "en") == "Each person approves projects; the budget is 100. From the most votes down, each project is funded if it still fits.");
    CHECK(in(why.how, "fr") == "Chaque personne approuve des projets~; le budget est de 100. En commençant par le plus de voix, chaque projet est financé s’il tient encore dans le budget.");
    CHECK(in(why.how, "ar") == "يوافق كل مصوت على ما يشاء من المشاريع؛ والميزانية 100. من الأكثر أصواتا إلى الأقل، يُموّل كل مشروع ما زالت الميزانية تكفيه.");
    CHECK(in(why.decided, "en") == "Funded: 2 of 4 projects, for 90 out of 100; 10 is left over.");
    CHECK(in(why.decided, "fr") == "Projets financés~: 2 sur 4, pour 90 sur 100~; il reste 10.");
    CHECK(in(why.decided, "ar") == "المشاريع الممولة: 2 من أصل 4، بكلفة 90 من ميزانية 100؛ والمتبقي 10.");
    CHECK(in(why.tie, "en") == "Ties in the count go to the option that is earlier on the ballot paper.");
    CHECK(in(why.margin, "en") == "Not funded, with the most votes (4): “Design centre”. It costs 50, which is 40 more than what is left.");
    CHECK(in(why.margin, "fr") == "Non financé, avec le plus de voix (4)~: «~Centre de design~». Son coût est de 50, soit 40 de plus que ce qui reste.");
    CHECK(in(why.margin, "ar") == "الأكثر أصواتا (4) مما لم يُموّل: «التصميم». كلفته 50، وهي تزيد على المتبقي بمقدار 40.");
    const auto ending = approved(R"({"method":"pb_greedy","params":{"by":"votes_per_cost","skip":false,)" + money + "}}");
    CHECK(in(ending.how, "en").ends_with("From the most votes per cost down, each project is funded if it still fits. The first project that does not fit ends it."));
    const auto none = hall(R"({"method":"pb_greedy","params":{"budget":10,"costs":{"lab":60,"design":50,"brand":30,"export":20}}})").cast(R"({"approve":["lab"]})").explained();
    CHECK(in(none.decided, "en") == "No project is funded out of 10.");
    const auto all = hall(R"({"method":"pb_greedy","params":{)" + money + "}}").cast(R"({"approve":["lab"]})").explained();
    CHECK(in(all.decided, "en") == "Funded: 1 of 4 projects, for 60 out of 100; 40 is left over. Every project with a vote is funded.");
}

TEST_CASE("equal shares are explained by who could pay") {
    const auto why = approved(R"({"method":"pb_mes","params":{)" + money + "}}");
    CHECK(in(why.how, "en") == "Each person approves projects; the budget is 100. The budget is split equally among the voters; a project is funded when its supporters can pay for it from their "
                               "shares. Next is always the project that takes least from its supporters, compared with its cost.");
    CHECK(in(why.decided, "en") == "Funded: 2 of 4 projects, for 90 out of 100; 10 is left over.");
    CHECK(in(why.margin, "en") == "Not funded, with the most votes (4): “Design centre”. Its supporters cannot pay its cost of 50 from their shares.");
    CHECK(in(why.margin, "fr") == "Non financé, avec le plus de voix (4)~: «~Centre de design~». Ceux qui le soutiennent ne peuvent pas payer son coût de 50 sur leurs parts.");
    CHECK(in(why.margin, "ar") == "الأكثر أصواتا (4) مما لم يُموّل: «التصميم». لا يستطيع مؤيدوه دفع كلفته 50 من حصصهم.");
    CHECK(in(why.tie, "ar") == "عند التعادل يُقدّم المشروع الأقل كلفة، ثم الأكثر أصواتا، ثم الأسبق في ورقة الاقتراع.");
    const auto completed = approved(R"({"method":"pb_mes","params":{"utility":"cardinality","completion":"add1_greedy",)" + money + "}}");
    CHECK(in(completed.how, "fr").ends_with("Les parts sont augmentées pas à pas tant que ce qui est financé ne dépasse pas le budget. Ce qui reste va aux projets qui ont le plus de voix et tiennent encore dans le budget."));
    CHECK(in(completed.margin, "en") == "Not funded, with the most votes (5): “Laboratory”. It costs 60, which is 40 more than what is left.");
}

TEST_CASE("sequential proportional approval is explained by its order and gains") {
    const auto why = approved(R"({"method":"seq_pav","params":{"seats":2}})");
    CHECK(in(why.how, "en") == "Each person approves options; places are filled one by one. A ballot counts in full until one of its options is chosen, then 1/2, then 1/3, and so on. There are 2 places to fill.");
    CHECK(in(why.decided, "en") == "Chosen, in this order: “Laboratory” (5 votes), “Brand” (2.5 votes).");
    CHECK(in(why.decided, "fr") == "Options retenues, dans cet ordre~: «~Laboratoire~» (5 voix), «~Marque~» (2,5 voix).");
    CHECK(in(why.decided, "ar") == "المختار بالترتيب: «المختبر» (5 أصوات)، «العلامة» (2.5 صوت).");
    CHECK(in(why.tie, "en") == "Ties in the count go to the option that is earlier on the ballot paper.");
}

TEST_CASE("Phragmén's method is explained by its order and the heaviest load") {
    const auto why = approved(R"({"method":"seq_phragmen","params":{"seats":2}})");
    CHECK(in(why.decided, "en") == "Chosen, in this order: “Laboratory”, “Brand”. The heaviest load of a voter is 0.4 places; spread evenly over all it would be 0.29.");
    CHECK(in(why.decided, "fr") == "Options retenues, dans cet ordre~: «~Laboratoire~», «~Marque~». La charge la plus lourde d’un votant est de 0,4 place~; répartie également entre tous, elle serait de 0,29.");
    CHECK(in(why.decided, "ar") == "المختار بالترتيب: «المختبر»، «العلامة». أثقل حمل على مصوت 0.4 مكان؛ ولو وُزّع بالتساوي على الجميع لكان 0.29.");
    const auto filled = hall(R"({"method":"seq_phragmen","params":{"seats":2}})").cast(R"({"approve":["brand"]})").explained();
    CHECK(in(filled.decided, "en") == "Chosen, in this order: “Brand”, “Laboratory”. Nobody approved “Laboratory”; ballot-paper order fills these places. The heaviest load of a voter is 1 place; "
                                      "spread evenly over all it would be 1.");
}
