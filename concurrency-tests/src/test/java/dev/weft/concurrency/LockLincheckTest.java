package dev.weft.concurrency;

import dev.weft.sync.Mutex;
import dev.weft.sync.Semaphore;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mutex and semaphore against their specifications: the operations that never wait. */
@Timeout(600)
class LockLincheckTest {
    @Test
    void mutexModel() {
        Checks.modelOfThreads(MutexOperations.class, MutexSpecification.class);
    }

    @Test
    void mutexStress() {
        Checks.stressOfThreads(MutexOperations.class, MutexSpecification.class);
    }

    @Test
    void semaphoreModel() {
        Checks.model(SemaphoreOperations.class, SemaphoreSpecification.class);
    }

    @Test
    void semaphoreStress() {
        Checks.stress(SemaphoreOperations.class, SemaphoreSpecification.class);
    }

    public static final class MutexOperations {
        private final Mutex mutex = new Mutex();

        @Operation
        public boolean tryLock(@Param(gen = ThreadIdGen.class) int thread) {
            return mutex.tryLock();
        }

        @Operation
        public boolean unlock(@Param(gen = ThreadIdGen.class) int thread) {
            try {
                mutex.unlock();
                return true;
            } catch (IllegalMonitorStateException notTheOwner) {
                return false;
            }
        }

        @Operation
        public boolean isLocked() {
            return mutex.isLocked();
        }
    }

    public static final class MutexSpecification {
        private Integer owner;

        public boolean tryLock(int thread) {
            boolean free = owner == null;
            if (free) {
                owner = thread;
            }
            return free;
        }

        public boolean unlock(int thread) {
            boolean mine = owner != null && owner == thread;
            if (mine) {
                owner = null;
            }
            return mine;
        }

        public boolean isLocked() {
            return owner != null;
        }
    }

    @Param(name = "n", gen = IntGen.class, conf = "0:2")
    public static final class SemaphoreOperations {
        private final Semaphore semaphore = new Semaphore(2);

        @Operation
        public boolean tryAcquire(@Param(name = "n") int n) {
            return semaphore.tryAcquire(n);
        }

        @Operation
        public void release(@Param(name = "n") int n) {
            semaphore.releasePermits(n);
        }

        @Operation
        public int available() {
            return semaphore.available();
        }
    }

    public static final class SemaphoreSpecification {
        private int permits = 2;

        public boolean tryAcquire(int n) {
            boolean enough = permits >= n;
            if (enough) {
                permits -= n;
            }
            return enough;
        }

        public void release(int n) {
            permits += n;
        }

        public int available() {
            return permits;
        }
    }
}
