package org.berea.chassis.servlet;

import org.berea.chassis.EdgeContract;
import org.berea.contracts.caller.Caller;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        classes = ServletEdgeTest.App.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.main.web-application-type=servlet",
            "spring.config.import=classpath:berea-service.yml",
            "spring.application.name=edge",
            "management.server.port=0",
            "berea.caller.key=" + EdgeContract.KEY
        })
class ServletEdgeTest implements EdgeContract {
    @LocalServerPort private int port;
    @LocalManagementPort private int managementPort;

    @Override
    public int port() {
        return port;
    }

    @Override
    public int managementPort() {
        return managementPort;
    }

    @EnableAutoConfiguration
    @Import(Edge.class)
    static class App {}

    @RestController
    static class Edge {
        @GetMapping("/who")
        String who(Caller caller) {
            return caller.subject();
        }

        @PostMapping("/ask")
        EdgeContract.Answer ask(@RequestBody EdgeContract.Ask ask) {
            return ask.answer();
        }
    }
}
