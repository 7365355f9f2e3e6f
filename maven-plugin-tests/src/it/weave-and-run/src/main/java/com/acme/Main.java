package com.acme;

import dev.weft.Suspendable;

public final class Main {
    interface Step {
        @Suspendable
        int apply(int x);
    }

    @Suspendable
    static int sum(Step step, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += step.apply(i);
        }
        return sum;
    }

    public static void main(String[] args) {
        int add = args.length + 1;
        System.out.println("sum=" + sum(x -> x + add, 10));
    }
}
