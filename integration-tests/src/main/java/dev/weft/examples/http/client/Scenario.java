package dev.weft.examples.http.client;

/** Some requests, and what came of them as text. */
interface Scenario {
    String run(Site site) throws Exception;
}
