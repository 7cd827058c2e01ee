#include "tests/catch.hpp"
#include "tests/unit/explained.hpp"

using namespace sawt;
using namespace sawt::test;

namespace {

const std::string plurality = R"({"method":"plurality"})";

std::string vote_for(const char* option) { return R"({"choice":")" + std::string(option) + "\"}"; }

// 5, 3, 2 and no votes.
hall ten_votes(const std::string& item = plurality) {
    hall room(item);
    room.cast(vote_for("lab"), 5).cast(vote_for("brand"), 3).cast(vote_for("design"), 2);
    return room;
}

}  // namespace

TEST_CASE("a result is explained in the languages of the workshop, in their order") {
    const auto why = ten_votes().explained();
    REQUIRE(why.how.by_language.size() == 3);
    CHECK(why.how.by_language[0].first == "ar");
    CHECK(why.how.by_language[1].first == "en");
    CHECK(why.how.by_language[2].first == "fr");
    CHECK(why.robust.empty());
}

TEST_CASE("plurality: how, what decided, no tie, and by how much") {
    const auto why = ten_votes().explained();
    CHECK(in(why.how, "en") == "Each person chooses one option; the votes are added up.");
    CHECK(in(why.how, "fr") == "Chaque personne choisit une seule option~; les voix sont additionnées.");
    CHECK(in(why.how, "ar") == "يختار كل مصوت خيارا واحدا، ثم تُجمع الأصوات.");
    CHECK(in(why.decided, "en") == "“Laboratory” comes first with 5 of 10 votes (50%).");
    CHECK(in(why.decided, "fr") == "«~Laboratoire~» arrive en tête avec 5 voix sur 10 (50\u00a0%).");
    CHECK(in(why.decided, "ar") == "في المرتبة الأولى «المختبر»: 5 من أصل 10 أصوات (50%).");
    CHECK(in(why.tie, "en") == "There is no tie for a place.");
    CHECK(in(why.tie, "fr") == "Il n’y a pas d’égalité pour une place.");
    CHECK(in(why.tie, "ar") == "لا تعادل على أي مكان.");
    CHECK(in(why.margin, "en") == "“Laboratory” is 2 votes ahead of “Brand”. The smallest gap among the first 3 places is 1 vote, between places 2 and 3.");
    CHECK(in(why.margin, "fr") == "«~Laboratoire~» devance «~Marque~» de 2 voix. L’écart le plus faible des 3 premières places est de 1 voix, entre les places 2 et 3.");
    CHECK(in(why.margin, "ar") == "الفارق بين «المختبر» والخيار التالي «العلامة»: صوتان. أصغر فارق ضمن أول 3 مراتب: صوت واحد، بين المرتبتين 2 و3.");
}

TEST_CASE("names are isolated in what is sent") {
    const auto why = ten_votes().explained();
    CHECK(std::string(why.decided.in("ar")).find("«\u2068المختبر\u2069»") != std::string::npos);
    CHECK(std::string(why.decided.in("fr")).find("«\u202f\u2068Laboratoire\u2069\u202f»") != std::string::npos);
}

TEST_CASE("no ballot that counts, no result: and the rules are still told") {
    hall room(plurality);
    auto why = room.explained();
    CHECK(in(why.how, "en") == "Each person chooses one option; the votes are added up.");
    CHECK(in(why.decided, "en") == "No ballots were counted, so there is no result.");
    CHECK(in(why.decided, "fr") == "Aucun bulletin n’a été compté~: il n’y a pas de résultat.");
    CHECK(in(why.decided, "ar") == "لم تُحتسب أي ورقة اقتراع، فلا توجد نتيجة.");
    CHECK(why.tie.empty());
    CHECK(why.margin.empty());

    why = room.cast("{}", 2).swayed({}).explained();
    CHECK(in(why.decided, "en") == "No ballots were counted, so there is no result.");
    CHECK(why.robust.empty());
}

TEST_CASE("blank ballots are told apart") {
    const auto told = [](int blank, const char* language) { return in(ten_votes().cast("{}", blank).explained().how, language); };
    CHECK(told(1, "en").ends_with("Of 11 ballots cast, 1 is blank and counts as an abstention."));
    CHECK(told(3, "en").ends_with("Of 13 ballots cast, 3 are blank and count as abstentions."));
    CHECK(told(1, "fr").ends_with("Sur 11 bulletins, 1 est blanc et compte comme abstention."));
    CHECK(told(3, "fr").ends_with("Sur 13 bulletins, 3 sont blancs et comptent comme abstentions."));
    CHECK(told(1, "ar").ends_with("من أصل 11 ورقة اقتراع: ورقة بيضاء واحدة تُحتسب امتناعا عن التصويت."));
    CHECK(told(2, "ar").ends_with("من أصل 12 ورقة اقتراع: ورقتان بيضاوان تُحتسبان امتناعا عن التصويت."));
    CHECK(told(3, "ar").ends_with("من أصل 13 ورقة اقتراع: 3 أوراق بيضاء تُحتسب امتناعا عن التصويت."));
    CHECK(told(11, "ar").ends_with("من أصل 21 ورقة اقتراع: 11 ورقة بيضاء تُحتسب امتناعا عن التصويت."));
}

TEST_CASE("blank and invalid ballots are told in one breath") {
    const auto why = ten_votes().cast("{}", 2).cast(vote_for("nobody"), 1).explained();
    CHECK(in(why.how, "en").ends_with("Of 13 ballots cast, 2 are blank and count as abstentions; 1 is invalid and does not count."));
    CHECK(in(why.how, "fr").ends_with("Sur 13 bulletins, 2 sont blancs et comptent comme abstentions~; 1 est nul et ne compte pas."));
    CHECK(in(why.how, "ar").ends_with("من أصل 13 ورقة اقتراع: ورقتان بيضاوان تُحتسبان امتناعا عن التصويت، وورقة باطلة واحدة لا تُحتسب."));
}

TEST_CASE("a weight is exact, as a fraction if need be") {
    const auto why = hall(R"({"method":"plurality","params":{"group_weights":{"tanneries":"1/3","importers":"5/4"}}})").cast(vote_for("lab"), 3).explained();
    CHECK(in(why.how, "en").find("“Tanneries” ×1/3 and “Importers” ×1.25; all other") != std::string::npos);
}

TEST_CASE("weights of groups are told, and that the numbers have them in them") {
    const std::string item = R"({"method":"plurality","params":{"group_weights":{"tanneries":2,"importers":"3/2","designers":1}}})";
    const auto why = hall(item).cast(vote_for("lab"), 3).cast(vote_for("brand"), 3, "importers").explained();
    CHECK(in(why.how, "en") == "Each person chooses one option; the votes are added up. Each ballot counts times the weight of its group: “Tanneries” ×2 and "
                               "“Importers” ×1.5; all other ballots count once. All numbers are weighted.");
    CHECK(in(why.how, "ar").ends_with("تُضرب كل ورقة في وزن مجموعتها: «المدابغ» ×2 و«المستوردون» ×1.5؛ وتُحتسب كل ورقة أخرى مرة واحدة. كل الأعداد مرجحة بالأوزان."));
    CHECK(in(why.how, "fr").ends_with("Chaque bulletin compte autant de fois que le poids de son groupe~: «~Tanneries~» ×2 et «~Importateurs~» ×1,5~; "
                                      "tous les autres comptent une fois. Tous les nombres sont pondérés."));
    CHECK(in(why.decided, "en") == "“Laboratory” comes first with 6 of 10.5 votes (57%).");
    CHECK(in(why.margin, "en").starts_with("“Laboratory” is 1.5 votes ahead of “Brand”."));
}

TEST_CASE("weights that are all 1 are not worth a word") {
    const auto why = hall(R"({"method":"plurality","params":{"group_weights":{"tanneries":1}}})").cast(vote_for("lab")).explained();
    CHECK(in(why.how, "en") == "Each person chooses one option; the votes are added up.");
}

TEST_CASE("shares of groups are told as what they weigh together") {
    const std::string item = R"({"method":"plurality","params":{"group_mode":"share","group_weights":{"tanneries":2,"importers":1}}})";
    const auto why = hall(item).cast(vote_for("lab"), 3).cast(vote_for("brand"), 30, "importers").cast(vote_for("brand"), 1, "designers").explained();
    CHECK(in(why.how, "en").ends_with("The ballots of each group weigh a fixed amount together, however many vote: “Tanneries” 2 and “Importers” 1. All numbers are "
                                      "weighted. Of 34 ballots cast, 1 is invalid and does not count."));
    CHECK(in(why.how, "ar").find("لأوراق كل مجموعة معا وزن ثابت مهما كان عدد المصوتين فيها: «المدابغ» 2 و«المستوردون» 1.") != std::string::npos);
    CHECK(in(why.how, "ar").ends_with("من أصل 34 ورقة اقتراع: ورقة باطلة واحدة لا تُحتسب."));
    CHECK(in(why.decided, "en") == "“Laboratory” comes first with 2 of 3 votes (67%).");
}

TEST_CASE("the quorum is met by reaching it exactly") {
    const auto told = [](int eligible, const char* language) {
        return in(ten_votes(R"({"method":"plurality","params":{"quorum":"1/2","eligible":)" + std::to_string(eligible) + "}}").explained().how, language);
    };
    CHECK(told(20, "en").ends_with("The quorum is reached: of 20 people entitled to vote, 10 did; at least 10 had to."));
    CHECK(told(19, "en").ends_with("The quorum is reached: of 19 people entitled to vote, 10 did; at least 10 had to."));
    CHECK(told(21, "en").ends_with("The quorum is not reached: of 21 people entitled to vote, 10 did; at least 11 had to."));
    CHECK(told(21, "fr").ends_with("Le quorum n’est pas atteint~: sur 21 électeurs inscrits, 10 ont voté~; il en fallait au moins 11."));
    CHECK(told(20, "ar").ends_with("اكتمل النصاب القانوني: عدد المصوتين 10 من أصل 20 يحق لهم التصويت، والحد الأدنى 10."));
    const auto why = ten_votes(R"({"method":"plurality","params":{"eligible":40}})").explained();
    CHECK(in(why.how, "en").ends_with("Of 40 people entitled to vote, 10 did (25%)."));
}

TEST_CASE("a tie that no rule settles leaves all that tie") {
    const auto why = hall(plurality).cast(vote_for("lab"), 4).cast(vote_for("brand"), 4).cast(vote_for("design")).explained();
    CHECK(in(why.decided, "en") == "“Laboratory” and “Brand” share first place. Each has 4 votes.");
    CHECK(in(why.decided, "ar") == "المرتبة الأولى مشتركة بين «المختبر» و«العلامة». لكل منها 4 أصوات.");
    CHECK(in(why.decided, "fr") == "«~Laboratoire~» et «~Marque~» se partagent la première place. Chacune a 4 voix.");
    CHECK(in(why.tie, "en") == "“Laboratory” and “Brand” tie for first place. No tie-break was agreed, so all of them count as chosen.");
    CHECK(in(why.tie, "ar") == "هناك تعادل على المرتبة الأولى بين «المختبر» و«العلامة». لم تُقرر قاعدة لفك التعادل، فيُعدّ كل خيار متعادل مختارا.");
    CHECK(in(why.tie, "fr") == "«~Laboratoire~» et «~Marque~» sont à égalité pour la première place. Aucun départage n’a été convenu~: toutes sont donc retenues.");
}

TEST_CASE("a tie that the ballot paper settles says for whom") {
    const std::string item = R"({"method":"plurality","params":{"tie_break":"order","seats":2}})";
    const auto why = hall(item).cast(vote_for("export"), 5).cast(vote_for("brand"), 4).cast(vote_for("design"), 4).explained();
    CHECK(in(why.how, "en").ends_with("There are 2 places to fill."));
    CHECK(in(why.decided, "en") == "The 2 places go to “Export” (5 votes) and “Design centre” (4 votes).");
    CHECK(in(why.tie, "en") == "“Design centre” and “Brand” tie for the last place. Each has 4 votes. The order on the ballot paper settles it: “Design centre”.");
    CHECK(in(why.tie, "ar") == "هناك تعادل على آخر مكان بين «التصميم» و«العلامة». لكل منها 4 أصوات. يفك التعادل ترتيب ورقة الاقتراع: «التصميم».");
    CHECK(in(why.tie, "fr") == "«~Centre de design~» et «~Marque~» sont à égalité pour la dernière place. Chacune a 4 voix. L’ordre du bulletin départage~: «~Centre de design~».");
    CHECK(why.margin.empty());
}

TEST_CASE("with several places the boundary of the places is the margin") {
    const auto why = ten_votes(R"({"method":"plurality","params":{"seats":2}})").explained();
    CHECK(in(why.decided, "en") == "The 2 places go to “Laboratory” (5 votes) and “Brand” (3 votes).");
    CHECK(in(why.decided, "ar") == "الأماكن (2) من نصيب «المختبر» (5 أصوات) و«العلامة» (3 أصوات).");
    CHECK(in(why.decided, "fr") == "Les 2 places reviennent à «~Laboratoire~» (5 voix) et «~Marque~» (3 voix).");
    CHECK(in(why.margin, "en") == "Places 2 and 3 differ by 1 vote: “Brand” is chosen, “Design centre” is not.");
    CHECK(in(why.margin, "ar") == "الفارق بين المرتبتين 2 و3: صوت واحد؛ «العلامة» ضمن المختار و«التصميم» خارجه.");
    CHECK(in(why.margin, "fr") == "Entre les places 2 et 3, il y a 1 voix d’écart~: «~Marque~» passe, «~Centre de design~» non.");
}

TEST_CASE("more that tie than there are places, and fewer options than places") {
    const auto more = hall(R"({"method":"plurality","params":{"seats":2}})").cast(vote_for("lab"), 2).cast(vote_for("brand")).cast(vote_for("export")).explained();
    CHECK(in(more.decided, "en") == "For 2 places there are 3 options, since some tie: “Laboratory” (2 votes), “Brand” (1 vote) and “Export” (1 vote).");
    CHECK(in(more.tie, "en") == "“Brand” and “Export” tie for the last place. Each has 1 vote. No tie-break was agreed, so all of them count as chosen.");
    const auto fewer = hall(R"({"method":"plurality","params":{"seats":9}})").cast(vote_for("lab"), 2).explained();
    CHECK(in(fewer.decided, "en").starts_with("For 9 places there are only 4 options: “Laboratory” (2 votes),"));
}

TEST_CASE("a majority is told as what it is, and who passed it") {
    const auto told = [](const char* majority) { return ten_votes(R"({"method":"plurality","params":{"majority":")" + std::string(majority) + "\"}}").explained(); };
    CHECK(in(told("1/2").how, "en").ends_with("To pass, an option needs more than half of the votes."));
    CHECK(in(told("1/2").decided, "en").ends_with("No option is above the threshold of 5 votes."));
    CHECK(in(told("2/3").how, "fr").ends_with("Pour être adoptée, une option doit recueillir plus des deux tiers des voix."));
    CHECK(in(told("3/4").how, "ar").ends_with("لا يُعتمد خيار إلا إذا نال أكثر من ثلاثة أرباع الأصوات."));
    CHECK(in(told("0.4").how, "en").ends_with("To pass, an option needs more than 40% of the votes."));
    CHECK(in(told("0.4").decided, "en").ends_with("Above the threshold of 4 votes: “Laboratory”."));
    CHECK(in(told("1/3").how, "en").ends_with("To pass, an option needs more than 1/3 of the votes."));
}

TEST_CASE("the top places outlive the absence of any one group, or do not") {
    CHECK(in(ten_votes().swayed({}).explained().robust, "en") == "The order of the first 3 places stays the same without any one group.");
    CHECK(in(ten_votes().swayed({}).explained().robust, "ar") == "ترتيب أول 3 مراتب لا يتغير بغياب أي مجموعة وحدها.");
    CHECK(in(ten_votes().swayed({}).explained().robust, "fr") == "L’ordre des 3 premières places reste le même sans l’un quelconque des groupes.");
    const auto why = ten_votes().swayed({{"tanneries"}, {"importers", "designers"}, {""}}).explained();
    CHECK(in(why.robust, "en") == "Without “Tanneries”, “Importers” and “Designers” together or those of no group the order of the first 3 places would be another.");
    CHECK(in(why.robust, "ar") == "بغياب «المدابغ» أو «المستوردون» و«المصممون» معا أو من لا مجموعة لهم يتغير ترتيب أول 3 مراتب.");
    CHECK(in(why.robust, "fr") == "Sans «~Tanneries~», «~Importateurs~» et «~Stylistes~» ensemble ou les personnes sans groupe, l’ordre des 3 premières places serait un autre.");
}

TEST_CASE("Arabic text can have its own digits, and the others keep theirs") {
    hall room(plurality, R"({"digits":"arab"})");
    const auto why = room.cast(vote_for("lab"), 12).cast(vote_for("brand"), 8).explained();
    CHECK(in(why.decided, "ar") == "في المرتبة الأولى «المختبر»: ١٢ من أصل ٢٠ صوتا (٦٠٪\u061c).");
    CHECK(in(why.decided, "en") == "“Laboratory” comes first with 12 of 20 votes (60%).");
    CHECK(in(why.margin, "ar").starts_with("الفارق بين «المختبر» والخيار التالي «العلامة»: ٤ أصوات."));
}

TEST_CASE("a method that is not known and keys that are not there cost sentences, never the explanation") {
    hall room = ten_votes();
    agenda plan = room.plan();
    round_result result = room.result();
    item unknown = plan.items.front();
    unknown.method = "tomorrows_method";
    const auto why = explain(plan, unknown, result);
    CHECK(why.how.empty());
    CHECK(why.decided.empty());

    for (const char* method : {"agreement", "allocation", "approval", "borda", "concordance", "condorcet", "delphi", "dots", "irv", "majority_judgment", "pairwise_comparison", "pb_greedy",
                               "pb_mes", "plurality", "priority_matrix", "qa_upvotes", "quadratic", "ranked_pairs", "schulze", "score", "seq_pav", "seq_phragmen", "stv", "words"})
        for (const char* more : {"{}", "[]", "nonsense", R"({"stats":7,"rounds":[1,{"votes":[]}],"pairwise":{"lab":3},"paths":[],"smith":["?"],"measures":{},"spent":"x"})"})
            for (const char* params : {"{}", "null", R"({"seats":-1,"dots":"many","axes":[{},7],"grades":"x","costs":[]})"}) {
                INFO(method << " " << more << " " << params);
                item bare = plan.items.front();
                bare.method = method;
                bare.params = params;
                round_result of = room.result();
                of.total.more = more;
                CHECK_NOTHROW(explain(plan, bare, of));
                of.total.ranking.clear();
                of.total.winners.clear();
                of.total.scores.clear();
                CHECK_NOTHROW(explain(plan, bare, of));
            }
}

TEST_CASE("an explanation travels without its empty parts") {
    const auto object = to_json(ten_votes().explained());
    CHECK(object.size() == 4);
    CHECK(object["how"]["en"] == "Each person chooses one option; the votes are added up.");
    CHECK(object["how"].size() == 3);
    CHECK_FALSE(object.contains("robust"));
}
