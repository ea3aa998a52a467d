package org.berea.embedding;

/** How many texts are worked on at once. */
record Capacity(int texts) {}
