// Methods that add up what voters choose, give or rate.
#include "tests/catch.hpp"
#include "tests/unit/explained.hpp"

using namespace sawt;
using namespace sawt::test;

TEST_CASE("approval is explained") {
    const auto why = hall(R"({"method":"approval","params":{"max":2}})").cast(R"({"approve":["lab","brand"]})", 3).cast(R"({"approve":["lab"]})", 2).cast(R"({"approve":["design"]})").explained();
    CHECK(in(why.how, "en") == "Each person may approve up to 2 options; the approvals are added up.");
    CHECK(in(why.how, "fr") == "Chaque personne peut approuver jusqu’à 2 options~; les approbations sont additionnées.");
    CHECK(in(why.how, "ar") == "لكل مصوت أن يوافق على خيارين على الأكثر، ثم تُجمع الموافقات.");
    CHECK(in(why.decided, "en") == "“Laboratory” comes first: approved on 5 of 6 ballots (83%).");
    CHECK(in(why.decided, "fr") == "«~Laboratoire~» arrive en tête~: option approuvée par 5 bulletins sur 6 (83\u00a0%).");
    CHECK(in(why.decided, "ar") == "في المرتبة الأولى «المختبر»: موافقة في 5 من أصل 6 أوراق اقتراع (83%).");
    CHECK(in(why.margin, "en") == "“Laboratory” is 2 approvals ahead of “Brand”.");
    CHECK(in(why.margin, "fr") == "«~Laboratoire~» devance «~Marque~» de 2 approbations.");
    CHECK(in(why.margin, "ar") == "الفارق بين «المختبر» والخيار التالي «العلامة»: موافقتان.");
}

TEST_CASE("limits of approval are told as they bind") {
    const auto how = [](const char* params, const char* language) { return in(hall(R"({"method":"approval","params":)" + std::string(params) + "}").explained().how, language); };
    CHECK(how("{}", "en") == "Each person may approve any number of options; the approvals are added up.");
    CHECK(how(R"({"max":4})", "en") == "Each person may approve any number of options; the approvals are added up.");
    CHECK(how(R"({"min":2})", "en") == "Each person approves at least 2 options; the approvals are added up.");
    CHECK(how(R"({"min":2,"max":3})", "fr") == "Chaque personne approuve de 2 à 3 options~; les approbations sont additionnées.");
    CHECK(how(R"({"min":3,"max":3})", "ar") == "يوافق كل مصوت على 3 خيارات بالضبط، ثم تُجمع الموافقات.");
    CHECK(how(R"({"min":2,"max":3})", "ar") == "يوافق كل مصوت على عدد من الخيارات بين 2 و3، ثم تُجمع الموافقات.");
}

TEST_CASE("upvotes are explained") {
    const auto why = hall(R"({"method":"qa_upvotes"})").cast(R"({"approve":["lab","brand"]})", 3).cast(R"({"approve":["lab"]})", 2).explained();
    CHECK(in(why.how, "en") == "Each person may upvote any number of questions; the upvotes are added up.");
    CHECK(in(why.how, "ar") == "لكل مصوت أن يؤيد ما يشاء من الأسئلة، ثم تُجمع التأييدات.");
    CHECK(in(why.decided, "en") == "“Laboratory” comes first: upvoted on 5 of 5 ballots (100%).");
    CHECK(in(why.decided, "fr") == "«~Laboratoire~» arrive en tête~: question soutenue par 5 bulletins sur 5 (100\u00a0%).");
    CHECK(in(why.margin, "en") == "“Laboratory” is 2 upvotes ahead of “Brand”.");
    CHECK(in(why.margin, "fr") == "«~Laboratoire~» devance «~Marque~» de 2 soutiens.");
    CHECK(in(why.margin, "ar") == "الفارق بين «المختبر» والخيار التالي «العلامة»: تأييدان.");
}

TEST_CASE("dots are explained") {
    const auto why = hall(R"({"method":"dots","params":{"dots":5,"cap":3}})").cast(R"({"points":{"lab":3,"brand":2}})", 4).cast(R"({"points":{"brand":3}})", 2).explained();
    CHECK(in(why.how, "en") == "Each person may give up to 5 dots, at most 3 to one option; the dots are added up.");
    CHECK(in(why.how, "fr") == "Chaque personne peut donner jusqu’à 5 points, au plus 3 à une même option~; les points sont additionnés.");
    CHECK(in(why.how, "ar") == "لكل مصوت 5 نقاط على الأكثر، وللخيار الواحد 3 نقاط على الأكثر، ثم تُجمع النقاط.");
    CHECK(in(why.decided, "en") == "“Brand” comes first with 14 of 26 dots (54%).");
    CHECK(in(why.decided, "fr") == "«~Marque~» arrive en tête avec 14 points sur 26 (54\u00a0%).");
    CHECK(in(why.decided, "ar") == "في المرتبة الأولى «العلامة»: 14 من أصل 26 نقطة (54%).");
    CHECK(in(why.margin, "en") == "“Brand” is 2 dots ahead of “Laboratory”.");
    CHECK(in(why.margin, "ar") == "الفارق بين «العلامة» والخيار التالي «المختبر»: نقطتان.");
    CHECK(in(hall(R"({"method":"dots","params":{"dots":2,"use_all":true}})").explained().how, "ar") == "يوزع كل مصوت نقطتين بالضبط، ثم تُجمع النقاط.");
    CHECK(in(hall(R"({"method":"dots","params":{"dots":8,"cap":8}})").explained().how, "en") == "Each person may give up to 8 dots; the dots are added up.");
}

TEST_CASE("allocation is explained") {
    const auto why = hall(R"({"method":"allocation","params":{"total":100}})").cast(R"({"points":{"lab":60,"brand":40}})", 3).cast(R"({"points":{"brand":100}})").explained();
    CHECK(in(why.how, "en") == "Each person shares out exactly 100 points; the points are added up.");
    CHECK(in(why.how, "fr") == "Chaque personne répartit exactement 100 points~; les points sont additionnés.");
    CHECK(in(why.how, "ar") == "يوزع كل مصوت 100 نقطة بالضبط على الخيارات، ثم تُجمع النقاط.");
    CHECK(in(why.decided, "en") == "“Brand” comes first with 220 of 400 points (55%).");
    CHECK(in(why.decided, "ar") == "في المرتبة الأولى «العلامة»: 220 من أصل 400 نقطة (55%).");
    CHECK(in(why.margin, "en") == "“Brand” is 40 points ahead of “Laboratory”.");
    CHECK(in(hall(R"({"method":"allocation","params":{"total":100,"exact":false}})").explained().how, "en") == "Each person shares out up to 100 points; the points are added up.");
}

TEST_CASE("quadratic voting is explained") {
    const auto why = hall(R"({"method":"quadratic","params":{"credits":100,"negative":true}})").cast(R"({"points":{"lab":6,"brand":-8}})").cast(R"({"points":{"brand":9}})", 2).explained();
    CHECK(in(why.how, "en") == "Each person has 100 credits. On one option 1 vote costs 1 credit, 2 votes cost 4, 3 cost 9, and so on; the votes are added up, not the credits. "
                               "Votes against an option are subtracted.");
    CHECK(in(why.how, "fr") == "Chaque personne dispose de 100 crédits. Sur une option, 1 voix coûte 1 crédit, 2 voix en coûtent 4, 3 voix 9, et ainsi de suite~; on additionne les "
                               "voix, pas les crédits. Les voix contre une option sont soustraites.");
    CHECK(in(why.how, "ar") == "لكل مصوت رصيد من 100 وحدة. على الخيار الواحد: صوت واحد يكلف 1، وصوتان 4، وثلاثة أصوات 9، وهكذا؛ وتُجمع الأصوات لا الرصيد. "
                               "تُطرح الأصوات المعارضة للخيار من مجموعه.");
    CHECK(in(why.decided, "en") == "“Brand” comes first with 10 votes.");
    CHECK(in(why.decided, "ar") == "في المرتبة الأولى «العلامة»: 10 أصوات.");
    CHECK(in(why.decided, "fr") == "«~Marque~» arrive en tête avec 10 voix.");
    CHECK(in(why.margin, "en") == "“Brand” is 4 votes ahead of “Laboratory”.");
}

TEST_CASE("words are explained, in the spelling that most wrote") {
    const auto why = hall(R"({"method":"words","params":{"max_words":3}})").cast(R"({"words":["Quality","price"]})", 3).cast(R"({"words":["quality"]})").cast("{}").explained();
    CHECK(in(why.how, "en").starts_with("Each person may write up to 3 words or short texts; each counts once per person. Spellings that differ only in"));
    CHECK(in(why.how, "ar").starts_with("لكل مصوت أن يكتب 3 كلمات أو نصوص قصيرة على الأكثر؛ وتُحتسب كل كلمة مرة واحدة لكل مصوت."));
    CHECK(in(why.decided, "en") == "“Quality” comes first: written on 4 of 4 ballots (100%).");
    CHECK(in(why.decided, "fr") == "«~Quality~» arrive en tête~: mot présent dans 4 bulletins sur 4 (100\u00a0%).");
    CHECK(in(why.decided, "ar") == "في المرتبة الأولى «Quality»: وردت في 4 من أصل 4 أوراق اقتراع (100%).");
    CHECK(in(why.margin, "en") == "“Quality” is 1 mention ahead of “price”.");
    CHECK(in(why.margin, "ar") == "الفارق بين «Quality» والخيار التالي «price»: مرة واحدة.");
    CHECK(in(why.margin, "fr") == "«~Quality~» devance «~price~» de 1 citation.");
}

TEST_CASE("scores are explained") {
    const auto cast = [](hall room) { return room.cast(R"({"scores":{"lab":8,"brand":7}})", 2).cast(R"({"scores":{"lab":9}})").explained(); };
    const auto why = cast(hall(R"({"method":"score","params":{"min":0,"max":10}})"));
    CHECK(in(why.how, "en") == "Each person may rate each option from 0 to 10; who does not rate an option has no say on it. Options are ordered by the mean (average) of their ratings.");
    CHECK(in(why.how, "fr") == "Chaque personne peut noter chaque option de 0 à 10~; qui ne note pas une option ne compte pas pour elle. Les options sont classées selon la moyenne de leurs notes.");
    CHECK(in(why.how, "ar") == "لكل مصوت أن يقيّم كل خيار من 0 إلى 10؛ ومن لم يقيّم خيارا فلا رأي له فيه. ترتيب الخيارات حسب متوسط تقييماتها.");
    CHECK(in(why.decided, "en") == "“Laboratory” comes first with a mean of 8.33 from 3 ratings.");
    CHECK(in(why.decided, "fr") == "«~Laboratoire~» arrive en tête avec une moyenne de 8,33 pour 3 notes.");
    CHECK(in(why.decided, "ar") == "في المرتبة الأولى «المختبر»: المتوسط 8.33 من 3 تقييمات.");
    CHECK(in(why.margin, "en") == "“Laboratory” is 1.33 points ahead of “Brand”.");
    CHECK(in(why.margin, "fr") == "«~Laboratoire~» devance «~Marque~» de 1,33 point.");
    CHECK(in(why.margin, "ar") == "الفارق بين «المختبر» والخيار التالي «العلامة»: 1.33 نقطة.");

    const auto median = cast(hall(R"({"method":"score","params":{"min":0,"max":10,"rank_by":"median","min_raters":3}})"));
    CHECK(in(median.how, "en").ends_with("Options are ordered by the median: half of the ratings are at or above it, half at or below. An option needs at least 3 ratings to have a place."));
    CHECK(in(median.how, "ar").ends_with("لا مرتبة لخيار له أقل من 3 تقييمات."));
    CHECK(in(median.decided, "en") == "“Laboratory” comes first with a median of 8 from 3 ratings.");
    CHECK(median.margin.empty());
}

TEST_CASE("equal means are told as means") {
    const auto why = hall(R"({"method":"score","params":{"min":0,"max":10}})").cast(R"({"scores":{"lab":8,"brand":8}})").cast(R"({"scores":{"lab":7,"brand":7}})").explained();
    CHECK(in(why.decided, "en") == "“Laboratory” and “Brand” share first place. Each has a mean of 7.5.");
    CHECK(in(why.decided, "fr") == "«~Laboratoire~» et «~Marque~» se partagent la première place. Chacune a une moyenne de 7,5.");
    CHECK(in(why.decided, "ar") == "المرتبة الأولى مشتركة بين «المختبر» و«العلامة». لكل منها متوسط 7.5.");
}

TEST_CASE("agreement is explained") {
    const auto why = hall(R"({"method":"agreement","params":{"min":1,"max":5}})").cast(R"({"scores":{"lab":5,"brand":1}})", 2).cast(R"({"scores":{"lab":5,"brand":5}})", 2).explained();
    CHECK(in(why.how, "en").ends_with("Agreement goes from −1 (half at each end of the scale) to 1 (all alike)."));
    CHECK(in(why.how, "ar").ends_with("الاتفاق من −1 (نصف عند كل طرف من المقياس) إلى 1 (الجميع سواء)."));
    CHECK(in(why.decided, "en") == "“Laboratory” comes first with a mean of 5 from 4 ratings. People agree most on “Laboratory” (1) and least on “Brand” (−1).");
    CHECK(in(why.decided, "fr") == "«~Laboratoire~» arrive en tête avec une moyenne de 5 pour 4 notes. L’accord est le plus fort sur «~Laboratoire~» (1) et le plus faible sur «~Marque~» (−1).");
    CHECK(in(why.decided, "ar") == "في المرتبة الأولى «المختبر»: المتوسط 5 من 4 تقييمات. أقوى اتفاق على «المختبر» (1)، وأضعفه على «العلامة» (−1).");
}

TEST_CASE("a Delphi round is explained, and how answers moved since the one before") {
    hall room(R"({"method":"delphi","params":{"min":1,"max":5}})");
    room.cast(R"({"scores":{"lab":5,"brand":1}})", 2).cast(R"({"scores":{"lab":5,"brand":5}})", 2);
    auto why = room.explained();
    CHECK(in(why.how, "en").ends_with("The question is asked in rounds. Consensus on an option: the middle half of its ratings spans at most 1 point."));
    CHECK(in(why.how, "ar").ends_with("يُطرح السؤال على جولات. يتحقق التوافق على خيار إذا كان مدى النصف الأوسط من تقييماته نقطة واحدة على الأكثر."));
    CHECK(in(why.decided, "en") == "“Laboratory” comes first with a mean of 5 from 4 ratings. Consensus on 1 of 2 options.");
    CHECK(in(why.decided, "fr").ends_with("Consensus sur 1 des 2 options."));
    CHECK(in(why.decided, "ar").ends_with("تحقق التوافق على 1 من أصل خيارين."));

    auto result = room.result();
    auto more = nlohmann::json::parse(result.total.more);
    more["shift"] = {{"lab", {{"iqr_shift", -1}}}, {"brand", {{"iqr_shift", "1/2"}}}, {"design", {{"iqr_shift", nullptr}}}};
    result.total.more = more.dump();
    why = explain(room.plan(), room.plan().items.front(), result);
    CHECK(in(why.decided, "en").ends_with("Since the round before, ratings have moved closer on 1 of 2 options and apart on 1."));
    CHECK(in(why.decided, "fr").ends_with("Depuis le tour précédent, les notes se sont rapprochées sur 1 des 2 options et éloignées sur 1."));
    CHECK(in(why.decided, "ar").ends_with("منذ الجولة السابقة تقاربت التقييمات في 1 من أصل خيارين وتباعدت في 1."));
}

TEST_CASE("a priority matrix is explained by its axes") {
    const std::string axes = R"("axes":[{"id":"impact","min":1,"max":5,"name":{"ar":"الأثر","en":"Impact","fr":"Effet"}},)"
                             R"({"id":"ease","min":1,"max":5,"weight":"1/2","name":{"ar":"السهولة","en":"Ease","fr":"Facilité"}}])";
    const auto cast = [](hall room) { return room.cast(R"({"scores":{"lab":{"impact":5,"ease":4},"brand":{"impact":4,"ease":2}}})", 2).explained(); };
    const auto why = cast(hall(R"({"method":"priority_matrix","params":{)" + axes + "}}"));
    CHECK(in(why.how, "en") == "Each person may rate each option on “Impact” and “Ease”, from 1 to 5. The means (averages) of the axes are added up, each times the weight of its axis: “Impact” ×1 and “Ease” ×0.5.");
    CHECK(in(why.how, "fr") == "Chaque personne peut noter chaque option sur «~Effet~» et «~Facilité~», de 1 à 5. Les moyennes des axes sont additionnées, chacune multipliée par le poids de son "
                               "axe~: «~Effet~» ×1 et «~Facilité~» ×0,5.");
    CHECK(in(why.how, "ar") == "لكل مصوت أن يقيّم كل خيار من حيث «الأثر» و«السهولة»، من 1 إلى 5. تُجمع متوسطات المحاور، وكل متوسط مضروب في وزن محوره: «الأثر» ×1 و«السهولة» ×0.5.");
    CHECK(in(why.decided, "en") == "“Laboratory” comes first with 7, from “Impact” 5 and “Ease” 4.");
    CHECK(in(why.decided, "fr") == "«~Laboratoire~» arrive en tête avec 7, à partir de «~Effet~» 5 et «~Facilité~» 4.");
    CHECK(in(why.decided, "ar") == "في المرتبة الأولى «المختبر»: 7، من «الأثر» 5 و«السهولة» 4.");
    CHECK(in(why.margin, "en") == "“Laboratory” is 2 points ahead of “Brand”.");

    const auto product = cast(hall(R"({"method":"priority_matrix","params":{"rank_by":"product",)" + axes + "}}"));
    CHECK(in(product.how, "en").ends_with("The means (averages) of the axes are multiplied."));
    CHECK(in(product.decided, "en") == "“Laboratory” comes first with 20, from “Impact” 5 and “Ease” 4.");
}

TEST_CASE("majority judgment is explained in the words of its grades") {
    const std::string grades = R"("grades":[{"ar":"ضعيف","en":"poor","fr":"insuffisant"},{"ar":"مقبول","en":"fair","fr":"passable"},{"ar":"جيد","en":"good","fr":"bien"}])";
    const auto why = hall(R"({"method":"majority_judgment","params":{)" + grades + "}}").cast(R"({"scores":{"lab":2,"brand":1}})", 3).cast(R"({"scores":{"lab":0,"brand":1}})", 2).explained();
    CHECK(in(why.how, "en") == "Each person gives each option a grade, from “poor” to “good”. An option’s majority grade is the best one that more than half of its grades reach. "
                               "A missing grade counts as “poor”. Equal majority grades are told apart by taking one such grade away from each, as often as needed.");
    CHECK(in(why.decided, "en") == "“Laboratory” comes first with the majority grade “good”: 3 of its 5 grades (60%) are that or better.");
    CHECK(in(why.decided, "fr") == "«~Laboratoire~» arrive en tête avec la mention majoritaire «~bien~»~: 3 de ses 5 mentions (60\u00a0%) sont à ce niveau ou au-dessus.");
    CHECK(in(why.decided, "ar") == "في المرتبة الأولى «المختبر» بتقدير الأغلبية «جيد»: 3 من أصل 5 تقديرات (60%) عند هذا التقدير أو أعلى منه.");
    CHECK(in(why.margin, "en") == "“Brand” comes next with “fair”.");
    CHECK(in(why.margin, "fr") == "«~Marque~» vient ensuite avec «~passable~».");
    CHECK(in(why.margin, "ar") == "يليه «العلامة» بتقدير «مقبول».");

    const auto close = hall(R"({"method":"majority_judgment","params":{"missing":"normalise",)" + grades + "}}")
                           .cast(R"({"scores":{"lab":2,"brand":2}})").cast(R"({"scores":{"lab":2,"brand":0}})").cast(R"({"scores":{"lab":1,"brand":1}})", 3).explained();
    CHECK(in(close.how, "en").find("A missing grade does not count; the grades of each option are scaled to the same total.") != std::string::npos);
    CHECK(in(close.margin, "en") == "“Brand” comes next with the same grade. Of the grades of “Laboratory”, 40% are better and 0% worse; of those of “Brand”, 20% and 20%.");
    CHECK(in(close.margin, "ar") == "يليه «العلامة» بالتقدير نفسه. من تقديرات «المختبر» أعلى منه 40% وأدنى منه 0%؛ ومن تقديرات «العلامة» أعلى منه 20% وأدنى منه 20%.");
    CHECK(in(close.margin, "fr") == "«~Marque~» vient ensuite avec la même mention. Des mentions de «~Laboratoire~», 40\u00a0% sont meilleures et 0\u00a0% moins bonnes~; de celles de «~Marque~», 20\u00a0% et 20\u00a0%.");
}
