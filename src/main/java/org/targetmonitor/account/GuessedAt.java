package org.targetmonitor.account;

/**
 * So many wrong passwords or codes were tried for an account that its owner, and whoever
 * keeps accounts, should know of it.
 *
 * @param username the account
 * @param count how many within a day
 * @param addresses from how many addresses
 */
public record GuessedAt(String username, int count, int addresses) {

}
