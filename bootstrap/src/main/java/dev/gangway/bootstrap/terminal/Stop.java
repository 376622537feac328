package dev.gangway.bootstrap.terminal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wish that a long-running command ends. SIGTERM and Ctrl-C come in as that wish and not as the JVM's shutdown, for
 * libraries close what is still needed when the JVM shuts down: H2 its databases, above all.
 */
public final class Stop {
    private static final Logger LOG = LoggerFactory.getLogger(Stop.class);

    /** What the shell makes of a process that was killed: 128 and the signal's number. */
    private static final int KILLED = 137;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final List<String> signals;

    private Stop(List<String> signals) {
        this.signals = signals;
    }

    /** One that nobody but its holder asks for. */
    public static Stop byHand() {
        return new Stop(List.of());
    }

    /** One that SIGTERM and Ctrl-C ask for once it is armed. */
    public static Stop onSignals() {
        return new Stop(List.of("TERM", "INT"));
    }

    /**
     * From now on a signal is a wish that this command grants, and the second one ends the process on the spot. Commands
     * that end by themselves do not arm it: a signal ends them as it ends any program.
     */
    public void arm() {
        for (String signal : signals) {
            handle(signal, this);
        }
    }

    /** By reflection, since a compiler that is told to target a release warns of this API without end. */
    @SuppressWarnings("ReferenceEquality") // a proxy's equals has to
    private static void handle(String name, Stop stop) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler behaviour = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    stop.received();
                    return null;
                }
                return switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == (arguments == null ? null : arguments[0]);
                    default -> "the handler of SIG" + name;
                };
            };
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance(name),
                            Proxy.newProxyInstance(Stop.class.getClassLoader(), new Class<?>[] {handler}, behaviour));
        } catch (ReflectiveOperationException | RuntimeException unavailable) {
            // this JVM keeps its signals to itself (-Xrs, another vendor): it stops less gently
            LOG.debug("SIG{} is not handled", name, unavailable);
        }
    }

    private void received() {
        if (asked.getCount() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
        ask();
    }

    /** Asks for the end. */
    public void ask() {
        asked.countDown();
    }

    /** Returns when the end is asked for, or the thread is interrupted. */
    public void await() {
        try {
            asked.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
