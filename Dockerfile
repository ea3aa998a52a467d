# One file for the images of all services, made from the jars of ./berea build:
#   docker build --build-arg MODULE=gateway-service --tag berea/gateway-service .
# Two builds of the same jars give the same layers, but for the last one, the AOT cache.
ARG MODULE

# Libraries, which seldom change, apart from the service's own classes. Everything is as old as the
# first second of 2026, folders too; so nothing here depends on when it was made.
FROM eclipse-temurin:25-jre AS unpacked
ARG MODULE
COPY ${MODULE}/target/${MODULE}-*-exec.jar /service.jar
COPY ${MODULE}/target/classes/META-INF/sbom/application.cdx.json /sbom/app/sbom.cdx.json
RUN java -XX:TieredStopAtLevel=1 -Djarmode=tools -jar /service.jar extract --layers --destination /layers --application-filename app.jar \
 && for layer in dependencies application; do mkdir -p /$layer && mv /layers/$layer /$layer/app; done \
 && find /dependencies /application /sbom -exec touch --date=2026-01-01T00:00:00Z {} +

# What is true of all of them. A number rather than a name: Kubernetes can tell that it is not root.
FROM eclipse-temurin:25-jre AS service
USER 10001:10001
WORKDIR /tmp
ENV HOME=/tmp \
    SERVER_ADDRESS=0.0.0.0 \
    MANAGEMENT_SERVER_ADDRESS=0.0.0.0 \
    LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs
# The image has no curl. Restarted containers swap addresses, and a JVM would believe a name for 30 s.
HEALTHCHECK --interval=10s --timeout=4s --start-period=300s --start-interval=2s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${HEALTH%%/*} && printf 'GET /%s HTTP/1.0\\r\\n\\r\\n' \"${HEALTH#*/}\" >&3 && read -r -t 3 _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "-XX:AOTCache=/app/app.aot", "-Xlog:aot*=off", "-Xlog:cds*=off", \
    "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-Dsun.net.inetaddr.ttl=5", \
    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "/app/app.jar"]

FROM service AS gateway-service
ENV HEALTH=9080/actuator/health/readiness
EXPOSE 8080 9080
FROM service AS inference-service
ENV HEALTH=9081/actuator/health/readiness
EXPOSE 8081 9081
FROM service AS embedding-service
ENV HEALTH=9082/actuator/health/readiness
EXPOSE 8082 9082
FROM service AS moderation-service
ENV HEALTH=9083/actuator/health/readiness
EXPOSE 8083 9083
FROM service AS search-service
ENV HEALTH=9084/actuator/health/readiness
EXPOSE 8084 9084
FROM service AS postprocess-worker
ENV HEALTH=9085/actuator/health/readiness
EXPOSE 8085 9085
FROM service AS provider-simulator
ENV HEALTH=8090/health
EXPOSE 8090

FROM ${MODULE} AS untrained
COPY --from=unpacked /dependencies/ /
COPY --from=unpacked /application/ /
COPY --from=unpacked /sbom/ /

# The service starts without any store, up to the moment at which it would begin to listen, and the
# JVM keeps what it had to load and link. The key is none: nobody ever calls this process.
FROM untrained AS trained
USER 0:0
RUN mkdir -p /trained/app && BEREA_CALLER_KEY=$(head -c 32 /dev/zero | base64) BEREA_JWT_JWKS_URI=http://127.0.0.1:9/ \
    BEREA_SEARCH_ENGINE=weaviate BEREA_DATA_DIR=/tmp/data \
    java -XX:AOTCacheOutput=/trained/app/app.aot -XX:+UseSerialGC -XX:MaxRAMPercentage=60 \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dspring.context.exit=onRefresh -jar /app/app.jar && test -s /trained/app/app.aot

FROM untrained
ARG MODULE
LABEL org.opencontainers.image.title="berea ${MODULE}" \
    org.opencontainers.image.description="A service of Berea, which answers questions about scripture" \
    org.opencontainers.image.base.name="docker.io/library/eclipse-temurin:25-jre" \
    org.berea.sbom="/app/sbom.cdx.json"
COPY --from=trained /trained/ /
