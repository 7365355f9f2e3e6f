package dev.weft.channel;

import dev.weft.fiber.Canceller;
import dev.weft.fiber.Waiter;

/** How waits at a channel are ended early, and what dumps call them. */
enum Side implements Canceller {
    /** Waits for a receiver or room. */
    SENDER("a receiver of ") {
        @Override
        public boolean withdraw(Waiter waiter) {
            return ((ChannelCore) waiter.reason()).withdrawSender(waiter);
        }
    },

    /** Waits for a value. */
    RECEIVER("a value from ") {
        @Override
        public boolean withdraw(Waiter waiter) {
            return ((ChannelCore) waiter.reason()).withdrawReceiver(waiter);
        }
    };

    private final String whatFor;

    Side(String whatFor) {
        this.whatFor = whatFor;
    }

    @Override
    public String describe(Object reason) {
        return whatFor + reason;
    }
}
