package org.berea.simulator.behaviour;

/**
 * The behaviour that one request gets.
 *
 * @param correction whether the prompt corrects or continues an earlier answer
 */
public record Applied(Behaviour behaviour, boolean correction) {}
