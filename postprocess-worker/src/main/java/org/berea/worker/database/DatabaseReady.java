package org.berea.worker.database;

/** The database was reached and all tables exist. Published once, on a thread that may block. */
public record DatabaseReady() {}
