package org.targetmonitor.desk;

/** Takes letters to people. */
public interface Post {

	/**
	 * Hands a letter over.
	 * @throws RuntimeException if nobody took it
	 */
	void send(String address, String subject, String words);

}
