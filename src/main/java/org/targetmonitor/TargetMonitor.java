package org.targetmonitor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the monitor. */
@SpringBootApplication
public class TargetMonitor {

	public static void main(String[] args) {
		SpringApplication.run(TargetMonitor.class, args);
	}

}
