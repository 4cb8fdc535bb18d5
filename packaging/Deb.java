import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;

/** The Debian package. It needs no scripts: what it brings is registered by the triggers of the desktop's packages. */
final class Deb {

    private final Build build;

    Deb(Build build) {
        this.build = build;
    }

    void make() throws IOException, InterruptedException {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        Path tree = build.work("deb");
        if (!build.tools().plans()) {
            stage(tree, architecture);
        }
        Path deb = build.target().resolve(
                build.config().launcher() + "_" + build.version() + "-1_" + architecture + ".deb");
        build.tools().program(null, Map.of("SOURCE_DATE_EPOCH", Long.toString(build.timestamp().getEpochSecond())),
                List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", tree.toString(), deb.toString()));
    }

    private void stage(Path tree, String architecture) throws IOException {
        Trees.delete(tree);
        Path usr = tree.resolve("usr");
        Files.createDirectories(tree);
        Trees.copy(build.image(), usr);
        String name = build.config().launcher();
        Path documents = usr.resolve("share").resolve("doc").resolve(name);
        Texts.write(documents.resolve("copyright"), fill("copyright", Map.of()));
        Texts.writeGzip(documents.resolve("changelog.Debian.gz"), fill("changelog", Map.of()));
        Path overrides = build.resources("linux").resolve("lintian-overrides");
        if (Files.exists(overrides)) {
            Texts.write(usr.resolve("share").resolve("lintian").resolve("overrides").resolve(name),
                    Texts.fill(build, overrides, Map.of()));
        }
        Path control = tree.resolve("DEBIAN");
        Texts.write(control.resolve("md5sums"), sums(tree, usr));
        Texts.write(control.resolve("control"), fill("control",
                Map.of("@ARCH@", architecture, "@SIZE@", Long.toString(Trees.kibibytes(usr)))));
        Trees.settle(tree, build.timestamp());
    }

    private String fill(String template, Map<String, String> more) throws IOException {
        return Texts.fill(build, build.resources("linux").resolve(template), more);
    }

    private static String sums(Path tree, Path usr) throws IOException {
        StringBuilder sums = new StringBuilder();
        for (Path file : Trees.walk(usr).sorted().toList()) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                sums.append(sum(file)).append("  ").append(tree.relativize(file)).append('\n');
            }
        }
        return sums.toString();
    }

    private static String sum(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return String.format("%032x", new BigInteger(1, digest.digest(Files.readAllBytes(file))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
