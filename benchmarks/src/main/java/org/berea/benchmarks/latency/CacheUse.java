package org.berea.benchmarks.latency;

/**
 * Of what an answer tells about itself, how the caches served it.
 *
 * @param cache {@code miss} or the kind of hit
 */
record CacheUse(String cache) {
    boolean isHit() {
        return !cache.equals("miss");
    }
}
