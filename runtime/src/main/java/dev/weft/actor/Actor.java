package dev.weft.actor;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.SuspendableConsumer;
import dev.weft.fiber.EndSignal;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

/**
 * A fiber with a mailbox. Anybody sends to it; it alone receives, in any order it likes: a
 * selective receive takes the first message that fits and leaves the others where they are.
 *
 * <pre>{@code
 * Actor counter = Actor.spawn(self -> {
 *     for (int n = 0; ; n++) {
 *         self.receive(Actor.class).tell(n);
 *     }
 * });
 * }</pre>
 *
 * <p><b>Failure</b> is Erlang's. When a linked actor ends with an exception this one is killed with
 * the same reason, unless it {@linkplain #trapExits traps exits}, when it gets an {@link Exit}
 * message for every linked actor that ends. A monitor is one-sided: the watcher gets one {@link
 * Down}, however the other ends, at once if it has.
 *
 * <p>{@code tell}, {@code kill}, {@code link} and {@code monitor} are for any thread; receiving is
 * for the actor's own fiber ({@link IllegalStateException} elsewhere).
 */
public final class Actor {
    private final Mailbox mailbox = new Mailbox();
    private final Bonds bonds = new Bonds();
    private Fiber<Void> fiber;
    private volatile Throwable killed;
    private volatile boolean trapping;

    private Actor() {}

    /**
     * Starts an actor on the caller's scheduler.
     *
     * @param body gets the actor itself; not null
     * @return the actor
     */
    public static Actor spawn(SuspendableConsumer<Actor> body) {
        return spawn(Weft.currentScheduler(), body);
    }

    /**
     * Starts an actor.
     *
     * @param scheduler runs it; not null
     * @param body gets the actor itself; not null
     * @return the actor
     */
    public static Actor spawn(Scheduler scheduler, SuspendableConsumer<Actor> body) {
        Objects.requireNonNull(body, "body");
        Actor actor = new Actor();
        synchronized (actor) {
            actor.fiber = Weft.go(scheduler, () -> actor.run(body));
        }
        EndSignal.of(actor.fiber, () -> actor::neverBegan);
        return actor;
    }

    /**
     * Starts an actor and links it to this one.
     *
     * @param body gets the actor itself; not null
     * @return the actor
     */
    public Actor spawnLinked(SuspendableConsumer<Actor> body) {
        Actor child = spawn(body);
        link(child);
        return child;
    }

    /**
     * Puts a message into the mailbox. Never waits.
     *
     * @param message not null
     * @return false when the actor has ended, and the message is dropped
     */
    public boolean tell(Object message) {
        return mailbox.offer(Objects.requireNonNull(message, "message"));
    }

    /**
     * The next message; waits for it.
     *
     * @return the oldest
     */
    @Suspendable
    public Object receive() {
        requireSelf();
        return mailbox.take();
    }

    /**
     * The next message of a type; waits for it. Others stay.
     *
     * @param type what to look for; not null
     * @param <T> the type
     * @return the oldest of them
     */
    @Suspendable
    public <T> T receive(Class<T> type) {
        requireSelf();
        return type.cast(mailbox.take(type::isInstance));
    }

    /**
     * The next message of a type that fits; waits for it. Others stay.
     *
     * @param type what to look for; not null
     * @param wanted must not wait; called at least once for each message of the type; when it
     *     throws, so does this, and the message stays; not null
     * @param <T> the type
     * @return the oldest of them
     */
    @Suspendable
    public <T> T receive(Class<T> type, Predicate<? super T> wanted) {
        requireSelf();
        return type.cast(mailbox.take(m -> type.isInstance(m) && wanted.test(type.cast(m))));
    }

    /**
     * The next message of a type that fits, if it comes in time. Others stay.
     *
     * @param type what to look for; not null
     * @param wanted must not wait; not null
     * @param timeout by the scheduler's clock; not positive means not to wait
     * @param <T> the type
     * @return the oldest of them; null when none has come
     */
    @Suspendable
    public <T> T receive(Class<T> type, Predicate<? super T> wanted, Duration timeout) {
        requireSelf();
        Predicate<Object> test = m -> type.isInstance(m) && wanted.test(type.cast(m));
        return type.cast(mailbox.take(test, timeout.toNanos()));
    }

    /**
     * Binds the fates of two actors, in both directions. Twice is once. When the other has ended
     * already this one is told as if it ended now.
     *
     * @param other not null
     */
    public void link(Actor other) {
        if (other == this || !bonds.add(other)) {
            return;
        }
        if (!other.bonds.add(this)) {
            bonds.remove(other);
            linkedEnded(other, other.bonds.reason());
        } else if (bonds.hasEnded()) { // between the two: its own end did not reach the other
            other.bonds.remove(this);
            other.linkedEnded(this, bonds.reason());
        }
    }

    /**
     * Undoes {@link #link}.
     *
     * @param other not null
     */
    public void unlink(Actor other) {
        bonds.remove(other);
        other.bonds.remove(this);
    }

    /**
     * Watches another actor: this one gets a {@link Down} when it ends.
     *
     * @param target not null
     * @return identifies the watch
     */
    public Monitor monitor(Actor target) {
        Monitor monitor = new Monitor(this, target);
        if (!target.bonds.add(monitor)) {
            monitor.report(target.bonds.reason());
        }
        return monitor;
    }

    /**
     * Whether ends of linked actors come as {@link Exit} messages instead of killing this one.
     *
     * @param on at first false
     */
    public void trapExits(boolean on) {
        trapping = on;
    }

    /**
     * Ends the actor: its present wait, and each one to come, throws {@link
     * FiberCancelledException}.
     *
     * @param reason what linked actors and monitors are told; not null
     */
    public void kill(Throwable reason) {
        Objects.requireNonNull(reason, "reason");
        synchronized (this) {
            if (killed == null) {
                killed = reason;
            }
        }
        fiber().cancel();
    }

    /**
     * How many messages wait; a snapshot, exact when the actor itself asks.
     *
     * @return not negative
     */
    public int queued() {
        return mailbox.size();
    }

    /**
     * Whether it has ended.
     *
     * @return true when every message is dropped
     */
    public boolean isEnded() {
        return bonds.hasEnded();
    }

    /**
     * Its fiber: to be joined or named.
     *
     * @return fails with what ended the actor, when somebody was told only by joining
     */
    public synchronized Fiber<Void> fiber() {
        return fiber;
    }

    @Override
    public String toString() {
        return "Actor[" + fiber().name() + "]";
    }

    Bonds bonds() {
        return bonds;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /** By whoever ended; any thread. */
    void linkedEnded(Actor other, Throwable reason) {
        if (trapping) {
            tell(new Exit(other, reason));
        } else if (reason != null) {
            kill(reason);
        }
    }

    @Suspendable
    private void run(SuspendableConsumer<Actor> body) {
        Throwable reason = null;
        try {
            body.accept(this);
        } catch (FiberCancelledException e) {
            reason = killed == null ? e : killed;
        } catch (Throwable t) {
            reason = t;
        }
        mailbox.close();
        if (!bonds.end(this, reason) && reason != null) {
            throw new CompletionException(
                    this + " ended with an exception, and nobody was linked to it", reason);
        }
    }

    /** A fiber that is cancelled before it begins does not get to {@link #run}. */
    private void neverBegan() {
        if (!bonds.hasEnded()) {
            mailbox.close();
            bonds.end(
                    this,
                    killed == null
                            ? new FiberCancelledException("cancelled before it began")
                            : killed);
        }
    }

    private void requireSelf() {
        if (Fiber.current() != fiber()) {
            throw new IllegalStateException(this + " can only receive in its own fiber");
        }
    }
}
