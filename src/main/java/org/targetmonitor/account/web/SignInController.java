package org.targetmonitor.account.web;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which people sign in. */
@Controller
@Hidden
class SignInController {

	@GetMapping("/sign-in")
	String signIn() {
		return "account/sign-in";
	}

}
