package dev.weft.woven;

import java.util.List;

/**
 * One suspended method activation: which method (its resumer), where in it (its suspension point),
 * and, in subclasses, the live values. Frames hold nothing but data and one constant, so that they
 * can be serialised or cloned later.
 *
 * <p>Not thread-safe: a frame belongs to one {@link Stack}.
 */
public class Frame {
    /** The caller's frame; null at the root. Linked by {@link Stack}. */
    Frame parent;

    final Resumer resumer;

    /** The suspension point, from 1; read by the resume body. */
    public int point;

    /**
     * Makes a frame that no stack holds yet.
     *
     * @param resumer re-enters the method
     * @param point the suspension point, from 1
     */
    public Frame(Resumer resumer, int point) {
        this.resumer = resumer;
        this.point = point;
    }

    /**
     * For a frame that drives another stack: that one's logical stack, which a dump shows above it.
     *
     * @return innermost first; empty for a woven method's frame
     */
    protected List<StackTraceElement> driven() {
        return List.of();
    }

    /**
     * For a frame that drives another stack: it will not be resumed, because a frame below could
     * not be saved or was given up, and what it drives can't go on either. Must not throw.
     */
    protected void lost() {}
}
