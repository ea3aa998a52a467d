package org.berea.embedding.coalescing;

/**
 * What a remote model is asked at once.
 *
 * @param calls at the same time; bulk work leaves one of them free
 * @param texts in one call
 */
public record CallLimits(int calls, int texts) {
    int bulkCalls() {
        return Math.max(1, calls - 1);
    }
}
