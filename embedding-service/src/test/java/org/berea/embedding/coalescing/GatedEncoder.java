package org.berea.embedding.coalescing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.berea.embedding.text.Encoder;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.Text;

/** An encoder that does not begin with a text before it may, and remembers the order. */
final class GatedEncoder implements Encoder {
    private final Semaphore gate = new Semaphore(0);
    private final List<String> begun = new CopyOnWriteArrayList<>();

    @Override
    public Encoding encode(Text text) {
        begun.add(text.content());
        try {
            if (!gate.tryAcquire(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the gate stayed shut");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (text.content().equals("broken")) {
            throw new IllegalStateException("broken");
        }
        return new Encoding.Encoded(new float[] {1}, text.content().length());
    }

    void open(int texts) {
        gate.release(texts);
    }

    List<String> begun() {
        return List.copyOf(begun);
    }
}
