package org.berea.worker.database;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses requests at once while the tables do not exist yet. */
final class ReadyGate implements HandlerInterceptor {
    private final Schema schema;

    ReadyGate(Schema schema) {
        this.schema = schema;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!schema.isReady()) {
            throw DatabaseProblems.away();
        }
        return true;
    }
}
