import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Many readers of one stream in one thread, which only notes when each has heard of a change. */
final class Clients implements AutoCloseable {

    /** Of the line of an event that holds the change; a chunk of the transfer always begins before it. */
    private static final byte[] NEWS = "\ndata:".getBytes(StandardCharsets.US_ASCII);

    /** The answer's first line and the comment that every stream begins with. */
    private static final byte[] GREETING = "changes of".getBytes(StandardCharsets.US_ASCII);

    /** As many may be opening at once: a stream that begins reads from the database. */
    private static final int OPENING = 32;

    private static final class Client {
        private byte[] awaited = GREETING;
        private int matched;
    }

    private final Selector selector;
    private final URI address;
    private final Semaphore opening = new Semaphore(OPENING);
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final AtomicReference<String> failure = new AtomicReference<>();
    private final CountDownLatch open;
    private volatile long[] heard = {};
    private volatile int heardBy;
    private volatile boolean closing;
    private final Thread thread;

    private Clients(URI address, int count) throws IOException {
        this.address = address;
        this.selector = Selector.open();
        this.open = new CountDownLatch(count);
        this.thread = Thread.ofPlatform().daemon().name("clients").start(this::read);
    }

    /** Opens so many streams, and returns when all are told that they follow. */
    static Clients open(URI address, int count) throws Exception {
        var clients = new Clients(address, count);
        try {
            for (int client = 0; client < count; client++) {
                if (!clients.opening.tryAcquire(30, TimeUnit.SECONDS)) {
                    throw new TimeoutException("A stream does not begin: " + clients.failure.get());
                }
                clients.connect();
            }
            if (!clients.open.await(30, TimeUnit.SECONDS)) {
                throw new TimeoutException("Streams do not begin: " + clients.open.getCount());
            }
            return clients;
        } catch (Exception e) {
            clients.close();
            throw e;
        }
    }

    private void connect() throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress("localhost", address.getPort()));
        channel.write(ByteBuffer.wrap(("GET " + address.getPath() + " HTTP/1.1\r\nHost: localhost:" + address.getPort()
                        + "\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Client());
        selector.wakeup();
    }

    /** From now on each of them is to hear of one change. */
    void expect(int count) {
        heardBy = 0;
        heard = new long[count];
    }

    /** When each has heard of the change, in the order of time. */
    long[] await() throws InterruptedException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (heardBy < heard.length) {
            if (failure.get() != null || System.nanoTime() > until) {
                throw new IllegalStateException(heardBy + " of " + heard.length + " heard of it; " + failure.get());
            }
            Thread.sleep(10);
        }
        return heard;
    }

    private void read() {
        try {
            while (!closing) {
                selector.select(this::read, 100);
            }
            for (var key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            failure.set("The clients end: " + e);
        }
    }

    private void read(SelectionKey key) {
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                throw new IOException("closed by the service");
            }
            buffer.flip();
            take((Client) key.attachment());
        } catch (IOException e) {
            failure.set("A stream ends: " + e.getMessage());
            key.cancel();
        }
    }

    private void take(Client client) throws IOException {
        while (buffer.hasRemaining()) {
            var next = buffer.get();
            client.matched =
                    next == client.awaited[client.matched] ? client.matched + 1 : next == client.awaited[0] ? 1 : 0;
            if (client.matched == client.awaited.length) {
                client.matched = 0;
                if (client.awaited == GREETING) {
                    client.awaited = NEWS;
                    open.countDown();
                    opening.release();
                } else if (heardBy < heard.length) {
                    heard[heardBy] = System.nanoTime();
                    heardBy++;
                } else {
                    throw new IOException("more was heard than happened");
                }
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.join();
    }
}
