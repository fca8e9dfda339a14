package dev.winslow.faults.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** One address for several servers: each connection goes to the next one that takes it. */
final class Balancer implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1000;
    private static final int WAITING = 200;

    private final ServerSocket door;
    private final List<Integer> ports;
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Balancer(ServerSocket door, List<Integer> ports) {
        this.door = door;
        this.ports = List.copyOf(ports);
    }

    static Balancer start(String host, List<Integer> ports) throws IOException {
        Balancer balancer = new Balancer(new ServerSocket(0, WAITING, InetAddress.getByName(host)), ports);
        balancer.threads.execute(balancer::accept);
        return balancer;
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> serve(client));
            } catch (IOException ended) {
                // Closed, or a client that left before it was served; the loop's condition tells which.
                Thread.onSpinWait();
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client;
                Socket server = connect()) {
            open.add(server);
            threads.execute(() -> pass(server, client));
            pass(client, server);
            open.remove(server);
        } catch (IOException noServer) {
            // The client sees its connection end, as it would with any balancer that finds no server.
            Thread.onSpinWait();
        } finally {
            open.remove(client);
        }
    }

    private Socket connect() throws IOException {
        int first = turn.getAndIncrement();
        IOException last = new IOException("There are no servers");
        for (int i = 0; i < ports.size(); i++) {
            Socket socket = new Socket();
            try {
                int port = ports.get(Math.floorMod(first + i, ports.size()));
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                return socket;
            } catch (IOException away) {
                socket.close();
                last = away;
            }
        }
        throw last;
    }

    /** Until one side ends, which ends both. */
    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // One of them is gone; both are closed now.
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
