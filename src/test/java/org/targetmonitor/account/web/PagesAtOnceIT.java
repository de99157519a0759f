package org.targetmonitor.account.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.Browser;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.People;

import static org.assertj.core.api.Assertions.assertThat;

/** Several pages of one session, opened at once as browsers do. */
@MonitorTest
class PagesAtOnceIT {

	private static final List<String> PAGES = List.of("/", "/calendar", "/oversight", "/tasks", "/me");

	@Autowired
	private People people;

	@Autowired
	private Api api;

	@Autowired
	private SessionRepository<? extends Session> sessions;

	@BeforeEach
	void start() {
		assertThat(this.api.leader().get("/api/plans").status()).isEqualTo(200);
	}

	@Test
	void whoeverOpensSeveralPagesAfterTheSignInGetsThemAll() {
		for (int round = 0; round < 5; round++) {
			Browser browser = this.people.browser();
			browser.signIn("leader", Api.PASSWORD);
			List<CompletableFuture<Browser.Page>> pages = IntStream.range(0, 2 * PAGES.size())
				.mapToObj((tab) -> CompletableFuture.supplyAsync(() -> browser.get(PAGES.get(tab % PAGES.size()))))
				.toList();
			assertThat(pages).allSatisfy((page) -> assertThat(page.join().status()).isEqualTo(200));
		}
	}

	@Test
	void formsOfPagesThatWereOpenedAtOnceAreAllTaken() {
		Browser browser = this.people.browser();
		browser.signIn("leader", Api.PASSWORD);
		CompletableFuture<Browser.Page> other = CompletableFuture.supplyAsync(() -> browser.get("/me"));
		browser.get("/me");
		other.join();
		assertThat(browser.post("/me/tokens", Map.of("name", "")).status()).isEqualTo(200);
	}

	@Test
	void twoThatWriteOneSessionDoNotFail() {
		writtenTwice(this.sessions);
	}

	private static <S extends Session> void writtenTwice(SessionRepository<S> sessions) {
		S session = sessions.createSession();
		sessions.save(session);
		S first = Objects.requireNonNull(sessions.findById(session.getId()));
		S second = Objects.requireNonNull(sessions.findById(session.getId()));
		first.setAttribute("page", "first");
		second.setAttribute("page", "second");
		sessions.save(first);
		sessions.save(second);
		assertThat(Objects.requireNonNull(sessions.findById(session.getId())).<String>getAttribute("page"))
			.isEqualTo("second");
		sessions.deleteById(session.getId());
	}

}
