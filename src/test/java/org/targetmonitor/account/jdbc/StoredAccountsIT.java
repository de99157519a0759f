package org.targetmonitor.account.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Login;
import org.targetmonitor.account.Role;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.RowsTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is kept of an account, and how it signs in. */
@RowsTest
class StoredAccountsIT {

	private static final Instant LATER = MonitorTest.START.plus(Duration.ofDays(1));

	@Autowired
	private Accounts accounts;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private final Account li = account("li-" + UUID.randomUUID(), true);

	@BeforeEach
	void anAccount() {
		this.clock.set(MonitorTest.START);
		this.accounts.create(this.li, "first");
		this.clock.set(LATER);
	}

	private static Account account(String username, boolean enabled) {
		return new Account(username, "李文", "li@example.org", enabled,
				Set.of(new Grant(Role.SUBMITTER, "p", "finance"), Grant.everywhere(Role.VIEWER)));
	}

	private Login login() {
		return this.accounts.login(this.li.username()).orElseThrow();
	}

	@Test
	void comesBackAsItWasMade() {
		assertThat(login()).isEqualTo(new Login(this.li, "first", MonitorTest.START, false, null));
		assertThat(this.accounts.held(this.li.username())).contains(login());
		assertThat(this.accounts.logins()).contains(login());
		assertThat(this.accounts.all()).contains(this.li).extracting(Account::username).isSorted();
		assertThat(this.accounts.held("nobody")).isEmpty();
		assertThat(this.accounts.login("nobody")).isEmpty();
	}

	@Test
	void aSecondOneOfItsNameIsRefused() {
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.accounts.create(this.li, "second"));
		assertThat(login().passwordHash()).isEqualTo("first");
	}

	@Test
	void oneThatIsNewNeedsAPassword() {
		Account none = account("none-" + UUID.randomUUID(), true);
		assertThatThrownBy(() -> this.accounts.save(none, null)).hasMessageContaining("password");
		assertThat(this.accounts.find(none.username())).isEmpty();
		this.accounts.save(none, "of-new");
		assertThat(this.accounts.login(none.username())).contains(new Login(none, "of-new", LATER, false, null));
	}

	@Test
	void changesWithoutAPasswordKeepHowItSignsIn() {
		this.accounts.enrol(this.li.username(), "SECRET", 7, List.of());
		Account other = new Account(this.li.username(), "李明", null, false, Set.of());
		this.accounts.save(other, null);
		assertThat(login()).isEqualTo(new Login(other, "first", MonitorTest.START, false, "SECRET"));
	}

	@Test
	void aNewPasswordCountsFromNowAndNeedNotBeReplaced() {
		this.accounts.demandNewPassword(this.li.username(), true);
		assertThat(login().mustChange()).isTrue();
		this.accounts.save(this.li, "second");
		assertThat(login()).isEqualTo(new Login(this.li, "second", LATER, false, null));
		this.accounts.changePassword(this.li.username(), "third", true, LATER.plusSeconds(1));
		assertThat(login()).isEqualTo(new Login(this.li, "third", LATER.plusSeconds(1), true, null));
		assertThat(this.accounts.recentPasswords(this.li.username(), 5)).containsExactly("third", "second", "first");
		assertThat(this.accounts.recentPasswords(this.li.username(), 2)).containsExactly("third", "second");
	}

	@Test
	void disablingEndsTheSessionsAndNothingElseDoes() {
		session(this.li.username());
		session("other-" + this.li.username());
		this.accounts.save(this.li, "second");
		assertThat(sessions(this.li.username())).isOne();
		this.accounts.save(account(this.li.username(), false), null);
		assertThat(sessions(this.li.username())).isZero();
		assertThat(sessions("other-" + this.li.username())).isOne();
	}

	private void session(String username) {
		this.jdbc.sql("INSERT INTO spring_session VALUES (:id, :id, 0, 0, 0, 0, :name)")
			.param("id", UUID.randomUUID().toString())
			.param("name", username)
			.update();
	}

	private int sessions(String username) {
		return this.jdbc.sql("SELECT count(*) FROM spring_session WHERE principal_name = :name")
			.param("name", username)
			.query(Integer.class)
			.single();
	}

	@Test
	void whatWasSeenOfItDecidesWhetherItMayBeChanged() {
		Login seen = login();
		AtomicBoolean changed = new AtomicBoolean();
		assertThat(this.accounts.ifUnchanged(seen, () -> changed.set(true))).isTrue();
		assertThat(changed).isTrue();
		this.accounts.demandNewPassword(this.li.username(), true);
		changed.set(false);
		assertThat(this.accounts.ifUnchanged(seen, () -> changed.set(true))).isFalse();
		assertThat(changed).isFalse();
		this.accounts.demandNewPassword(this.li.username(), false);
		assertThat(this.accounts.ifUnchanged(seen, () -> changed.set(true))).isTrue();
	}

	@Test
	void rememberedIsWhatTheConfigurationGave() {
		assertThat(this.accounts.configuredHash(this.li.username())).isEmpty();
		this.accounts.rememberConfigured(this.li.username(), "given");
		assertThat(this.accounts.configuredHash(this.li.username())).contains("given");
		assertThat(login().passwordHash()).isEqualTo("first");
	}

	@Test
	void aStepAndARecoveryCodeCountOnce() {
		String name = this.li.username();
		this.accounts.enrol(name, "OLD", 90, List.of("old"));
		this.accounts.enrol(name, "SECRET", 7, List.of("a", "b"));
		assertThat(login().secret()).isEqualTo("SECRET");
		assertThat(this.accounts.recoveryCodes(name)).isEqualTo(2);
		assertThat(this.accounts.useStep(name, 7)).as("it proved the enrolment").isFalse();
		assertThat(this.accounts.useStep(name, 8)).isTrue();
		assertThat(this.accounts.useStep(name, 8)).isFalse();
		assertThat(this.accounts.useRecoveryCode(name, "old")).isFalse();
		assertThat(this.accounts.useRecoveryCode(name, "a")).isTrue();
		assertThat(this.accounts.useRecoveryCode(name, "a")).isFalse();
		assertThat(this.accounts.recoveryCodes(name)).isOne();
		this.accounts.dropSecondFactor(name);
		assertThat(login().hasSecondFactor()).isFalse();
		assertThat(this.accounts.recoveryCodes(name)).isZero();
	}

	@Test
	void logsNameTheAccountAlone() {
		assertThat(AccountRow.of(this.li, "hash", LATER)).hasToString("account " + this.li.username());
	}

}
