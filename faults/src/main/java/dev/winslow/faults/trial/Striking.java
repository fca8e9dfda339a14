package dev.winslow.faults.trial;

import dev.winslow.faults.plan.Fault;
import dev.winslow.faults.plan.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Lets faults befall a trial at their times, and heals each. */
public final class Striking {
    private static final long STUTTER_MILLIS = 100;

    private final Trial trial;
    private final Timeline timeline;
    private final Map<String, Lock> parts = new ConcurrentHashMap<>();

    public Striking(Trial trial, Timeline timeline) {
        this.trial = trial;
        this.timeline = timeline;
    }

    /** Returns when all are healed. */
    public void rain(List<Fault> faults) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> strikes = new ArrayList<>();
            for (Fault fault : faults) {
                strikes.add(threads.submit(() -> {
                    TimeUnit.NANOSECONDS.sleep(start + fault.at().toNanos() - System.nanoTime());
                    strikeAlone(fault);
                    return fault;
                }));
            }
            for (Future<?> strike : strikes) {
                strike.get();
            }
        } catch (ExecutionException broken) {
            throw new IOException("A fault could not be made: " + broken.getCause(), broken);
        }
    }

    /** The plan keeps faults of the same part apart, but a busy machine may be late with one. */
    private void strikeAlone(Fault fault) throws IOException, InterruptedException {
        Lock part = parts.computeIfAbsent(fault.target() + " " + fault.kind().part(), _ -> new ReentrantLock(true));
        part.lock();
        try {
            strike(fault);
        } finally {
            part.unlock();
        }
    }

    private void strike(Fault fault) throws IOException, InterruptedException {
        timeline.note(fault.toString());
        Component component = trial.component(fault.target());
        Duration lasting = fault.lasting();
        switch (fault.kind()) {
            case KILL_AGENT, KILL_SERVER -> {
                component.kill();
                pass(lasting);
                component.start();
            }
            case KILL_NODE -> {
                component.kill();
                killStages(fault.target());
                pass(lasting);
                component.start();
            }
            case KILL_DATABASE, KILL_STORAGE -> {
                component.killAll();
                pass(lasting);
                component.start();
            }
            case PAUSE_AGENT, PAUSE_AGENT_BEYOND_LEASE -> {
                component.pauseItself();
                pass(lasting);
                component.resumeItself();
            }
            case PAUSE_SERVER, PAUSE_SERVER_BEYOND_LEASE, PAUSE_DATABASE, PAUSE_STORAGE -> {
                component.pause();
                pass(lasting);
                component.resume();
            }
            case SLOW_STORAGE -> stutter(component, lasting);
            case CUT -> cut(fault, Network.Way.IN, Network.Way.OUT);
            case CUT_FROM_NODE -> cut(fault, Network.Way.OUT);
            case CUT_TO_NODE -> cut(fault, Network.Way.IN);
            case SLOW_NODE_DISK -> {
                SlowDisk disk = trial.slowDisk(fault.target());
                disk.slow();
                pass(lasting);
                disk.heal();
            }
            case NODE_CLOCK_AHEAD, SERVER_CLOCK_AHEAD -> jump(fault, fault.jump());
            case NODE_CLOCK_BACK, SERVER_CLOCK_BACK -> jump(fault, fault.jump().negated());
            case FULL_NODE_DISK, FULL_STORAGE_DISK -> {
                SmallDisk disk = trial.disk(fault.target());
                disk.fill();
                pass(lasting);
                disk.free();
            }
        }
        timeline.note("healed: " + fault);
    }

    private static void pass(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    private void killStages(Target node) throws IOException, InterruptedException {
        List<Long> stages = trial.stageProcesses().stream()
                .filter(left -> left.workingFolder().toString().contains("/" + node.word() + "/"))
                .map(StageProcesses.Left::pid)
                .toList();
        Signals.send("KILL", stages);
    }

    private void jump(Fault fault, Duration by) throws IOException, InterruptedException {
        WrongClock clock = trial.clock(fault.target());
        clock.jump(by);
        pass(fault.lasting());
        clock.heal();
    }

    private void cut(Fault fault, Network.Way... ways) throws IOException, InterruptedException {
        trial.network().cut(fault.target().word(), ways);
        pass(fault.lasting());
        trial.network().heal(fault.target().word());
    }

    /** Works one tenth of a second, rests nine. */
    private static void stutter(Component component, Duration lasting) throws IOException, InterruptedException {
        long end = System.nanoTime() + lasting.toNanos();
        while (System.nanoTime() < end) {
            component.pause();
            TimeUnit.MILLISECONDS.sleep(9 * STUTTER_MILLIS);
            component.resume();
            TimeUnit.MILLISECONDS.sleep(STUTTER_MILLIS);
        }
    }
}
