package org.targetmonitor.canary.submission;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Says in its own way when to ask again. */
class AnswersLater {

	ResponseEntity<Void> busy() {
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "7").build();
	}

}
