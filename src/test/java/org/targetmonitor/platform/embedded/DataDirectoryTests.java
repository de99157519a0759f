package org.targetmonitor.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Which directories are refused before PostgreSQL touches them. */
class DataDirectoryTests {

	@TempDir
	private Path directory;

	private Path cluster;

	@BeforeEach
	void createCluster() throws IOException {
		this.cluster = Files.createDirectories(this.directory.toRealPath().resolve("postgresql"));
	}

	@Test
	void refusesForeignFilesAndLeavesThemAlone() throws IOException {
		Path letter = Files.writeString(this.cluster.resolve("letter.txt"), "dear");
		assertRefused().withMessageContaining("不是本系统的数据库").withMessageContaining("no database of this monitor");
		assertThat(letter).hasContent("dear");
	}

	@Test
	void refusesDatabaseOfAnotherVersion() throws IOException {
		Files.writeString(this.cluster.resolve("PG_VERSION"), "17\n");
		assertRefused().withMessageContaining("PostgreSQL 17")
			.withMessageContaining("不兼容")
			.withMessageContaining("cannot open it");
	}

	@Test
	void refusesDatabaseThatAnotherProgramMade() throws IOException {
		Files.writeString(this.cluster.resolve("PG_VERSION"), DataDirectory.POSTGRESQL_VERSION + "\n");
		assertRefused().withMessageContaining("no database of this monitor");
	}

	@Test
	void refusesDatabaseOfAnotherUser() throws IOException {
		Files.writeString(this.cluster.resolve("PG_VERSION"), DataDirectory.POSTGRESQL_VERSION + "\n");
		Files.writeString(this.directory.resolve("postgresql.password"), "secret");
		assumeTrue("root".equals(System.getProperty("user.name")), "only root can give files away");
		Files.setAttribute(this.cluster, "unix:uid", 12345);
		assertRefused().withMessageContaining("属于用户 12345").withMessageContaining("Start as 12345");
	}

	@Test
	void refusesPathThatIsNoDirectory() throws IOException {
		Path file = Files.writeString(this.directory.resolve("file"), "");
		assertThatExceptionOfType(DataDirectoryUnusable.class).isThrownBy(() -> EmbeddedDatabase.start(file))
			.withMessageContaining("无法写入")
			.withMessageContaining("cannot be written");
	}

	/* Even root, who may write everywhere, cannot write there */
	@Test
	void refusesPathBelowAFile() throws IOException {
		Path file = Files.writeString(this.directory.resolve("file"), "");
		assertThatExceptionOfType(DataDirectoryUnusable.class)
			.isThrownBy(() -> EmbeddedDatabase.start(file.resolve("below")))
			.withMessageContaining("无法写入")
			.withMessageContaining("cannot be written");
	}

	private ThrowableAssertAlternative<DataDirectoryUnusable> assertRefused() {
		return assertThatExceptionOfType(DataDirectoryUnusable.class)
			.isThrownBy(() -> EmbeddedDatabase.start(this.directory));
	}

}
