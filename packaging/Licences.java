import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Who wrote what is linked in, and on which terms: from the poms beside the jars, and the notices inside them. */
final class Licences {

    private static final Pattern NOTICE = Pattern
            .compile("(?:META-INF/)?(?:[A-Z0-9-]+-)?(?:LICEN[CS]E|NOTICE|COPYING|AL2\\.0|LGPL2\\.1)(?:\\.(?:md|txt))?");
    private static final String RULE = "-".repeat(100);

    private final Build build;
    /** Text of a notice to the jars that carry it. */
    private final Map<String, List<String>> notices = new LinkedHashMap<>();

    Licences(Build build) {
        this.build = build;
    }

    /** Everything there is to say; fails when something is linked in without a licence known. */
    String text() throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (Path jar : build.modulePath()) {
            Path pom = Path.of(jar.toString().replaceFirst("(?:-linux|-win|-mac)?(?:-aarch64)?\\.jar$", ".pom"));
            if (Files.exists(pom)) {
                String name = pom.getFileName().toString().replaceFirst("\\.pom$", "");
                names.put(name, licence(pom));
                collect(jar, name);
            } else if (!jar.startsWith(build.project())) {
                throw new IllegalStateException("no pom beside " + jar);
            }
        }
        StringBuilder text = new StringBuilder("Devbox Tunnels is made with these libraries.\n\n");
        names.forEach((name, licence) -> text.append(name).append(": ").append(licence).append('\n'));
        text.append("Inter and JetBrains Mono, fonts: SIL Open Font License 1.1\n");
        fonts();
        notices.forEach((notice, jars) -> text.append('\n').append(RULE).append('\n').append(String.join(", ", jars))
                .append("\n\n").append(notice).append('\n'));
        return text.toString();
    }

    private void fonts() throws IOException {
        Path folder = build.project()
                .resolve("src/main/resources/io/github/devboxtunnels/ui/theme/fonts");
        for (String font : List.of("Inter", "JetBrainsMono")) {
            notices.put(Files.readString(folder.resolve(font + "-OFL.txt")).strip(), new ArrayList<>(List.of(font)));
        }
    }

    private void collect(Path jar, String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(each -> NOTICE.matcher(each.getName()).matches()).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    String notice = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
                    List<String> jars = notices.computeIfAbsent(notice, key -> new ArrayList<>());
                    if (!jars.contains(name)) {
                        jars.add(name);
                    }
                }
            }
        }
    }

    /** Names of the licences a pom states, or those of its parent. */
    private static String licence(Path pom) throws IOException {
        Element project = read(pom);
        Element licences = child(project, "licenses");
        if (licences != null) {
            List<String> names = new ArrayList<>();
            for (Element licence : children(licences)) {
                Element url = child(licence, "url");
                Element name = child(licence, "name");
                names.add((name == null ? "" : name.getTextContent().strip())
                        + (url == null ? "" : " (" + url.getTextContent().strip() + ")"));
            }
            return String.join(", or ", names);
        }
        Element parent = child(project, "parent");
        if (parent == null) {
            throw new IllegalStateException("no licence in " + pom);
        }
        String group = word(parent, "groupId");
        String artifact = word(parent, "artifactId");
        String version = word(parent, "version");
        return licence(repository(pom, project).resolve(group.replace('.', '/')).resolve(artifact).resolve(version)
                .resolve(artifact + "-" + version + ".pom"));
    }

    /** The folder the group of a pom begins in. */
    private static Path repository(Path pom, Element project) {
        Element group = child(project, "groupId");
        String name = group == null ? word(child(project, "parent"), "groupId") : group.getTextContent().strip();
        Path folder = pom.getParent().getParent().getParent();
        for (int i = 0; i < name.split("\\.").length; i++) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static Element read(Path pom) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(pom.toString(), e);
        }
    }

    private static String word(Element parent, String name) {
        return child(parent, name).getTextContent().strip();
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream().filter(each -> each.getTagName().equals(name)).findFirst().orElse(null);
    }

    private static List<Element> children(Element parent) {
        List<Element> result = new ArrayList<>();
        for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element) {
                result.add(element);
            }
        }
        return result;
    }
}
