// One core's listening socket. All cores listen on the same port, and the kernel spreads the connections over them.
#pragma once

#include "server/net/core.hpp"

#include <boost/asio/basic_socket_acceptor.hpp>

namespace sawt::net {

class listener : public std::enable_shared_from_this<listener> {
public:
    explicit listener(std::shared_ptr<core> home);

    // With `shared_port` other sockets of this program may listen on the same port.
    boost::system::error_code listen(const boost::asio::ip::tcp::endpoint& at, bool shared_port);
    boost::asio::ip::tcp::endpoint address() const;

    void start();
    void stop();  // on the core's thread

private:
    void accept();
    void pause();

    std::shared_ptr<core> home_;
    boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, core_executor> acceptor_;
    core_timer timer_;
};

}  // namespace sawt::net
