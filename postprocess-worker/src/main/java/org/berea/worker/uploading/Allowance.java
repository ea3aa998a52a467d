package org.berea.worker.uploading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much may come out of one zip. What its entries state of themselves may be a lie. */
final class Allowance {
    private static final long LARGEST_ZIP = 256L * 1024 * 1024;
    private static final long LARGEST_FILE = 32L * 1024 * 1024;

    private long left = LARGEST_ZIP;

    /** Refuses to go on where a file, or all files together, turn out to be too large. */
    InputStream bound(InputStream content) {
        return new Bounded(content);
    }

    private final class Bounded extends FilterInputStream {
        private long leftOfFile = LARGEST_FILE;

        Bounded(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            take(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            take(Math.max(count, 0));
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            take(skipped);
            return skipped;
        }

        private void take(long bytes) {
            left -= bytes;
            leftOfFile -= bytes;
            if (left < 0 || leftOfFile < 0) {
                throw Upload.tooLarge("the zip inflates to more than it can be meant to");
            }
        }
    }
}
