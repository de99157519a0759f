package org.targetmonitor.account.web;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import org.targetmonitor.account.Throttle;

/**
 * What an operator can set about accounts.
 *
 * @param wrongPasswords how many wrong passwords within the window lock an account for
 * the address that they came from
 * @param wrongPasswordsPerAddress how many lock an address
 * @param wrongPasswordsPerAccount how many within a day, from everywhere, slow further
 * tries from addresses down where the account never signed in
 * @param wrongPasswordsPerMinute how many of all accounts within a minute let nobody try
 * from such an address
 * @param window within which they count
 * @param lock how long they lock
 * @param sessionLife how long a session lasts at most, however busy
 * @param passwordLife after how long a password has to be replaced; 0 for never
 * @param secondFactor whether reviewers and administrators need a second factor
 * @param separateDuties whether the duties of administrators, auditor, submitters and
 * reviewers exclude each other
 * @param oidcClaim the claim of an identity provider that holds the username
 */
@ConfigurationProperties("targetmonitor.accounts")
@Validated
public record AccountProperties(@DefaultValue("5") @Min(1) int wrongPasswords,
		@DefaultValue("30") @Min(1) int wrongPasswordsPerAddress,
		@DefaultValue("100") @Min(1) int wrongPasswordsPerAccount,
		@DefaultValue("600") @Min(1) int wrongPasswordsPerMinute, @DefaultValue("15m") @NotNull Duration window,
		@DefaultValue("15m") @NotNull Duration lock, @DefaultValue("12h") @NotNull Duration sessionLife,
		@DefaultValue("90d") @NotNull Duration passwordLife, @DefaultValue("optional") @NotNull Demand secondFactor,
		@DefaultValue("true") boolean separateDuties, @DefaultValue("preferred_username") @NotBlank String oidcClaim) {

	/** Whether something is asked of everybody concerned or left to them. */
	public enum Demand {

		/** Left to them. */
		OPTIONAL,
		/** Asked of them. */
		REQUIRED

	}

	Throttle throttle() {
		return new Throttle(this.wrongPasswords, this.wrongPasswordsPerAddress, this.wrongPasswordsPerAccount,
				this.wrongPasswordsPerMinute, this.window, this.lock);
	}

}
