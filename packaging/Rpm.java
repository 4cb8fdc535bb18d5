import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The package for systems with rpm, of the same files as the Debian one. */
final class Rpm {

    private final Build build;

    Rpm(Build build) {
        this.build = build;
    }

    void make() throws IOException, InterruptedException {
        Path tree = build.work("rpm").resolve("tree");
        Path top = build.work("rpm").resolve("top");
        Path spec = build.work("rpm").resolve("package.spec");
        if (!build.tools().plans()) {
            Trees.delete(build.work("rpm"));
            Files.createDirectories(tree);
            Trees.copy(build.image(), tree.resolve("usr"));
            Trees.settle(tree, build.timestamp());
            Texts.write(spec, Texts.fill(build, build.resources("linux").resolve("package.spec"),
                    Map.of("@TREE@", tree.toString())));
        }
        build.tools().program(build.work("rpmbuild.log"),
                Map.of("SOURCE_DATE_EPOCH", Long.toString(build.timestamp().getEpochSecond())),
                List.of("rpmbuild", "-bb", "--define", "_topdir " + top, "--define", "_rpmdir " + build.target(),
                        "--define", "_rpmfilename %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm", spec.toString()));
    }
}
