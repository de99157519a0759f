package org.targetmonitor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.util.FileSystemUtils;

import org.targetmonitor.support.Processes;

/** nginx with one file, as what serves bytes does at its best. */
record Nginx(Program program, Path directory, Visitor visitor) implements AutoCloseable {

	/** Serves these bytes; nothing where nginx is not installed. */
	static Optional<Nginx> serving(byte[] bytes) throws Exception {
		Optional<Path> found = Program.find("nginx");
		if (found.isEmpty()) {
			return Optional.empty();
		}
		Path directory = Files.createTempDirectory("targetmonitor-nginx");
		Path files = Files.createDirectory(directory.resolve("files"));
		Path file = Files.write(files.resolve("scrape"), bytes);
		for (Path path : List.of(directory, files, file)) {
			path.toFile().setReadable(true, false);
			path.toFile().setExecutable(true, false);
		}
		int port = Processes.freePort();
		Path configuration = Files.writeString(directory.resolve("nginx.conf"),
				"""
						daemon off; worker_processes 2; pid %1$s/pid; error_log %1$s/error.log;
						events {}
						http { access_log off; client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fast;
						  uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi; sendfile on; tcp_nopush on;
						  server { listen 127.0.0.1:%2$d; root %1$s/files; default_type text/plain; } }
						"""
					.formatted(directory, port));
		Program program = Program.start(directory.resolve("log"), Map.of(),
				List.of(found.get().toString(), "-p", directory.toString(), "-c", configuration.toString()));
		Visitor visitor = Visitor.nobody("http://127.0.0.1:" + port);
		program.await(Duration.ofSeconds(20), () -> visitor.get("/scrape").statusCode() == 200);
		return Optional.of(new Nginx(program, directory, visitor));
	}

	/** Milliseconds of a whole answer, or nothing where there is no nginx. */
	static Optional<Double> median(byte[] bytes, int rounds) throws Exception {
		Optional<Nginx> started = serving(bytes);
		if (started.isEmpty()) {
			return Optional.empty();
		}
		try (Nginx nginx = started.get()) {
			return Optional.of(Times.of(rounds, rounds, () -> nginx.visitor.bytes("/scrape")).median());
		}
	}

	@Override
	public void close() throws IOException {
		this.program.close();
		FileSystemUtils.deleteRecursively(this.directory);
	}

}
