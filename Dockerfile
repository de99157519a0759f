# Both base images are arguments, so that a site without a public registry can name its own.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG RUN_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
# The pom first: the layer with the dependencies is built again only when they change.
COPY pom.xml .
RUN mvn -B -q dependency:go-offline
COPY src/main src/main
RUN mvn -B -q -Dmaven.test.skip -Darchive.skip package \
 && java -Djarmode=tools -jar target/target-monitor.jar extract --destination target/application

FROM ${RUN_IMAGE}
# A number of its own that no account of the host has, and nothing in the image it could write to.
RUN groupadd --system --gid 10001 targetmonitor \
 && useradd --system --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin targetmonitor
WORKDIR /app
COPY --from=build /build/target/application .
# The classes as this image's own Java loads and links them, kept for every start; a Java before 25 knows no such option, and goes
# without
RUN java -XX:+IgnoreUnrecognizedVMOptions -XX:AOTCacheOutput=target-monitor.aot \
  -Dspring.context.exit=onRefresh -Dspring.profiles.active=archive -jar target-monitor.jar
USER 10001:10001
EXPOSE 8080
# bash speaks TCP by itself; curl and wget are not in every base image.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200'* ]]"]
# The exec form: the signal to stop reaches Java itself, so that it finishes its requests.
# A heap that begins small and gives back what it does not use.
ENTRYPOINT ["java", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:AOTCache=target-monitor.aot", "-XX:MaxRAMPercentage=75", \
  "-Xms48m", "-XX:GCTimeRatio=4", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", "-jar", "target-monitor.jar"]
