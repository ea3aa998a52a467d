package org.berea.simulator.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.berea.simulator.behaviour.Applied;
import org.berea.simulator.openai.ChatRequest;

/** The latest calls, up to a size; the oldest is forgotten first. */
public final class Journal {
    private final int size;
    private final Deque<Recording> recordings = new ArrayDeque<>();
    private long lastNumber;

    public Journal(int size) {
        this.size = size;
    }

    /** Opens the entry of a call; numbers go on after a clearing. */
    public synchronized Recording open(ChatRequest request, Applied applied) {
        Recording recording = new Recording(++lastNumber, request, applied);
        if (recordings.size() == size) {
            recordings.removeFirst();
        }
        recordings.addLast(recording);
        return recording;
    }

    /** All that is remembered, newest last. */
    public synchronized List<JournalEntry> entries() {
        return recordings.stream().map(Recording::entry).toList();
    }

    public synchronized Optional<JournalEntry> entry(long number) {
        return recordings.stream()
                .filter(recording -> recording.number() == number)
                .map(Recording::entry)
                .findFirst();
    }

    /** Forgets all entries; running calls go on. */
    public synchronized void clear() {
        recordings.clear();
    }
}
