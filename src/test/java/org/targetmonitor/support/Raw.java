package org.targetmonitor.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Sends requests byte by byte, also those that no client library would send, and reads
 * the whole answer.
 */
public final class Raw {

	private static final int PATIENCE = 30_000;

	private final int port;

	public Raw(int port) {
		this.port = port;
	}

	/** An answer. */
	public record Answer(int status, String head, String body) {

		/** The value of a header; empty if it is not there. */
		public Optional<String> header(String name) {
			return Arrays.stream(this.head.split("\r\n"))
				.filter((line) -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
				.map((line) -> line.substring(name.length() + 1).strip())
				.findFirst();
		}

	}

	/** The header that signs an account in. */
	public static String signedIn(String username) {
		return "Authorization: Basic "
				+ Base64.getEncoder().encodeToString((username + ":" + Api.PASSWORD).getBytes(StandardCharsets.UTF_8))
				+ "\r\n";
	}

	public Answer get(String address, String headers) {
		return send("GET " + address + " HTTP/1.1\r\n" + headers, "");
	}

	public Answer post(String address, String headers, String type, String body) {
		return send("POST " + address + " HTTP/1.1\r\nContent-Type: " + type + "\r\n" + headers, body);
	}

	/**
	 * Sends a request.
	 * @param head request line and headers, each with its line's end; one byte for each
	 * character
	 * @param body sent as UTF-8; its length is told unless the head says how it comes
	 */
	public Answer send(String head, String body) {
		byte[] content = body.getBytes(StandardCharsets.UTF_8);
		String length = content.length > 0 && !head.contains("Transfer-Encoding")
				? "Content-Length: " + content.length + "\r\n" : "";
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.setSoTimeout(PATIENCE);
			ByteArrayOutputStream request = new ByteArrayOutputStream();
			request.write((head + "Host: localhost\r\nConnection: close\r\n" + length + "\r\n")
				.getBytes(StandardCharsets.ISO_8859_1));
			request.write(content);
			socket.getOutputStream().write(request.toByteArray());
			socket.getOutputStream().flush();
			return read(socket.getInputStream().readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Answer read(byte[] bytes) {
		String all = new String(bytes, StandardCharsets.UTF_8);
		int end = all.indexOf("\r\n\r\n");
		String head = (end < 0) ? all : all.substring(0, end);
		int status = head.matches("(?s)HTTP/1\\.1 \\d{3}.*") ? Integer.parseInt(head.substring(9, 12)) : 0;
		return new Answer(status, head, (end < 0) ? "" : all.substring(end + 4));
	}

}
