package dev.weft.net;

import java.nio.channels.SelectionKey;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;

/**
 * A set of a JDK selector's keys, seen as the {@link FiberSelectionKey}s that stand for them. As
 * safe for use by several threads as that set.
 */
final class KeyView extends AbstractSet<SelectionKey> {
    private final Set<SelectionKey> inner;
    private final boolean removable;

    KeyView(Set<SelectionKey> inner, boolean removable) {
        this.inner = inner;
        this.removable = removable;
    }

    @Override
    public int size() {
        return inner.size();
    }

    @Override
    public boolean contains(Object o) {
        return o instanceof FiberSelectionKey && inner.contains(((FiberSelectionKey) o).inner());
    }

    @Override
    public boolean remove(Object o) {
        requireRemovable();
        return o instanceof FiberSelectionKey && inner.remove(((FiberSelectionKey) o).inner());
    }

    @Override
    public void clear() {
        requireRemovable();
        inner.clear();
    }

    private void requireRemovable() {
        if (!removable) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public Iterator<SelectionKey> iterator() {
        Iterator<SelectionKey> keys = inner.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return keys.hasNext();
            }

            @Override
            public SelectionKey next() {
                return FiberSelectionKey.over(keys.next());
            }

            @Override
            public void remove() {
                requireRemovable();
                keys.remove();
            }
        };
    }
}
