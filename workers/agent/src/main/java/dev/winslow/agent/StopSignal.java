package dev.winslow.agent;

/** Tells a running attempt that it is to stop, and how. The first order stands, but to forget outweighs all. */
final class StopSignal {
    enum Order {
        NONE,
        /** A person aborts it: what it left is kept, and its end is reported. */
        ABORT,
        /** Its lease has ended: nothing of it counts any more. */
        FORGET
    }

    private volatile Order order = Order.NONE;

    Order order() {
        return order;
    }

    synchronized void abort() {
        if (order == Order.NONE) {
            order = Order.ABORT;
        }
    }

    synchronized void forget() {
        order = Order.FORGET;
    }
}
