package dev.weft.concurrency;

import dev.weft.channel.Channel;
import dev.weft.channel.Overflow;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of channel is linearizable to {@link ChannelSpecification}: the operations that never
 * wait.
 */
@Timeout(600)
class ChannelLincheckTest {
    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(Rendezvous.class, Rendezvous.Specification.class),
                Arguments.of(BufferedOne.class, BufferedOne.Specification.class),
                Arguments.of(BufferedTwo.class, BufferedTwo.Specification.class),
                Arguments.of(Unlimited.class, Unlimited.Specification.class),
                Arguments.of(Conflated.class, Conflated.Specification.class),
                Arguments.of(DropOldest.class, DropOldest.Specification.class),
                Arguments.of(DropLatest.class, DropLatest.Specification.class));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void model(Class<?> operations, Class<?> specification) {
        Checks.model(operations, specification);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void stress(Class<?> operations, Class<?> specification) {
        Checks.stress(operations, specification);
    }

    public static final class Rendezvous extends ChannelOperations {
        public Rendezvous() {
            super(Channel.rendezvous());
        }

        public static final class Specification extends ChannelSpecification {
            public Specification() {
                super(0, false, false);
            }
        }
    }

    public static final class BufferedOne extends ChannelOperations {
        public BufferedOne() {
            super(Channel.buffered(1));
        }

        public static final class Specification extends ChannelSpecification {
            public Specification() {
                super(1, false, false);
            }
        }
    }

    public static final class BufferedTwo extends ChannelOperations {
        public BufferedTwo() {
            super(Channel.buffered(2));
        }

        public static final class Specification extends ChannelSpecification {
            public Specification() {
                super(2, false, false);
            }
        }
    }

    public static final class Unlimited extends ChannelOperations {
        public Unlimited() {
            super(Channel.unlimited());
        }

        public static final class Specification extends ChannelSpecification {
            public Specification() {
                super(Integer.MAX_VALUE, false, false);
            }
        }
    }

    public static final class Conflated extends ChannelOperations {
        public Conflated() {
            super(Channel.conflated());
        }

        public static final class Specification extends ChannelSpecification {
            public Specification() {
                super(1, true, false);
            }
        }
    }

    public static final class DropOldest extends ChannelOperations {
        public DropOldest() {
            super(Channel.buffered(2, Overflow.DROP_OLDEST));
        }

        public static final class Specification extends ChannelSpecification {
            public Specification() {
                super(2, true, false);
            }
        }
    }

    public static final class DropLatest extends ChannelOperations {
        public DropLatest() {
            super(Channel.buffered(2, Overflow.DROP_LATEST));
        }

        public static final class Specification extends ChannelSpecification {
            public Specification() {
                super(2, false, true);
            }
        }
    }
}
