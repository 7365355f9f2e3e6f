package dev.weft.stackend;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** All of them, by name. */
final class Cases {
    private Cases() {}

    static Map<String, Supplier<EndCase>> all() {
        Map<String, Supplier<EndCase>> all = new TreeMap<>();
        ChannelCases.addTo(all);
        SelectCases.addTo(all);
        FiberCases.addTo(all);
        SyncCases.addTo(all);
        JucCases.addTo(all);
        QueueCases.addTo(all);
        MoreCases.addTo(all);
        TimeCases.addTo(all);
        PoolCases.addTo(all);
        BridgeCases.addTo(all);
        GeneratorCases.addTo(all);
        return all;
    }
}
