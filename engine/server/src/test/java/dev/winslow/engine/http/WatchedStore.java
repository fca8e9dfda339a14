package dev.winslow.engine.http;

import dev.winslow.minio.ArtifactStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A storage during whose calls something else can happen, so that tests can show races step by step. */
record WatchedStore(ArtifactStore store, Queue<Moment> waiting) implements InvocationHandler {

    /** What happens before or after a call. */
    record Moment(String method, String argument, boolean after, Runnable happens) {}

    static ArtifactStore around(ArtifactStore store) {
        return (ArtifactStore) Proxy.newProxyInstance(
                WatchedStore.class.getClassLoader(),
                new Class<?>[] {ArtifactStore.class},
                new WatchedStore(store, new ConcurrentLinkedQueue<>()));
    }

    static WatchedStore of(ArtifactStore proxy) {
        return (WatchedStore) Proxy.getInvocationHandler(proxy);
    }

    /** Before the first call of this method that has an argument beginning so. */
    void before(String method, String argument, Runnable happens) {
        waiting.add(new Moment(method, argument, false, happens));
    }

    /** As {@link #before}, but once the call is done. */
    void after(String method, String argument, Runnable happens) {
        waiting.add(new Moment(method, argument, true, happens));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Optional<Moment> moment = waiting.stream()
                .filter(each -> each.method().equals(method.getName())
                        && Arrays.stream(arguments)
                                .anyMatch(argument -> argument.toString().startsWith(each.argument())))
                .findFirst()
                .filter(waiting::remove);
        moment.filter(each -> !each.after()).ifPresent(each -> each.happens().run());
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            moment.filter(Moment::after).ifPresent(each -> each.happens().run());
        }
    }
}
