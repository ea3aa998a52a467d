package org.berea.chassis.servlet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in only who shows a valid caller token. Not registered on the management port. */
final class CallerServletFilter extends OncePerRequestFilter {
    static final String CALLER = Caller.class.getName();

    private final CallerTokens tokens;
    private final ServletProblems problems;

    CallerServletFilter(CallerTokens tokens, ServletProblems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = tokens.verify(request.getHeader(CallerTokens.HEADER));
        if (caller.isEmpty()) {
            problems.write(response, refusal());
            return;
        }
        request.setAttribute(CALLER, caller.get());
        chain.doFilter(request, response);
    }

    private static Problem refusal() {
        return Problem.of(
                ProblemType.UNAUTHENTICATED,
                CallerTokens.HEADER + ": missing or not valid (expected: a current caller token)");
    }
}
