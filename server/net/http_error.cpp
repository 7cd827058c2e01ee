#include "server/net/http_error.hpp"

#include "server/net/http_head.hpp"

#include <array>
#include <cstdlib>

namespace sawt::net {

namespace {

struct row {
    transport_error what;
    unsigned status;
    std::string_view reason;
    std::string_view en, ar, fr;
};

constexpr std::array<row, 11> table{{
    {transport_error::bad_request, 400, "bad-request", "The request is not well-formed.", "الطلب غير مكتوب بصيغة صحيحة.", "La requête est mal formée."},
    {transport_error::no_host, 400, "bad-host", "The request needs one valid Host header.", "يحتاج الطلب إلى ترويسة Host واحدة صحيحة.",
     "La requête doit porter un seul en-tête Host valide."},
    {transport_error::bad_upgrade, 400, "bad-upgrade", "This is not a valid WebSocket handshake.", "هذه ليست مصافحة WebSocket صحيحة.",
     "Cette négociation WebSocket n’est pas valide."},
    {transport_error::wrong_version, 426, "wrong-version", "WebSocket version 13 is needed.", "المطلوب هو الإصدار 13 من WebSocket.",
     "Il faut la version 13 de WebSocket."},
    {transport_error::foreign_origin, 403, "wrong-origin", "Pages of another site may not connect.", "لا يُسمح لصفحات موقع آخر بالاتصال.",
     "Les pages d’un autre site ne peuvent pas se connecter."},
    {transport_error::request_timeout, 408, "request-timeout", "The request took too long to arrive.", "تأخّر وصول الطلب أكثر من اللازم.",
     "La requête a mis trop de temps à arriver."},
    {transport_error::body_too_big, 413, "too-big", "The request is too big.", "الطلب أكبر من المسموح.", "La requête est trop grande."},
    {transport_error::no_expectation, 417, "bad-expectation", "This server does not know that Expect header.", "لا يعرف هذا الخادم ترويسة Expect هذه.",
     "Ce serveur ne connaît pas cet en-tête Expect."},
    {transport_error::head_too_big, 431, "head-too-big", "The head of the request is too big.", "ترويسات الطلب أكبر من المسموح.",
     "L’en-tête de la requête est trop grand."},
    {transport_error::no_answer, 500, "no-answer", "Something went wrong on the server.", "حدث خطأ في الخادم.", "Une erreur est survenue sur le serveur."},
    {transport_error::full, 503, "full", "The server is full. Try again in a moment.", "الخادم ممتلئ. حاول مجدّدًا بعد قليل.",
     "Le serveur est plein. Réessayez dans un instant."},
}};

}  // namespace

std::string_view language_of(std::string_view accept_language, std::string_view otherwise) {
    std::string_view best = otherwise;
    double best_weight = 0;
    while (!accept_language.empty()) {
        const auto end = std::min(accept_language.find(','), accept_language.size());
        const auto one = trimmed(accept_language.substr(0, end));
        accept_language.remove_prefix(std::min(end + 1, accept_language.size()));
        double weight = 1;
        if (const auto at = one.find("q="); at != std::string_view::npos) weight = std::strtod(std::string(one.substr(at + 2)).c_str(), nullptr);
        for (const std::string_view known : {"ar", "en", "fr"}) {
            const bool named = one.substr(0, 2) == known && (one.size() == 2 || one[2] == '-' || one[2] == ';' || one[2] == ' ');
            if (named && weight > best_weight) {
                best = known;
                best_weight = weight;
            }
        }
    }
    return best;
}

response error_response(transport_error what, std::string_view accept_language) {
    const row* found = table.data();
    for (const auto& one : table)
        if (one.what == what) found = &one;
    const auto language = language_of(accept_language);
    const auto text = language == "ar" ? found->ar : language == "fr" ? found->fr : found->en;
    response answer;
    answer.status = found->status;
    // The texts of the table hold nothing that JSON would have to escape.
    answer.body.append(R"({"error":{"reason":")").append(found->reason).append(R"(","text":")").append(text).append(R"("}})");
    if (what == transport_error::full) answer.headers.emplace_back("Retry-After", "2");
    if (what == transport_error::wrong_version) answer.headers.emplace_back("Sec-WebSocket-Version", "13");
    return answer;
}

}  // namespace sawt::net
