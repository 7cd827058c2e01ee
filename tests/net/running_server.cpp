#include "tests/net/running_server.hpp"

#include "server/net/static_site.hpp"

#include <deque>
#include <stdexcept>

namespace sawt::test {

using namespace sawt::net;

// One socket's other side. "/ws/echo" says everything again; "/ws/flood" talks without end; "/ws/polite" says a last word before a close.
struct small_site::guest : std::enable_shared_from_this<guest> {
    guest(small_site& at, websocket& through, std::string path) : site(at), socket(&through), way(std::move(path)) {}

    void begin() {
        websocket::events e;
        e.on_text = [self = shared_from_this()](std::string_view words) { self->on_text(words); };
        e.on_written = [self = shared_from_this()] { self->on_written(); };
        e.on_closed = [self = shared_from_this()] { self->on_closed(); };
        e.on_bad = [self = shared_from_this()](std::uint16_t code) { self->on_bad(code); };
        socket->start(std::move(e));
        if (way == "/ws/flood") say(std::string(300, 'x'));
        if (way == "/ws/huge") say(std::string(4'000'000, 'h'));
        if (way == "/ws/huge-then-close") {
            say(std::string(4'000'000, 'h'));
            socket->close(1001, "stopping");
        }
    }
    void say(std::string words) {
        queue.push_back(std::make_shared<const std::string>(std::move(words)));
        if (!socket->writing()) next();
    }
    void next() {
        if (queue.empty()) return;
        const auto first = queue.front();
        queue.pop_front();
        socket->write(first);
    }
    void on_text(std::string_view words) {
        if (words == "leave") return socket->close(4404, "unknown-workshop");
        if (words == "last words") {
            say("goodbye");
            return socket->close(4429, "too-many-messages");
        }
        say(std::string(words));
    }
    void on_written() {
        site.note([](history& h) { ++h.written; });
        if (way == "/ws/flood") say(std::string(300, 'x'));
        else next();
    }
    void on_bad(std::uint16_t code) {
        site.note([&](history& h) { h.bad.push_back(code); });
        if (way == "/ws/polite") {
            say("too much");
            socket->close(4400, "bad-message");
        }
    }
    void on_closed() {
        site.note([this](history& h) {
            ++h.closed;
            if (closed) ++h.closed_twice;
        });
        closed = true;
    }

    small_site& site;
    websocket* socket;  // keeps itself alive until on_closed; held from here, the two would hold each other
    std::string way;
    std::deque<frame> queue;
    bool closed = false;
};

small_site::~small_site() { join_late(); }

void small_site::join_late() {
    for (auto& one : late_)
        if (one.joinable()) one.join();
}

void small_site::note(const std::function<void(history&)>& change) {
    const std::lock_guard lock(mutex_);
    change(history_);
    changed_.notify_all();
}

small_site::history small_site::seen() {
    const std::lock_guard lock(mutex_);
    return history_;
}

void small_site::serve(request asked, std::function<void(response)> answer) {
    response made;
    if (serve_page(asked, made)) return answer(std::move(made));
    if (asked.path == "/dropped") return;
    made.type = "text/plain; charset=utf-8";
    if (asked.path == "/echo") {
        made.body = asked.method + "|" + asked.query + "|" + asked.host + "|" + asked.bearer + "|" + asked.accept_language + "|" + asked.body;
    } else if (asked.path == "/big") {
        made.body.assign(3'000'000, 'b');
    } else if (asked.path == "/wrong-field") {
        made.headers.emplace_back("X-Note", "one\r\nSet-Cookie: two");
    } else if (asked.path == "/late") {
        made.body = "late";
        const std::lock_guard lock(mutex_);
        late_.emplace_back([answer, made] { answer(made); });
        return;
    } else {
        made.status = 404;
        made.body = asked.path;
    }
    answer(std::move(made));
}

void small_site::connected(const request& asked, std::shared_ptr<websocket> socket, std::size_t core) {
    note([&](history& h) {
        ++h.opened;
        h.cores.insert(core);
    });
    if (asked.path == "/ws/ignored") return;  // dropped without ever being started
    std::make_shared<guest>(*this, *socket, asked.path)->begin();
}

running_server::running_server(http_limits limits, std::size_t cores, const tls_files* tls) {
    std::vector<boost::asio::io_context*> all;
    for (std::size_t i = 0; i < cores; ++i) all.push_back(contexts_.emplace_back(std::make_unique<boost::asio::io_context>(1)).get());
    server_ = std::make_unique<http_server>(all, site_, limits);
    const auto where = server_->listen("127.0.0.1:0", tls);
    if (const auto* wrong = std::get_if<http_server::listen_problem>(&where)) throw std::runtime_error(wrong->text);
    const auto& address = std::get<std::string>(where);
    port_ = static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
    running_ = cores;
    for (auto* context : all)
        threads_.emplace_back([this, context] {
            context->run();
            const std::lock_guard lock(mutex_);
            --running_;
            ended_.notify_all();
        });
}

bool running_server::ended_by_itself() {
    std::unique_lock lock(mutex_);
    return ended_.wait_for(lock, std::chrono::seconds(10), [this] { return running_ == 0; });
}

running_server::~running_server() {
    for (auto& context : contexts_) context->stop();
    for (auto& thread : threads_) thread.join();
    site_.join_late();
    server_.reset();
    contexts_.clear();
}

}  // namespace sawt::test
