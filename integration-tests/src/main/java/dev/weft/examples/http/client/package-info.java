/**
 * Ordinary code over {@link java.net.HttpURLConnection} that knows nothing of Weft; what it prints
 * must not depend on whether the agent weaves it.
 */
package dev.weft.examples.http.client;
