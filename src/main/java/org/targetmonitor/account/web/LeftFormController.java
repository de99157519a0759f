package org.targetmonitor.account.web;

import java.util.Optional;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

import org.targetmonitor.account.LeftForm;

/** The pages of a form that was sent after its sender's sign-in had ended. */
@Controller
@Hidden
class LeftFormController {

	private final LeftForms forms;

	private final SignInController signIn;

	LeftFormController(LeftForms forms, SignInController signIn) {
		this.forms = forms;
		this.signIn = signIn;
	}

	/** The sign-in that carries the form; only forwarded to. */
	@PostMapping(LeftForms.SIGN_IN)
	String signIn(@RequestAttribute(name = LeftForm.ATTRIBUTE, required = false) @Nullable String left,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		response.setStatus(HttpStatus.UNAUTHORIZED.value());
		model.addAttribute(LeftForms.FIELD, left);
		return this.signIn.page(request.getParameter("minutes"), request, response, model);
	}

	/** Asks whether to send it after all. */
	@GetMapping(LeftForms.PAGE)
	String ask(HttpServletRequest request, Model model) {
		Optional<LeftForm> left = this.forms.take(request);
		model.addAttribute(LeftForms.FIELD, left.orElse(null));
		return left.isPresent() ? "account/left" : "redirect:/start";
	}

}
