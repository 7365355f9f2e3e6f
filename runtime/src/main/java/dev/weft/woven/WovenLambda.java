package dev.weft.woven;

/** Marks the generated interfaces of woven lambdas, so that the lambdas' classes count as woven. */
public interface WovenLambda {}
