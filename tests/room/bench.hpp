// A room on a bench: its log answers when the test says so, and its clients remember what they were sent.
#pragma once

#include "server/room/room.hpp"
#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

namespace sawt::test {

using nlohmann::json;
using room::member_id;

inline constexpr const char* plan = R"({"groups":[{"id":"designers","name":"المصممون"},{"id":"tanneries","name":"المدابغ"}],"items":[
  {"id":"hello","kind":"slide","title":"أهلا"},
  {"id":"priorities","kind":"vote","method":"dots","options":[{"id":"a","text":"أ"},{"id":"b","text":"ب"}],"params":{"cap":3,"dots":5},"title":"أولويات"}],
  "languages":["ar","en"],"sawt":1,"title":"ورشة"})";

struct bench : room::room_port {
    struct client {
        std::optional<core::role> as;
        std::vector<json> got;
        std::string dismissed;
    };

    std::unique_ptr<log::event_log> log = log::make_memory_log();
    core::identity who_is_who{{"facilitator-key", "stage-key", "organiser-key", "secret", ""}};
    room::room hall{who_is_who, *this, {R"({"url":"u"})", R"({"phone":"p"})"}};
    std::map<member_id, client> clients;
    std::vector<log::proposal> proposed;
    std::int64_t now = 1795507200000;
    std::uint64_t made = 0;
    std::int64_t watch = 0;
    std::int64_t count_takes_us = 10;
    std::vector<std::pair<room::count_key, std::shared_ptr<const round_votes>>> elsewhere;

    explicit bench(const std::string& agenda = plan) {
        const auto first = log->found({"482913", "{}"}, {"482913", agenda}, 1795507200);
        hall.replay(std::get<entry>(read_entry(first->line)), first->leaf);
    }

    void append(log::proposal what) override { proposed.push_back(std::move(what)); }
    void welcome(member_id to, core::role as, room::frame text) override {
        clients[to].as = as;
        clients[to].got.push_back(json::parse(*text));
    }
    void reply(member_id to, room::frame text) override { clients[to].got.push_back(json::parse(*text)); }
    void broadcast(core::role to, const std::string&, room::frame text) override {
        for (auto& [id, one] : clients)
            if (one.as == to && one.dismissed.empty()) one.got.push_back(json::parse(*text));
    }
    void count(room::count_key of, std::shared_ptr<const round_votes> votes) override { elsewhere.emplace_back(std::move(of), std::move(votes)); }
    std::int64_t stopwatch_us() override { return watch += count_takes_us; }
    void dismiss(member_id who, std::string_view reason, core::language) override { clients[who].dismissed = reason; }

    // The other thread counts all that waits.
    void count_all() {
        for (const auto& [of, votes] : std::exchange(elsewhere, {})) hall.counted(of, sawt::count(*votes), count_takes_us);
    }

    // The log writes all that waits.
    void flush() {
        while (!proposed.empty()) {
            const auto batch = std::exchange(proposed, {});
            const auto places = log->append(batch);
            REQUIRE(places.has_value());
            hall.committed(*places, now);
        }
    }
    void fail() {
        const std::size_t how_many = std::exchange(proposed, {}).size();
        hall.not_saved(how_many, now);
    }
    void pass(std::int64_t ms) {
        for (const std::int64_t until = now + ms; now < until;) {
            now += room::room::tick_ms;
            hall.tick(now);
        }
    }

    member_id joins(const std::string& hello) {
        const member_id id{0, ++made};
        says(id, hello);
        return id;
    }
    member_id voter(const std::string& group = "tanneries") { return joins(R"({"type":"hello","role":"voter","group":")" + group + "\"}"); }
    member_id facilitator() { return joins(R"({"type":"hello","role":"facilitator","key":"facilitator-key","lang":"en"})"); }
    void says(member_id who, const std::string& text) {
        room::random_bytes random{};
        random[0] = static_cast<unsigned char>(who.number);
        hall.say(who, core::read_message(text), random, now);
    }
    void acts(member_id who, const std::string& id, const std::string& members) { says(who, R"({"type":"act","id":")" + id + R"(",)" + members + "}"); }
    void casts(member_id who, const std::string& id, const std::string& ballot, int round = 1) {
        says(who, R"({"type":"cast","id":")" + id + R"(","item":"priorities","round":)" + std::to_string(round) + R"(,"ballot":)" + ballot + "}");
    }

    std::vector<json> got(member_id who, const std::string& type) {
        std::vector<json> all;
        for (const json& one : clients[who].got)
            if (one["type"] == type) all.push_back(one);
        return all;
    }
    json last(member_id who, const std::string& type) {
        const auto all = got(who, type);
        REQUIRE_FALSE(all.empty());
        return all.back();
    }
    void forget() {
        for (auto& [id, one] : clients) one.got.clear();
    }
    void open() {
        const member_id desk = facilitator();
        acts(desk, "open-1-1", R"("do":"open","item":"priorities")");
        flush();
    }
};

}  // namespace sawt::test
