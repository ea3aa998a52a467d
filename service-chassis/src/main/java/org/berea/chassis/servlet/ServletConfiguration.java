package org.berea.chassis.servlet;

import java.util.List;
import org.berea.chassis.problem.ProblemResponse;
import org.berea.contracts.caller.CallerTokens;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives the servlet service the caller check and problem rendering. */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
public class ServletConfiguration {
    @Bean
    ServletProblems servletProblems(ProblemResponse responses) {
        return new ServletProblems(responses);
    }

    @Bean
    FilterRegistrationBean<CallerServletFilter> callerServletFilter(
            CallerTokens tokens, ServletProblems problems) {
        var filter = new FilterRegistrationBean<>(new CallerServletFilter(tokens, problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return filter;
    }

    @Bean
    WebMvcConfigurer callerServletArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerServletArgument());
            }
        };
    }
}
