package org.targetmonitor.account.web;

/** How somebody has shown who they are. */
enum Proof {

	/** By the password. */
	PASSWORD,
	/** By the password and a code of the second factor. */
	PASSWORD_AND_CODE,
	/** To an identity provider, which is answerable for second factors and expiry. */
	PROVIDER

}
