package org.berea.metering;

final class InMemoryRequestBucketsTest implements RequestBucketsContract {
    private final RequestBuckets buckets = new InMemoryRequestBuckets();

    @Override
    public RequestBuckets buckets() {
        return buckets;
    }
}
