package org.targetmonitor.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps every other monitor off a data directory until it is closed or the process ends,
 * however it ends.
 */
final class DirectoryLock implements AutoCloseable {

	/*
	 * A POSIX lock falls when its process closes any channel of the file, so a file held
	 * here must never be opened a second time, not even to find out that it is held.
	 */
	private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

	/*
	 * Behind the content, because Windows lets nobody read a locked region, and a refused
	 * monitor reads the pid.
	 */
	private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

	private final Path file;

	private final FileChannel channel;

	private DirectoryLock(Path file, FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/**
	 * Takes the lock or throws {@link DataDirectoryInUse}; the directory is a real path.
	 */
	static DirectoryLock take(Path directory) throws IOException {
		Path file = directory.resolve("monitor.lock");
		if (!HELD.add(file)) {
			throw DataDirectoryInUse.byMonitor(directory, OptionalLong.of(ProcessHandle.current().pid()));
		}
		try {
			return new DirectoryLock(file, lock(directory, file));
		}
		catch (IOException | RuntimeException ex) {
			HELD.remove(file);
			throw ex;
		}
	}

	private static FileChannel lock(Path directory, Path file) throws IOException {
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
				throw DataDirectoryInUse.byMonitor(directory, holder(file));
			}
			writePid(channel);
			return channel;
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
	}

	private static void writePid(FileChannel channel) throws IOException {
		channel.truncate(0);
		ByteBuffer pid = ByteBuffer
			.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII));
		while (pid.hasRemaining()) {
			channel.write(pid);
		}
	}

	private static OptionalLong holder(Path file) throws IOException {
		String pid = Files.readString(file).strip();
		return pid.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(pid)) : OptionalLong.empty();
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			HELD.remove(this.file);
		}
	}

}
