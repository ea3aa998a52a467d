package org.berea.localstack.commands;

/**
 * One event of a stream.
 *
 * @param name {@code message} when the stream gave none
 */
public record ServerSentEvent(String name, String data) {}
