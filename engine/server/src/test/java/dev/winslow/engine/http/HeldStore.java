package dev.winslow.engine.http;

import dev.winslow.minio.ArtifactStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A storage that a test can make slow: while it is held, whoever looks for objects waits. */
final class HeldStore {
    private static final Set<String> LOOKING = Set.of("find", "list");

    private final AtomicReference<@Nullable Hold> held = new AtomicReference<>();

    ArtifactStore around(ArtifactStore store) {
        return (ArtifactStore) Proxy.newProxyInstance(
                HeldStore.class.getClassLoader(),
                new Class<?>[] {ArtifactStore.class},
                (proxy, method, arguments) -> call(store, method, arguments));
    }

    private Object call(ArtifactStore store, Method method, Object[] arguments) throws Throwable {
        Hold hold = held.get();
        if (hold != null && LOOKING.contains(method.getName())) {
            hold.await();
        }
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    Hold hold() {
        Hold hold = new Hold();
        held.set(hold);
        return hold;
    }

    final class Hold implements AutoCloseable {
        private final CountDownLatch waiting = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        private void await() throws InterruptedException {
            waiting.countDown();
            if (!released.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("The test never let go of the storage");
            }
        }

        void awaitCaller() throws InterruptedException {
            if (!waiting.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("Nobody asked the storage");
            }
        }

        @Override
        public void close() {
            release();
        }

        void release() {
            held.set(null);
            released.countDown();
        }
    }
}
