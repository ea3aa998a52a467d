package org.berea.worker.usfm;

/** A file of USFM as it came, named as its sender knows it. */
public record UsfmFile(String name, byte[] content) {}
