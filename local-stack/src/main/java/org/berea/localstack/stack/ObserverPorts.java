package org.berea.localstack.stack;

/** Where those listen who watch the suite. */
record ObserverPorts(int prometheus, int grafana) {}
