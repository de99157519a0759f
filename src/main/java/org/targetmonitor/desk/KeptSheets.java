package org.targetmonitor.desk;

import java.util.Optional;
import java.util.UUID;

/** Where previewed sheets wait, for some hours and a few of each account. */
public interface KeptSheets {

	/** Keeps a sheet; the oldest of its account makes room, and what is over goes. */
	void keep(KeptSheet sheet);

	/** The sheet with a number, if it was sent by that account and is not over. */
	Optional<KeptSheet> find(UUID id, String account);

}
