package org.targetmonitor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

import org.targetmonitor.platform.ChainCommand;
import org.targetmonitor.platform.database.PrepareCommand;

/** Starts the monitor, or does the one thing that a command asks for. */
@SpringBootApplication
public class TargetMonitor {

	public static void main(String[] args) {
		if (PrepareCommand.isAsked(args)) {
			System.exit(PrepareCommand.run(System.getenv()));
		}
		if (ChainCommand.isAsked(args)) {
			System.exit(ChainCommand.run(args));
		}
		SpringApplication.run(TargetMonitor.class, args);
	}

}
