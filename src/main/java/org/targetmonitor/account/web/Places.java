package org.targetmonitor.account.web;

import java.net.InetAddress;
import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * Where a request comes from, as far as it is counted: whoever has one IPv6 address has
 * the 2^64 of its network, so that is counted as one; an IPv4 address that is written as
 * an IPv6 one is the IPv4 address.
 */
final class Places {

	private static final int NETWORK_BYTES = 8;

	private Places() {
	}

	/** The address, or its network. */
	static String of(String address) {
		if (address.indexOf(':') < 0) {
			return address;
		}
		try {
			// An address with a colon is never looked up as a name
			InetAddress read = InetAddress.getByName(address);
			return (read instanceof Inet6Address six)
					? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES) + "/64" : read.getHostAddress();
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

}
