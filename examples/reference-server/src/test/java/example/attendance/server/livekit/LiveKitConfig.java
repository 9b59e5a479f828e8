package example.attendance.server.livekit;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Settings of a LiveKit server that listens and talks at 127.0.0.1 only and gives up empty rooms
 * soon. Without {@code interfaces} and {@code ips} it would open UDP ports on every address, and
 * with a {@code tcp_port} a TCP port, whatever {@code bind_addresses} says.
 */
record LiveKitConfig(int port, int udpPort, List<URI> webhooks) {

  static LiveKitConfig onFreePorts(List<URI> webhooks) throws IOException {
    return new LiveKitConfig(freeTcpPort(), freeUdpPort(), webhooks);
  }

  String yaml() {
    return """
    port: %d
    bind_addresses: ["127.0.0.1"]
    rtc:
      tcp_port: 0
      udp_port: %d
      use_external_ip: false
      node_ip: 127.0.0.1
      enable_loopback_candidate: true
      interfaces: { includes: [lo, lo0] }
      ips: { includes: [127.0.0.1/32] }
    keys: { %s: %s }
    room: { empty_timeout: 10, departure_timeout: 3 }
    logging: { level: info }
    webhook:
      api_key: %s
      urls: [%s]
    """
        .formatted(
            port,
            udpPort,
            LiveKitServer.API_KEY,
            LiveKitServer.API_SECRET,
            LiveKitServer.API_KEY,
            webhooks.stream().map(u -> '"' + u.toString() + '"').collect(Collectors.joining(", ")));
  }

  private static int freeTcpPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static int freeUdpPort() throws IOException {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      return socket.getLocalPort();
    }
  }
}
