package org.berea.inference.models;

import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * The running HTTP call behind one {@code chat()}. The client library offers no way to cancel
 * before the first token; it calls its HTTP client on the calling thread, though, where the client
 * finds this handle and hands its subscription over.
 */
final class CallHandle implements Disposable {
    static final ScopedValue<CallHandle> CURRENT = ScopedValue.newInstance();

    private final Disposable.Swap subscription = Disposables.swap();

    void hold(Disposable running) {
        subscription.update(running);
    }

    @Override
    public boolean isDisposed() {
        return subscription.isDisposed();
    }

    @Override
    public void dispose() {
        subscription.dispose();
    }
}
