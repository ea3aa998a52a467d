package org.berea.inference.models;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.netty.Connection;

/**
 * The running HTTP call behind one {@code chat()}. The client library offers no way to cancel
 * before the first token; it calls its HTTP client on the calling thread, though, where the client
 * finds this handle and hands its subscription over.
 *
 * <p>A cancel that comes just as the response's headers do reaches neither the request, which is
 * over, nor the body, which nobody reads yet. So until the first event the handle also holds the
 * connection, and closes it.
 */
final class CallHandle implements Disposable {
    static final ScopedValue<CallHandle> CURRENT = ScopedValue.newInstance();

    private final Disposable.Swap subscription = Disposables.swap();
    private @Nullable Connection unread;

    void hold(Disposable running) {
        subscription.update(running);
    }

    /** The call goes over this connection. */
    synchronized void over(Connection connection) {
        unread = connection;
        closeWhenCancelled();
    }

    /** An event was read, or the call is over: from now on the connection is not ours to close. */
    synchronized void read() {
        unread = null;
    }

    @Override
    public boolean isDisposed() {
        return subscription.isDisposed();
    }

    @Override
    public void dispose() {
        subscription.dispose();
        synchronized (this) {
            closeWhenCancelled();
        }
    }

    private void closeWhenCancelled() {
        if (unread != null && subscription.isDisposed()) {
            unread.channel().close();
            unread = null;
        }
    }
}
