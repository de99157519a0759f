package org.targetmonitor.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.apache.coyote.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

import org.targetmonitor.input.web.PlainAnswers;
import org.targetmonitor.input.web.Turns;

import static org.assertj.core.api.Assertions.assertThat;

/** How much may be sent, and how much of it at once. */
class BodyLimitTests {

	private static final int MEGABYTE = 1024 * 1024;

	private final BodyLimit limit = new BodyLimit(DataSize.ofMegabytes(2),
			new PlainAnswers(JsonMapper.shared(), new FixedLocaleResolver(Locale.SIMPLIFIED_CHINESE)));

	private MockHttpServletResponse send(String path, String type, int length, FilterChain chain)
			throws ServletException, IOException {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
		request.setContentType(type);
		request.setContent(new byte[length]);
		request.setAttribute(ArrivingBody.ATTRIBUTE, arriving());
		request.getSession().setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, "finance");
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.limit.doFilter(request, response, chain);
		return response;
	}

	private static ArrivingBody arriving() {
		Turns turns = new Turns(1, 1);
		return new ArrivingBody(new Request(), 2 * MEGABYTE, () -> "192.0.2.1", turns, turns);
	}

	/** What holds a department's figures may be four times as large as any other body. */
	@ParameterizedTest
	@CsvSource({ "/fill/a/2024-Q1, application/x-www-form-urlencoded, 8388608, 200",
			"/fill/a/2024-Q1, application/x-www-form-urlencoded, 8388609, 413",
			"/review/1, application/x-www-form-urlencoded, 2097153, 413",
			"/fill/a/2024-Q1/sheet, multipart/form-data; boundary=a, 2097153, 413",
			"/api/plans/a/submissions, application/json, 8388608, 200",
			"/api/plans/a/submissions, application/json, 8388609, 413",
			"/api/plans/a/base-shares, text/csv, 2097152, 200", "/api/plans/a/base-shares, text/csv, 2097153, 413" })
	void takesSoMuchOfEachKind(String path, String type, int length, int status) throws Exception {
		assertThat(send(path, type, length, (request, response) -> request.getInputStream().readAllBytes()).getStatus())
			.isEqualTo(status);
	}

	/** Two large forms at once; the third is told to wait, and small ones are not. */
	@Test
	void thirdLargeFormAtOnceIsToldToWait() throws Exception {
		CountDownLatch within = new CountDownLatch(2);
		CountDownLatch goOn = new CountDownLatch(1);
		FilterChain slow = (request, response) -> {
			within.countDown();
			try {
				goOn.await(30, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		};
		FilterChain none = (request, response) -> {
		};
		String form = MediaType.APPLICATION_FORM_URLENCODED_VALUE;
		try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
			List<Future<Integer>> two = IntStream.range(0, 2)
				.mapToObj(
						(place) -> executor.submit(() -> send("/fill/a/2024-Q1", form, 3 * MEGABYTE, slow).getStatus()))
				.toList();
			assertThat(within.await(30, TimeUnit.SECONDS)).isTrue();
			MockHttpServletResponse third = send("/fill/a/2024-Q1", form, 3 * MEGABYTE, none);
			assertThat(third.getStatus()).isEqualTo(503);
			assertThat(third.getHeader("Retry-After")).isEqualTo("5");
			assertThat(third.getContentAsString(StandardCharsets.UTF_8)).contains("同时提交的内容过多，未保存任何数据");
			assertThat(send("/fill/a/2024-Q1", form, 2 * MEGABYTE, none).getStatus()).isEqualTo(200);
			goOn.countDown();
			for (Future<Integer> one : two) {
				assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo(200);
			}
		}
		finally {
			goOn.countDown();
		}
		assertThat(send("/fill/a/2024-Q1", form, 3 * MEGABYTE, none).getStatus()).isEqualTo(200);
	}

}
