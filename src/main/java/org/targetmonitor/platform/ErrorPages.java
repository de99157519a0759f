package org.targetmonitor.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

import org.targetmonitor.input.web.PlainAnswers;
import org.targetmonitor.input.web.Problems;

/** What went wrong elsewhere: a page to people, a problem to programs. */
@Hidden
@Controller
@RequestMapping("${server.error.path:/error}")
class ErrorPages implements ErrorController {

	@RequestMapping
	Object error(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		HttpStatus status = status(request);
		if (PlainAnswers.isForPeople(request)) {
			response.setStatus(status.value());
			model.addAttribute("status", status.value());
			return "error";
		}
		ProblemDetail problem = Problems.problem(status, Problems.words(status.value()), List.of(), locale);
		problem.setInstance(Problems.instance((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	/** Whoever asks for this address by name finds nothing. */
	private static HttpStatus status(HttpServletRequest request) {
		return (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)
				? Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR)
				: HttpStatus.NOT_FOUND;
	}

}
